import type { OwnLoanRules } from '../content/growing.ts';
import { RESCHEDULE_AFTER_DPD, RESCHEDULES_MAX } from '../lending/loan-state.ts';
import type { Minor } from '../money/coins.ts';
import { fairParts } from '../money/fair-parts.ts';
import { SIM_DAY, type SimSeconds } from '../time/sim-clock.ts';
import { type OwnLoan, type OwnLoanRow, oldestUnpaid, owedOn, unpaidOf } from './own-loan.ts';
import { moved } from './signing.ts';

/** What the passing of loan time did to a loan. */
export type Passed = {
  readonly loan: OwnLoan;
  readonly news: readonly ('late' | 'rescheduled' | 'written_off')[];
  /** Principal and cost that were written off (T16); 0 otherwise. */
  readonly writtenOff: Minor;
};

/** Whole days since the oldest unpaid instalment fell due, in loan time; 0 when none has (microfinance.md 2.6). */
export function ownDaysPastDue(loan: OwnLoan, elapsed: SimSeconds): number {
  if (loan.life.state !== 'in_repayment') return 0;
  const row = loan.rows[oldestUnpaid(loan)];
  return row === undefined ? 0 : Math.max(0, Math.floor((elapsed - row.due) / SIM_DAY));
}

/**
 * Loan time goes on from `from` to `to`. An instalment that is unpaid on its day is late. More than 30 days later, as for everybody
 * (lending.md 3), what is unpaid is spread over the instalments that were left and `rescheduleAdds` more, at no extra cost; at most twice.
 * After that it waits; at `writeOffDays` past due it is written off (T16): nothing is taken from anybody. Never a dead end.
 */
export function passTime(loan: OwnLoan, from: SimSeconds, to: SimSeconds, rules: OwnLoanRules): Passed {
  if (loan.life.state !== 'in_repayment') return { loan, news: [], writtenOff: 0 };
  const fellDue = loan.rows.some((row) => unpaidOf(row) > 0 && row.due > from && row.due <= to);
  const aged = fellDue ? { ...loan, everLate: true } : loan;
  const late: Passed['news'] = fellDue ? ['late'] : [];
  const days = ownDaysPastDue(aged, to);
  if (days > RESCHEDULE_AFTER_DPD && aged.life.rescheduledCount < RESCHEDULES_MAX) {
    return { loan: spread(aged, to, days, rules.rescheduleAdds), news: [...late, 'rescheduled'], writtenOff: 0 };
  }
  if (days >= rules.writeOffDays) return { ...writtenOff(aged), news: [...late, 'written_off'] };
  return { loan: aged, news: late, writtenOff: 0 };
}

/** What was paid stays as it was; the rest begins anew from today. */
function spread(loan: OwnLoan, elapsed: SimSeconds, daysPastDue: number, adds: number): OwnLoan {
  const open = loan.rows.filter((row) => unpaidOf(row) > 0);
  const count = open.length + adds;
  const principals = fairParts(
    open.reduce((sum, row) => sum + row.principal - row.paidPrincipal, 0),
    count,
  );
  const costs = fairParts(
    open.reduce((sum, row) => sum + row.cost - row.paidCost, 0),
    count,
  );
  const paid = loan.rows
    .filter((row) => row.paidPrincipal + row.paidCost > 0)
    .map((row): OwnLoanRow => ({ ...row, principal: row.paidPrincipal, cost: row.paidCost }));
  const anew = principals.map(
    (principal, i): OwnLoanRow => ({
      due: elapsed + (i + 1) * loan.intervalSim,
      principal,
      cost: costs[i] ?? 0,
      paidPrincipal: 0,
      paidCost: 0,
    }),
  );
  // A loan of a few units has fewer parts than instalments: a row of nothing would never fall due.
  const rows = [...paid, ...anew.filter((row) => unpaidOf(row) > 0)];
  return { ...loan, rows, life: moved(loan.life, { type: 'reschedule', daysPastDue }) };
}

/** Everything owed is given up (T16): the rule after long arrears, and what becomes of a loan whose borrower leaves the game. */
export function writtenOff(loan: OwnLoan): Pick<Passed, 'loan' | 'writtenOff'> {
  const owed = owedOn(loan);
  const cost = loan.rows.reduce((sum, row) => sum + row.cost - row.paidCost, 0);
  return {
    loan: { ...loan, writtenOffCost: cost, life: writeOffLife(loan) },
    writtenOff: owed,
  };
}

/** A loan whose principal is all paid and of which only cost is left ends; its cost is dropped all the same. */
const writeOffLife = ({ life }: OwnLoan): OwnLoan['life'] =>
  life.principal === life.repaid ? moved(life, { type: 'end' }) : moved(life, { type: 'default', ruleMet: true });
