import { catalogueFindings, FINDINGS_MOST, isPublishable } from '@bloomvale/shared/catalogue/catalogue-findings';
import { FINDING_CODES, type Finding } from '@bloomvale/shared/catalogue/finding';
import { describe, expect, test } from 'vitest';
import { buildCatalogue } from './catalogue.ts';
import { type Change, entry, FAULTY, type Loose, person } from './catalogue-faults.fixture.ts';
import { catalogueKit } from './catalogue-kit.ts';
import { loadCatalogue, readCatalogueFiles } from './load-catalogue.ts';

const shipped = loadCatalogue();
const kit = catalogueKit(shipped);

const altered = (change: Change): Loose => {
  const content = structuredClone(shipped);
  change(content);
  return content;
};
const find = (change: Change): Finding[] => catalogueFindings(altered(change), kit);

const files = readCatalogueFiles();
/** The catalogue as the loader reads it: all of a folder's entries in its first file. */
function loads(content: Loose): boolean {
  const folder = (file: string): string => file.split('/')[0] as string;
  const firsts = files.filter(({ file }, i) => files.findIndex((other) => folder(other.file) === folder(file)) === i);
  return buildCatalogue(firsts.map(({ file }) => ({ file, value: content[folder(file).replace('.json', '')] }))).ok;
}

describe('what is told about a catalogue', () => {
  test('is asked of catalogues that the loader reads', () => expect(loads(shipped)).toBe(true));

  test.each(FAULTY)('%s in %s %s (%#)', (code, section, id, change) => {
    const content = altered(change);
    const findings = catalogueFindings(content, kit);
    const told = findings.filter((finding) => finding.code === code && finding.section === section);
    expect(told.map((finding) => finding.severity)).toContain(FINDING_CODES[code]);
    if (id !== null) expect(told.map((finding) => finding.id)).toContain(id);
    // Whatever the loader refuses is an error here, or the next release could not read what was published.
    if (!loads(content)) expect(isPublishable(findings)).toBe(false);
  });

  test('has an example for every code', () => {
    const shown = new Set<string>(FAULTY.map(([code]) => code));
    expect(Object.keys(FINDING_CODES).filter((code) => code !== 'and_more' && !shown.has(code))).toEqual([]);
  });

  test.each([
    [null],
    [[]],
    ['catalogue'],
    [{}],
    [{ entrepreneurs: 'many', economy: [] }],
    [{ entrepreneurs: [null, 1, []] }],
  ])('is an error, not a crash, whatever comes (%#)', (content) => {
    expect(isPublishable(catalogueFindings(content, kit))).toBe(false);
  });

  test('names the field and what is wrong with it, with figures for the text', () => {
    const told = find((c) => Object.assign(person(c).loan, { amount: 1_025 }));
    expect(told[0]).toEqual({
      severity: 'error',
      section: 'entrepreneurs',
      id: 'awa-ndiaye',
      path: ['loan', 'amount'],
      code: 'number_too_large',
      detail: { got: '1025', most: 1000 },
    });
  });

  test('says a fault once: an entry that does not fit is not also lost for those who refer to it', () => {
    const before = new Set(catalogueFindings(shipped, kit).map((finding) => JSON.stringify(finding)));
    const told = find((c) => Object.assign(entry(c.partners, person(c).partner), { rating: 3.2 }));
    expect(told.filter((finding) => !before.has(JSON.stringify(finding)))).toMatchObject([
      { section: 'partners', code: 'number_not_multiple' },
    ]);
  });

  test('is as long as one can read, errors first, and says how much more there is', () => {
    const told = find((c) => {
      c.entrepreneurs = Array.from({ length: FINDINGS_MOST + 10 }, (_, i) => ({
        ...c.entrepreneurs[0],
        id: `p${i}`,
        town: '',
      }));
    });
    expect(told).toHaveLength(FINDINGS_MOST);
    expect(told[0]?.severity).toBe('error');
    expect(told.at(-1)).toMatchObject({ code: 'and_more', detail: { more: expect.any(Number) } });
    expect(told.at(-1)?.detail.more).toBeGreaterThanOrEqual(10);
  });

  test('quotes no more of a hostile value than one recognises it by', () => {
    const told = find((c) =>
      Object.assign(person(c), { sector: 'x'.repeat(5_000), ['k'.repeat(5_000)]: 1, look: { ['h'.repeat(5_000)]: 1 } }),
    );
    for (const { detail, path } of told) {
      for (const value of [...Object.values(detail), ...path]) expect(String(value).length).toBeLessThan(200);
    }
  });
});

describe('the catalogue that ships', () => {
  test('may go live', () => {
    const told = catalogueFindings(shipped, kit);
    expect(told.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(isPublishable(told)).toBe(true);
  });
});
