import { z } from 'zod';
import { GradeSchema, SectorSchema } from '../content/lending.ts';
import { ContentIdSchema, LocalisedSchema } from '../content/text.ts';
import { err, invariant, ok, type Result } from '../result.ts';
import type { Instant } from '../time/sim-clock.ts';
import { type DictionaryColumn, HALL_GENDERS, HALL_ROWS_MAX, type HallIndex, type HallLoan } from './hall-index.ts';

/**
 * The hall's columns as JSON, for gzip to see long runs of small numbers. Amounts and hours are counted in the largest unit that all of them
 * are multiples of; a loan opens so many seconds after the earliest and ends so many after it opened; a person's id is left out where it is
 * her name in another spelling, and a loan's id is what it does not share with the person's.
 */
export const HALL_INDEX_VERSION = 1;

/** Instants lie within 15 years of the earliest: room in the packed sort keys. A loan whose end has no date (the clock stands still) ends then. */
const SECONDS_MAX = 235_000_000;
/** No amount beyond what a loan can be; terms up to 360 months. */
const AMOUNT_MAX = 1_000_000_000;
const HOURS_MAX = 400_000;

/** A list checked by one plain loop: zod's own takes a tenth of a second for the 200 000 values of a full hall. */
const list = <V>(expected: string, fits: (value: unknown) => boolean) =>
  z.custom<V[]>().check(({ value, issues }) => {
    const rows: unknown = value;
    const tooMany = !Array.isArray(rows) || rows.length > HALL_ROWS_MAX;
    const at = tooMany ? -1 : rows.findIndex((row) => !fits(row));
    if (tooMany) issues.push({ code: 'custom', message: `expected at most ${HALL_ROWS_MAX} rows`, input: value });
    if (at >= 0) issues.push({ code: 'custom', message: `expected ${expected}`, path: [at], input: value });
  });
const rows = (most: number) =>
  list<number>(`a whole number from 0 to ${most}`, (value) => Number.isInteger(value) && between(value, 0, most));
const texts = (least: number, most: number) =>
  list<string>(
    `${least} to ${most} characters`,
    (value) => typeof value === 'string' && between(value.length, least, most),
  );
const between = (value: unknown, least: number, most: number): boolean =>
  typeof value === 'number' && value >= least && value <= most;
const dictionary = <V extends z.ZodType>(value: V) =>
  z.strictObject({ values: z.array(value).max(HALL_ROWS_MAX), codes: rows(HALL_ROWS_MAX - 1) });
const counts = (most: number) => z.strictObject({ unit: z.int().min(1).max(most), count: rows(most) });

export const HallIndexWireSchema = z.strictObject({
  version: z.literal(HALL_INDEX_VERSION),
  at: z.int().min(0),
  names: texts(1, 60),
  /** Empty where it is the name in lower case, without accents, with hyphens. */
  entrepreneurs: texts(0, 40),
  /** Length of the beginning a loan's id shares with the person's, and the rest of it. */
  idShared: rows(64),
  idRest: texts(0, 64),
  towns: dictionary(z.string().min(1).max(40)),
  activities: dictionary(LocalisedSchema),
  countries: dictionary(z.string().regex(/^[a-z]{2}$/)),
  sectors: dictionary(SectorSchema),
  genders: dictionary(z.enum(HALL_GENDERS)),
  partners: dictionary(z.strictObject({ id: ContentIdSchema, halfStars: z.int().min(1).max(10) })),
  grades: dictionary(GradeSchema),
  members: rows(100),
  starter: rows(1),
  flexible: rows(1),
  termHours: counts(HOURS_MAX),
  halfBackHours: counts(HOURS_MAX),
  costBp: rows(60_000),
  amount: counts(AMOUNT_MAX),
  left: counts(AMOUNT_MAX),
  opened: z.strictObject({ from: z.int().min(0).max(8_640_000_000_000), seconds: rows(SECONDS_MAX) }),
  /** Seconds from opening to the end of the window. */
  openFor: counts(SECONDS_MAX),
});
export type HallIndexWire = z.infer<typeof HallIndexWireSchema>;

