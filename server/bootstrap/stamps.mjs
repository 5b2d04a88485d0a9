import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { atRoot, STAMPS } from './paths.mjs';

const SKIPPED = new Set(['node_modules', 'dist', 'generated']);

/** Hash of files and folders (paths from the root): names and contents, so that a copied or re-cloned tree counts as unchanged. */
export function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) addTo(hash, path);
  return hash.digest('hex');
}

function addTo(hash, path) {
  const full = atRoot(path);
  if (!existsSync(full)) return;
  if (!statSync(full).isDirectory()) {
    hash.update(`${path}\0`).update(readFileSync(full)).update('\0');
    return;
  }
  for (const entry of readdirSync(full).sort()) if (!SKIPPED.has(entry)) addTo(hash, join(path, entry));
}

/** Whether `name` was last done with this very hash. */
export function isStamped(name, hash) {
  try {
    return readFileSync(join(STAMPS, name), 'utf8') === hash;
  } catch {
    return false;
  }
}

export function stamp(name, hash) {
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(join(STAMPS, name), hash);
}
