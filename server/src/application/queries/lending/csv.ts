/** So that a spreadsheet reads the file as UTF-8 and not as its own country's old alphabet. */
const BYTE_ORDER_MARK = '\ufeff';

/** Characters with which a spreadsheet takes a cell for a formula (OWASP, "CSV injection"), also after blanks. */
const FORMULA = /^\s*[=+\-@\t\r]/;

/**
 * Rows as a CSV file (RFC 4180: quotes doubled, lines end in CRLF) with a byte order mark. A cell that a spreadsheet would compute gets a
 * leading apostrophe, which shows as text: names come from a catalogue that many people edit.
 */
export function csvOf(rows: readonly (readonly string[])[], separator: ',' | ';'): string {
  const cell = (text: string): string => {
    const safe = FORMULA.test(text) ? `'${text}` : text;
    return /["\r\n]/.test(safe) || safe.includes(separator) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join('');
}
