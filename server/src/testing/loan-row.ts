import { newLifecycle } from '@bloomvale/shared/lending/loan-state';
import type { LoanRow } from '../application/store/rows.ts';

/** A loan's row for tests of the store alone; whatever is not given is of no meaning. */
export const lifecycleRow = (id: string, given: Partial<LoanRow>): LoanRow => ({
  ...newLifecycle({ state: 'fundraising', funding: 'fixed', amount: 10_000, windowEndsAt: 1_000 }),
  id,
  villageId: 'v1',
  entrepreneur: 'awa',
  product: 'monthly-6',
  partner: 'kapok',
  grade: 'B',
  starter: 0,
  season: 1,
  commitment: '',
  name: 'Awa Diop',
  shortName: 'Awa',
  terms: '{}',
  plan: '',
  chain: '',
  course: '',
  openedAt: 0,
  openedSim: 0,
  fundedAt: null,
  disbursedAt: null,
  disbursedSim: null,
  closedAt: null,
  wakeSim: null,
  contributions: 0,
  lenders: 0,
  poolLent: 0,
  chapter: 0,
  version: 1,
  ...given,
  // What the table checks: nothing is disbursed that was not raised.
  raised: given.raised ?? given.principal ?? 0,
});
