import type { IconName } from '@bloomvale/assets/manifest';
import { type ReactNode, useRef } from 'react';
import { playerStore } from '../../store/player.ts';
import type { Panel } from '../../store/ui.ts';
import { hrefOf } from '../navigation/route.ts';
import { useFocusHome } from '../use-focus-home.ts';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';
import { Glyph, Icon } from './icon.tsx';

export type RoomTab = { readonly panel: Panel; readonly label: string; readonly current: boolean };
type Props = {
  readonly title: string;
  readonly emblem?: IconName;
  readonly back: string;
  readonly onBack: () => void;
  readonly tabs?: readonly RoomTab[];
  /** Purse at the right; off on pages that have nothing to do with coins. */
  readonly purse?: boolean;
  readonly children: ReactNode;
  /** After the body: the sticky bar with the one action of a phone, or a footer. */
  readonly after?: ReactNode;
};

function Purse() {
  const { t, coins } = useTexts();
  const wallet = useSlice(playerStore, (player) => player.wallet);
  const lent = useSlice(playerStore, (player) => player.lent);
  return (
    <ul className="purse" aria-label={t('hud.purse')}>
      <li>
        <Icon name="coin" />
        <span data-hud="coins">
          {coins(wallet, 'whole')} <span className="sr-only">{t('hud.coins')}</span>
        </span>
      </li>
      <li>
        <Icon name="handshake" />
        <span>
          {coins(lent, 'whole')} <small>{t('hud.lent')}</small>
        </span>
      </li>
    </ul>
  );
}

/**
 * A place of the game opened as a page over the veiled world. The document scrolls, not an inner box. Focus starts on the title, and goes
 * back to what opened it when the room is left.
 */
export function Room({ title, emblem, back, onBack, tabs, purse = true, children, after }: Props) {
  const { t } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusHome(heading);
  return (
    <>
      <a className="skip" href="#main">
        {t('common.skip')}
      </a>
      <div className="veil" aria-hidden="true" />
      <div className="room">
        <header className="room-head">
          <button type="button" className="icon-btn icon-btn--flat" aria-label={back} onClick={onBack}>
            <Glyph name="arrow-left" />
          </button>
          {emblem === undefined ? null : (
            <span className="emblem">
              <Icon name={emblem} size={36} />
            </span>
          )}
          <h1 className="display" ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {tabs === undefined ? null : (
            <nav className="tabs" aria-label={title}>
              {tabs.map((tab) => (
                <a key={tab.label} href={hrefOf(tab.panel)} aria-current={tab.current ? 'page' : undefined}>
                  {tab.label}
                </a>
              ))}
            </nav>
          )}
          {purse ? <Purse /> : null}
        </header>
        <main id="main" className="room-body" tabIndex={-1}>
          {children}
        </main>
        {after}
      </div>
    </>
  );
}
