import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Content } from '@bloomvale/shared/content/content';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildCatalogue, type CatalogueFile, describeFault } from './catalogue.ts';
import { CROPS } from './kit/crops/crop-data.ts';
import { GOODS } from './kit/goods/goods.ts';
import { CATALOGUE_FOLDER, CatalogueError, loadCatalogue, readCatalogueFiles } from './load-catalogue.ts';

const files = readCatalogueFiles();
const WEST = 'entrepreneurs/west-and-central-africa.json';

// biome-ignore lint/suspicious/noExplicitAny: a test breaks files in ways that no type allows.
type Loose = any;

/** The catalogue with one file changed in place. */
function altered(file: string, change: (value: Loose) => void): CatalogueFile[] {
  return files.map((entry) => {
    if (entry.file !== file) return entry;
    const value = structuredClone(entry.value);
    change(value);
    return { file, value };
  });
}

function fault(changed: readonly CatalogueFile[]): string {
  const built = buildCatalogue(changed);
  return built.ok ? 'accepted' : describeFault(built.error);
}

const starterAt = (list: Content['entrepreneurs']): number => list.findIndex((p) => p.loan.product === 'market-day');

const words = { en: 'I am back.', fr: 'Me revoici.' };
const chapter = (amount: number) => ({ use: words, story: words, quote: words, letter: words, amount });

