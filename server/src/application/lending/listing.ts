import type { Entrepreneur, Product } from '@bloomvale/shared/content/lending';
import { SYSTEM } from '@bloomvale/shared/ledger/postings';
import { borrowerPlace } from '@bloomvale/shared/lending/borrower-place';
import { newLifecycle } from '@bloomvale/shared/lending/loan-state';
import { type LoanTerms, makeTerms } from '@bloomvale/shared/lending/loan-terms';
import { starterSource } from '@bloomvale/shared/lending/pool-rules';
import type { FarmingYear } from '@bloomvale/shared/lending/region';
import { coins, type Minor } from '@bloomvale/shared/money/coins';
import { commitment, loanKey } from '@bloomvale/shared/random/keys';
import { invariant } from '@bloomvale/shared/result';
import type { Listing } from '../../domain/listing-plan.ts';
import { balanceOf } from '../bus/posting.ts';
import type { Work } from '../bus/work.ts';
import type { Rules } from '../rules.ts';
import type { LoanRow, VillageRow } from '../store/rows.ts';
import { amountIn } from './chapters.ts';
import { addContribution } from './funding.ts';
import { announceLoan, keepLoan, recordEvent } from './loan-changes.ts';
import { COMMUNITY, PLAIN_COURSE, STARTER_CAMPAIGN } from './loan-records.ts';

/**
 * A listing, and which part of her story it tells; the first when left out. `id` when it takes the place of another, and so has no number of
 * its own in the village.
 */
export type ChapteredListing = Listing & { readonly chapter?: number; readonly id?: string };

/** Id of a village's n-th loan: entrepreneur, village, number; at most 64 characters, as accounts want it. */
export const loanIdOf = (entrepreneur: string, villageId: string, n: number): string =>
  `${entrepreneur}-${villageId}-${n}`;

/** What somebody's loan would be made of if it were listed now. */
export type Offer = {
  readonly person: Entrepreneur;
  readonly product: Product;
  readonly amount: Minor;
  readonly terms: LoanTerms;
  readonly farming: FarmingYear | null;
};

/** Null for somebody who is not in the catalogue, or no longer. */
export function offerOf(rules: Rules, entrepreneur: string, chapter: number): Offer | null {
  const person = rules.listed.get(entrepreneur);
  const product = rules.products.get(person?.loan.product ?? '');
  if (person === undefined || product === undefined) return null;
  const { grade, annualCost } = person.loan;
  const { model } = rules.content;
  const luck = luckOf(rules, person, product);
  const terms = makeTerms({ product, annualCost, grade, model, ...luck.terms }, rules.risk(product, grade));
  return { person, product, amount: coins(amountIn(person, chapter)), terms, farming: luck.farming };
}

/** Opens one loan in a village's hall; a starter project comes with its first part already lent by the pool, or matched (T12). */
export function listLoan(
  work: Work,
  rules: Rules,
  village: VillageRow,
  season: number,
  listing: ChapteredListing,
  n: number,
): LoanRow {
  const chapter = listing.chapter ?? 0;
  const offer = offerOf(rules, listing.entrepreneur, chapter);
  invariant(offer !== null, `no such entrepreneur: ${listing.entrepreneur}`);
  const { person, product, amount, terms, farming } = offer;
  const { grade } = person.loan;
  const id = listing.id ?? loanIdOf(person.id, village.id, n);
  const loan: LoanRow = {
    ...newLifecycle({
      state: 'fundraising',
      funding: product.funding,
      amount,
      windowEndsAt: work.sim + listing.windowSim,
    }),
    id,
    villageId: village.id,
    entrepreneur: person.id,
    product: product.id,
    partner: person.partner,
    grade,
    starter: listing.starter ? 1 : 0,
    season,
    commitment: commitment(loanKey(rules.secrets.season(season), id)),
    name: person.name,
    shortName: person.shortName,
    terms: JSON.stringify(terms),
    plan: '',
    chain: '',
    course: JSON.stringify({ ...PLAIN_COURSE, farming }),
    openedAt: work.now,
    openedSim: work.sim,
    fundedAt: null,
    disbursedAt: null,
    disbursedSim: null,
    closedAt: null,
    wakeSim: work.sim + listing.windowSim,
    contributions: 0,
    lenders: 0,
    poolLent: 0,
    chapter,
    version: 0,
  };
  work.absorb('contribution', [id], []);
  const kept = keepLoan(work, loan);
  recordEvent(work, id, 'listed', { amount: loan.amount, commitment: loan.commitment });
  work.emit({ kind: 'loan.listed', villageId: village.id, loanId: id });
  if (listing.starter) return matchStarter(work, rules, kept);
  announceLoan(work, kept);
  return kept;
}

/**
 * Region, sector and group: what the borrower's luck is made of. A market-day loan is over within a simulated day, so no season, drought or
 * devaluation passes over it and the plain chain runs; likewise where the running season has no keys for a country yet.
 */
function luckOf(rules: Rules, person: Entrepreneur, product: Product) {
  const region = rules.regions.get(person.country);
  if (product.starter || region === undefined || !rules.regionKeys.knows(person.country)) {
    return { terms: {}, farming: null };
  }
  const place = borrowerPlace(person, region, rules.content.sectors);
  return { terms: { place }, farming: region.farming };
}

/** The first 75 of a starter project's 100 coins: from the pool, or minted as a matching that will fill the guarantee fund. */
function matchStarter(work: Work, rules: Rules, loan: LoanRow): LoanRow {
  const { lending } = rules.content.economy;
  if (lending.starterMatched === 0) return loan;
  const from = starterSource(balanceOf(work, 'pool:community'), lending);
  recordEvent(work, loan.id, from === 'pool' ? 'pool_lent' : 'matched', { amount: lending.starterMatched });
  return addContribution(work, loan, {
    source: from === 'pool' ? COMMUNITY : STARTER_CAMPAIGN,
    amount: lending.starterMatched,
    commandId: `starter:${loan.id}`,
    actor: SYSTEM,
  });
}
