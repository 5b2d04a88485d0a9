/**
 * Why the store cannot serve. `message` is one clear sentence for whoever runs the server.
 * - `UNWRITABLE`: the data folder or file cannot be created or written.
 * - `CORRUPT`: the file is not a database, or a damaged one.
 * - `NEWER_SCHEMA`: it was written by a later release.
 * - `MIGRATION_CHANGED`: a migration that has been applied reads differently today.
 * - `DISK_FULL`: no room to write; nothing of the group was kept, and the next group may succeed.
 * - `LOCKED`: another process holds the database.
 * - `CONSTRAINT`: a row broke a rule of the schema: a fault of our own.
 * - `IO`: any other failure of the engine.
 */
export const STORE_ERROR_CODES = [
  'UNWRITABLE',
  'CORRUPT',
  'NEWER_SCHEMA',
  'MIGRATION_CHANGED',
  'DISK_FULL',
  'LOCKED',
  'CONSTRAINT',
  'IO',
] as const;
export type StoreErrorCode = (typeof STORE_ERROR_CODES)[number];

export class StoreError extends Error {
  override name = 'StoreError';
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
