import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EntrepreneurSchema } from '@bloomvale/shared/content/lending';
import { MapSchema, type WorldMap } from '@bloomvale/shared/content/map';
import { CropSchema, GoodSchema } from '@bloomvale/shared/content/play';
import { z } from 'zod';
import { type Look, PersonLookSchema } from '../kit/people/look.ts';

const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));
const CATALOGUE = join(PACKAGE, 'catalogue');

/** What the pictures depend on besides the kit. */
export type BuildInputs = {
  readonly maps: readonly WorldMap[];
  readonly crops: readonly string[];
  readonly goodIcons: readonly string[];
  readonly countries: readonly string[];
  readonly looks: Readonly<Record<string, Look>>;
};

const readJson = (...path: string[]): unknown => JSON.parse(readFileSync(join(CATALOGUE, ...path), 'utf8'));
const readFolder = (folder: string): unknown[] =>
  readdirSync(join(CATALOGUE, folder))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => readJson(folder, file));

/**
 * Reads the catalogue as far as pictures need it.
 * @throws Error (zod) when a file does not fit its schema
 */
export function readInputs(): BuildInputs {
  const people = readFolder('entrepreneurs').flatMap((file) =>
    z.array(EntrepreneurSchema).parse(Array.isArray(file) ? file : [file]),
  );
  return {
    maps: readFolder('maps').map((map) => MapSchema.parse(map)),
    crops: z
      .array(CropSchema)
      .parse(readJson('crops.json'))
      .map((crop) => crop.id),
    goodIcons: z
      .array(GoodSchema)
      .parse(readJson('goods.json'))
      .map((good) => good.icon),
    countries: [...new Set(people.map((person) => person.country))].sort(),
    looks: Object.fromEntries(people.map((person) => [person.id, PersonLookSchema.parse(person.look)])),
  };
}

/**
 * Fingerprint of everything the output depends on: kit, build, manifest, versions of the packages, and of the catalogue only what
 * pictures are made from, so that a new price does not draw the world again.
 */
export function inputFingerprint(inputs: BuildInputs): string {
  const source = join(PACKAGE, 'src');
  const files = [
    ...filesUnder(join(source, 'kit')),
    ...filesUnder(join(source, 'build')),
    join(source, 'frames.ts'),
    join(source, 'manifest.ts'),
    join(PACKAGE, 'package.json'),
  ];
  const hash = createHash('sha256').update(JSON.stringify(inputs));
  for (const file of files)
    hash.update(file.slice(PACKAGE.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
