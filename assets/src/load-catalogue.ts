import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Content } from '@bloomvale/shared/content/content';
import { buildCatalogue, type CatalogueFile, describeFault } from './catalogue.ts';

/** The seed catalogue that ships with the game. */
export const CATALOGUE_FOLDER = fileURLToPath(new URL('../catalogue/', import.meta.url));

const FOLDERS = ['', 'entrepreneurs/', 'maps/'] as const;

/** A catalogue that cannot be used; the message is one sentence: file, path in it, what was expected. */
export class CatalogueError extends Error {
  override name = 'CatalogueError';
}

/**
 * Reads and checks the whole catalogue. For server start and tests only: it blocks while it reads.
 * @throws CatalogueError when a file is missing, is not JSON, or does not fit.
 */
export function loadCatalogue(folder: string = CATALOGUE_FOLDER): Content {
  const built = buildCatalogue(readCatalogueFiles(folder));
  if (!built.ok) throw new CatalogueError(describeFault(built.error));
  return built.value;
}

/**
 * The catalogue's JSON files, parsed but not checked, in a fixed order.
 * @throws CatalogueError when the folder cannot be read or a file is not JSON.
 */
export function readCatalogueFiles(folder: string = CATALOGUE_FOLDER): CatalogueFile[] {
  return FOLDERS.flatMap((sub) => names(folder, sub).map((name) => readOne(folder, `${sub}${name}`)));
}

function names(folder: string, sub: string): string[] {
  try {
    return readdirSync(join(folder, sub))
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch {
    throw new CatalogueError(`${sub === '' ? folder : sub}: expected a readable folder of JSON files`);
  }
}

function readOne(folder: string, file: string): CatalogueFile {
  try {
    return { file, value: JSON.parse(readFileSync(join(folder, file), 'utf8')) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CatalogueError(`${file}: expected readable JSON (${reason})`, { cause });
  }
}
