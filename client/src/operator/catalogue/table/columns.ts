import type { Json, Section } from '@bloomvale/shared/catalogue/catalogue-diff';
import type { Words } from '../../i18n/words.ts';
import { type Entry, entriesById, entriesOf, partOf } from '../editor/entries.ts';
import { choiceOf } from '../form/labels.ts';
import { nameOf } from '../form/references.ts';
import { fieldValue, type Path } from '../form/set-path.ts';

/** What cells are made from. */
export type CellContext = { readonly now: Json; readonly words: Words };
export type Column = {
  /** `column.<id>` is its head. */
  readonly id: ColumnId;
  /** CSS width; the name takes what is left. */
  readonly width: string;
  readonly numeric?: boolean;
  /** Also on a phone. */
  readonly narrow?: boolean;
  readonly text: (entry: Entry, context: CellContext) => string;
  /** What it sorts by, when that is not the text. */
  readonly sort?: (entry: Entry, context: CellContext) => number;
};
export type ColumnId =
  | 'sector'
  | 'partner'
  | 'coins'
  | 'months'
  | 'cost'
  | 'loss'
  | 'rating'
  | 'people'
  | 'countries'
  | 'since'
  | 'instalments'
  | 'every'
  | 'method'
  | 'funding'
  | 'price'
  | 'good'
  | 'yield'
  | 'seconds'
  | 'level'
  | 'correlation'
  | 'seasonal'
  | 'drought'
  | 'lean'
  | 'harvest'
  | 'who'
  | 'kind'
  | 'station';

const num = (entry: Json, path: Path): number => {
  const value = fieldValue(entry, path);
  return typeof value === 'number' ? value : 0;
};
const str = (entry: Json, path: Path): string => {
  const value = fieldValue(entry, path);
  return typeof value === 'string' ? value : '';
};
/** Name of the entry of another part that a field names; the id as it stands when there is none. */
const named = (now: Json, section: Section, id: string, { locale }: Words): string =>
  nameOf(entriesById(now, section).get(id)?.name ?? null, locale) || id;

const figure = (id: ColumnId, path: Path, width = '64px', scale = 1, digits = 0): Column => ({
  id,
  width,
  numeric: true,
  text: (entry, { words }) => words.decimal(num(entry, path) * scale, digits),
  sort: (entry) => num(entry, path),
});
const word = (id: ColumnId, path: Path, width: string): Column => ({
  id,
  width,
  text: (entry, { words }) => (str(entry, path) === '' ? '' : choiceOf(words, str(entry, path))),
});
const months = (id: ColumnId, path: Path): Column => ({
  id,
  width: '120px',
  text: (entry, { words }) => {
    const names = new Intl.DateTimeFormat(words.locale, { month: 'short', timeZone: 'UTC' });
    const value = fieldValue(entry, path);
    return Array.isArray(value) ? value.map((month) => names.format(Date.UTC(2001, Number(month)))).join(', ') : '';
  },
});

const HOURS_A_MONTH = 720;
/** Simulated months until the last instalment. */
export function monthsOf(entry: Entry, now: Json): number {
  const product = entriesById(now, 'products').get(str(entry, ['loan', 'product']));
  return product === undefined
    ? 0
    : (num(product, ['instalments']) * num(product, ['intervalSimHours'])) / HOURS_A_MONTH;
}
/** Share of the principal that its grade expects to lose, 0 to 1. */
export const lossOf = (entry: Entry, now: Json): number =>
  num(partOf(now, 'model'), ['lossPpm', str(entry, ['loan', 'grade'])]) / 1_000_000;

const peopleOfPartner = new WeakMap<object, ReadonlyMap<string, number>>();
function peopleOf(id: string, now: Json): number {
  const part = partOf(now, 'entrepreneurs');
  if (!Array.isArray(part)) return 0;
  const counted = peopleOfPartner.get(part) ?? countPeople(now);
  peopleOfPartner.set(part, counted);
  return counted.get(id) ?? 0;
}
function countPeople(now: Json): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entriesOf(now, 'entrepreneurs')) {
    const partner = str(entry, ['partner']);
    counts.set(partner, (counts.get(partner) ?? 0) + 1);
  }
  return counts;
}

