import { receivableContraOf, receivableOf } from '@bloomvale/shared/ledger/accounts';
import { payPlayerInstalment, writeOffPlayerLoan } from '@bloomvale/shared/ledger/player-loan-postings';
import type { Minor } from '@bloomvale/shared/money/coins';
import { type Borrower, closeBook, newBorrower } from '@bloomvale/shared/own-loan/borrower';
import { keepUp, type News } from '@bloomvale/shared/own-loan/keep-up';
import { type OwnLoan, owedOn } from '@bloomvale/shared/own-loan/own-loan';
import { BorrowerSchema, OwnLoanSchema } from '@bloomvale/shared/own-loan/own-loan-schema';
import { passTime, writtenOff } from '@bloomvale/shared/own-loan/passing';
import type { Payment } from '@bloomvale/shared/own-loan/paying';
import type { SimSeconds } from '@bloomvale/shared/time/sim-clock';
import { mustPost } from '../../bus/posting.ts';
import type { View } from '../../bus/view.ts';
import type { Work } from '../../bus/work.ts';
import type { Rules } from '../../rules.ts';
import type { BorrowerRow, OwnLoanRow } from '../../store/growing-rows.ts';
import type { Needs } from '../../store/store.ts';

/** Between the rows of the store and the rules of the own loan. A row never changes, so it is read once. */
const borrowers = new WeakMap<object, Borrower>();
const loans = new WeakMap<object, OwnLoan>();

function readOnce<T>(known: WeakMap<object, T>, row: { readonly doc: string }, parse: (value: unknown) => T): T {
  const found = known.get(row);
  if (found !== undefined) return found;
  const made = parse(JSON.parse(row.doc));
  known.set(row, made);
  return made;
}

export const borrowerIn = (row: Pick<BorrowerRow, 'doc'> | null | undefined, sim: SimSeconds): Borrower =>
  row == null ? newBorrower(sim) : readOnce(borrowers, row, (value) => BorrowerSchema.parse(value));
export const ownLoanIn = (row: Pick<OwnLoanRow, 'doc'>): OwnLoan =>
  readOnce(loans, row, (value) => OwnLoanSchema.parse(value));

/** Rows that follow a player's books: the borrower, and the running loan with its accounts. For a staged `needs`. */
export function borrowingNeeds(
  playerId: string,
  view: View,
): Required<Pick<Needs, 'borrower' | 'ownLoan' | 'account'>> {
  const row = view.peek('borrower', playerId);
  const running = row == null ? null : borrowerIn(row, view.sim).running;
  return {
    borrower: [playerId],
    ownLoan: running === null ? [] : [running],
    account: running === null ? [] : loanAccounts(running),
  };
}

export const loanAccounts = (loanId: string): string[] => [
  receivableOf(loanId),
  receivableContraOf(loanId),
  'sink:loan',
  'pool:community',
];

export type Books = { readonly borrower: Borrower; readonly loan: OwnLoan | null };

export function openBooks(work: Work, playerId: string): Books {
  const borrower = borrowerIn(work.get('borrower', playerId), work.sim);
  return { borrower, loan: borrower.running === null ? null : ownLoanIn(work.must('ownLoan', borrower.running)) };
}

export function keepBorrower(work: Work, playerId: string, borrower: Borrower): void {
  const before = work.get('borrower', playerId);
  const doc = JSON.stringify(borrower);
  if (before?.doc !== doc) work.put('borrower', { playerId, doc, version: (before?.version ?? 0) + 1 });
}

export function keepOwnLoan(work: Work, playerId: string, loan: OwnLoan): void {
  const before = work.must('ownLoan', loan.id);
  const { state } = loan.life;
  work.put('ownLoan', {
    ...before,
    playerId,
    state,
    owed: owedOn(loan),
    doc: JSON.stringify(loan),
    closedAt: state === 'in_repayment' ? null : (before.closedAt ?? work.now),
    version: before.version + 1,
  });
}

/** T15, with the cost that early repayment drops. */
export const postPayment = (work: Work, playerId: string, { loan, principal, cost, waived }: Payment): void =>
  mustPost(work, payPlayerInstalment(loan.id, playerId, loan.payments, principal, cost, waived), null);

export const postWriteOff = (work: Work, loanId: string, owed: Minor): void =>
  mustPost(work, writeOffPlayerLoan(loanId, owed), null);

/** Keeps a running loan and its borrower whose loan time has gone on from `from`: dates that passed meanwhile are looked at. */
export function keepAfter(
  work: Work,
  rules: Rules,
  playerId: string,
  { borrower, loan, from }: { readonly borrower: Borrower; readonly loan: OwnLoan; readonly from: SimSeconds },
): void {
  const { ownLoan } = rules.content.growing;
  const passed = passTime(loan, from, borrower.time.elapsed, ownLoan);
  if (passed.writtenOff > 0) postWriteOff(work, loan.id, passed.writtenOff);
  const closed = passed.loan.life.state !== 'in_repayment';
  keepBorrower(work, playerId, closed ? closeBook(borrower, passed.loan, ownLoan) : borrower);
  keepOwnLoan(work, playerId, passed.loan);
  for (const kind of passed.news) tell(work, playerId, kind, passed.loan, null);
  work.emit({ kind: 'player.changed', playerId });
}

/** The borrower leaves the game: what they owe is written off, and the fund forgets them. */
export function closeBorrower(work: Work, playerId: string): void {
  const { loan } = openBooks(work, playerId);
  if (loan !== null) {
    const given = writtenOff(loan);
    postWriteOff(work, loan.id, given.writtenOff);
    keepOwnLoan(work, playerId, given.loan);
  }
  if (work.get('borrower', playerId) !== null) keepBorrower(work, playerId, newBorrower(work.sim));
}

/** Loan time is written down at most this often when nothing else happens: half a simulated hour of the default clock. */
const NOTE_SIM = 1_800;

/**
 * After every deed at the stall or in the garden: takings are counted, the chosen share is set aside, dates that passed are looked at
 * (`keepUp`). `present` is false when the stall was only settled for somebody who is away.
 */
export function keepBooks(
  work: Work,
  rules: Rules,
  playerId: string,
  event: { readonly takings: Minor; readonly wallet: Minor; readonly present: boolean },
): void {
  const { borrower, loan } = openBooks(work, playerId);
  const kept = keepUp(borrower, loan, { ...event, sim: work.sim }, rules.content.growing.ownLoan);
  if (kept.payment !== null) postPayment(work, playerId, kept.payment);
  if (loan !== null && kept.writtenOff > 0) postWriteOff(work, loan.id, kept.writtenOff);
  const moved = kept.borrower.time.activeSim - borrower.time.activeSim >= NOTE_SIM;
  if (moved || event.takings > 0 || kept.news.length > 0 || work.get('borrower', playerId) === null) {
    keepBorrower(work, playerId, kept.borrower);
  }
  if (kept.loan !== null && kept.loan !== loan) keepOwnLoan(work, playerId, kept.loan);
  for (const kind of kept.news) tell(work, playerId, kind, kept.loan, kept.payment);
}

const tell = (work: Work, playerId: string, kind: News, loan: OwnLoan | null, payment: Payment | null): void =>
  work.emit({
    kind: 'own-loan.news',
    playerId,
    news: kind,
    amount: kind === 'paid' && payment !== null ? payment.principal + payment.cost : 0,
    owed: loan === null ? 0 : owedOn(loan),
  });
