import { type LoanCommand, transition } from '@bloomvale/shared/lending/loan-state';
import { type LoanNewsKind, NEWS_KINDS } from '@bloomvale/shared/protocol/lending-views';
import { invariant } from '@bloomvale/shared/result';
import type { SimSeconds } from '@bloomvale/shared/time/sim-clock';
import type { Work } from '../bus/work.ts';
import type { LoanRow } from '../store/rows.ts';

/** Moves a loan by its state machine and keeps it. @throws InvariantError when the machine refuses: callers have checked. */
export function step(loan: LoanRow, command: LoanCommand): LoanRow {
  const next = transition(loan, command);
  invariant(next.ok, `loan ${loan.id}: ${command.type} in state ${loan.state} (${next.ok ? '' : next.error.code})`);
  return { ...loan, ...next.value.loan };
}

/** Writes a loan row, one version on. */
export function keepLoan(work: Work, loan: LoanRow): LoanRow {
  const kept = { ...loan, version: loan.version + 1 };
  work.put('loan', kept);
  return kept;
}

/** Tells the village that a loan's bar or state moved. */
export const announceLoan = (work: Work, loan: LoanRow): void =>
  work.emit({
    kind: 'loan.changed',
    villageId: loan.villageId,
    loanId: loan.id,
    state: loan.state,
    raised: loan.raised,
    lenders: loan.lenders,
    listed: loan.state === 'fundraising',
  });

/** What lenders and followers of a loan are told at once (`queries/story-teller.ts`). */
const STORIES: ReadonlySet<string> = new Set<LoanNewsKind>(NEWS_KINDS);

export type LoanEventKind =
  | 'listed'
  | 'pool_lent'
  | 'matched'
  | 'funded'
  | 'disbursed'
  | 'paid'
  | 'missed'
  | 'still_late'
  | 'paid_some'
  | 'caught_up'
  | 'rescheduled'
  | 'drought'
  | 'drought_over'
  | 'illness'
  | 'illness_over'
  | 'strain'
  | 'strain_over'
  | 'help'
  | 'forgiven'
  | 'taken_back'
  | 'ended'
  | 'ended_with_loss'
  | 'defaulted'
  | 'recovered'
  | 'recovery_over'
  | 'cancelled'
  | 'refunded'
  | 'expired';

/** Whose part was forgiven is between them and her: everybody else hears that it was. */
export function publicData(data: Readonly<Record<string, string | number>>): Readonly<Record<string, string | number>> {
  const { contribution: _contribution, after: _after, ...rest } = data;
  return rest;
}

/** Adds to the loan's own story: what its page, its lenders' reports and a replay are made of. */
export const recordEvent = (
  work: Work,
  loanId: string,
  kind: LoanEventKind,
  data: Readonly<Record<string, string | number>>,
  sim: SimSeconds = work.sim,
): void => {
  const id = work.nextId('journal');
  work.add('loanEvent', { id, loanId, at: work.now, sim, kind, data: JSON.stringify(data) });
  if (STORIES.has(kind))
    work.emit({ kind: 'loan.story', eventId: id, loanId, at: work.now, story: kind as LoanNewsKind, data });
};
