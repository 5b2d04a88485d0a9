import { ok } from '@bloomvale/shared/result';
import { recordAudit } from '../proposals/audit-trail.ts';
import { allowed, type Operator } from '../proposals/operator.ts';
import { type OperatorHandler, operatorHandler } from '../proposals/operator-handler.ts';

export type NoteReading = { readonly operator: Operator; readonly publicId: string; readonly before: number | null };

/** Somebody is about to read a player's postings: that is told in the trail first. Refused: FORBIDDEN below an editor. */
export const noteReading: OperatorHandler<NoteReading, null> = operatorHandler({
  type: 'operator.read-lines',
  needs: () => ({}),
  decide({ operator, publicId, before }, work) {
    const may = allowed(operator, 'editor');
    if (!may.ok) return may;
    recordAudit(work, operator, { action: 'player.lines', subject: `player:${publicId}`, detail: { before } });
    return ok(null);
  },
});
