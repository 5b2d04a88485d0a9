import type { CommandPayload } from '@bloomvale/shared/protocol/commands';
import { MAX_FOLLOWS } from '@bloomvale/shared/protocol/lending-commands';
import type { CommandValues } from '@bloomvale/shared/protocol/replies';
import { err, ok } from '@bloomvale/shared/result';
import type { Handler } from '../bus/handler.ts';
import { activePlayer, type ByPlayer } from './by-player.ts';

/** Follows a loan or stops it. Refused: FORBIDDEN, LEND_UNKNOWN, FOLLOW_LIMIT. Stopping is never refused for the limit's sake. */
export const loanFollow: Handler<ByPlayer & CommandPayload<'loan.follow'>, CommandValues['loan.follow']> = {
  type: 'loan.follow',
  needs: ({ playerId, loanId }) => ({ player: [playerId], loan: [loanId], follow: [playerId] }),
  decide({ playerId, loanId, follow }, work) {
    if (activePlayer(work, playerId) === null) return err({ code: 'FORBIDDEN' });
    if (work.get('loan', loanId) === null) return err({ code: 'LEND_UNKNOWN' });
    const followed = work.all('follow', playerId).filter(({ following }) => following === 1);
    const already = followed.some((row) => row.loanId === loanId);
    if (follow && !already && followed.length >= MAX_FOLLOWS)
      return err({ code: 'FOLLOW_LIMIT', detail: { limit: MAX_FOLLOWS } });
    if (follow !== already) work.put('follow', { playerId, loanId, following: follow ? 1 : 0, at: work.now });
    return ok({ loanId, follow, follows: followed.length + Number(follow) - Number(already) });
  },
};
