import { escrowOf, walletOf } from '@bloomvale/shared/ledger/accounts';
import { playerActor } from '@bloomvale/shared/ledger/postings';
import { type AutoLendCandidate, autoLendMost, fitsRules, monthsOf } from '@bloomvale/shared/lending/auto-lend';
import { lendLimits } from '@bloomvale/shared/lending/caps';
import type { AutoLendRules } from '@bloomvale/shared/protocol/lending-commands';
import { ok } from '@bloomvale/shared/result';
import type { Handler } from '../bus/handler.ts';
import { balanceOf } from '../bus/posting.ts';
import type { Work } from '../bus/work.ts';
import { budgetOf, dayOf, explain, lentToday, lostSince, mustStop, rulesOf } from '../lending/auto-lending.ts';
import { addContribution } from '../lending/funding.ts';
import { changeLender } from '../lending/lender-totals.ts';
import { termsOf } from '../lending/loan-records.ts';
import type { Rules } from '../rules.ts';
import type { AutoLendRow, LoanRow } from '../store/rows.ts';
import { activePlayer } from './by-player.ts';

export type AutoLendRun = { readonly playerId: string; readonly loanIds: readonly string[] };

/** What a player's rules look at in a loan of the store. */
export function candidateOf(rules: Rules, loan: LoanRow): AutoLendCandidate | null {
  const person = rules.entrepreneurs.get(loan.entrepreneur);
  const partner = rules.partners.get(loan.partner);
  if (person === undefined || partner === undefined) return null;
  const { product, annualCost } = termsOf(loan);
  return {
    sector: person.sector,
    country: person.country,
    grade: loan.grade,
    partnerRating: partner.rating,
    annualCost,
    instalments: product.instalments,
    intervalSimHours: product.intervalSimHours,
    starter: loan.starter === 1,
  };
}

/**
 * One round of a player's auto-lend over loans of their village, in the given order: stops it when it must, else lends what rules, limits
 * and the loan allow, and writes down why. Everything is judged by what is true now; a repeat finds nothing left to do.
 */
export const autoLendRun = (rules: Rules): Handler<AutoLendRun, { readonly lent: number }> => ({
  type: 'lend.auto-run',
  needs: ({ playerId, loanIds }) => ({
    player: [playerId],
    lender: [playerId],
    autoLend: [playerId],
    loan: loanIds,
    contribution: loanIds,
    account: [walletOf(playerId), ...loanIds.map(escrowOf)],
  }),
  decide({ playerId, loanIds }, work) {
    const player = activePlayer(work, playerId);
    const row = work.get('autoLend', playerId);
    const own = row === null ? null : rulesOf(row);
    if (player === null || row === null || own === null || row.active === 0) return ok({ lent: 0 });
    const why = mustStop(row, own, work.must('lender', playerId), player.seenAt, work.now);
    if (why !== null) {
      stop(work, row, why, { daysAway: Math.floor((work.now - player.seenAt) / 86_400_000) });
      return ok({ lent: 0 });
    }
    let lent = 0;
    for (const loanId of loanIds) lent += lendTo(work, rules, playerId, own, loanId);
    return ok({ lent });
  },
});

function stop(work: Work, row: AutoLendRow, why: 'absence' | 'loss', more: Readonly<Record<string, number>>): void {
  work.put('autoLend', { ...row, active: 0, stopped: why, stoppedAt: work.now });
  const lost = lostSince(row, work.must('lender', row.playerId));
  explain(work, row.playerId, 'stopped', { why, lost, ...more });
  work.emit({ kind: 'player.changed', playerId: row.playerId });
}

/** Lends to one loan as much as everything allows; returns how much. */
function lendTo(work: Work, rules: Rules, playerId: string, own: AutoLendRules, loanId: string): number {
  const loan = work.get('loan', loanId);
  const candidate = loan === null ? null : candidateOf(rules, loan);
  if (loan === null || candidate === null || !fitsRules(own, candidate) || rules.regionKeys.isTold(loan.season))
    return 0;
  const row = work.must('autoLend', playerId);
  const held = work.all('contribution', loanId).find((one) => one.source === `player:${playerId}`)?.amount ?? 0;
  const limits = {
    budget: budgetOf(row, work.must('lender', playerId)),
    lentToday: lentToday(row, work.now),
    wallet: balanceOf(work, walletOf(playerId)),
    held,
  };
  const allowed = lendLimits({
    amount: loan.amount,
    raised: loan.raised,
    open: loan.state === 'fundraising',
    windowOver: work.sim >= loan.windowEndsAt,
    playerHolds: held,
    wallet: autoLendMost(own, limits),
    starter: false,
    economy: rules.content.economy.lending,
  });
  if (!allowed.ok) return 0;
  const amount = allowed.value.max;
  addContribution(work, loan, {
    source: { kind: 'player', player: playerId },
    amount,
    commandId: `auto:${playerId}:${row.count + 1}`,
    actor: playerActor(playerId),
    reason: 'auto-lend',
  });
  changeLender(work, playerId, (lender) => ({ outstanding: lender.outstanding + amount, lent: lender.lent + amount }));
  work.put('autoLend', {
    ...row,
    lent: row.lent + amount,
    day: dayOf(work.now),
    dayLent: limits.lentToday + amount,
    count: row.count + 1,
  });
  const { sector, country, grade, partnerRating, annualCost } = candidate;
  const left = { dayLeft: own.perDay - limits.lentToday - amount, budgetLeft: limits.budget - amount };
  const fits = { sector, country, grade, rating: partnerRating, annualCost, months: monthsOf(candidate) };
  explain(work, playerId, 'lent', { ...fits, ...left, wallet: limits.wallet - amount }, { loanId, amount });
  return amount;
}
