import { levelOf } from '@bloomvale/shared/play/progress';
import { useState } from 'react';
import { actions } from '../../store/actions.ts';
import { playerStore } from '../../store/player.ts';
import type { AtHome } from '../growing/use-household.ts';
import { Button } from '../parts/button.tsx';
import { keepFocus } from '../use-focus-home.ts';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';

/** The next size of the stall at its known price; nothing once it is as large as it gets. */
export function StallUpgrade({ home: { household, content } }: { home: AtHome }) {
  const { t, coins, integer } = useTexts();
  const [busy, setBusy] = useState(false);
  const wallet = useSlice(playerStore, (player) => player.wallet);
  const next = content.homestead.stall[household.stall.level - 1];
  if (next === undefined) return null;
  const early = levelOf(household.xp, content.economy) < next.unlockLevel;
  const blocked = early
    ? t('stall.atLevel', { level: next.unlockLevel })
    : wallet < next.price
      ? t('stall.coinsShort', { missing: coins(next.price - wallet, 'whole') })
      : null;
  const upgrade = async (): Promise<void> => {
    setBusy(true);
    await actions().command('stall.upgrade', {});
    setBusy(false);
    keepFocus();
  };
  return (
    <Button
      look="soft"
      block
      blocked={blocked}
      busy={busy ? t('stall.upgrading') : false}
      onClick={() => void upgrade()}
    >
      {t('stall.upgrade', { slots: integer(next.slots), price: coins(next.price, 'whole') })}
    </Button>
  );
}
