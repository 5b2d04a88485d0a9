import type { Batch } from '@bloomvale/shared/ledger/batch';
import { type ContributionSource, lend, match } from '@bloomvale/shared/ledger/postings';
import { consequence } from '@bloomvale/shared/lending/loan-state';
import type { Minor } from '@bloomvale/shared/money/coins';
import { invariant } from '@bloomvale/shared/result';
import { mustPost } from '../bus/posting.ts';
import type { Work } from '../bus/work.ts';
import type { ContributionRow, LoanRow } from '../store/rows.ts';
import { announceLoan, keepLoan, recordEvent, step } from './loan-changes.ts';
import { contributionId, sourceText } from './loan-records.ts';

export type NewContribution = {
  readonly source: ContributionSource;
  readonly amount: Minor;
  /** Id of the command behind it: the key of its posting. */
  readonly commandId: string;
  readonly actor: string;
  /** Stands in the journal; a lend by hand says `lend`. */
  readonly reason?: string;
};

/**
 * Lends to an open loan (T3, or T12 for matching): escrow, contribution row, bar; the last share makes it *funded* in the same decision
 * and asks for its disbursal. What may be lent has been checked.
 */
export function addContribution(work: Work, loan: LoanRow, part: NewContribution): LoanRow {
  const source = sourceText(part.source);
  const playerId = part.source.kind === 'player' ? part.source.player : null;
  // Both: what a player who left handed over to the pool stays a contribution of its own.
  const before = work.all('contribution', loan.id).find((row) => row.source === source && row.playerId === playerId);
  const held = before?.amount ?? 0;
  const isPlayer = playerId !== null;
  const row: ContributionRow = {
    ...(before ?? newRow(loan, source, playerId, work.now)),
    amount: held + part.amount,
    ...(isPlayer ? { lendId: part.commandId, lendAmount: part.amount, lendAt: work.now } : {}),
  };
  mustPost(work, batchOf(loan, row, part), loan.id);
  work.put('contribution', row);
  const lent: LoanRow = {
    ...step(loan, { type: 'lend', amount: part.amount, at: work.sim }),
    contributions: loan.contributions + (before ? 0 : 1),
    // Somebody who took everything back and lends again is a lender again.
    lenders: loan.lenders + (held > 0 || !isPlayer ? 0 : 1),
    poolLent: loan.poolLent + (isPlayer ? 0 : part.amount),
  };
  const next = consequence(lent);
  const kept = next === null ? keepLoan(work, lent) : fund(work, step(lent, next));
  announceLoan(work, kept);
  return kept;
}

/** Marks a loan funded and asks for its disbursal right after this group. */
export function fund(work: Work, loan: LoanRow): LoanRow {
  invariant(loan.state === 'funded', `loan ${loan.id} is not funded`);
  recordEvent(work, loan.id, 'funded', { raised: loan.raised, lenders: loan.lenders });
  work.follow({ kind: 'loan.wake', loanId: loan.id });
  // It has left the hall: the next one takes its place.
  work.follow({ kind: 'village.list', villageId: loan.villageId, soon: loan.starter === 1 });
  return keepLoan(work, { ...loan, fundedAt: work.now, wakeSim: work.sim });
}

const newRow = (loan: LoanRow, source: string, playerId: string | null, at: number): ContributionRow => ({
  loanId: loan.id,
  idx: loan.contributions,
  source,
  playerId,
  amount: 0,
  received: 0,
  recovered: 0,
  handedBack: 0,
  refunded: 0,
  forgiven: 0,
  lost: 0,
  covered: 0,
  at,
  lendId: '',
  lendAmount: 0,
  lendAt: 0,
});

function batchOf(loan: LoanRow, row: ContributionRow, part: NewContribution): Batch {
  const contribution = { id: contributionId(row), source: part.source, amount: part.amount };
  return part.source.kind === 'matcher'
    ? match(loan.id, contribution)
    : { ...lend(loan.id, contribution, part.commandId, part.actor), reason: part.reason ?? 'lend' };
}

/** Key of what the pool lends by its rules: once a loan and round. */
export const poolCommandId = (loanId: string, round: number): string => `pool:${loanId}:${round}`;
