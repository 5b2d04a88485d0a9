import { loadCatalogue } from '@bloomvale/assets/load-catalogue';
import type { Entrepreneur } from '@bloomvale/shared/content/lending';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportLoans, IMPORT_BYTES, type ImportFormat, importLoans } from './import-loans.ts';

const { entrepreneurs } = loadCatalogue();
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, format: ImportFormat) => importLoans(bytesOf(text), format);
const first = entrepreneurs[0] as Entrepreneur;

const csvWith = (change: (cells: string[], columns: string[]) => void): string => {
  const [header = '', row = ''] = exportLoans([first], 'csv')
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n');
  const columns = header.split(',');
  const cells = row.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, '')) ?? [];
  const plain = cells.slice(0, columns.length);
  change(plain, columns);
  return `${header}\r\n${plain.join(',')}\r\n`;
};
const setting = (column: string, cell: string): string =>
  csvWith((cells, columns) => {
    cells[columns.indexOf(column)] = cell;
  });
const faultsOf = (text: string, format: ImportFormat = 'csv') => {
  const done = read(text, format);
  return done.ok || done.error.code !== 'FAULTS' ? done : done.error.faults;
};

describe('an import is refused whole', () => {
  it('when the file is too large, of another encoding, not what it says it is, or empty', () => {
    expect(importLoans(new Uint8Array(IMPORT_BYTES + 1), 'csv')).toEqual({ ok: false, error: { code: 'TOO_LARGE' } });
    expect(importLoans(Uint8Array.from([0x22, 0xe9, 0x22]), 'json')).toEqual({
      ok: false,
      error: { code: 'NOT_UTF8' },
    });
    expect(importLoans(Uint8Array.from([0xff, 0xfe, 0x61, 0x00]), 'csv')).toMatchObject({
      error: { code: 'NOT_UTF8' },
    });
    expect(read('[1, 2', 'json')).toEqual({ ok: false, error: { code: 'NOT_JSON' } });
    expect(read('{"people": []}', 'json')).toEqual({ ok: false, error: { code: 'NOT_JSON' } });
    expect(read('{"loans": []}', 'json')).toEqual({ ok: false, error: { code: 'EMPTY' } });
    expect(read(JSON.stringify({ loans: Array.from({ length: 10_001 }, () => 1) }), 'json')).toMatchObject({
      error: { code: 'TOO_MANY' },
    });
  });

  it('when columns are missing, unknown or double, with their names', () => {
    const [header = ''] = exportLoans([first], 'csv')
      .replace(/^\ufeff/, '')
      .split('\r\n');
    expect(faultsOf(`${header.replace('partner_id', 'partner')}\r\n`)).toEqual([
      { row: 1, column: 'partner', message: 'unknown column' },
      { row: 1, column: 'partner_id', message: 'column is missing' },
    ]);
    expect(faultsOf(`${header},id\r\n`)).toEqual([{ row: 1, column: 'id', message: 'column stands twice' }]);
  });

  it('when a cell does not fit, by row and column as the author sees them', () => {
    expect(faultsOf(setting('terms.loan_amount', 'many'))).toEqual([
      { row: 2, column: 'terms.loan_amount', message: 'expected a number with a point, got "many"' },
    ]);
    expect(faultsOf(setting('terms.loan_amount', '110'))).toMatchObject([{ row: 2, column: 'terms.loan_amount' }]);
    expect(faultsOf(setting('location.country_code', 'Kenya'))).toMatchObject([{ column: 'location.country_code' }]);
    expect(faultsOf(setting('location.geo.pairs', 'here'))).toMatchObject([{ column: 'location.geo.pairs' }]);
    expect(faultsOf(setting('description.texts.fr', ''))).toMatchObject([{ column: 'description.texts.fr' }]);
    expect(faultsOf(setting('image', '{'))).toEqual([{ row: 2, column: 'image', message: 'expected JSON' }]);
    expect(faultsOf(setting('sector', 'magic'))).toMatchObject([{ row: 2, column: 'sector' }]);
  });

  it('when an id stands twice, or a row has a cell too many', () => {
    const twice = exportLoans([first, first], 'csv');
    expect(faultsOf(twice)).toEqual([{ row: 3, column: 'id', message: 'already stands in row 2' }]);
    expect(faultsOf(`${exportLoans([first], 'csv').trimEnd()},more\r\n`)).toMatchObject([{ row: 2, column: '' }]);
  });

  it('when fields of JSON are unknown or missing', () => {
    const { loans } = JSON.parse(exportLoans([first], 'json')) as { loans: Record<string, unknown>[] };
    expect(faultsOf(JSON.stringify({ loans: [{ ...loans[0], mood: 'good' }] }), 'json')).toMatchObject([{ row: 1 }]);
    const { partner_id: _, ...without } = loans[0] as Record<string, unknown>;
    expect(faultsOf(JSON.stringify({ loans: [without] }), 'json')).toMatchObject([{ row: 1, column: 'partner_id' }]);
  });

  it('when a row of one person speaks of several', () => {
    expect(faultsOf(setting('borrower_count', '5'))).toEqual([
      { row: 2, column: 'borrower_count', message: 'expected 1 for one person' },
    ]);
    expect(faultsOf(setting('men', '2'))).toMatchObject([{ row: 2, column: 'men' }]);
  });

  it('when the column of the chapters is missing, which everybody would lose', () => {
    const without = csvWith((cells, columns) => {
      columns.splice(columns.indexOf('chapters'), 1);
      cells.splice(cells.length - 1, 1);
    });
    const [header = '', row = ''] = without.split('\r\n');
    expect(faultsOf(`${header.replace(',chapters', '')}\r\n${row}\r\n`)).toEqual([
      { row: 1, column: 'chapters', message: 'column is missing' },
    ]);
  });

  it('by the row at which the author finds it, empty rows among the others', () => {
    const [header = '', row = ''] = setting('terms.loan_amount', 'many').split('\r\n');
    expect(faultsOf(`${header}\r\n\r\n${',,,'}\r\n${row}\r\n`)).toMatchObject([{ row: 4 }]);
  });

  it.each([
    ['a million columns', 'a,'.repeat(1_000_000)],
    ['a column with a name as long as a book', `${'x'.repeat(1_000_000)}\r\n`],
    ['a million quotes', '"'.repeat(1_000_001)],
    ['a million empty rows', '\r\n'.repeat(1_000_000)],
    ['nothing readable', '\u0000\u0001\u0002'.repeat(10_000)],
  ])('%s are told briefly', (_name, text) => {
    const done = read(text, 'csv');
    expect(done.ok).toBe(false);
    expect(JSON.stringify(done).length).toBeLessThan(40_000);
  });

  it.each([
    ['a portrait of a million features', { image: Array.from({ length: 1_000_000 }, () => 1) }],
    ['chapters without end', { chapters: Array.from({ length: 1_000_000 }, () => ({})) }],
    ['a prototype', { image: JSON.parse('{"__proto__": {"sly": 1}}') }],
    ['a text as long as a book', { name: 'x'.repeat(1_000_000) }],
  ])('%s is one fault', (_name, change) => {
    const { loans } = JSON.parse(exportLoans([first], 'json')) as { loans: Record<string, unknown>[] };
    const text = JSON.stringify({ loans: [{ ...loans[0], ...change }] });
    expect(faultsOf(text, 'json')).toHaveLength(1);
  });

  it('and tells two hundred faults at most, and how many more there are', () => {
    const bad = Array.from({ length: 300 }, () => ({}));
    const done = read(JSON.stringify({ loans: bad }), 'json');
    if (done.ok || done.error.code !== 'FAULTS') throw new Error('it was taken');
    expect(done.error.faults).toHaveLength(200);
    expect(done.error.more).toBeGreaterThan(100);
  });
});