/** What was wrong with an index: the path in it, and what was expected. */
export type HallIndexFault = { readonly field: string; readonly message: string };

/** @throws InvariantError for more loans than `HALL_ROWS_MAX`, or two with one id: the caller bounds what it lists. */
export function encodeHallIndex(loans: readonly HallLoan[], at: Instant): HallIndexWire {
  invariant(loans.length <= HALL_ROWS_MAX, `a hall lists at most ${HALL_ROWS_MAX} loans`);
  const sorted = [...loans].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const [row, { id }] of sorted.entries())
    invariant(id !== sorted[row - 1]?.id, `the hall lists loan ${id} twice`);
  const column = <V>(value: (loan: HallLoan) => V): V[] => sorted.map(value);
  const opened = column(({ openedAt }) => Math.floor(openedAt / 1_000));
  const ends = column(({ expiresAt }) => Math.floor(expiresAt / 1_000));
  const shared = column(({ id, entrepreneur }) => sharedStart(id, entrepreneur));
  return {
    version: HALL_INDEX_VERSION,
    at,
    names: column(({ name }) => name),
    entrepreneurs: column(({ name, entrepreneur }) => (entrepreneur === spelledId(name) ? '' : entrepreneur)),
    idShared: shared,
    idRest: sorted.map(({ id }, row) => id.slice(shared[row])),
    towns: coded(column(({ town }) => town)),
    activities: coded(
      column(({ activity }) => activity),
      ({ en, fr }) => `${en}\n${fr}`,
    ),
    countries: coded(column(({ country }) => country)),
    sectors: coded(column(({ sector }) => sector)),
    genders: coded(column(({ gender }) => gender)),
    partners: coded(
      column(({ partner, rating }) => ({ id: partner, halfStars: Math.round(rating * 2) })),
      ({ id, halfStars }) => `${id} ${halfStars}`,
    ),
    grades: coded(column(({ grade }) => grade)),
    members: column(({ members }) => members),
    starter: column(({ starter }) => (starter ? 1 : 0)),
    flexible: column(({ funding }) => (funding === 'flexible' ? 1 : 0)),
    termHours: counted(column(({ termHours }) => termHours)),
    halfBackHours: counted(column(({ halfBackHours }) => halfBackHours)),
    costBp: column(({ annualCost }) => Math.round(annualCost * 10_000)),
    amount: counted(column(({ amount }) => amount)),
    left: counted(column(({ amount, raised }) => amount - raised)),
    opened: sinceFirst(opened),
    openFor: counted(ends.map((end, row) => Math.max(0, Math.min(SECONDS_MAX, end - (opened[row] as number))))),
  };
}

/** Reads what the server sent, as text already parsed. Refuses another version, a wrong shape, and columns that do not fit together. */
export function decodeHallIndex(raw: unknown): Result<HallIndex, HallIndexFault> {
  const parsed = HallIndexWireSchema.safeParse(raw);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return err({ field: issue?.path.join('.') ?? '', message: issue?.message ?? 'not a hall index' });
  }
  const wire = parsed.data;
  const entrepreneurs = wire.entrepreneurs.map((id, row) => (id === '' ? spelledId(wire.names[row] ?? '') : id));
  const ids = wire.idRest.map((rest, row) => (entrepreneurs[row] ?? '').slice(0, wire.idShared[row]) + rest);
  const fault = misfit(wire) ?? unsorted(ids);
  return fault === null ? ok(columnsOf(wire, ids, entrepreneurs)) : err(fault);
}

