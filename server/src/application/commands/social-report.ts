import type { CommandPayload } from '@bloomvale/shared/protocol/commands';
import { MAX_REPORTS_PER_DAY } from '@bloomvale/shared/protocol/limits';
import type { CommandValues } from '@bloomvale/shared/protocol/replies';
import { err, ok } from '@bloomvale/shared/result';
import type { Handler } from '../bus/handler.ts';
import { activePlayer, type ByPlayer } from './by-player.ts';

/** `targetId` is who the public id belongs to; null when it belongs to nobody. Public ids never change hands. */
export type OfTarget = { readonly targetId: string | null };

const DAY_MS = 86_400_000;

/** Refused: FORBIDDEN, UNKNOWN_PLAYER, SELF_TARGET, REPORT_LIMIT. */
export const socialReport: Handler<
  ByPlayer & OfTarget & CommandPayload<'social.report'>,
  CommandValues['social.report']
> = {
  type: 'social.report',
  needs: ({ playerId }) => ({ player: [playerId] }),
  decide({ playerId, targetId, target, reason }, work) {
    const player = activePlayer(work, playerId);
    if (player === null) return err({ code: 'FORBIDDEN' });
    if (targetId === null) return err({ code: 'UNKNOWN_PLAYER' });
    if (targetId === playerId) return err({ code: 'SELF_TARGET' });
    const day = Math.floor(work.now / DAY_MS);
    const count = player.reportDay === day ? player.reportCount : 0;
    if (count >= MAX_REPORTS_PER_DAY) return err({ code: 'REPORT_LIMIT', detail: { limit: MAX_REPORTS_PER_DAY } });
    work.put('player', { ...player, reportDay: day, reportCount: count + 1 });
    work.put('report', {
      id: work.nextId('report'),
      playerId,
      target,
      reason,
      at: work.now,
      closedAt: null,
      action: '',
      closedBy: '',
      closedByName: '',
      decision: '',
    });
    return ok({});
  },
};
