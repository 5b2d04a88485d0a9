import Papa from 'papaparse';

/**
 * Characters with which a spreadsheet takes a cell for a formula (OWASP, "CSV injection"), their wide forms among them; also behind apostrophes,
 * so that a text that begins with one of its own gets another, and comes back as it was.
 */
const FORMULA = /^'*\s*[=+\-@\t\r＝＋－＠]/;

export const looksLikeFormula = (text: string): boolean => FORMULA.test(text);

/** A text that a spreadsheet would compute gets a leading apostrophe and stands there as text. */
export const safeCell = (text: string): string => (looksLikeFormula(text) ? `'${text}` : text);

/** The text of a cell that `safeCell` wrote, or that a spreadsheet kept as text. */
export const plainCell = (cell: string): string =>
  cell.startsWith("'") && looksLikeFormula(cell.slice(1)) ? cell.slice(1) : cell;

/** A CSV file (RFC 4180, UTF-8 with byte order mark, which spreadsheets want). Cells as they are: make texts safe before. */
export const csvOf = (fields: readonly string[], data: readonly (readonly string[])[]): string =>
  `\ufeff${Papa.unparse({ fields: [...fields], data: data.map((row) => [...row]) }, { newline: '\r\n' })}\r\n`;
