import type { ReportAction } from '@bloomvale/shared/operator/live-api';
import { ok } from '@bloomvale/shared/result';
import { generatedIdentity } from '../../domain/generated-identity.ts';
import type { Work } from '../bus/work.ts';
import { recordAudit } from '../proposals/audit-trail.ts';
import { allowed, type Operator, refused, whoOf } from '../proposals/operator.ts';
import { type OperatorHandler, operatorHandler } from '../proposals/operator-handler.ts';
import type { Rules } from '../rules.ts';
import type { PlayerRow } from '../store/rows.ts';
import { addAct } from './acts.ts';

export type DecideReport = {
  readonly operator: Operator;
  readonly reportId: number;
  /** Who the report is about; null when nobody has that public id. Public ids never change hands. */
  readonly targetId: string | null;
  readonly action: ReportAction;
  /** Length of a mute or a suspension. */
  readonly days: number | null;
  readonly reason: string;
};

/** Actions that last. */
const TIMED: readonly ReportAction[] = ['mute', 'suspend'];

/**
 * Closes a report and does what was decided: nothing, a warning, a fresh generated name, silence, or no play for some days. Refused: FORBIDDEN
 * below an editor, UNKNOWN_REPORT, REPORT_CLOSED, BAD_SHAPE {field} without the days it needs, UNKNOWN_PLAYER when the player has left: such a
 * report can only be dismissed.
 */
export const decideReport = (rules: Rules): OperatorHandler<DecideReport, { readonly reportId: number }> =>
  operatorHandler({
    type: 'operator.report',
    needs: ({ reportId, targetId }) => ({
      report: [reportId],
      ...(targetId === null ? {} : { player: [targetId], operatorAct: [targetId] }),
    }),
    decide(command, work) {
      const { operator, reportId, targetId, action, days, reason } = command;
      const may = allowed(operator, 'editor');
      if (!may.ok) return may;
      const report = work.get('report', reportId);
      if (report === null) return refused('UNKNOWN_REPORT');
      if (report.closedAt !== null) return refused('REPORT_CLOSED');
      const timed = TIMED.includes(action);
      if (timed && days === null) return refused('BAD_SHAPE', { field: 'days' });
      if (action !== 'dismiss') {
        const player = targetId === null ? null : work.get('player', targetId);
        if (player === null || player.deletedAt !== null) return refused('UNKNOWN_PLAYER');
        if (action === 'rename') giveFreshName(work, rules, player, reportId);
        const act = { id: `report:${reportId}`, playerId: player.id, kind: action, reason };
        addAct(work, days !== null && timed ? { ...act, days } : act);
      }
      const { id: closedBy, name: closedByName } = whoOf(operator);
      work.put('report', { ...report, closedAt: work.now, action, closedBy, closedByName, decision: reason });
      recordAudit(work, operator, {
        action: `report.${action}`,
        subject: `player:${report.target}`,
        detail: { report: reportId, days: timed ? days : null },
        reason,
      });
      return ok({ reportId });
    },
  });

/** Another name than the one that was complained about, drawn by the player's own key and the report. */
function giveFreshName(work: Work, rules: Rules, player: PlayerRow, reportId: number): void {
  const locale = player.locale === 'fr' ? 'fr' : 'en';
  const drawn = (round: number) =>
    generatedIdentity(rules.secrets.player(`${player.id}/report:${reportId}/${round}`), locale).name;
  const first = drawn(0);
  work.put('player', { ...player, name: first === player.name ? drawn(1) : first });
}
