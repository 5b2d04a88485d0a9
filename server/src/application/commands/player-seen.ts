import { ok } from '@bloomvale/shared/result';
import type { Handler } from '../bus/handler.ts';

/** Whoever was seen this lately is not noted again: absence is counted in days. */
export const SEEN_FRESH_MS = 3_600_000;

/** Notes that players are connected. Someone who never closes the page enters once and would look absent. */
export const playerSeen: Handler<{ readonly playerIds: readonly string[] }, { readonly noted: number }> = {
  type: 'player.seen',
  needs: ({ playerIds }) => ({ player: playerIds }),
  decide({ playerIds }, work) {
    let noted = 0;
    for (const playerId of playerIds) {
      const player = work.get('player', playerId);
      if (player === null || player.deletedAt !== null || work.now - player.seenAt < SEEN_FRESH_MS) continue;
      work.put('player', { ...player, seenAt: work.now });
      noted += 1;
    }
    return ok({ noted });
  },
};
