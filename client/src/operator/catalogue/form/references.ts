import { isObject, type Json, type Section } from '@bloomvale/shared/catalogue/catalogue-diff';
import type { Locale } from '@bloomvale/shared/content/text';
import { entriesOf, partOf } from '../editor/entries.ts';
import type { Path } from './set-path.ts';

export type Choice = { readonly value: string; readonly label: string };

/** Fields that name an entry of another part. */
const REFERS: Readonly<Record<string, Section>> = {
  partner: 'partners',
  product: 'products',
  good: 'goods',
  sector: 'sectors',
};

/** A name in one's language, or as it is. */
export function nameOf(value: Json, locale: Locale): string {
  if (typeof value === 'string') return value;
  if (!isObject(value)) return '';
  const text = value[locale] ?? value.en;
  return typeof text === 'string' ? text : '';
}

/** What a field can name; null when it names nothing of the catalogue. */
export function choicesOf(now: Json, section: Section, path: Path, locale: Locale): readonly Choice[] | null {
  const field = path.at(-1);
  if (typeof field !== 'string') return null;
  const named = (value: Json): Choice[] => {
    const { id, name = id } = value as { id: string; name?: Json };
    return [{ value: id, label: nameOf(name as Json, locale) || id }];
  };
  if (field === 'station') {
    const homestead = partOf(now, 'homestead');
    const stations = isObject(homestead) && Array.isArray(homestead.stations) ? homestead.stations : [];
    return stations.filter((station) => isObject(station)).flatMap(named);
  }
  if (field === 'country' && section === 'entrepreneurs') {
    const names = new Intl.DisplayNames([locale], { type: 'region' });
    return entriesOf(now, 'regions')
      .map(({ id }) => ({ value: id, label: names.of(id.toUpperCase()) ?? id }))
      .toSorted((a, b) => a.label.localeCompare(b.label, locale));
  }
  const part = Object.hasOwn(REFERS, field) ? REFERS[field] : undefined;
  if (part === undefined || part === section) return null;
  const choices = entriesOf(now, part).flatMap(named);
  // A version from before sectors were part of the catalogue has none to name.
  return choices.length === 0 ? null : choices;
}
