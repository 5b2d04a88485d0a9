import { hrefTo } from '../../shell/route.ts';

/** Parts with a page of their own; the others are under Economy. */
const CATALOGUE: ReadonlySet<string> = new Set(['entrepreneurs', 'products', 'catalogue']);

/** Where an entry of the catalogue is edited. */
export function entryHref(section: string, id: string | null): string {
  const entry = id === null ? [] : [id];
  if (section === 'partners') return hrefTo(['partners', ...entry]);
  if (section === 'catalogue') return hrefTo(['catalogue']);
  return hrefTo([CATALOGUE.has(section) ? 'catalogue' : 'economy', section, ...entry]);
}
