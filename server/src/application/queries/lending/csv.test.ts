import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.ts';

const MARK = '\ufeff';

describe('csvOf', () => {
  it('lets no cell be a formula', () => {
    for (const formula of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =1', '=HYPERLINK("x","y")']) {
      const text = csvOf([[formula]], ',');
      expect(text.slice(1).replace(/^"/, '').startsWith("'"), JSON.stringify(text)).toBe(true);
    }
    expect(csvOf([['Awa', '12.50', 'a=b']], ',')).toBe(`${MARK}Awa,12.50,a=b\r\n`);
  });

  it('quotes what would end a cell, and doubles quotes', () => {
    expect(csvOf([['a,b', 'say "hi"', 'two\nlines']], ',')).toBe(`${MARK}"a,b","say ""hi""","two\nlines"\r\n`);
    expect(csvOf([['a,b', 'c;d']], ';')).toBe(`${MARK}a,b;"c;d"\r\n`);
  });

  it('can be read back, whatever is in it', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', ',', ';', '"', '\n', '\r', ' ', 'é') });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), (rows) => {
        const plain = rows.filter((row) => row.every((text) => !/^\s*[=+\-@\t\r]/.test(text)));
        expect(read(csvOf(plain, ';').slice(1), ';')).toEqual(plain);
      }),
    );
  });
});

/** A reader by RFC 4180, character by character. */
function read(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === separator) {
      row.push(cell);
      cell = '';
    } else if (c === '\r' && text[i + 1] === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      i++;
    } else cell += c;
  }
  return rows;
}
