import { type Content, ContentSchema } from '@bloomvale/shared/content/content';
import { GrowingSchema } from '@bloomvale/shared/content/growing';
import { HomesteadSchema, RecipeSchema, TalkSchema } from '@bloomvale/shared/content/homestead';
import { EntrepreneurSchema, PartnerSchema, ProductSchema } from '@bloomvale/shared/content/lending';
import { MapSchema } from '@bloomvale/shared/content/map';
import { ModelSchema } from '@bloomvale/shared/content/model';
import { CropSchema, EconomySchema, GoodSchema } from '@bloomvale/shared/content/play';
import { RegionSchema } from '@bloomvale/shared/content/region';
import { SectorsSchema } from '@bloomvale/shared/content/sector';
import { err, ok, type Result } from '@bloomvale/shared/result';
import { z } from 'zod';
import type { CatalogueFault } from './catalogue-fault.ts';
import { homesteadFault } from './catalogue-homestead.ts';

/** One file of the catalogue, already parsed. `file` is its path inside the catalogue folder, with slashes. */
export type CatalogueFile = { readonly file: string; readonly value: unknown };

/** The fault as one sentence, for a log line or an operator. */
export const describeFault = ({ file, path, expected }: CatalogueFault): string =>
  path === '' ? `${file}: ${expected}` : `${file} at ${path}: ${expected}`;

const SINGLE_FILES = {
  'goods.json': z.array(GoodSchema),
  'crops.json': z.array(CropSchema),
  'recipes.json': z.array(RecipeSchema),
  'homestead.json': HomesteadSchema,
  'talks.json': z.array(TalkSchema),
  'economy.json': EconomySchema,
  'growing.json': GrowingSchema,
  'partners.json': z.array(PartnerSchema),
  'products.json': z.array(ProductSchema),
  'regions.json': z.array(RegionSchema),
  'sectors.json': SectorsSchema,
  'model.json': ModelSchema,
} as const;

/** `[3].loan.amount`, the way one would write it in JavaScript. */
const pathOf = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');

function parse<S extends z.ZodType>(schema: S, { file, value }: CatalogueFile): Result<z.infer<S>, CatalogueFault> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  return err({ file, path: pathOf(issue?.path ?? []), expected: issue?.message ?? 'does not fit its schema' });
}

/** Where each element of a joined list came from, so that a broken reference can be named. */
type Traced<T> = { readonly item: T; readonly file: string; readonly path: string };

function parseFolder<S extends z.ZodType>(
  schema: S,
  files: readonly CatalogueFile[],
): Result<Traced<z.infer<S>>[], CatalogueFault> {
  const all: Traced<z.infer<S>>[] = [];
  for (const entry of files) {
    const list = Array.isArray(entry.value);
    const parsed = parse(z.array(schema), list ? entry : { file: entry.file, value: [entry.value] });
    // A lone object was wrapped above: its "[0]" is not in the file the author sees.
    if (!parsed.ok) return list ? parsed : err({ ...parsed.error, path: parsed.error.path.replace(/^\[0]\.?/, '') });
    parsed.value.forEach((item, index) => {
      all.push({ item, file: entry.file, path: list ? `[${index}]` : '' });
    });
  }
  return ok(all);
}

/**
 * Joins the files of a catalogue to one `Content` and checks what single schemas cannot: references, uniqueness, and the few rules
 * on which play and lending rely. Files may come in any order; entrepreneurs and maps may be spread over many files.
 */
export function buildCatalogue(files: readonly CatalogueFile[]): Result<Content, CatalogueFault> {
  const parts: Record<string, unknown> = {};
  for (const [file, schema] of Object.entries(SINGLE_FILES)) {
    const found = files.find((entry) => entry.file === file);
    if (found === undefined) return err({ file, path: '', expected: 'expected this file to exist' });
    const parsed = parse(schema, found);
    if (!parsed.ok) return parsed;
    parts[file.slice(0, -'.json'.length)] = parsed.value;
  }
  const entrepreneurs = parseFolder(EntrepreneurSchema, inFolder(files, 'entrepreneurs/'));
  if (!entrepreneurs.ok) return entrepreneurs;
  const maps = parseFolder(MapSchema, inFolder(files, 'maps/'));
  if (!maps.ok) return maps;

  const whole = parse(ContentSchema, {
    file: 'catalogue',
    value: { ...parts, entrepreneurs: entrepreneurs.value.map((t) => t.item), maps: maps.value.map((t) => t.item) },
  });
  if (!whole.ok) return whole;
  const fault = firstFault(whole.value, entrepreneurs.value, maps.value);
  return fault === null ? whole : err(fault);
}

