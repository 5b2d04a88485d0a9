import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreError, type StoreErrorCode } from '../application/store/store-error.ts';

const DISK_FULL = 13;

/** Primary result codes of SQLite (https://sqlite.org/rescode.html) that mean something to us. */
const CODES: Readonly<Record<number, readonly [StoreErrorCode, string]>> = {
  5: ['LOCKED', 'Another process is using the database'],
  6: ['LOCKED', 'Another process is using the database'],
  8: ['UNWRITABLE', 'The database may not be written to'],
  10: ['IO', 'The disk failed to read or write the database'],
  11: ['CORRUPT', 'The database is damaged'],
  [DISK_FULL]: ['DISK_FULL', 'The disk is full'],
  14: ['UNWRITABLE', 'The database file cannot be opened or created'],
  19: ['CONSTRAINT', 'A row broke a rule of the database'],
  26: ['CORRUPT', 'The file is not a database'],
};

/** Extended codes of writes, of growing a file, and of the shared memory of the write-ahead log: a full disk answers with them, too. */
const GROWING: ReadonlySet<number> = new Set([778, 1546, 4874, 5386]);
/** Less than this is no room: the shared memory alone grows by 32 KiB. */
const NO_ROOM_BYTES = 131_072;

/** Any fault of `node:sqlite` as a `StoreError`; one that already is passes through. `place` is the file it happened to. */
export function storeError(cause: unknown, place: string): StoreError {
  if (cause instanceof StoreError) return cause;
  const resultCode = (cause as { errcode?: unknown }).errcode;
  // Extended codes carry the primary one in their low byte.
  const full = GROWING.has(Number(resultCode)) && hasNoRoom(place);
  const known = typeof resultCode === 'number' ? CODES[full ? DISK_FULL : resultCode & 0xff] : undefined;
  const detail = cause instanceof Error ? cause.message : String(cause);
  const [code, sentence] = known ?? (['IO', 'The database failed'] as const);
  return new StoreError(code, `${sentence}: ${place} (${detail}).`, { cause });
}

function hasNoRoom(file: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(dirname(file));
    return bavail * bsize < NO_ROOM_BYTES;
  } catch {
    return false;
  }
}
