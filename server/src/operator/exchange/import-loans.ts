import { type BoundsFault, jsonBounds } from '@bloomvale/shared/catalogue/json-bounds';
import type { Entrepreneur } from '@bloomvale/shared/content/lending';
import { err, ok, type Result } from '@bloomvale/shared/result';
import { z } from 'zod';
import { fromKivaLoan, toKivaLoan } from './kiva-loan.ts';
import { type CellFault, type CsvRow, csvOfLoans, loansOfCsv } from './loan-csv.ts';
import { utf8Of } from './utf8.ts';

/** Largest file that is read, bytes: ten thousand entries with long stories stay below it. */
export const IMPORT_BYTES = 40 * 1024 * 1024;
/** As many as a catalogue may have (`ContentSchema`). */
export const IMPORT_ENTRIES = 10_000;
/** Values in one entry: a person with five chapters has about two hundred. What has more is not taken apart, each value being a fault. */
const ENTRY_VALUES = 2_000;
/** Faults told at once: enough to mend a file by, few enough to read. */
const FAULTS_TOLD = 200;

export type ImportFormat = 'json' | 'csv';

/** Faults by row and column. In a JSON file a row is the number of an entry, 1 being the first. */
export type ImportRefusal =
  | { readonly code: 'TOO_LARGE' | 'NOT_UTF8' | 'NOT_JSON' | 'TOO_MANY' | 'EMPTY' }
  | { readonly code: 'FAULTS'; readonly faults: readonly CellFault[]; readonly more: number };

const File = z.strictObject({ loans: z.array(z.unknown()) });

export function exportLoans(people: readonly Entrepreneur[], format: ImportFormat): string {
  const loans = people.map(toKivaLoan);
  return format === 'csv' ? csvOfLoans(loans) : linePerLoan(loans);
}

/** A line an entry: a comparison of two files shows whose changed, and ten thousand of them stay below `IMPORT_BYTES`. */
const linePerLoan = (loans: readonly object[]): string =>
  `{"loans":[\n${loans.map((loan) => JSON.stringify(loan)).join(',\n')}\n]}\n`;

/** Reads a file of entries: all of them, or none and every fault (the first two hundred). Nothing is kept here. */
export function importLoans(bytes: Uint8Array, format: ImportFormat): Result<readonly Entrepreneur[], ImportRefusal> {
  if (bytes.byteLength > IMPORT_BYTES) return err({ code: 'TOO_LARGE' });
  const text = utf8Of(bytes);
  if (text === null) return err({ code: 'NOT_UTF8' });
  const read = format === 'csv' ? readCsv(text) : readJson(text);
  if (!read.ok) return read;
  if (read.value.length === 0) return err({ code: 'EMPTY' });
  if (read.value.length > IMPORT_ENTRIES) return err({ code: 'TOO_MANY' });
  return judge(read.value);
}

function readCsv(text: string): Result<readonly CsvRow[], ImportRefusal> {
  const rows = loansOfCsv(text);
  return rows.ok ? rows : err(importFaults(rows.error));
}

function readJson(text: string): Result<readonly CsvRow[], ImportRefusal> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err({ code: 'NOT_JSON' });
  }
  const file = File.safeParse(value);
  return file.success ? ok(file.data.loans.map((loan, i) => ({ row: i + 1, loan }))) : err({ code: 'NOT_JSON' });
}

const BOUNDS_TOLD: Readonly<Record<BoundsFault, string>> = {
  too_deep: 'expected fewer lists in lists',
  too_many_values: `expected at most ${ENTRY_VALUES} values`,
  text_too_long: 'expected shorter texts',
  text_not_readable: 'expected characters that can be read',
  key_too_long: 'expected shorter names of fields',
  key_reserved: 'expected no such name of a field',
  number_not_finite: 'expected a number',
  not_json: 'expected JSON',
};

/** The first faults, and how many more there are. */
export const importFaults = (faults: readonly CellFault[]): ImportRefusal => ({
  code: 'FAULTS',
  faults: faults.slice(0, FAULTS_TOLD),
  more: Math.max(0, faults.length - FAULTS_TOLD),
});

function judge(raw: readonly CsvRow[]): Result<readonly Entrepreneur[], ImportRefusal> {
  const people: Entrepreneur[] = [];
  const faults: CellFault[] = [];
  const rows = new Map<string, number>();
  for (const { row, loan } of raw) {
    const bounds = jsonBounds(loan, ENTRY_VALUES);
    if (typeof bounds === 'string') {
      faults.push({ row, column: '', message: BOUNDS_TOLD[bounds] });
      continue;
    }
    const person = fromKivaLoan(loan);
    if (!person.ok) {
      faults.push(...person.error.map(({ field, message }) => ({ row, column: field, message })));
      continue;
    }
    const earlier = rows.get(person.value.id);
    if (earlier !== undefined) faults.push({ row, column: 'id', message: `already stands in row ${earlier}` });
    rows.set(person.value.id, row);
    people.push(person.value);
  }
  return faults.length > 0 ? err(importFaults(faults)) : ok(people);
}