describe('a catalogue is refused, with file, place and expectation', () => {
  test('without one of its files', () => {
    expect(fault(files.filter(({ file }) => file !== 'crops.json'))).toBe('crops.json: expected this file to exist');
  });
  test('without anybody to lend to', () => {
    expect(fault(files.filter(({ file }) => !file.startsWith('entrepreneurs/')))).toMatch(
      /^catalogue at entrepreneurs: /,
    );
  });
  test('without a map', () => {
    expect(fault(files.filter(({ file }) => file !== 'maps/homestead.json'))).toMatch(/^catalogue at maps: /);
  });
  test('when one map stands there twice', () => {
    const again = files.filter(({ file }) => file === 'maps/village.json').map((f) => ({ ...f, file: 'maps/z.json' }));
    expect(fault([...files, ...again])).toMatch(
      /^maps\/z\.json at id: expected an id of its own, but "village" also stands in maps\/village\.json/,
    );
  });
  test.each([
    ['goods.json', (v: Loose) => Object.assign(v[2], { price: 1.5 }), /^goods\.json at \[2]\.price: /],
    ['goods.json', (v: Loose) => Object.assign(v[0], { cost: 3 }), /^goods\.json at \[0]: .*cost/],
    ['goods.json', (v: Loose) => v.push(structuredClone(v[0])), /^goods\.json at \[28]\.id: expected an id of its own/],
    [
      'crops.json',
      (v: Loose) => Object.assign(v[1], { good: 'gold' }),
      /^crops\.json at \[1]\.good: expected the id of a good, got "gold"$/,
    ],
    [
      'crops.json',
      (v: Loose) => Object.assign(v[1], { seedPrice: 0 }),
      /^crops\.json: expected exactly one crop with a free seed.*got 2$/,
    ],
    [
      'crops.json',
      (v: Loose) => Object.assign(v[0], { seedPrice: 1 }),
      /^crops\.json: expected exactly one crop with a free seed.*got 0$/,
    ],
    ['crops.json', (v: Loose) => Object.assign(v[0], { growSeconds: 86_400 }), /^crops\.json at \[0]\.growSeconds: /],
    ['economy.json', (v: Loose) => delete v.lending, /^economy\.json at lending: /],
    [
      'economy.json',
      (v: Loose) => Object.assign(v.levelXp, { 3: 1 }),
      /^economy\.json at levelXp\[3]: expected more experience/,
    ],
    [
      'economy.json',
      (v: Loose) => Object.assign(v.plotsByLevel, { 4: 2 }),
      /^economy\.json at plotsByLevel\[4]: expected at least/,
    ],
    [
      'economy.json',
      (v: Loose) => Object.assign(v.plotsByLevel, { 19: 36 }),
      /^maps\/homestead\.json at spots\.plots: expected at least 36 plots/,
    ],
    [
      'economy.json',
      (v: Loose) => Object.assign(v.lending, { openMin: 99 }),
      /^economy\.json at lending\.openMin: expected at most/,
    ],
    [
      'economy.json',
      (v: Loose) => Object.assign(v.lending, { starterOpen: 90 }),
      /^entrepreneurs: expected at least 90 starter projects/,
    ],
    [
      'recipes.json',
      (v: Loose) => Object.assign(v[0], { station: 'forge' }),
      /^recipes\.json at \[0]\.station: expected the id of a station, got "forge"$/,
    ],
    [
      'recipes.json',
      (v: Loose) => Object.assign(v[1].ingredients[0], { good: 'gold' }),
      /^recipes\.json at \[1]\.ingredients\[0]\.good: expected the id of a good, got "gold"$/,
    ],
    [
      'recipes.json',
      (v: Loose) => v[1].ingredients.push(v[1].ingredients[0]),
      /^recipes\.json at \[1]\.ingredients\[2]\.good: expected each ingredient once/,
    ],
    [
      'homestead.json',
      (v: Loose) => Object.assign(v.needs.water.tiers[1].goods[0], { good: 'gold' }),
      /^homestead\.json at needs\.water\.tiers\[1]\.goods\[0]\.good: expected the id of a good/,
    ],
    [
      'homestead.json',
      (v: Loose) => Object.assign(v.needs.water.tiers[1], { bonus: 1 }),
      /^homestead\.json at needs\.water: expected at least as much at each level/,
    ],
    ['homestead.json', (v: Loose) => delete v.needs.school, /^homestead\.json at needs\.school: /],
    [
      'talks.json',
      (v: Loose) => v.splice(0, v.length, ...v.filter(({ id }: Loose) => id !== 'light-thanks-2')),
      /^talks\.json: expected a thanks about light 2$/,
    ],
    ['partners.json', (v: Loose) => Object.assign(v[0], { rating: 3.2 }), /^partners\.json at \[0]\.rating: /],
    ['products.json', (v: Loose) => Object.assign(v[0], { method: 'gift' }), /^products\.json at \[0]\.method: /],
    [
      'regions.json',
      (v: Loose) => Object.assign(v[2].farming, { planting: 12 }),
      /^regions\.json at \[2]\.farming\.planting: /,
    ],
    [
      'regions.json',
      (v: Loose) => Object.assign(v[1], { id: 'am' }),
      /^regions\.json at \[1]\.id: expected an id of its own/,
    ],
    [
      'regions.json',
      (v: Loose) => Object.assign(v[0].farming, { lean: [6, 7] }),
      /^regions\.json at \[0]\.farming\.lean: expected months without harvest, and 7 has one$/,
    ],
    [
      'regions.json',
      (v: Loose) => v.splice(0, v.length, ...v.filter(({ id }: Loose) => id !== 'ml')),
      /\[4]\.country: expected a country that regions\.json knows, got "ml"$/,
    ],
    [
      WEST,
      (v: Loose) => Object.assign(v[4].loan, { amount: 130 }),
      /^entrepreneurs\/west-and-central-africa\.json at \[4]\.loan\.amount: /,
    ],
    [WEST, (v: Loose) => delete v[4].story.fr, /^entrepreneurs\/west-and-central-africa\.json at \[4]\.story\.fr: /],
    [WEST, (v: Loose) => Object.assign(v[4], { id: 'Awa Ndiaye' }), /\[4]\.id: /],
    [WEST, (v: Loose) => Object.assign(v[4], { id: v[0].id }), /\[4]\.id: expected an id of its own.* \[0]$/],
    [
      WEST,
      (v: Loose) => Object.assign(v[4], { partner: 'nobody' }),
      /\[4]\.partner: expected the id of a partner, got "nobody"$/,
    ],
    [
      WEST,
      (v: Loose) => Object.assign(v[4], { partner: 'lotus-ferry' }),
      /\[4]\.partner: expected a partner who works in "ml", and Lotus Ferry Loans does not$/,
    ],
    [
      WEST,
      (v: Loose) => Object.assign(v[4].loan, { product: 'payday' }),
      /\[4]\.loan\.product: expected the id of a product/,
    ],
    [WEST, (v: Loose) => Object.assign(v[4], { gender: 'men_group' }), /\[4]\.group: expected members for a group/],
    [
      WEST,
      (v: Loose) => Object.assign(v[starterAt(v)].loan, { amount: 125 }),
      /\.loan: expected 100 coins and grade A for the starter product "market-day"$/,
    ],
    [WEST, (v: Loose) => Object.assign(v[starterAt(v)].loan, { grade: 'B' }), /\.loan: expected 100 coins and grade A/],
    [
      WEST,
      (v: Loose) =>
        Object.assign(v[4], { loan: { ...v[4].loan, amount: 200 }, chapters: [chapter(300), chapter(475)] }),
      /\[4]\.chapters\[1]\.amount: expected at most 450 coins, half as much again, got 475$/,
    ],
    [
      WEST,
      (v: Loose) => Object.assign(v[starterAt(v)], { chapters: [chapter(125)] }),
      /\.chapters\[0]\.amount: expected 100 coins, as every market-day loan, got 125$/,
    ],
    [
      WEST,
      (v: Loose) => Object.assign(v[4], { chapters: [{ ...chapter(100), story: { en: 'Back.' } }] }),
      /\[4]\.chapters\[0]\.story\.fr: /,
    ],
  ])('%s when it does not fit (%#)', (file, change, message) => {
    expect(fault(altered(file, change))).toMatch(message);
  });
  test('a file of people may also hold a single person, and its faults then have no index', () => {
    const lone = (change: object): CatalogueFile[] => {
      const person = loadCatalogue().entrepreneurs.find(({ id }) => id === 'awa-ndiaye');
      return [...files, { file: 'entrepreneurs/zz.json', value: { ...person, id: 'somebody-new', ...change } }];
    };
    expect(fault(lone({}))).toBe('accepted');
    expect(fault(lone({ sector: 'banking' }))).toMatch(/^entrepreneurs\/zz\.json at sector: /);
    expect(fault(lone({ partner: 'nobody' }))).toMatch(/^entrepreneurs\/zz\.json at partner: /);
  });
});

