import { err, ok, type Result } from '@bloomvale/shared/result';
import Papa from 'papaparse';
import type { KivaLoan } from './kiva-loan.ts';
import { csvOf, looksLikeFormula, safeCell } from './safe-csv.ts';

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

/** Rows of a CSV file as objects in Kiva's shape, their values not judged yet. Separator found by itself (comma, semicolon, tab). */
export function loansOfCsv(text: string): Result<readonly unknown[], readonly CellFault[]> {
  const parsed = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: 'greedy' });
  const broken = parsed.errors.filter(({ code }) => code !== 'UndetectableDelimiter');
  if (broken.length > 0) {
    return err(broken.map(({ row, message }) => ({ row: (row ?? 0) + 1, column: '', message })));
  }
  const [header, ...rows] = parsed.data;
  const columns = (header ?? []).map((name) => name.trim());
  const faults = headerFaults(columns);
  if (faults.length > 0) return err(faults);
  const loans: unknown[] = [];
  for (const [i, cells] of rows.entries()) {
    const row = i + 2;
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
    loans.push(loan);
  }
  return faults.length > 0 ? err(faults) : ok(loans);
}

function headerFaults(columns: readonly string[]): CellFault[] {
  const known: readonly string[] = CSV_COLUMNS;
  const fault = (column: string, message: string): CellFault => ({ row: 1, column, message });
  return [
    ...columns.filter((name) => !known.includes(name)).map((name) => fault(name, 'unknown column')),
    ...columns.filter((name, i) => columns.indexOf(name) !== i).map((name) => fault(name, 'column stands twice')),
    ...known
      .filter((name) => name !== 'chapters' && !columns.includes(name))
      .map((name) => fault(name, 'column is missing')),
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
  return ok(cell.startsWith("'") && looksLikeFormula(cell.slice(1)) ? cell.slice(1) : cell);
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
