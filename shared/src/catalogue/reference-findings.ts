import type { Entrepreneur } from '../content/lending.ts';
import type { Localised } from '../content/text.ts';
import { isObject, type Json, type Section } from './catalogue-diff.ts';
import { LIST_SECTIONS } from './content-fields.ts';
import { type Place, quoted, type Tell } from './finding.ts';
import type { JudgedContent } from './judged-content.ts';

/** Names that stand twice, and references that lead nowhere or that nobody makes. */
export function tellReferences(judged: JudgedContent, tell: Tell): void {
  for (const section of LIST_SECTIONS) tellTwice(section, judged.raw[section], tell);
  tellNestedTwice(judged, tell);
  tellNames(judged, tell);
  const countries = new Map(judged.lists.partners.map((partner) => [partner.id, new Set(partner.countries)]));
  for (const person of judged.lists.entrepreneurs) tellPerson(person, judged, countries, tell);
  tellUnused(judged, tell);
}

function tellTwice(section: Section, part: Json | undefined, tell: Tell): void {
  if (!Array.isArray(part)) return;
  const seen = new Set<string>();
  const told = new Set<string>();
  for (const entry of part) {
    const id = isObject(entry as Json) ? (entry as { id?: unknown }).id : undefined;
    if (typeof id !== 'string') continue;
    if (seen.has(id) && !told.has(id)) {
      told.add(id);
      tell({ section, id: quoted(id), path: ['id'] }, 'id_twice', { id: quoted(id) });
    }
    seen.add(id);
  }
}

function tellNestedTwice({ parts: { homestead, growing } }: JudgedContent, tell: Tell): void {
  const lists = [
    { section: 'homestead', path: ['stations'], ids: homestead?.stations.map(({ id }) => id) ?? [] },
    { section: 'growing', path: ['ownLoan', 'offers'], ids: growing?.ownLoan.offers.map(({ id }) => id) ?? [] },
  ] as const;
  for (const { section, path, ids } of lists) {
    for (const [i, id] of ids.entries()) {
      if (ids.indexOf(id) < i) tell({ section, path: [...path, i, 'id'] }, 'id_twice', { id });
    }
  }
}

/** Two of one name are confused by players; a person's face is its own as well. */
function tellNames({ lists }: JudgedContent, tell: Tell): void {
  const { entrepreneurs, partners, products, goods, crops, recipes } = lists;
  const plain = (text: string | Localised): string => (typeof text === 'string' ? text : text.en).trim().toLowerCase();
  const named = { entrepreneurs, partners, products, goods, crops, recipes };
  for (const [section, entries] of Object.entries(named)) {
    const place = { section: section as Section, path: ['name'] };
    tellSame<{ readonly id: string; readonly name: string | Localised }>(
      entries,
      place,
      ({ name }) => plain(name),
      'name_twice',
      tell,
    );
  }
  const faces = { section: 'entrepreneurs', path: ['look'] } as const;
  const drawn = entrepreneurs.filter(({ look }) => Object.keys(look).length > 0);
  const faceOf = ({ look }: Entrepreneur): string =>
    JSON.stringify(Object.entries(look).sort(([a], [b]) => (a < b ? -1 : 1)));
  tellSame(drawn, faces, faceOf, 'face_twice', tell);
}

function tellSame<T extends { readonly id: string }>(
  entries: readonly T[],
  place: Place,
  keyOf: (entry: T) => string,
  code: 'name_twice' | 'face_twice',
  tell: Tell,
): void {
  const first = new Map<string, string>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const other = first.get(key);
    if (other === undefined) first.set(key, entry.id);
    else if (other !== entry.id) tell({ ...place, id: entry.id }, code, { other });
  }
}

/** @param countries of partners that fit their schema; of another one nothing is known, and nothing is said about it twice */
function tellPerson(
  person: Entrepreneur,
  { ids }: JudgedContent,
  countries: ReadonlyMap<string, ReadonlySet<string>>,
  tell: Tell,
): void {
  const at = (...path: string[]): Place => ({ section: 'entrepreneurs', id: person.id, path });
  const { country, partner, loan } = person;
  if (!ids.partners.has(partner)) tell(at('partner'), 'partner_unknown', { partner });
  else if (countries.get(partner)?.has(country) === false)
    tell(at('partner'), 'partner_not_there', { partner, country });
  if (!ids.regions.has(country)) tell(at('country'), 'region_unknown', { country });
  if (!ids.products.has(loan.product)) tell(at('loan', 'product'), 'product_unknown', { product: loan.product });
  if (genderOf(person) !== person.gender) tell(at('gender'), 'group_and_gender', { gender: person.gender });
}

/** What the numbers of a group say; the gender of one person is the person's own word. */
function genderOf({ gender, group }: Entrepreneur): Entrepreneur['gender'] | null {
  if (group === null) return gender.endsWith('_group') ? null : gender;
  if (group.men > group.members) return null;
  if (group.men === 0) return 'women_group';
  return group.men === group.members ? 'men_group' : 'mixed_group';
}

function tellUnused({ lists, parts }: JudgedContent, tell: Tell): void {
  const { entrepreneurs, partners, products, regions, goods, crops, recipes } = lists;
  const unused = (
    section: Section,
    entries: readonly { readonly id: string }[],
    used: ReadonlySet<string>,
    code: Unused,
  ) => {
    for (const { id } of entries) if (!used.has(id)) tell({ section, id }, code);
  };
  unused('partners', partners, new Set(entrepreneurs.map(({ partner }) => partner)), 'partner_unused');
  unused('products', products, new Set(entrepreneurs.map(({ loan }) => loan.product)), 'product_unused');
  unused('regions', regions, new Set(entrepreneurs.map(({ country }) => country)), 'region_unused');
  if (parts.growing === null) return;
  const traded = Object.values(parts.growing.shops.sells).flat();
  const goodsMade = [...crops, ...recipes, ...traded].map(({ good }) => good);
  unused('goods', goods, new Set(goodsMade), 'good_unused');
}
type Unused = 'partner_unused' | 'product_unused' | 'region_unused' | 'good_unused';