const inFolder = (files: readonly CatalogueFile[], folder: string): CatalogueFile[] =>
  files.filter((entry) => entry.file.startsWith(folder)).sort((a, b) => (a.file < b.file ? -1 : 1));

function firstFault(
  content: Content,
  entrepreneurs: readonly Traced<Content['entrepreneurs'][number]>[],
  maps: readonly Traced<Content['maps'][number]>[],
): CatalogueFault | null {
  return (
    duplicate(traced('goods.json', content.goods)) ??
    duplicate(traced('crops.json', content.crops)) ??
    duplicate(traced('recipes.json', content.recipes)) ??
    duplicate(traced('talks.json', content.talks)) ??
    duplicate(traced('partners.json', content.partners)) ??
    duplicate(traced('products.json', content.products)) ??
    duplicate(traced('regions.json', content.regions)) ??
    regionFault(content) ??
    duplicate(entrepreneurs) ??
    duplicate(maps) ??
    cropFault(content) ??
    economyFault(content) ??
    homesteadFault(content) ??
    growingFault(content) ??
    mapFault(content, maps) ??
    entrepreneurs.map((person) => entrepreneurFault(content, person)).find((fault) => fault !== null) ??
    starterFault(content)
  );
}

const traced = <T>(file: string, items: readonly T[]): Traced<T>[] =>
  items.map((item, index) => ({ item, file, path: `[${index}]` }));

function duplicate(items: readonly Traced<{ readonly id: string }>[]): CatalogueFault | null {
  const seen = new Map<string, string>();
  for (const { item, file, path } of items) {
    const earlier = seen.get(item.id);
    if (earlier !== undefined) {
      return {
        file,
        path: under(path, 'id'),
        expected: `expected an id of its own, but "${item.id}" also stands in ${earlier}`,
      };
    }
    seen.set(item.id, `${file} ${path}`.trim());
  }
  return null;
}

const under = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

function cropFault(content: Content): CatalogueFault | null {
  const goods = new Set(content.goods.map((good) => good.id));
  const lost = content.crops.findIndex((crop) => !goods.has(crop.good));
  if (lost >= 0) {
    return {
      file: 'crops.json',
      path: `[${lost}].good`,
      expected: `expected the id of a good, got "${content.crops[lost]?.good}"`,
    };
  }
  const free = content.crops.filter((crop) => crop.seedPrice === 0);
  if (free.length !== 1 || free[0]?.unlockLevel !== 1) {
    return {
      file: 'crops.json',
      path: '',
      expected: `expected exactly one crop with a free seed, open at level 1, got ${free.length}`,
    };
  }
  return null;
}

/** A month is lean or rich, not both, or the one would cancel the other without anybody seeing why. */
function regionFault({ regions }: Content): CatalogueFault | null {
  for (const [i, { farming }] of regions.entries()) {
    const both = farming.lean.find((month) => farming.harvest.includes(month));
    if (both !== undefined) {
      return {
        file: 'regions.json',
        path: `[${i}].farming.lean`,
        expected: `expected months without harvest, and ${both} has one`,
      };
    }
  }
  return null;
}

function economyFault({ economy }: Content): CatalogueFault | null {
  const file = 'economy.json';
  const dip = (list: readonly number[], strict: boolean) =>
    list.findIndex((n, i) => i > 0 && (strict ? n <= (list[i - 1] ?? 0) : n < (list[i - 1] ?? 0)));
  const xp = dip(economy.levelXp, true);
  if (xp > 0) return { file, path: `levelXp[${xp}]`, expected: 'expected more experience than for the level before' };
  const plots = dip(economy.plotsByLevel, false);
  if (plots > 0)
    return { file, path: `plotsByLevel[${plots}]`, expected: 'expected at least the plots of the level before' };
  if (economy.lending.openMin > economy.lending.openMax) {
    return { file, path: 'lending.openMin', expected: 'expected at most lending.openMax' };
  }
  return null;
}