function columnsOf(wire: HallIndexWire, ids: readonly string[], entrepreneurs: readonly string[]): HallIndex {
  const openedAt = Float64Array.from(wire.opened.seconds, (second) => (wire.opened.from + second) * 1_000);
  const openFor = multiplied(wire.openFor);
  const stars = Uint8Array.from(wire.partners.values, ({ halfStars }) => halfStars);
  return {
    at: wire.at,
    count: ids.length,
    ids,
    names: wire.names,
    entrepreneurs,
    towns: packed(wire.towns),
    activities: packed(wire.activities),
    countries: packed(wire.countries),
    sectors: packed(wire.sectors),
    genders: packed(wire.genders),
    partners: packed({ values: wire.partners.values.map(({ id }) => id), codes: wire.partners.codes }),
    grades: packed(wire.grades),
    members: Uint16Array.from(wire.members),
    halfStars: Uint8Array.from(wire.partners.codes, (code) => stars[code] as number),
    starter: Uint8Array.from(wire.starter),
    flexible: Uint8Array.from(wire.flexible),
    termHours: multiplied(wire.termHours),
    halfBackHours: multiplied(wire.halfBackHours),
    costBp: Uint16Array.from(wire.costBp),
    amount: multiplied(wire.amount),
    left: multiplied(wire.left),
    openedAt,
    expiresAt: openedAt.map((opened, row) => opened + (openFor[row] as number) * 1_000),
  };
}

/** Lengths and codes that do not fit together, and more left than was asked for: a shape cannot say so. */
function misfit(wire: HallIndexWire): HallIndexFault | null {
  const count = wire.idRest.length;
  for (const [field, value] of Object.entries(wire)) {
    const length = lengthOf(value);
    if (length !== null && length !== count) return { field, message: `expected ${count} rows, found ${length}` };
    if (typeof value !== 'object' || !('codes' in value)) continue;
    const most = value.codes.reduce((a, b) => Math.max(a, b), -1);
    if (most >= value.values.length)
      return { field: `${field}.codes`, message: `expected codes below ${value.values.length}, found ${most}` };
  }
  const amount = multiplied(wire.amount);
  const over = multiplied(wire.left).findIndex((left, row) => left > (amount[row] as number));
  return over < 0 ? null : { field: `left.count.${over}`, message: 'expected no more than the amount' };
}

function unsorted(ids: readonly string[]): HallIndexFault | null {
  const row = ids.findIndex((id, i) => i > 0 && id <= (ids[i - 1] as string));
  return row < 0 ? null : { field: `idRest.${row}`, message: 'expected ids in rising order' };
}

function lengthOf(value: HallIndexWire[keyof HallIndexWire]): number | null {
  if (typeof value === 'number') return null;
  if (Array.isArray(value)) return value.length;
  if ('codes' in value) return value.codes.length;
  return 'count' in value ? value.count.length : value.seconds.length;
}

/** How most ids of the catalogue are made from names. */
const spelledId = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll(' ', '-');

function sharedStart(text: string, other: string): number {
  let shared = 0;
  while (shared < other.length && text[shared] === other[shared]) shared++;
  return shared;
}

/** The most frequent value comes first: small codes are short. */
function coded<V>(
  column: readonly V[],
  name: (value: V) => string = String,
): { readonly values: V[]; readonly codes: number[] } {
  const found = new Map<string, { readonly value: V; times: number }>();
  for (const value of column) {
    const key = name(value);
    const known = found.get(key);
    if (known === undefined) found.set(key, { value, times: 1 });
    else known.times++;
  }
  const order = [...found].sort(([a, x], [b, y]) => y.times - x.times || (a < b ? -1 : 1));
  const codeOf = new Map(order.map(([key], code) => [key, code]));
  return {
    values: order.map(([, { value }]) => value),
    codes: column.map((value) => codeOf.get(name(value)) as number),
  };
}

const packed = <V>({ values, codes }: { values: V[]; codes: number[] }): DictionaryColumn<V> => ({
  values,
  codes: Uint16Array.from(codes),
});

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

function counted(column: readonly number[]): { unit: number; count: number[] } {
  const unit = Math.max(1, column.reduce(divisor, 0));
  return { unit, count: column.map((amount) => amount / unit) };
}
const multiplied = ({ unit, count }: HallIndexWire['amount']): Float64Array =>
  Float64Array.from(count, (times) => times * unit);

function sinceFirst(seconds: readonly number[]): { from: number; seconds: number[] } {
  const from = seconds.reduce((a, b) => Math.min(a, b), seconds[0] ?? 0);
  return { from, seconds: seconds.map((second) => Math.min(SECONDS_MAX, second - from)) };
}