describe('on disk', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
    cpSync(CATALOGUE_FOLDER, folder, { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('a missing folder is named', () => {
    expect(() => loadCatalogue(join(folder, 'nowhere'))).toThrow(CatalogueError);
    expect(() => loadCatalogue(join(folder, 'nowhere'))).toThrow(/nowhere: expected a readable folder of JSON files$/);
  });
  test('a file that is not JSON is named', () => {
    const path = join(folder, 'goods.json');
    const good = readFileSync(path);
    writeFileSync(path, '[{');
    expect(() => loadCatalogue(folder)).toThrow(/^goods\.json: expected readable JSON \(/);
    writeFileSync(path, good);
  });
  test('a fault of content is thrown as one sentence', () => {
    mkdirSync(join(folder, 'entrepreneurs'), { recursive: true });
    writeFileSync(join(folder, 'entrepreneurs/zz.json'), '[{"id":"nobody"}]');
    expect(() => loadCatalogue(folder)).toThrow(/^entrepreneurs\/zz\.json at \[0]\.\w+: [^\n]+$/);
    rmSync(join(folder, 'entrepreneurs/zz.json'));
  });
  test('other files in the folder are none of its business', () => {
    writeFileSync(join(folder, 'draft.txt'), 'not JSON');
    expect(loadCatalogue(folder)).toEqual(loadCatalogue());
  });
});

describe('the catalogue that ships', () => {
  test('is accepted, in any order of files', () => {
    const forwards = buildCatalogue(files);
    const backwards = buildCatalogue([...files].reverse());
    expect(forwards.ok).toBe(true);
    expect(backwards).toEqual(forwards);
  });
  test('gives every good an icon that exists: a Fluent emoji, or a drawing of our own', () => {
    const path = fileURLToPath(import.meta.resolve('@iconify-json/fluent-emoji-flat/icons.json'));
    const { icons } = JSON.parse(readFileSync(path, 'utf8')) as { icons: Record<string, unknown> };
    const own = (icon: string): string | null => (icon.startsWith('good:') ? icon.slice('good:'.length) : null);
    const lost = loadCatalogue().goods.filter(
      ({ icon }) => !((own(icon) ?? icon) in (own(icon) === null ? icons : GOODS)),
    );
    expect(lost.map(({ id }) => id)).toEqual([]);
  });
  test('grows only crops that the kit draws', () => {
    expect(
      loadCatalogue()
        .crops.filter(({ id }) => !(id in CROPS))
        .map(({ id }) => id),
    ).toEqual([]);
  });
  test('opens the first session: three crops at level 1, the free one ripe in 20 s', () => {
    const first = loadCatalogue().crops.filter((crop) => crop.unlockLevel === 1);
    expect(first).toHaveLength(3);
    expect(Math.min(...first.map((crop) => crop.growSeconds))).toBe(20);
    expect(first.find((crop) => crop.seedPrice === 0)?.growSeconds).toBe(20);
  });
});