const ENTREPRENEURS: readonly Column[] = [
  {
    id: 'sector',
    width: '92px',
    narrow: true,
    text: (entry, { now, words }) => {
      const id = str(entry, ['sector']);
      return nameOf(entriesById(now, 'sectors').get(id)?.name ?? null, words.locale) || choiceOf(words, id);
    },
  },
  {
    id: 'partner',
    width: '112px',
    text: (entry, { now, words }) => named(now, 'partners', str(entry, ['partner']), words),
  },
  figure('coins', ['loan', 'amount'], '50px'),
  {
    id: 'months',
    width: '56px',
    numeric: true,
    text: (entry, { now, words }) => {
      const length = monthsOf(entry, now);
      // Loans of market days take hours.
      return length < 1 ? '<1' : words.decimal(length, Number.isInteger(length) ? 0 : 1);
    },
    sort: (entry, { now }) => monthsOf(entry, now),
  },
  figure('cost', ['loan', 'annualCost'], '56px', 100, 1),
  {
    id: 'loss',
    width: '62px',
    numeric: true,
    text: (entry, { now, words }) => words.decimal(lossOf(entry, now) * 100, 1),
    sort: (entry, { now }) => lossOf(entry, now),
  },
];

const COLUMNS: Partial<Record<Section, readonly Column[]>> = {
  entrepreneurs: ENTREPRENEURS,
  partners: [
    {
      id: 'countries',
      width: '150px',
      text: (entry, { words }) => {
        const value = fieldValue(entry, ['countries']);
        return Array.isArray(value) ? value.map((code) => words.country(String(code))).join(', ') : '';
      },
    },
    figure('rating', ['rating'], '62px', 1, 1),
    {
      id: 'since',
      width: '58px',
      numeric: true,
      text: (entry) => String(num(entry, ['since'])),
      sort: (entry) => num(entry, ['since']),
    },
    {
      id: 'people',
      width: '66px',
      numeric: true,
      text: (entry, { now, words }) => words.integer(peopleOf(entry.id, now)),
      sort: (entry, { now }) => peopleOf(entry.id, now),
    },
  ],
  products: [
    word('method', ['method'], '140px'),
    word('funding', ['funding'], '90px'),
    figure('instalments', ['instalments'], '84px'),
    {
      id: 'every',
      width: '92px',
      numeric: true,
      text: (entry, { words }) => words.simSpan(num(entry, ['intervalSimHours'])),
      sort: (entry) => num(entry, ['intervalSimHours']),
    },
  ],
  goods: [figure('price', ['price'], '84px', 0.01, 2)],
  crops: [
    { id: 'good', width: '120px', text: (entry, { now, words }) => named(now, 'goods', str(entry, ['good']), words) },
    figure('yield', ['yield']),
    figure('seconds', ['growSeconds'], '84px'),
    figure('level', ['unlockLevel']),
  ],
  recipes: [
    { id: 'good', width: '120px', text: (entry, { now, words }) => named(now, 'goods', str(entry, ['good']), words) },
    word('station', ['station'], '90px'),
    figure('seconds', ['seconds'], '84px'),
    figure('level', ['unlockLevel']),
  ],
  sectors: [
    figure('correlation', ['correlationPpm'], '110px', 0.0001, 1),
    {
      id: 'seasonal',
      width: '90px',
      text: (entry, { words }) =>
        fieldValue(entry, ['seasonal']) === true ? words.t('catalogue.yes') : words.t('catalogue.no'),
    },
    figure('drought', ['droughtShiftMilli'], '90px'),
  ],
  regions: [months('lean', ['farming', 'lean']), months('harvest', ['farming', 'harvest'])],
  talks: [word('who', ['who'], '80px'), word('kind', ['kind'], '80px'), figure('level', ['level'], '58px')],
};
export const columnsOf = (section: Section): readonly Column[] => COLUMNS[section] ?? [];

/** What an entry is called in the list. */
export function titleOf(section: Section, entry: Entry, words: Words): string {
  if (section === 'regions') return words.country(entry.id);
  return nameOf(entry.name ?? null, words.locale) || nameOf(entry.text ?? null, words.locale) || entry.id;
}
/** A small word beside the name. */
export const asideOf = (section: Section, entry: Entry): string =>
  section === 'entrepreneurs' ? str(entry, ['country']).toUpperCase() : '';
