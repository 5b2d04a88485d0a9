import { invariant } from '@bloomvale/shared/result';
import type { WriteSet } from '../application/store/store.ts';
import { KEPT_TABLES, TABLES, type TableName } from '../application/store/tables.ts';

export type SqlValue = string | number | null;

/** One multi-row statement: which shape, how many rows, and their values one after another. Plain data, so it can cross to a thread. */
export type WriteStatement = {
  readonly table: TableName;
  readonly rows: number;
  /** Rows with this key may exist and are then replaced. */
  readonly replace: boolean;
  readonly parameters: readonly SqlValue[];
};

/** Rows go in chunks of these sizes, so that the number of statement texts stays small and each stays prepared. */
export const ROW_CHUNKS = [256, 128, 64, 32, 16, 8, 4, 2, 1] as const;

/** Splits a list into the chunk sizes, largest first: 70 rows are 64 + 4 + 2. */
export function* rowChunks<T>(rows: readonly T[]): Generator<readonly T[]> {
  let at = 0;
  for (const size of ROW_CHUNKS) {
    for (; rows.length - at >= size; at += size) yield rows.slice(at, at + size);
  }
}

/** Referenced tables first: foreign keys are checked row by row. */
const WRITE_ORDER: readonly TableName[] = [
  'meta',
  'clockSegment',
  'season',
  'village',
  'player',
  'household',
  'lender',
  'block',
  'borrower',
  'ownLoan',
  'report',
  'operatorAct',
  'account',
  'batch',
  'transfer',
  'loan',
  'contribution',
  'follow',
  'autoLend',
  'autoLendLine',
  'loanEvent',
  'letter',
  'inbox',
  'shopVisit',
  'goods',
  'catalogueVersion',
  'catalogueDraft',
  'proposal',
  'auditLine',
  'liveSample',
  'command',
  'outbox',
];
invariant(WRITE_ORDER.length === Object.keys(TABLES).length, 'every table has its place in the write order');

/** What a group changes, as the statements that write it, in an order that every foreign key allows. */
export function statementsOf({ kept, added }: WriteSet): WriteStatement[] {
  const statements: WriteStatement[] = [];
  const all: Partial<Record<TableName, readonly object[]>> = { ...kept, ...added };
  for (const table of WRITE_ORDER) {
    const rows = all[table];
    if (rows === undefined || rows.length === 0) continue;
    const replace = KEPT_TABLES.has(table);
    for (const chunk of rowChunks(rows)) {
      statements.push({ table, rows: chunk.length, replace, parameters: parametersOf(table, chunk) });
    }
  }
  return statements;
}

function parametersOf(table: TableName, rows: readonly object[]): SqlValue[] {
  const properties: readonly string[] = TABLES[table].columns;
  const parameters: SqlValue[] = [];
  for (const row of rows) {
    for (const property of properties) {
      const value = (row as Record<string, SqlValue | undefined>)[property];
      // An unbound value would silently become NULL.
      if (value === undefined) throw new TypeError(`${table}.${property} is undefined`);
      parameters.push(value);
    }
  }
  return parameters;
}
