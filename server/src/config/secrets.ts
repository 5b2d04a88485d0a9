import { createHmac, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { folderFault } from './data-folder.ts';
import { EXIT, StartupFault } from './exit-codes.ts';

export const SECRETS_FILE = 'secrets.json';

/** 32 random bytes each, in hexadecimal. */
const Secret = z.string().regex(/^[0-9a-f]{64}$/);
const SecretsSchema = z.strictObject({
  /** Signs session cookies and keys the hashes of one-time codes. Changed: everybody signs in again, guests are lost. */
  session: Secret,
  /** Keys every loan's chance (lending.md 5). Changed: running loans can no longer be verified. */
  season: Secret,
});
export type Secrets = z.infer<typeof SecretsSchema>;

/**
 * The secrets of a data folder; made at the first start, readable by the owner alone. There is no default secret.
 * @throws StartupFault when the file cannot be written or read, is not what we wrote, or others may read it.
 */
export function openSecrets(folder: string): Secrets {
  const file = join(folder, SECRETS_FILE);
  return readSecrets(file) ?? writeSecrets(folder, file);
}

/** Another secret for operators, so that a cookie signed for a player is none for an operator. @returns 64 hex digits. */
export const operatorSecret = ({ session }: Secrets): string =>
  createHmac('sha256', Buffer.from(session, 'hex')).update('bloomvale operators').digest('hex');

function readSecrets(file: string): Secrets | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
    checkPrivate(file);
  } catch (cause) {
    if (cause instanceof StartupFault) throw cause;
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new StartupFault(EXIT.DATA_FOLDER, `The secrets file ${file} cannot be read.`, { cause });
  }
  try {
    return SecretsSchema.parse(JSON.parse(text));
  } catch (cause) {
    const sentence = `The secrets file ${file} is damaged; restore it from a backup, for without it running loans cannot be verified.`;
    throw new StartupFault(EXIT.CORRUPT, sentence, { cause });
  }
}

function checkPrivate(file: string): void {
  // Windows has no such bits.
  if (process.platform === 'win32' || (statSync(file).mode & 0o077) === 0) return;
  throw new StartupFault(EXIT.DATA_FOLDER, `Other users may read the secrets file ${file}; run: chmod 600 ${file}`);
}

/** Whole or not at all: written beside, forced to disk, renamed. */
function writeSecrets(folder: string, file: string): Secrets {
  const secrets: Secrets = { session: randomBytes(32).toString('hex'), season: randomBytes(32).toString('hex') };
  const draft = `${file}.new`;
  try {
    const handle = openSync(draft, 'w', 0o600);
    try {
      writeSync(handle, `${JSON.stringify(secrets, null, 2)}\n`);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, file);
    return secrets;
  } catch (cause) {
    try {
      unlinkSync(draft);
    } catch {}
    throw folderFault(folder, cause);
  }
}
