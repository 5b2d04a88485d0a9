import { SECTORS, type Sector } from '@bloomvale/shared/content/lending';
import { HALL_GENDERS, type HallGender } from '@bloomvale/shared/lending/hall-index';
import { HALL_SORTS, type HallSort } from '@bloomvale/shared/lending/hall-index-query';
import type { LoanCard } from '@bloomvale/shared/protocol/views';

export const SIZES = ['single', 'group'] as const;
export type Size = (typeof SIZES)[number];

/** What the list shows; lives in the address, so that it can be kept and sent. */
export type HallQuery = {
  readonly text: string;
  readonly sectors: readonly Sector[];
  /** ISO 3166 alpha-2, lower case. */
  readonly countries: readonly string[];
  readonly genders: readonly HallGender[];
  /** One person or a group; null for both. */
  readonly size: Size | null;
  /** Highest yearly cost to the borrower, whole percent; null for any. */
  readonly cost: number | null;
  /** Longest term in simulated months; null for any. */
  readonly months: number | null;
  /** Lowest risk rating of the field partner, in halves; null for any. */
  readonly rating: number | null;
  /** Most that is still needed, whole coins; null for any. */
  readonly left: number | null;
  readonly hideMine: boolean;
  readonly sort: HallSort;
};

export const EVERYTHING: HallQuery = {
  text: '',
  sectors: [],
  countries: [],
  genders: [],
  size: null,
  cost: null,
  months: null,
  rating: null,
  left: null,
  hideMine: false,
  sort: 'half',
};

/** The dearest cost, longest term and largest need a filter can name: at them it lets everything through. */
export const MOST_COST = 60;
export const MOST_MONTHS = 24;
export const MOST_LEFT = 1_000;
/** Ratings go from half a point to five; a filter begins at one. */
export const LEAST_RATING = 1;
export const MOST_RATING = 5;
const MOST_TEXT = 40;
const MOST_COUNTRIES = 60;

const numberIn = (value: string | null, most: number): number | null => {
  const number = value === null ? Number.NaN : Number(value);
  return Number.isInteger(number) && number >= 1 && number < most ? number : null;
};

const ratingIn = (value: string | null): number | null => {
  const number = value === null ? Number.NaN : Number(value);
  return Number.isInteger(number * 2) && number > LEAST_RATING && number <= MOST_RATING ? number : null;
};

const listOf = (value: string | null): readonly string[] => (value ?? '').split(',');

/** From the address or from what was kept; whatever does not fit counts as not asked for. */
export function readQuery(search: string): HallQuery {
  const params = new URLSearchParams(search);
  const sort = params.get('sort');
  const countries = listOf(params.get('country')).filter((code) => /^[a-z]{2}$/.test(code));
  return {
    text: (params.get('q') ?? '').slice(0, MOST_TEXT),
    sectors: SECTORS.filter((sector) => listOf(params.get('sector')).includes(sector)),
    countries: [...new Set(countries)].sort().slice(0, MOST_COUNTRIES),
    genders: HALL_GENDERS.filter((gender) => listOf(params.get('gender')).includes(gender)),
    size: SIZES.find((size) => size === params.get('size')) ?? null,
    cost: numberIn(params.get('cost'), MOST_COST),
    months: numberIn(params.get('months'), MOST_MONTHS),
    rating: ratingIn(params.get('rating')),
    left: numberIn(params.get('left'), MOST_LEFT),
    hideMine: params.get('mine') === 'no',
    sort: HALL_SORTS.find((known) => known === sort) ?? EVERYTHING.sort,
  };
}

/** For the address, without what is left at its default. */
export function writeQuery(query: HallQuery): string {
  const params = new URLSearchParams();
  const list = (name: string, values: readonly string[]): void => {
    if (values.length > 0) params.set(name, values.join(','));
  };
  const number = (name: string, value: number | null): void => {
    if (value !== null) params.set(name, String(value));
  };
  if (query.text !== '') params.set('q', query.text);
  list('sector', query.sectors);
  list('country', query.countries);
  list('gender', query.genders);
  if (query.size !== null) params.set('size', query.size);
  number('cost', query.cost);
  number('months', query.months);
  number('rating', query.rating);
  number('left', query.left);
  if (query.hideMine) params.set('mine', 'no');
  if (query.sort !== EVERYTHING.sort) params.set('sort', query.sort);
  return params.toString();
}

export const termHours = (loan: Pick<LoanCard, 'instalments' | 'intervalSimHours'>): number =>
  loan.instalments * loan.intervalSimHours;

/** Filters that can be taken away one by one, in the order of the column. */
export const FILTERS = [
  'text',
  'sectors',
  'countries',
  'genders',
  'size',
  'cost',
  'months',
  'rating',
  'left',
  'hideMine',
] as const;
export type Filter = (typeof FILTERS)[number];

export const without = (query: HallQuery, filter: Filter): HallQuery => ({ ...query, [filter]: EVERYTHING[filter] });

const isActive = (query: HallQuery, filter: Filter): boolean => {
  const value = query[filter];
  return Array.isArray(value) ? value.length > 0 : value !== EVERYTHING[filter];
};

/** Filters that narrow the list. */
export const activeFilters = (query: HallQuery): readonly Filter[] => FILTERS.filter((name) => isActive(query, name));

export type Widening = { readonly without: Filter; readonly query: HallQuery; readonly count: number };

/**
 * What to offer when nothing matches: the one filter without which the fewest loans match, that is, those nearest to what was asked.
 * Null when no single one helps. `count` tells how many loans match a query.
 */
export function widening(query: HallQuery, count: (query: HallQuery) => number): Widening | null {
  const ways = activeFilters(query)
    .map((filter) => ({ without: filter, query: without(query, filter) }))
    .map((way) => ({ ...way, count: count(way.query) }))
    .filter((way) => way.count > 0);
  return ways.reduce<Widening | null>((best, way) => (best === null || way.count < best.count ? way : best), null);
}
