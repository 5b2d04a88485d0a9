import { type HintFacts, nextHint } from '@bloomvale/shared/play/hints';
import type { Hint } from '@bloomvale/shared/protocol/commands';
import { useMemo } from 'react';
import { contentStore } from '../../store/content.ts';
import { lendingStore } from '../../store/lending.ts';
import { ownHousehold } from '../../store/own-household.ts';
import { playerStore } from '../../store/player.ts';
import { roomStore } from '../../store/room.ts';
import { useNow } from '../use-now.ts';
import { useSlice } from '../use-slice.ts';

/** Steps that are only known, and only make sense, on one's own homestead. */
const AT_HOME: readonly Hint[] = ['plant', 'harvest', 'stock', 'wish'];
/** Ripening is what changes by itself; a hint may come a second late. */
const EVERY_MS = 1_000;

/** The next thing to suggest to a newcomer here, by the server's own rule; null when there is nothing to say. */
export function useHint(): Hint | null {
  const content = useSlice(contentStore, (state) => state.content);
  const player = useSlice(playerStore, (state) => state);
  const room = useSlice(roomStore, (state) => state);
  const portfolio = useSlice(lendingStore, (state) => state.portfolio.value);
  const now = useNow(EVERY_MS);
  return useMemo(() => {
    if (content === null || room.kind === null || player.phase !== 'playing') return null;
    const away = room.own ? [] : AT_HOME;
    const household = ownHousehold(room, { ...player, hints: [...player.hints, ...away] }, content);
    const here = room.kind === 'village' ? 'village' : null;
    const hints = here === null ? household.hints : [...household.hints, here];
    const facts: HintFacts = {
      household: { ...household, hints },
      now,
      content,
      timeScale: player.timeScale,
      wallet: player.wallet,
      loans: {
        lent: Math.max(portfolio?.loans.length ?? 0, player.lent > 0 ? 1 : 0),
        repaid: portfolio?.repaid ?? 0,
      },
    };
    return nextHint(facts);
  }, [content, player, room, portfolio, now]);
}
