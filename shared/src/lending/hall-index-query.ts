import type { Grade, Sector } from '../content/lending.ts';
import type { Minor } from '../money/coins.ts';
import { type DictionaryColumn, HALL_ROWS_MAX, type HallGender, type HallIndex, rowOf } from './hall-index.ts';

/** Sorts of product.md 4.4; `half` is "soonest 50 % back". */
export const HALL_SORTS = ['half', 'ending', 'newest', 'left', 'shortest', 'cost'] as const;
export type HallSort = (typeof HALL_SORTS)[number];

/** What may narrow the hall. An empty list and null let everything through. */
export type HallFilter = {
  readonly countries: readonly string[];
  readonly sectors: readonly Sector[];
  readonly genders: readonly HallGender[];
  readonly grades: readonly Grade[];
  /** Groups only, single borrowers only, or both. */
  readonly group: boolean | null;
  /** Shortest and longest term, simulated hours. */
  readonly termFrom: number | null;
  readonly termTo: number | null;
  /** Lowest rating of the field partner, 0.5 to 5: more stars are less risk. */
  readonly ratingFrom: number | null;
  /** Highest cost to the borrower, fraction of the principal a year. */
  readonly costTo: number | null;
  /** Least and most that is still to raise, minor units. */
  readonly leftFrom: Minor | null;
  readonly leftTo: Minor | null;
  /** Rows to leave out (`rowsOf` the player's own loans); null for none. */
  readonly without: Uint8Array | null;
  /** A piece of a name, town or activity; accents and case do not matter. */
  readonly text: string;
};

export const EVERY_LOAN: HallFilter = {
  countries: [],
  sectors: [],
  genders: [],
  grades: [],
  group: null,
  termFrom: null,
  termTo: null,
  ratingFrom: null,
  costTo: null,
  leftFrom: null,
  leftTo: null,
  without: null,
  text: '',
};

/** Accents and case do not matter to whoever types a name. */
export const foldedText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** A mark for each row whose loan is named; ids the hall does not hold are passed over. For `HallFilter.without`. */
export function rowsOf(index: HallIndex, loanIds: Iterable<string>): Uint8Array {
  const marks = new Uint8Array(index.count);
  for (const id of loanIds) {
    const row = rowOf(index, id);
    if (row >= 0) marks[row] = 1;
  }
  return marks;
}

export type HallRequest = {
  readonly filter: HallFilter;
  readonly sort: HallSort;
  /** Market-day loans stand in front while the player may still fund one. */
  readonly startersFirst: boolean;
};

/**
 * Rows of the open loans that pass the filter, in the order asked for; equal ones in the order of their ids, so that nothing jumps. About
 * two milliseconds for 10 000 loans.
 */
export function queryHall(index: HallIndex, { filter, sort, startersFirst }: HallRequest): Uint32Array {
  const passing = passes(index, filter);
  const order = ordered(index, sort);
  const found = new Uint32Array(index.count);
  let n = 0;
  if (startersFirst) {
    for (const row of order) if (passing[row] === 1 && index.starter[row] === 1) found[n++] = row;
    for (const row of order) if (passing[row] === 1 && index.starter[row] === 0) found[n++] = row;
  } else {
    for (const row of order) if (passing[row] === 1) found[n++] = row;
  }
  return found.slice(0, n);
}

