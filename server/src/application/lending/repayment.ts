import { walletOf } from '@bloomvale/shared/ledger/accounts';
import { type Cover, repay, writeOff } from '@bloomvale/shared/ledger/postings';
import { nextTickOf, type TickOutcome, tickLoan } from '@bloomvale/shared/lending/loan-clock';
import { consequence } from '@bloomvale/shared/lending/loan-state';
import type { Minor } from '@bloomvale/shared/money/coins';
import { loanKey, philoxKey } from '@bloomvale/shared/random/keys';
import { invariant } from '@bloomvale/shared/result';
import { balanceOf, mustPost } from '../bus/posting.ts';
import type { Work } from '../bus/work.ts';
import type { Rules } from '../rules.ts';
import type { ContributionRow, LoanRow } from '../store/rows.ts';
import { closeLoan } from './closing.ts';
import { announceLoan, keepLoan, recordEvent, step } from './loan-changes.ts';
import { asContribution, clockedLoan, contributionId, inOrder, openPart, sourceOf } from './loan-records.ts';

/** Part of a player's first loss that the guarantee fund gives back, once (lending.md 2, T7). */
export const FIRST_LOSS_COVER = 0.5;

/**
 * One tick of a running loan: draws what the borrower does, hands instalments out to the unit (T6), ends the loan or writes it off (T7).
 * Null when no tick is due yet. Idempotent: the period is part of the batch key and of the chain.
 */
export function tick(work: Work, rules: Rules, loan: LoanRow): LoanRow | null {
  const clocked = clockedLoan(loan);
  const due = nextTickOf(clocked);
  invariant(due !== null, `loan ${loan.id} runs, but its clock is over`);
  if (due.at > work.sim) return null;
  const key = philoxKey(loanKey(rules.secrets.season(loan.season), loan.id));
  const outcome = tickLoan({ loan: clocked, key, period: due.period });
  invariant(outcome.ok, `loan ${loan.id}, period ${due.period}: ${outcome.ok ? '' : outcome.error}`);
  recordTick(work, loan, outcome.value);
  return settle(work, rules, loan, outcome.value);
}

const recordTick = (work: Work, loan: LoanRow, outcome: TickOutcome): void =>
  recordEvent(
    work,
    loan.id,
    outcome.event,
    {
      period: outcome.period,
      word: outcome.word,
      firstRow: outcome.firstRow,
      instalments: outcome.instalmentsPaid,
      principal: outcome.principalPaid,
      interest: outcome.interestPaid,
      missed: outcome.clock.missed,
    },
    outcome.at,
  );

function settle(work: Work, rules: Rules, loan: LoanRow, outcome: TickOutcome): LoanRow {
  const ticked: LoanRow = {
    ...step(loan, { type: 'tick', paid: outcome.principalPaid, fxLoss: 0 }),
    chain: JSON.stringify(outcome.clock),
  };
  const end = consequence(ticked);
  if (outcome.principalPaid > 0) payLenders(work, ticked, outcome, end !== null);
  if (outcome.status === 'defaulted') return defaultLoan(work, rules, ticked, outcome.writeOff);
  if (end !== null) {
    const ended = step(ticked, end);
    return closeLoan(work, rules, ended, ended.state === 'ended' ? 'ended' : 'ended_with_loss', {
      repaid: ended.repaid,
    });
  }
  const next = nextTickOf(clockedLoan(ticked));
  const kept = keepLoan(work, { ...ticked, wakeSim: next?.at ?? null });
  announceLoan(work, kept);
  // The shutter of a late shop is half down: the square must hear when that begins or ends.
  if (outcome.event !== 'paid') work.emit({ kind: 'shop.changed', villageId: loan.villageId });
  return kept;
}

/** T6, by the fair split (microfinance.md 6.6). */
function payLenders(work: Work, loan: LoanRow, outcome: TickOutcome, ended: boolean): void {
  const rows = inOrder(work.all('contribution', loan.id));
  const { batch, parts } = repay(loan.id, outcome.period, outcome.principalPaid, rows.map(asContribution));
  mustPost(work, batch, loan.id);
  rows.forEach((row, i) => {
    const part = parts[i] as Minor;
    if (part > 0) credit(work, loan, row, part, ended);
  });
}

function credit(work: Work, loan: LoanRow, row: ContributionRow, part: Minor, ended: boolean): void {
  work.put('contribution', { ...row, received: row.received + part });
  const source = sourceOf(row.source);
  if (source.kind !== 'player') return;
  const lender = work.must('lender', source.player);
  work.put('lender', {
    ...lender,
    outstanding: lender.outstanding - part,
    received: lender.received + part,
  });
  work.emit({
    kind: 'loan.repaid',
    playerId: source.player,
    loanId: loan.id,
    name: loan.shortName,
    amount: part,
    wallet: balanceOf(work, walletOf(source.player)),
    ended,
  });
  work.emit({ kind: 'player.changed', playerId: source.player });
}

/** T7: what is still owed is written off; each lender bears their own part, the guarantee fund half of a player's first loss. */
function defaultLoan(work: Work, rules: Rules, loan: LoanRow, owed: Minor): LoanRow {
  const rows = inOrder(work.all('contribution', loan.id));
  const covers = firstLossCovers(work, rows);
  const failed = step(loan, { type: 'default', ruleMet: true });
  mustPost(work, writeOff(loan.id, owed, covers), loan.id);
  for (const row of rows) {
    const cover = covers.find(({ contribution }) => contribution === contributionId(row))?.amount ?? 0;
    bear(work, loan, row, cover);
  }
  return closeLoan(work, rules, failed, 'defaulted', { lost: owed });
}

function firstLossCovers(work: Work, rows: readonly ContributionRow[]): Cover[] {
  let fund = balanceOf(work, 'guarantee:fund');
  const covers: Cover[] = [];
  for (const row of rows) {
    const source = sourceOf(row.source);
    if (source.kind !== 'player' || openPart(row) === 0) continue;
    if (work.must('lender', source.player).coveredAt !== null) continue;
    const amount = Math.min(fund, Math.floor(openPart(row) * FIRST_LOSS_COVER));
    if (amount === 0) continue;
    fund -= amount;
    covers.push({ contribution: contributionId(row), source, amount });
  }
  return covers;
}

function bear(work: Work, loan: LoanRow, row: ContributionRow, cover: Minor): void {
  const lost = openPart(row);
  if (lost === 0) return;
  work.put('contribution', { ...row, lost: row.lost + lost, covered: cover });
  const source = sourceOf(row.source);
  if (source.kind !== 'player') return;
  const lender = work.must('lender', source.player);
  work.put('lender', {
    ...lender,
    outstanding: lender.outstanding - lost,
    lost: lender.lost + lost,
    coveredAt: cover > 0 ? work.now : lender.coveredAt,
  });
  work.emit({ kind: 'loan.lost', playerId: source.player, loanId: loan.id, name: loan.shortName, amount: lost });
  work.emit({ kind: 'player.changed', playerId: source.player });
}
