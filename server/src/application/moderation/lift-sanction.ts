import { ok } from '@bloomvale/shared/result';
import { recordAudit } from '../proposals/audit-trail.ts';
import { allowed, type Operator, refused } from '../proposals/operator.ts';
import { type OperatorHandler, operatorHandler } from '../proposals/operator-handler.ts';
import { isActive } from './acts.ts';

export type LiftSanction = {
  readonly operator: Operator;
  readonly playerId: string;
  readonly kind: 'mute' | 'suspend';
  readonly reason: string;
};

/** Takes every running mute, or every running suspension, of a player back. Refused: FORBIDDEN below an editor, UNKNOWN_PLAYER, NOT_FOUND when none runs. */
export const liftSanction: OperatorHandler<LiftSanction, { readonly lifted: number }> = operatorHandler({
  type: 'operator.lift',
  needs: ({ playerId }) => ({ player: [playerId], operatorAct: [playerId] }),
  decide({ operator, playerId, kind, reason }, work) {
    const may = allowed(operator, 'editor');
    if (!may.ok) return may;
    const player = work.get('player', playerId);
    if (player === null) return refused('UNKNOWN_PLAYER');
    const running = work.all('operatorAct', playerId).filter((act) => isActive(act, kind, work.now));
    if (running.length === 0) return refused('NOT_FOUND');
    for (const act of running) work.put('operatorAct', { ...act, liftedAt: work.now });
    recordAudit(work, operator, {
      action: `player.lift-${kind}`,
      subject: `player:${player.publicId}`,
      detail: { acts: running.map(({ id }) => id) },
      reason,
    });
    work.emit({ kind: 'player.changed', playerId });
    work.emit({ kind: 'player.told', playerId, act: 'lift', until: null, amount: 0 });
    return ok({ lifted: running.length });
  },
});