/** How many of these rows have each value of a column, the most frequent first; for the choices of a filter. */
export function countsOf<V>(
  column: DictionaryColumn<V>,
  rows: Uint32Array,
): { readonly value: V; readonly n: number }[] {
  const counts = new Uint32Array(column.values.length);
  for (const row of rows) {
    const code = column.codes[row] as number;
    counts[code] = (counts[code] as number) + 1;
  }
  return column.values
    .map((value, code) => ({ value, n: counts[code] as number }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n);
}

/** 1 for each row that is open and passes. Every condition is one run over one column. */
function passes(index: HallIndex, filter: HallFilter): Uint8Array {
  const passing = new Uint8Array(index.count);
  for (let row = 0; row < index.count; row++) passing[row] = (index.left[row] as number) > 0 ? 1 : 0;
  keepOneOf(passing, index.countries, filter.countries);
  keepOneOf(passing, index.sectors, filter.sectors);
  keepOneOf(passing, index.genders, filter.genders);
  keepOneOf(passing, index.grades, filter.grades);
  if (filter.group !== null) keepWithin(passing, index.members, filter.group ? 2 : null, filter.group ? null : 1);
  keepWithin(passing, index.termHours, filter.termFrom, filter.termTo);
  keepWithin(passing, index.halfStars, filter.ratingFrom === null ? null : filter.ratingFrom * 2, null);
  // Hundredths of a percent are whole: 0.29 × 10 000 is not, in floating point.
  keepWithin(passing, index.costBp, null, filter.costTo === null ? null : Math.round(filter.costTo * 10_000));
  keepWithin(passing, index.left, filter.leftFrom, filter.leftTo);
  const { without } = filter;
  if (without !== null) for (let row = 0; row < index.count; row++) if (without[row] === 1) passing[row] = 0;
  keepText(passing, index, filter.text);
  return passing;
}

function keepOneOf<V>(passing: Uint8Array, column: DictionaryColumn<V>, wanted: readonly V[]): void {
  if (wanted.length === 0) return;
  const allowed = Uint8Array.from(column.values, (value) => (wanted.includes(value) ? 1 : 0));
  for (let row = 0; row < passing.length; row++) {
    if (allowed[column.codes[row] as number] === 0) passing[row] = 0;
  }
}

type Numbers = Uint8Array | Uint16Array | Float64Array;

function keepWithin(passing: Uint8Array, column: Numbers, from: number | null, to: number | null): void {
  if (from === null && to === null) return;
  const low = from ?? Number.NEGATIVE_INFINITY;
  const high = to ?? Number.POSITIVE_INFINITY;
  for (let row = 0; row < passing.length; row++) {
    const value = column[row] as number;
    if (value < low || value > high) passing[row] = 0;
  }
}

/** Words of each row, made at the first search and kept as long as the index. */
const wordsOf = new WeakMap<HallIndex, readonly string[]>();

function keepText(passing: Uint8Array, index: HallIndex, text: string): void {
  const wanted = foldedText(text.trim());
  if (wanted === '') return;
  const words = wordsOf.get(index) ?? searchable(index);
  wordsOf.set(index, words);
  for (let row = 0; row < passing.length; row++) {
    if (passing[row] === 1 && !(words[row] as string).includes(wanted)) passing[row] = 0;
  }
}

function searchable({ names, towns, activities }: HallIndex): string[] {
  const town = towns.values.map(foldedText);
  const activity = activities.values.map(({ en, fr }) => foldedText(`${en}\n${fr}`));
  return names.map(
    (name, row) =>
      `${foldedText(name)}\n${town[towns.codes[row] as number]}\n${activity[activities.codes[row] as number]}`,
  );
}

/** Orders are kept with the index, but for `left`, which moves while one looks. */
const ordersOf = new WeakMap<HallIndex, Map<HallSort, Uint32Array>>();

function ordered(index: HallIndex, sort: HallSort): Uint32Array {
  const orders = ordersOf.get(index) ?? new Map<HallSort, Uint32Array>();
  ordersOf.set(index, orders);
  const known = orders.get(sort);
  if (known !== undefined) return known;
  const order = sorted(...keysOf(index, sort));
  if (sort !== 'left') orders.set(sort, order);
  return order;
}

function keysOf(index: HallIndex, sort: HallSort): [column: Numbers, descending: boolean] {
  switch (sort) {
    case 'half':
      return [index.halfBackHours, false];
    case 'ending':
      return [index.expiresAt, false];
    case 'newest':
      return [index.openedAt, true];
    case 'left':
      return [index.left, false];
    case 'shortest':
      return [index.termHours, false];
    default:
      return [index.costBp, false];
  }
}

/**
 * Rows by their value, equal ones by their number. Value and row are packed into one number, so that the engine's own sort of numbers does
 * it without calling back: a millisecond where a comparing function takes ten. Values reach to 2^39 above the least (15 years of
 * milliseconds), rows to 2^14: together at most 2^53.
 */
function sorted(column: Numbers, descending: boolean): Uint32Array {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of column) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const packed = new Float64Array(column.length);
  for (let row = 0; row < column.length; row++) {
    const value = column[row] as number;
    packed[row] = (descending ? most - value : value - least) * HALL_ROWS_MAX + row;
  }
  return Uint32Array.from(packed.sort(), (key) => key % HALL_ROWS_MAX);
}
