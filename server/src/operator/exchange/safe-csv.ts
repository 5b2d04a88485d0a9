import Papa from 'papaparse';

/** Characters with which a spreadsheet takes a cell for a formula (OWASP, "CSV injection"). */
const FORMULA = /^[\s]*[=+\-@\t\r]/;

export const looksLikeFormula = (text: string): boolean => FORMULA.test(text);

/** A text that a spreadsheet would compute gets a leading apostrophe and stands there as text. */
export const safeCell = (text: string): string => (looksLikeFormula(text) ? `'${text}` : text);

/** A CSV file (RFC 4180, UTF-8 with byte order mark, which spreadsheets want). Cells as they are: make texts safe before. */
export const csvOf = (fields: readonly string[], data: readonly (readonly string[])[]): string =>
  `\ufeff${Papa.unparse({ fields: [...fields], data: data.map((row) => [...row]) }, { newline: '\r\n' })}\r\n`;
