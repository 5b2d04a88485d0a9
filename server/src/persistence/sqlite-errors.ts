import { StoreError, type StoreErrorCode } from '../application/store/store-error.ts';

/** Primary result codes of SQLite (https://sqlite.org/rescode.html) that mean something to us. */
const CODES: Readonly<Record<number, readonly [StoreErrorCode, string]>> = {
  5: ['LOCKED', 'Another process is using the database'],
  6: ['LOCKED', 'Another process is using the database'],
  8: ['UNWRITABLE', 'The database may not be written to'],
  10: ['IO', 'The disk failed to read or write the database'],
  11: ['CORRUPT', 'The database is damaged'],
  13: ['DISK_FULL', 'The disk is full'],
  14: ['UNWRITABLE', 'The database file cannot be opened or created'],
  19: ['CONSTRAINT', 'A row broke a rule of the database'],
  26: ['CORRUPT', 'The file is not a database'],
};

/** Any fault of `node:sqlite` as a `StoreError`; one that already is passes through. `place` is the file it happened to. */
export function storeError(cause: unknown, place: string): StoreError {
  if (cause instanceof StoreError) return cause;
  const resultCode = (cause as { errcode?: unknown }).errcode;
  // Extended codes carry the primary one in their low byte.
  const known = typeof resultCode === 'number' ? CODES[resultCode & 0xff] : undefined;
  const detail = cause instanceof Error ? cause.message : String(cause);
  const [code, sentence] = known ?? (['IO', 'The database failed'] as const);
  return new StoreError(code, `${sentence}: ${place} (${detail}).`, { cause });
}
