import { ok } from '@bloomvale/shared/result';
import type { Instant } from '@bloomvale/shared/time/sim-clock';
import type { Handler } from '../bus/handler.ts';
import { homeOf, leaveLot, NO_LOT } from '../lending/village-records.ts';
import type { ByPlayer } from './by-player.ts';

export type StoreHousehold = ByPlayer & {
  /** Only when last seen at this instant or before: whoever has come back meanwhile keeps the lot. */
  readonly absentSince: Instant;
};

/**
 * The lot of somebody long absent is let again (product.md 6). The household stays as it is, crops, goods, coins and loans; `player.enter`
 * gives it a lot again.
 */
export const householdStore: Handler<StoreHousehold, { readonly stored: boolean }> = {
  type: 'household.store',
  staged: true,
  needs: ({ playerId }, view) => ({ player: [playerId], village: homeOf(view, playerId) }),
  decide({ playerId, absentSince }, work) {
    const player = work.get('player', playerId);
    if (player === null || player.deletedAt !== null || player.lot === NO_LOT || player.seenAt > absentSince) {
      return ok({ stored: false });
    }
    leaveLot(work, player);
    work.put('player', { ...player, lot: NO_LOT });
    return ok({ stored: true });
  },
};
