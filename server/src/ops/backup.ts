import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Content } from '@bloomvale/shared/content/content';
import { z } from 'zod';
import { ACCOUNTS_FILE } from '../accounts/accounts-database.ts';
import { AuditError, auditAll } from '../application/audit.ts';
import { folderFault, ownDataFolder } from '../config/data-folder.ts';
import { EXIT, StartupFault } from '../config/exit-codes.ts';
import { SECRETS_FILE } from '../config/secrets.ts';
import { DATABASE_FILE } from '../persistence/open-database.ts';
import { sqliteAudit } from '../persistence/sqlite-audit.ts';
import { checkDatabase, copyDatabase } from '../persistence/sqlite-copy.ts';

/** The ledger first: an account without its household gets a new one, a household without its account is nobody's loss. */
const DATABASES = [DATABASE_FILE, ACCOUNTS_FILE] as const;
const FILES = [...DATABASES, SECRETS_FILE] as const;
const MANIFEST = 'manifest.json';

const ManifestSchema = z.strictObject({
  madeAt: z.iso.datetime(),
  files: z.record(z.enum(FILES), z.strictObject({ bytes: z.int(), sha256: z.string() })),
});
type Manifest = z.infer<typeof ManifestSchema>;

export type BackupSummary = { readonly folder: string; readonly files: number; readonly bytes: number };

const fault = (sentence: string, cause?: unknown) => new StartupFault(EXIT.DATA_FOLDER, sentence, { cause });

/**
 * Copies a data folder, also of a running server, into a new folder: both databases as of one moment each, the secrets, and a list with
 * their hashes. The copy is read back, checked and audited before it gets its name, so a folder that is there is a sound backup.
 * @throws StartupFault, StoreError, AuditError.
 */
export async function makeBackup(data: string, target: string, content: Content): Promise<BackupSummary> {
  if (existsSync(target)) throw fault(`There is something at ${target} already; a backup goes into a new folder.`);
  const draft = `${target}.unfinished`;
  rmSync(draft, { recursive: true, force: true });
  try {
    mkdirSync(draft, { recursive: true, mode: 0o700 });
    for (const name of DATABASES) copyDatabase(join(data, name), join(draft, name));
    copyFileSync(join(data, SECRETS_FILE), join(draft, SECRETS_FILE));
    for (const name of FILES) chmodSync(join(draft, name), 0o600);
    const manifest: Manifest = { madeAt: new Date().toISOString(), files: await fingerprints(draft) };
    writeFileSync(join(draft, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    await verifyBackup(draft, content);
    renameSync(draft, target);
    return summary(target, manifest);
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true });
    throw (cause as NodeJS.ErrnoException).syscall === undefined ? cause : folderFault(dirname(target), cause);
  }
}

/**
 * Puts a backup where a data folder is to be. What stands there is moved aside, never deleted, and no server may own it.
 * @returns what was restored, and where the former folder is now; null when there was none.
 */
export async function restoreBackup(
  source: string,
  data: string,
  content: Content,
): Promise<BackupSummary & { readonly former: string | null }> {
  const manifest = await verifyBackup(source, content);
  const draft = `${data}.restoring`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  for (const name of FILES) {
    copyFileSync(join(source, name), join(draft, name));
    chmodSync(join(draft, name), 0o600);
  }
  await compare(draft, manifest);
  const former = await moveAside(data);
  renameSync(draft, data);
  return { ...summary(data, manifest), former };
}

/** Hashes, pages, invariants. @throws StartupFault, StoreError, AuditError. */
async function verifyBackup(folder: string, content: Content): Promise<Manifest> {
  const manifest = readManifest(folder);
  await compare(folder, manifest);
  for (const name of DATABASES) checkDatabase(join(folder, name));
  const source = sqliteAudit(join(folder, DATABASE_FILE));
  try {
    const violations = auditAll(source, content);
    if (violations.length > 0) throw new AuditError(violations);
  } finally {
    source.close();
  }
  // Reading leaves the files as they were; SQLite's helpers beside them are none of the backup's.
  for (const name of readdirSync(folder)) if (/\.db-(wal|shm)$/.test(name)) rmSync(join(folder, name));
  return manifest;
}

function readManifest(folder: string): Manifest {
  try {
    return ManifestSchema.parse(JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')));
  } catch (cause) {
    throw fault(`There is no backup in ${folder}: it has no readable ${MANIFEST}.`, cause);
  }
}

async function compare(folder: string, manifest: Manifest): Promise<void> {
  const actual = await fingerprints(folder);
  for (const name of FILES) {
    if (actual[name]?.sha256 !== manifest.files[name]?.sha256) {
      throw new StartupFault(EXIT.CORRUPT, `The backup ${folder} is damaged: ${name} is not the file that was saved.`);
    }
  }
}

async function fingerprints(folder: string): Promise<Manifest['files']> {
  const entries = FILES.map(async (name) => {
    const hash = createHash('sha256');
    try {
      for await (const chunk of createReadStream(join(folder, name))) hash.update(chunk as Buffer);
      return [name, { bytes: statSync(join(folder, name)).size, sha256: hash.digest('hex') }] as const;
    } catch (cause) {
      throw fault(`The file ${join(folder, name)} cannot be read.`, cause);
    }
  });
  return Object.fromEntries(await Promise.all(entries)) as Manifest['files'];
}

async function moveAside(data: string): Promise<string | null> {
  if (!existsSync(data)) return null;
  const owned = await ownDataFolder(data, () => undefined);
  await owned.release();
  const former = `${data}.before-${new Date().toISOString().replace(/[:.]/g, '-')}`;
  renameSync(data, former);
  return former;
}

const summary = (folder: string, { files }: Manifest): BackupSummary => ({
  folder,
  files: Object.keys(files).length,
  bytes: Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0),
});

/** A name for a backup that says when it was made. */
export const backupName = (data: string, now: Date): string =>
  join(dirname(data), `${basename(data)}-backup-${now.toISOString().slice(0, 19).replace(/[:T]/g, '-')}`);
