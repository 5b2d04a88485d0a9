import type { IconName } from '@bloomvale/assets/manifest';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { OPEN_INSET, uiStore } from '../../store/ui.ts';
import { useFocusHome } from '../use-focus-home.ts';
import { useTexts } from '../use-texts.ts';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';

/** Width of the card and its gap to the edge, as in side-card.css. */
const COVERED_PX = 412;
const NARROW_PX = 720;
/** Share of a phone's height that the sheet covers, as in side-card.css. */
const SHEET_SHARE = 0.62;

type Props = {
  readonly title: string;
  readonly icon: IconName;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/**
 * A card beside the world: at the right on a desktop, a sheet over the lower part on a phone. The world stays alive and its camera keeps the
 * subject in what is left. Focus starts on the title and goes back to where it was.
 */
export function SideCard({ title, icon, onClose, children }: Props) {
  const { t } = useTexts();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusHome(heading);
  useEffect(() => {
    const cover = (): void => {
      const narrow = innerWidth < NARROW_PX;
      const inset = narrow
        ? { ...OPEN_INSET, bottom: Math.round(innerHeight * SHEET_SHARE) }
        : { ...OPEN_INSET, right: COVERED_PX };
      uiStore.setState({ inset });
      document.documentElement.style.setProperty('--covered', `${inset.right}px`);
      document.documentElement.dataset.card = 'open';
    };
    cover();
    addEventListener('resize', cover);
    return () => {
      removeEventListener('resize', cover);
      uiStore.setState({ inset: OPEN_INSET });
      document.documentElement.style.removeProperty('--covered');
      delete document.documentElement.dataset.card;
    };
  }, []);
  return (
    <section className="side card" aria-labelledby={id}>
      <header className="side__head">
        <Icon name={icon} size={32} />
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <IconButton label={t('common.close')} glyph="x" onClick={onClose} />
      </header>
      <div className="side__body">{children}</div>
    </section>
  );
}
