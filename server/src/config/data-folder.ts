import {
  accessSync,
  chmodSync,
  constants,
  mkdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import lockfile from 'proper-lockfile';
import { z } from 'zod';
import { EXIT, StartupFault } from './exit-codes.ts';

/** A lock not renewed for this long belongs to a process that is gone, even when we cannot ask for it. */
export const LOCK_STALE_MS = 15_000;
const LOCK_RENEW_MS = 2_000;
const LOCK_NAME = 'owner.lock';
/** Beside the lock: who holds it, so that a killed server can start again at once. */
const OWNER_NAME = 'owner.json';

const OwnerSchema = z.object({ pid: z.int(), host: z.string() });

export type OwnedFolder = { readonly path: string; release(): Promise<void> };

/** Creates the folder, for its owner alone. @throws StartupFault DATA_FOLDER or DISK_FULL. */
export function makeDataFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    if (!statSync(path).isDirectory()) throw new Error('it is not a folder');
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw folderFault(path, cause);
  }
  try {
    // It holds secrets and personal data. Best effort: on a mounted volume the mode may be fixed.
    chmodSync(path, 0o700);
  } catch {}
}

/** The fault of a file operation in the data folder, as a sentence and an exit code. */
export function folderFault(path: string, cause: unknown): StartupFault {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new StartupFault(EXIT.DISK_FULL, `The disk that holds the data folder ${path} is full.`, { cause });
  }
  const why = code ?? (cause instanceof Error ? cause.message : String(cause));
  return new StartupFault(EXIT.DATA_FOLDER, `The data folder ${path} cannot be written (${why}).`, { cause });
}

/**
 * Makes this process the one owner of the folder until `release`, or until it ends.
 * @param lost called when the lock was taken away from us: going on would let two processes write one ledger.
 * @throws StartupFault OWNED, DATA_FOLDER or DISK_FULL.
 */
export async function ownDataFolder(path: string, lost: (cause: Error) => void): Promise<OwnedFolder> {
  makeDataFolder(path);
  const options = {
    lockfilePath: join(path, LOCK_NAME),
    stale: LOCK_STALE_MS,
    update: LOCK_RENEW_MS,
    onCompromised: lost,
  };
  let dead = false;
  for (;;) {
    try {
      const unlock = await lockfile.lock(path, options);
      writeFileSync(join(path, OWNER_NAME), JSON.stringify({ pid: process.pid, host: hostname() }), { mode: 0o600 });
      return { path, release: () => release(path, unlock) };
    } catch (cause) {
      if ((cause as { code?: string }).code !== 'ELOCKED') throw folderFault(path, cause);
      const owner = ownerOf(path);
      // Removed once: whoever holds the lock after that came while we looked, and is alive.
      if (!dead && owner?.host === hostname() && !isAlive(owner.pid)) {
        dead = true;
        removeLock(path);
      } else if (await isRenewed(path)) throw owned(path, owner, cause);
      // Neither dead nor renewed: busy, or its number now belongs to another process. The lock turns stale, or is renewed.
    }
  }
}

async function release(path: string, unlock: () => Promise<void>): Promise<void> {
  rmSync(join(path, OWNER_NAME), { force: true });
  await unlock();
}

function owned(path: string, owner: z.infer<typeof OwnerSchema> | null, cause: unknown): StartupFault {
  const who =
    owner === null ? 'another running server' : `another running server (process ${owner.pid} on ${owner.host})`;
  return new StartupFault(EXIT.OWNED, `The data folder ${path} is in use by ${who}.`, { cause });
}

function ownerOf(path: string): z.infer<typeof OwnerSchema> | null {
  try {
    return OwnerSchema.parse(JSON.parse(readFileSync(join(path, OWNER_NAME), 'utf8')));
  } catch {
    return null;
  }
}

/** Whether somebody renews the lock: watches it for a little longer than a renewal takes. */
async function isRenewed(path: string): Promise<boolean> {
  const before = lockTime(path);
  await new Promise((resolve) => setTimeout(resolve, LOCK_RENEW_MS + 500));
  const after = lockTime(path);
  return before !== null && after !== null && after !== before;
}

function isAlive(pid: number): boolean {
  // Our own number in the file: a container's former life, in which we had the same one.
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function lockTime(path: string): number | null {
  try {
    return statSync(join(path, LOCK_NAME)).mtimeMs;
  } catch {
    return null;
  }
}

function removeLock(path: string): void {
  try {
    rmdirSync(join(path, LOCK_NAME));
  } catch {}
}
