import type { Json, Section } from '@bloomvale/shared/catalogue/catalogue-diff';
import type { Finding } from '@bloomvale/shared/catalogue/finding';
import type { Words } from '../../i18n/words.ts';
import type { Entry, EntryState, Row } from '../editor/entries.ts';
import { entryKey } from '../findings/findings-store.ts';
import { asideOf, columnsOf, titleOf } from './columns.ts';

export type Sort = { readonly by: string; readonly down: boolean };
export type View = { readonly filter: string; readonly changed: boolean; readonly sort: Sort | null };
export const PLAIN: View = { filter: '', changed: false, sort: null };

/** A row as it is drawn; made once for an entry, and again only when the entry or what it names changed. */
export type Drawn = {
  readonly title: string;
  readonly aside: string;
  readonly cells: readonly string[];
  readonly sorts: readonly (number | string)[];
  readonly haystack: string;
};

/** Letters without accents, so that "nguyen" finds Nguyễn. */
export const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Draws rows; keeps what it drew for as long as language and named entries stay the same. */
export function makeDrawer(section: Section, now: Json, words: Words): (entry: Entry) => Drawn {
  const known = new WeakMap<Entry, Drawn>();
  const columns = columnsOf(section);
  return (entry) => {
    const before = known.get(entry);
    if (before !== undefined) return before;
    const context = { now, words };
    const cells = columns.map((column) => column.text(entry, context));
    const title = titleOf(section, entry, words);
    const aside = asideOf(section, entry);
    const drawn: Drawn = {
      title,
      aside,
      cells,
      sorts: columns.map((column, i) => column.sort?.(entry, context) ?? folded(cells[i] ?? '')),
      haystack: folded([entry.id, title, aside, ...cells.filter((_, i) => columns[i]?.numeric !== true)].join(' ')),
    };
    known.set(entry, drawn);
    return drawn;
  };
}

const ORDER: readonly EntryState[] = ['new', 'edited', 'live', 'retired'];

/** Rows that are shown, in their order. */
export function viewRows(
  rows: readonly Row[],
  section: Section,
  { filter, changed, sort }: View,
  draw: (entry: Entry) => Drawn,
): readonly Row[] {
  const wanted = folded(filter)
    .split(/\s+/)
    .filter((part) => part !== '');
  const shown = rows.filter(({ entry, state }) => {
    if (changed && state === 'live') return false;
    if (wanted.length === 0) return true;
    const { haystack } = draw(entry);
    return wanted.every((part) => haystack.includes(part));
  });
  if (sort === null) return shown;
  const at = columnsOf(section).findIndex(({ id }) => id === sort.by);
  const keyOf = (row: Row): number | string => {
    if (sort.by === 'state') return ORDER.indexOf(row.state);
    const drawn = draw(row.entry);
    return sort.by === 'name' ? folded(drawn.title) : (drawn.sorts[at] ?? '');
  };
  const keys = new Map(shown.map((row) => [row, keyOf(row)]));
  const way = sort.down ? -1 : 1;
  return shown.toSorted((a, b) => {
    const [x, y] = [keys.get(a) ?? '', keys.get(b) ?? ''];
    if (x === y) return 0;
    if (typeof x === 'number' && typeof y === 'number') return way * (x - y);
    return way * (x < y ? -1 : 1);
  });
}

/** "2 errors", as the state of a row says it; errors come before what was edited. */
export const errorsOf = (
  byEntry: ReadonlyMap<string, readonly Finding[]>,
  section: Section,
  id: string | null,
): number => (byEntry.get(entryKey(section, id)) ?? []).filter(({ severity }) => severity === 'error').length;
