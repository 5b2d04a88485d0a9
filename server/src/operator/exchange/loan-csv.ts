import { err, ok, type Result } from '@bloomvale/shared/result';
import Papa from 'papaparse';
import type { KivaLoan } from './kiva-loan.ts';
import { csvOf, plainCell, safeCell } from './safe-csv.ts';

/**
 * Columns of a CSV file: the paths of `KivaLoan`. `image` and `chapters` hold JSON, because a portrait's features and the number of chapters
 * differ from person to person.
 */
export const CSV_COLUMNS = [
  'id',
  'name',
  'short_name',
  'borrower_count',
  'men',
  'gender',
  'sector',
  'activity.en',
  'activity.fr',
  'use.en',
  'use.fr',
  'description.texts.en',
  'description.texts.fr',
  'quote.en',
  'quote.fr',
  'letter.en',
  'letter.fr',
  'image',
  'location.country_code',
  'location.town',
  'location.geo.pairs',
  'partner_id',
  'terms.product_id',
  'terms.loan_amount',
  'terms.risk_grade',
  'terms.borrower_cost_percent',
  'chapters',
] as const;
const NUMBERS: readonly string[] = ['borrower_count', 'men', 'terms.loan_amount', 'terms.borrower_cost_percent'];
const JSON_COLUMNS: readonly string[] = ['image', 'chapters'];
/** More columns than this are no file of ours, and naming each of a million would take minutes. */
const COLUMNS_MOST = 200;
/** Rows that are looked at: faults are told of the first ones only, and whoever reads counts the entries. */
const ROWS_MOST = 20_000;

/** Characters in which the header is looked for; ours has about 500. */
const HEADER_READ = 20_000;
/** Characters of a column's name in a fault. */
const NAME_SHOWN = 60;

type Fields = { readonly [key: string]: unknown };

const readPath = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((at, key) => (at as Fields | undefined)?.[key], value);

/** Entries as a CSV file (RFC 4180, UTF-8 with byte order mark). A text that a spreadsheet would compute gets a leading apostrophe. */
export function csvOfLoans(loans: readonly KivaLoan[]): string {
  const data = loans.map((loan) => CSV_COLUMNS.map((column) => cellOf(column, readPath(loan, column))));
  return csvOf(CSV_COLUMNS, data);
}

function cellOf(column: string, value: unknown): string {
  if (value === undefined) return '';
  if (JSON_COLUMNS.includes(column)) return JSON.stringify(value);
  const text = String(value);
  return typeof value === 'string' && column !== 'location.geo.pairs' ? safeCell(text) : text;
}

/** A cell that cannot be read; `row` counts as a spreadsheet does, the header being 1. */
export type CellFault = { readonly row: number; readonly column: string; readonly message: string };

export type CsvRow = { readonly row: number; readonly loan: unknown };

/**
 * Rows of a CSV file as objects in Kiva's shape, their values not judged yet. Separator found by itself (comma, semicolon, tab). Empty rows are
 * passed over and counted, so that a fault is told where the author finds it.
 */
export function loansOfCsv(text: string): Result<readonly CsvRow[], readonly CellFault[]> {
  const plain = text.replace(/^\ufeff/, '');
  const parsed = Papa.parse<string[]>(plain, { preview: ROWS_MOST, delimiter: separatorOf(plain) });
  if (parsed.errors.length > 0) {
    return err(parsed.errors.map(({ row, message }) => ({ row: (row ?? 0) + 1, column: '', message })));
  }
  const [header, ...rows] = parsed.data;
  const columns = (header ?? []).map((name) => name.trim());
  const faults = headerFaults(columns);
  if (faults.length > 0) return err(faults);
  const loans: CsvRow[] = [];
  for (const [i, cells] of rows.entries()) {
    const row = i + 2;
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (cells.length !== columns.length) {
      faults.push({ row, column: '', message: `expected ${columns.length} cells, got ${cells.length}` });
      continue;
    }
    const loan: Record<string, unknown> = {};
    columns.forEach((column, at) => {
      const read = readCell(column, cells[at] as string);
      if (!read.ok) faults.push({ row, column, message: read.error });
      else if (read.value !== undefined) writePath(loan, column, read.value);
    });
    loans.push({ row, loan });
  }
  return faults.length > 0 ? err(faults) : ok(loans);
}

/** What separates the names of the columns, none of which has such a character in it. */
function separatorOf(text: string): string {
  const header = text.slice(0, HEADER_READ).split(/\r?\n|\r/, 1)[0] ?? '';
  const times = (one: string): number => header.split(one).length;
  return [',', ';', '\t'].reduce((best, one) => (times(one) > times(best) ? one : best));
}

function headerFaults(columns: readonly string[]): CellFault[] {
  const known: readonly string[] = CSV_COLUMNS;
  const fault = (column: string, message: string): CellFault => ({
    row: 1,
    column: column.slice(0, NAME_SHOWN),
    message,
  });
  if (columns.length > COLUMNS_MOST)
    return [fault('', `expected at most ${COLUMNS_MOST} columns, got ${columns.length}`)];
  return [
    ...columns.filter((name) => !known.includes(name)).map((name) => fault(name, 'unknown column')),
    ...columns.filter((name, i) => columns.indexOf(name) !== i).map((name) => fault(name, 'column stands twice')),
    // An entry is replaced whole: without the column of its chapters, it would lose them unseen.
    ...known.filter((name) => !columns.includes(name)).map((name) => fault(name, 'column is missing')),
  ];
}

function readCell(column: string, cell: string): Result<unknown, string> {
  if (JSON_COLUMNS.includes(column)) {
    if (cell === '') return ok(undefined);
    try {
      return ok(JSON.parse(cell));
    } catch {
      return err('expected JSON');
    }
  }
  if (NUMBERS.includes(column)) {
    return /^-?\d+(\.\d+)?$/.test(cell)
      ? ok(Number(cell))
      : err(`expected a number with a point, got "${cell.slice(0, 40)}"`);
  }
  return ok(plainCell(cell));
}

function writePath(target: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() as string;
  let at = target;
  for (const key of keys) {
    at[key] ??= {};
    at = at[key] as Record<string, unknown>;
  }
  at[last] = value;
}
