import type { CommandPayload } from '@bloomvale/shared/protocol/commands';
import { MAX_BLOCKS } from '@bloomvale/shared/protocol/limits';
import type { CommandValues } from '@bloomvale/shared/protocol/replies';
import { err, ok } from '@bloomvale/shared/result';
import type { Handler } from '../bus/handler.ts';
import { activePlayer, type ByPlayer } from './by-player.ts';
import type { OfTarget } from './social-report.ts';

/** Blocks or unblocks. Refused: FORBIDDEN, UNKNOWN_PLAYER, SELF_TARGET, BLOCK_LIMIT. Unblocking is never refused for the target's sake. */
export const socialBlock: Handler<ByPlayer & OfTarget & CommandPayload<'social.block'>, CommandValues['social.block']> =
  {
    type: 'social.block',
    needs: ({ playerId }) => ({ player: [playerId], block: [playerId] }),
    decide({ playerId, targetId, target, blocked }, work) {
      if (activePlayer(work, playerId) === null) return err({ code: 'FORBIDDEN' });
      const rows = work.all('block', playerId);
      const isBlocked = rows.some((row) => row.target === target && row.blocked === 1);
      if (blocked && !isBlocked) {
        if (targetId === null) return err({ code: 'UNKNOWN_PLAYER' });
        if (targetId === playerId) return err({ code: 'SELF_TARGET' });
        const count = rows.filter((row) => row.blocked === 1).length;
        if (count >= MAX_BLOCKS) return err({ code: 'BLOCK_LIMIT', detail: { limit: MAX_BLOCKS } });
      }
      if (blocked !== isBlocked) {
        work.put('block', { playerId, target, blocked: blocked ? 1 : 0, at: work.now });
        work.emit({ kind: 'player.changed', playerId });
      }
      return ok({
        blocked: work
          .all('block', playerId)
          .filter((row) => row.blocked === 1)
          .map((row) => row.target),
      });
    },
  };