/** What shops deal in must exist, and the letters must have a place for what only they can say. */
function growingFault({ growing, goods, homestead }: Content): CatalogueFault | null {
  const file = 'growing.json';
  const known = new Set(goods.map(({ id }) => id));
  for (const side of ['sells', 'buys'] as const) {
    for (const [sector, deals] of Object.entries(growing.shops[side])) {
      const lost = deals.findIndex(({ good }) => !known.has(good));
      if (lost >= 0) {
        const expected = `expected the id of a good, got "${deals[lost]?.good}"`;
        return { file, path: `shops.${side}.${sector}[${lost}].good`, expected };
      }
    }
  }
  const offers = growing.ownLoan.offers.map(({ id }) => id);
  const twice = offers.findIndex((id, i) => offers.indexOf(id) !== i);
  if (twice >= 0) return { file, path: `ownLoan.offers[${twice}].id`, expected: 'expected an id of its own' };
  const stations = new Set(homestead.stations.map(({ id }) => id));
  const lost = growing.ownLoan.offers.findIndex(
    ({ grant }) => grant.kind === 'station' && !stations.has(grant.station),
  );
  if (lost >= 0)
    return { file, path: `ownLoan.offers[${lost}].grant.station`, expected: 'expected the id of a station' };
  const { cautionPercent, limitPercent } = growing.ownLoan;
  return cautionPercent < limitPercent
    ? null
    : { file, path: 'ownLoan.cautionPercent', expected: 'expected less than ownLoan.limitPercent' };
}

/** Every plot a level grants needs a place on the homestead, or a player would own ground that cannot be reached. */
function mapFault({ economy }: Content, maps: readonly Traced<Content['maps'][number]>[]): CatalogueFault | null {
  const home = maps.find(({ item }) => item.id === 'homestead');
  const wanted = Math.max(...economy.plotsByLevel);
  if (home === undefined || maps.every(({ item }) => item.id !== 'village')) {
    return { file: 'maps', path: '', expected: 'expected one map "village" and one map "homestead"' };
  }
  const places = home.item.spots.plots.length;
  return places >= wanted
    ? null
    : {
        file: home.file,
        path: under(home.path, 'spots.plots'),
        expected: `expected at least ${wanted} plots, as economy.json grants, got ${places}`,
      };
}

function entrepreneurFault(
  { partners, products, regions, economy }: Content,
  { item, file, path }: Traced<Content['entrepreneurs'][number]>,
): CatalogueFault | null {
  const at = (key: string, expected: string): CatalogueFault => ({ file, path: under(path, key), expected });
  const partner = partners.find((p) => p.id === item.partner);
  if (partner === undefined) return at('partner', `expected the id of a partner, got "${item.partner}"`);
  if (!partner.countries.includes(item.country)) {
    return at('partner', `expected a partner who works in "${item.country}", and ${partner.name} does not`);
  }
  if (regions.every(({ id }) => id !== item.country)) {
    return at('country', `expected a country that regions.json knows, got "${item.country}"`);
  }
  const product = products.find((p) => p.id === item.loan.product);
  if (product === undefined) return at('loan.product', `expected the id of a product, got "${item.loan.product}"`);
  if ((item.group !== null) !== item.gender.endsWith('_group')) {
    return at('group', 'expected members for a group, and null for one person');
  }
  // The match leaves exactly one share to the newcomer, so the amount follows from the two (lending.md 2).
  const starterAmount = (economy.lending.starterMatched + economy.lending.share) / 100;
  if (product.starter && (item.loan.amount !== starterAmount || item.loan.grade !== 'A')) {
    return at('loan', `expected ${starterAmount} coins and grade A for the starter product "${product.id}"`);
  }
  return chapterFault(item, product.starter, at);
}

/** Whoever comes back asks for at most half as much again (lending.md 2); a market-day loan has one size. */
function chapterFault(
  { loan, chapters }: Content['entrepreneurs'][number],
  starter: boolean,
  at: (key: string, expected: string) => CatalogueFault,
): CatalogueFault | null {
  let before = loan.amount;
  for (const [i, { amount = loan.amount }] of (chapters ?? []).entries()) {
    if (starter && amount !== loan.amount) {
      return at(`chapters[${i}].amount`, `expected ${loan.amount} coins, as every market-day loan, got ${amount}`);
    }
    if (amount > before * 1.5) {
      return at(`chapters[${i}].amount`, `expected at most ${before * 1.5} coins, half as much again, got ${amount}`);
    }
    before = amount;
  }
  return null;
}

function starterFault({ entrepreneurs, products, economy }: Content): CatalogueFault | null {
  const starters = new Set(products.filter((p) => p.starter).map((p) => p.id));
  const count = entrepreneurs.filter((e) => starters.has(e.loan.product)).length;
  return count >= economy.lending.starterOpen
    ? null
    : {
        file: 'entrepreneurs',
        path: '',
        expected: `expected at least ${economy.lending.starterOpen} starter projects, as economy.json offers, got ${count}`,
      };
}