describe('what was exported comes back the same', () => {
  it.each(['json', 'csv'] as const)('as %s, the whole catalogue', (format) => {
    expect(read(exportLoans(entrepreneurs, format), format)).toEqual({ ok: true, value: entrepreneurs });
  });

  it('through a spreadsheet that writes semicolons', () => {
    const semicolons = csvWith(() => undefined)
      .split('\r\n')[0]
      ?.replaceAll(',', ';');
    expect(faultsOf(`${semicolons}\r\n`)).toMatchObject({ ok: false, error: { code: 'EMPTY' } });
  });

  it('to the millionth, whatever costs and places are', () => {
    const anyPerson = fc.record({
      annualCost: fc.integer({ min: 0, max: 600_000 }).map((micro) => micro / 1e6),
      latitude: fc.integer({ min: -90_000_000, max: 90_000_000 }).map((micro) => micro / 1e6),
      chapters: fc.option(
        fc.constantFrom(...entrepreneurs.map((one) => one.chapters).filter((some) => some !== undefined)),
        { nil: undefined },
      ),
    });
    fc.assert(
      fc.property(anyPerson, fc.constantFrom('json', 'csv'), ({ annualCost, latitude, chapters }, format) => {
        const { chapters: _, ...plain } = first;
        const person = {
          ...plain,
          latitude,
          loan: { ...first.loan, annualCost },
          ...(chapters === undefined ? {} : { chapters }),
        };
        const back = read(exportLoans([person], format as ImportFormat), format as ImportFormat);
        expect(back).toEqual({ ok: true, value: [person] });
      }),
    );
  });

  it.each(['=1+1', "'=1+1", "''=1+1", "'tis", ' =1', '＝1+1', '-1', '+33', '@home', '\t=1', "'"])(
    'also the text %j',
    (name) => {
      const sly = { ...first, name: `${name} of somebody` };
      const csv = exportLoans([sly], 'csv');
      expect(csv).not.toMatch(/(^|,)"?\s*[=+@＝]/m);
      expect(read(csv, 'csv')).toEqual({ ok: true, value: [sly] });
    },
  );

  it('also a text that a spreadsheet would compute, which stands there as text', () => {
    const sly = { ...first, name: '=HYPERLINK("http://example.org")', quote: { en: '@SUM(A1)', fr: '+1 fleur' } };
    const csv = exportLoans([sly], 'csv');
    expect(csv).toContain(`"'=HYPERLINK(""http://example.org"")"`);
    expect(csv).toContain("'@SUM(A1)");
    expect(csv).toContain("'+1 fleur");
    expect(read(csv, 'csv')).toEqual({ ok: true, value: [sly] });
  });
});
