import type { CommandPayload } from '@bloomvale/shared/protocol/commands';
import type { AutoLendRules } from '@bloomvale/shared/protocol/lending-commands';
import type { CommandValues } from '@bloomvale/shared/protocol/replies';
import { err, ok } from '@bloomvale/shared/result';
import type { Handler, Refusal } from '../bus/handler.ts';
import { autoLendView, cameBack, explain, noAutoLend } from '../lending/auto-lending.ts';
import type { Rules } from '../rules.ts';
import type { AutoLendRow, LenderRow } from '../store/rows.ts';
import { activePlayer, type ByPlayer } from './by-player.ts';

/**
 * Turns auto-lend on or off and saves its rules. Refused: FORBIDDEN, AUTO_LEND_STEP, AUTO_LEND_UNKNOWN (a country nobody lives in),
 * AUTO_LEND_RULES (on without rules). Turning on what is on only changes the rules: budget and losses go on counting.
 */
export const lendAuto = (
  rules: Rules,
): Handler<ByPlayer & CommandPayload<'lend.auto'>, CommandValues['lend.auto']> => ({
  type: 'lend.auto',
  needs: ({ playerId }) => ({ player: [playerId], lender: [playerId], autoLend: [playerId] }),
  decide({ playerId, on, rules: asked }, work) {
    if (activePlayer(work, playerId) === null) return err({ code: 'FORBIDDEN' });
    const fault = asked === null ? null : faultOf(asked, rules);
    if (fault !== null) return err(fault);
    const before = work.get('autoLend', playerId) ?? noAutoLend(playerId);
    const saved = asked === null ? before : { ...before, rules: JSON.stringify(asked) };
    if (on && saved.rules === '') return err({ code: 'AUTO_LEND_RULES' });
    const lender = work.must('lender', playerId);
    const after = switched(saved, on, lender, work.now);
    if (JSON.stringify(after) !== JSON.stringify(before)) work.put('autoLend', after);
    if (on && after !== before) explain(work, playerId, 'on', {});
    if (!on && before.active === 1) explain(work, playerId, 'off', { why: 'player' });
    return ok({ autoLend: autoLendView(after, lender, work.now) });
  },
});

function switched(row: AutoLendRow, on: boolean, lender: LenderRow, now: number): AutoLendRow {
  if (on && row.active === 0) {
    const start = { active: 1, since: now, baseBack: cameBack(lender), baseLost: lender.lost, lent: 0 } as const;
    return { ...row, ...start, stopped: '', stoppedAt: null };
  }
  if (!on && row.active === 1) return { ...row, active: 0, stopped: 'player', stoppedAt: now };
  return row;
}

function faultOf({ perLoan, perDay, countries }: AutoLendRules, rules: Rules): Refusal | null {
  const { share } = rules.content.economy.lending;
  if (perLoan % share !== 0 || perDay % share !== 0 || perDay < perLoan) {
    return { code: 'AUTO_LEND_STEP', detail: { share } };
  }
  const strange = countries?.find((country) => !rules.regions.has(country));
  return strange === undefined ? null : { code: 'AUTO_LEND_UNKNOWN', detail: { country: strange } };
}
