import { SECTORS, type Sector } from '@bloomvale/shared/content/lending';
import type { LoanCard } from '@bloomvale/shared/protocol/views';

export const SORTS = ['half', 'ending', 'newest', 'left', 'shortest', 'cost'] as const;
export type Sort = (typeof SORTS)[number];

/** What the list shows; lives in the address, so that it can be kept and sent. */
export type HallQuery = {
  readonly text: string;
  readonly sectors: readonly Sector[];
  /** Highest yearly cost to the borrower, whole percent; null for any. */
  readonly cost: number | null;
  /** Longest term in simulated months; null for any. */
  readonly months: number | null;
  readonly hideMine: boolean;
  readonly sort: Sort;
};

export const EVERYTHING: HallQuery = { text: '', sectors: [], cost: null, months: null, hideMine: false, sort: 'half' };

/** The dearest cost and longest term a filter can name: at them it lets everything through. */
export const MOST_COST = 60;
export const MOST_MONTHS = 24;
const MOST_TEXT = 40;
const HOURS_A_MONTH = 720;

const numberIn = (value: string | null, most: number): number | null => {
  const number = value === null ? Number.NaN : Number(value);
  return Number.isInteger(number) && number >= 1 && number < most ? number : null;
};

/** From the address; whatever does not fit counts as not asked for. */
export function readQuery(search: string): HallQuery {
  const params = new URLSearchParams(search);
  const sort = params.get('sort');
  return {
    text: (params.get('q') ?? '').slice(0, MOST_TEXT),
    sectors: SECTORS.filter((sector) => (params.get('sector') ?? '').split(',').includes(sector)),
    cost: numberIn(params.get('cost'), MOST_COST),
    months: numberIn(params.get('months'), MOST_MONTHS),
    hideMine: params.get('mine') === 'no',
    sort: SORTS.find((known) => known === sort) ?? EVERYTHING.sort,
  };
}

/** For the address, without what is left at its default. */
export function writeQuery(query: HallQuery): string {
  const params = new URLSearchParams();
  if (query.text !== '') params.set('q', query.text);
  if (query.sectors.length > 0) params.set('sector', query.sectors.join(','));
  if (query.cost !== null) params.set('cost', String(query.cost));
  if (query.months !== null) params.set('months', String(query.months));
  if (query.hideMine) params.set('mine', 'no');
  if (query.sort !== EVERYTHING.sort) params.set('sort', query.sort);
  return params.toString();
}

/** Accents and case do not matter to whoever types a name. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

export const termHours = (loan: LoanCard): number => loan.instalments * loan.intervalSimHours;

/** `words` is everything of a card that a search may find, in the player's language. */
export function matches(loan: LoanCard, query: HallQuery, words: string): boolean {
  if (query.sectors.length > 0 && !query.sectors.includes(loan.sector)) return false;
  if (query.cost !== null && loan.annualCost * 100 > query.cost) return false;
  if (query.months !== null && termHours(loan) > query.months * HOURS_A_MONTH) return false;
  if (query.hideMine && loan.mine > 0) return false;
  return folded(words).includes(folded(query.text.trim()));
}

/** Real time until half is back, as far as the forecast's early end goes. */
const halfBack = (loan: LoanCard): number => loan.forecast.halfBackFrom * loan.intervalSimHours;

const ORDERS: Readonly<Record<Sort, (a: LoanCard, b: LoanCard) => number>> = {
  half: (a, b) => halfBack(a) - halfBack(b),
  ending: (a, b) => a.expiresAt - b.expiresAt,
  newest: (a, b) => b.openedAt - a.openedAt,
  left: (a, b) => a.amount - a.raised - (b.amount - b.raised),
  shortest: (a, b) => termHours(a) - termHours(b),
  cost: (a, b) => a.annualCost - b.annualCost,
};

/**
 * Starter projects stand first while the player may still fund one; within each group the chosen order, and the id where two are equal,
 * so that nothing jumps when a bar moves.
 */
export function inOrder(loans: readonly LoanCard[], sort: Sort, startersFirst: boolean): readonly LoanCard[] {
  const order = ORDERS[sort];
  return [...loans].sort((a, b) => {
    if (startersFirst && a.starter !== b.starter) return a.starter ? -1 : 1;
    return order(a, b) || (a.id < b.id ? -1 : 1);
  });
}

/** Filters that narrow the list, for the count on their button. */
export const activeFilters = (query: HallQuery): number =>
  [query.text !== '', query.sectors.length > 0, query.cost !== null, query.months !== null, query.hideMine].filter(
    Boolean,
  ).length;
