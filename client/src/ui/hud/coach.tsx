import type { IconName } from '@bloomvale/assets/manifest';
import type { Hint } from '@bloomvale/shared/protocol/commands';
import { useEffect } from 'react';
import { actions } from '../../store/actions.ts';
import type { Panel } from '../../store/ui.ts';
import { lookAgain, uiStore } from '../../store/ui.ts';
import { openPanel } from '../navigation/open.ts';
import { Button } from '../parts/button.tsx';
import { Glyph, Icon } from '../parts/icon.tsx';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';
import { useHint } from './use-hint.ts';

const ICONS: Record<Hint, IconName> = {
  plant: 'seedling',
  harvest: 'basket',
  stock: 'stall',
  wish: 'waving-hand',
  borrow: 'seedling',
  family: 'red-heart',
  village: 'houses',
  hall: 'globe-showing-europe-africa',
  lend: 'handshake',
  repaid: 'coin',
  relend: 'handshake',
};

/** Suggestions that lead to a page: what they lead to is one press away. */
const LEADS: Partial<Record<Hint, Panel>> = { borrow: { kind: 'borrow' }, family: { kind: 'family' } };

/** One suggestion at a time, beside the world and never over it; it can be put away, and everything works without it. */
export function Coach() {
  const { t } = useTexts();
  const hint = useHint();
  const covered = useSlice(uiStore, (ui) => ui.panel !== null);
  // What has ripened may lie outside the view: whoever is told to draw over it must see it.
  const show = hint === 'harvest' && !covered;
  useEffect(() => {
    if (show) lookAgain();
  }, [show]);
  if (hint === null) return null;
  const leads = LEADS[hint];
  return (
    <aside className="coach card" aria-label={t('hint.label')}>
      <Icon name={ICONS[hint]} size={32} />
      <p role="status">{t(`hint.${hint}`)}</p>
      {leads === undefined ? null : (
        <Button
          look="soft"
          onClick={() => {
            openPanel(leads);
            void actions().command('hint.done', { hint });
          }}
        >
          {t('hint.look')}
        </Button>
      )}
      <button
        type="button"
        className="icon-btn icon-btn--flat"
        aria-label={t('hint.dismiss')}
        onClick={() => void actions().command('hint.done', { hint })}
      >
        <Glyph name="x" size="s" />
      </button>
    </aside>
  );
}
