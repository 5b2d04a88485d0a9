import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const atRoot = (...parts) => join(ROOT, ...parts);
/** Stamps of what has been done; gone with node_modules. */
export const STAMPS = atRoot('node_modules/.bloomvale');
