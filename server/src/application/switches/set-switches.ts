import { PAUSABLE_FAUCETS } from '@bloomvale/shared/operator/faucets';
import type { Switches } from '@bloomvale/shared/operator/live-api';
import { ok } from '@bloomvale/shared/result';
import { recordAudit } from '../proposals/audit-trail.ts';
import { allowed, type Operator, refused } from '../proposals/operator.ts';
import { type OperatorHandler, operatorHandler } from '../proposals/operator-handler.ts';
import { SWITCHES, switchesIn } from './switch-board.ts';

export type SetSwitches = { readonly operator: Operator; readonly switches: Switches; readonly reason: string };

/**
 * Stops what is named and lets the rest run; in force for every group after this one. The same again changes nothing and leaves no line.
 * Refused: FORBIDDEN below a publisher, UNKNOWN_SWITCH for a faucet that cannot be paused.
 */
export const setSwitches: OperatorHandler<SetSwitches, Switches> = operatorHandler({
  type: 'operator.switches',
  needs: () => ({ meta: [SWITCHES] }),
  decide({ operator, switches, reason }, work) {
    const may = allowed(operator, 'publisher');
    if (!may.ok) return may;
    const unknown = switches.pausedFaucets.find((faucet) => !PAUSABLE_FAUCETS.includes(faucet));
    if (unknown !== undefined) return refused('UNKNOWN_SWITCH', { faucet: unknown });
    const before = switchesIn(work.get('meta', SWITCHES));
    const after = { ...switches, pausedFaucets: [...new Set(switches.pausedFaucets)].sort() };
    if (JSON.stringify(before) === JSON.stringify(after)) return ok(after);
    work.holdNext();
    work.put('meta', { key: SWITCHES, value: JSON.stringify(after) });
    recordAudit(work, operator, { action: 'switches.set', subject: 'switches', detail: { before, after }, reason });
    work.emit({ kind: 'switches.changed', notice: after.notice });
    return ok(after);
  },
});
