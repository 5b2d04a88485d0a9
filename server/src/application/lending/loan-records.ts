import type { Contribution, ContributionSource } from '@bloomvale/shared/ledger/postings';
import type { ClockedLoan } from '@bloomvale/shared/lending/loan-clock';
import { type LoanPlan, LoanPlanSchema, type LoanTerms, LoanTermsSchema } from '@bloomvale/shared/lending/loan-terms';
import type { FarmingYear } from '@bloomvale/shared/lending/region';
import type { ChainState } from '@bloomvale/shared/lending/repayment-model';
import type { ShockCause } from '@bloomvale/shared/lending/shocks';
import { COURSE_START, type LoanCourse } from '@bloomvale/shared/lending/world-tick';
import { assertNever, invariant } from '@bloomvale/shared/result';
import type { ContributionRow, LoanRow } from '../store/rows.ts';

/** Between the rows of the store and what the rules of lending work with. */

/** Parsed terms and plans by their text: many loans share terms, and a plan is read at every tick. Bounded, oldest dropped. */
const PARSED_MAX = 2_000;
const termsByText = new Map<string, LoanTerms>();
const plansByText = new Map<string, LoanPlan>();

function parsed<T>(cache: Map<string, T>, text: string, parse: (value: unknown) => T): T {
  const found = cache.get(text);
  if (found !== undefined) return found;
  const made = parse(JSON.parse(text));
  cache.set(text, made);
  if (cache.size > PARSED_MAX) cache.delete(cache.keys().next().value as string);
  return made;
}

export const termsOf = (loan: LoanRow): LoanTerms =>
  parsed(termsByText, loan.terms, (value) => LoanTermsSchema.parse(value));

/** Schedule in force; null before disbursal. */
export const planOf = (loan: LoanRow): LoanPlan | null =>
  loan.plan === '' ? null : parsed(plansByText, loan.plan, (value) => LoanPlanSchema.parse(value));

export const chainStateOf = (loan: LoanRow): ChainState | null =>
  loan.chain === '' ? null : (JSON.parse(loan.chain) as ChainState);

/** What a loan carries from tick to tick, as it is stored. */
export type StoredCourse = LoanCourse & {
  /** Farming year of its region, frozen when it was listed; null without a place. */
  readonly farming: FarmingYear | null;
  /** Causes of the last tick: what began and what is over shows in the next one. */
  readonly causes: readonly ShockCause[];
  /** Tries to recover something after a default that are over. */
  readonly tries: number;
};
/** Of a loan without a place, and of every loan of the first release. */
export const PLAIN_COURSE: StoredCourse = { ...COURSE_START, farming: null, causes: [], tries: 0 };

export const courseOf = (loan: LoanRow): StoredCourse =>
  loan.course === '' ? PLAIN_COURSE : { ...PLAIN_COURSE, ...(JSON.parse(loan.course) as Partial<StoredCourse>) };

/** A disbursed loan as its clock sees it. @throws InvariantError before disbursal. */
export function clockedLoan(loan: LoanRow): ClockedLoan {
  const plan = planOf(loan);
  const clock = chainStateOf(loan);
  invariant(plan !== null && clock !== null, `loan ${loan.id} has not been disbursed`);
  return { id: loan.id, terms: termsOf(loan), plan, clock };
}

/** Unique over all loans; stands in postings as `contribution:{id}`. */
export const contributionId = ({ loanId, idx }: Pick<ContributionRow, 'loanId' | 'idx'>): string => `${loanId}/${idx}`;

export const COMMUNITY: ContributionSource = { kind: 'community' };
/** Campaign under which starter projects are matched when the pool is short (T12). */
export const STARTER_CAMPAIGN: ContributionSource = { kind: 'matcher', campaign: 'starter' };

export function sourceText(source: ContributionSource): string {
  switch (source.kind) {
    case 'player':
      return `player:${source.player}`;
    case 'team':
      return `team:${source.team}`;
    case 'community':
      return 'community';
    case 'matcher':
      return `matcher:${source.campaign}`;
    default:
      return assertNever(source);
  }
}

/** @throws InvariantError on a text that `sourceText` did not make. */
export function sourceOf(text: string): ContributionSource {
  if (text === 'community') return COMMUNITY;
  const cut = text.indexOf(':');
  const name = text.slice(cut + 1);
  const kind = text.slice(0, cut);
  if (kind === 'player') return { kind, player: name };
  if (kind === 'team') return { kind, team: name };
  invariant(kind === 'matcher', `unknown source of a contribution: ${text}`);
  return { kind, campaign: name };
}

export const asContribution = (row: ContributionRow): Contribution => ({
  id: contributionId(row),
  source: sourceOf(row.source),
  amount: row.amount,
  paid: row.received,
  forgiven: row.forgiven,
});

/** In the order in which they were made: the fair split and its replay depend on it. */
export const inOrder = (rows: readonly ContributionRow[]): ContributionRow[] => [...rows].sort((a, b) => a.idx - b.idx);

/** What of a contribution is neither back nor given up. */
export const openPart = (row: ContributionRow): number =>
  row.amount - row.received - row.refunded - row.forgiven - row.lost;
