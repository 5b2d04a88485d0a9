import { disburse } from '@bloomvale/shared/ledger/postings';
import { nextTickOf } from '@bloomvale/shared/lending/loan-clock';
import { makePlan } from '@bloomvale/shared/lending/loan-terms';
import { CHAIN_START } from '@bloomvale/shared/lending/repayment-model';
import { placeShop } from '../../domain/shop-spots.ts';
import { mustPost } from '../bus/posting.ts';
import type { Work } from '../bus/work.ts';
import type { Rules } from '../rules.ts';
import type { LoanRow } from '../store/rows.ts';
import { announceLoan, keepLoan, recordEvent, step } from './loan-changes.ts';
import { termsOf } from './loan-records.ts';
import { keepShops, shopsOf } from './village-records.ts';

/** T4: the escrow goes to the borrower, her schedule starts now, and her shop goes up on the square. */
export function disburseLoan(work: Work, rules: Rules, loan: LoanRow): LoanRow {
  const running = step(loan, { type: 'disburse' });
  const plan = makePlan(termsOf(loan), running.principal, work.sim);
  mustPost(work, disburse(loan.id, running.principal), loan.id);
  const next = nextTickOf({ id: loan.id, terms: termsOf(loan), plan, clock: CHAIN_START });
  const kept = keepLoan(work, {
    ...running,
    plan: JSON.stringify(plan),
    chain: JSON.stringify(CHAIN_START),
    disbursedAt: work.now,
    disbursedSim: work.sim,
    wakeSim: next?.at ?? null,
  });
  recordEvent(work, loan.id, 'disbursed', { principal: running.principal });
  const village = work.must('village', loan.villageId);
  const shops = placeShop(shopsOf(village), rules.shopSpots, loan.id, work.now);
  if (shops !== null) keepShops(work, village, shops);
  announceLoan(work, kept);
  return kept;
}
