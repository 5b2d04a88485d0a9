import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { frameDrawing } from '../kit/frame-drawings.ts';
import { PRESETS } from '../kit/people/presets.ts';
import { manifestFrames } from '../manifest.ts';
import { writeAppIcons } from './app-icons.ts';
import { bakeAtlas } from './atlas.ts';
import { bakeAvatars } from './avatars.ts';
import { writeFlags, writeFonts, writeGlyphs, writeIcons, writePlaces, writePortraits } from './dom-pictures.ts';
import { emoji } from './fluent.ts';
import { bakeGround } from './ground.ts';
import { type BuildInputs, inputFingerprint, readInputs } from './inputs.ts';
import { bakeTitle } from './title.ts';

const DEFAULT_OUTPUT = fileURLToPath(new URL('../../../client/public/generated/', import.meta.url));
/** Written last: an interrupted build is never taken for a finished one. */
const STAMP = 'stamp.txt';

/** Cleared before a build, so that no picture outlives the drawing it came from. */
const FOLDERS = ['atlas', 'ground', 'avatars', 'people', 'places', 'icons', 'flags', 'fonts', 'title'] as const;

const say = (message: string): void => {
  process.stderr.write(`assets: ${message}\n`);
};
const kilobytes = (bytes: number): string => `${Math.round(bytes / 1024)} KB`;

/** Atlas frames of a build: the manifest's, and everything the maps place. */
export const framesOf = ({ crops, goodIcons, maps }: BuildInputs): string[] => [
  ...new Set([
    ...manifestFrames(crops, goodIcons),
    ...maps.flatMap((map) => map.objects.map((object) => object.frame)),
  ]),
];

/** Grown houses, grown stalls and other people's shops: nobody who begins has them. */
const GROWN = /^(shop\/|h\/player_(?!1)|s\/(?!grocer_1))/;

/** Frames that one's own garden does without on the first day: they may come after it is shown. */
export function isLate({ maps }: BuildInputs): (frame: string) => boolean {
  const at = (id: string) => new Set(maps.find((map) => map.id === id)?.objects.map((object) => object.frame));
  const [village, home] = [at('village'), at('homestead')];
  return (frame) => !home.has(frame) && (GROWN.test(frame) || village.has(frame));
}

async function build(inputs: BuildInputs, out: string): Promise<void> {
  const village = inputs.maps.find((map) => map.id === 'village');
  if (village === undefined) throw new Error('catalogue/maps has no village');
  const frames = framesOf(inputs);
  say(`drawing ${frames.length} sprites and ${inputs.maps.length} grounds`);
  const [atlas, ground] = await Promise.all([
    bakeAtlas(
      frames.map((frame) => frameDrawing(frame, emoji)),
      join(out, 'atlas'),
      isLate(inputs),
    ),
    bakeGround(inputs.maps, join(out, 'ground')),
  ]);
  say(`atlas ${kilobytes(atlas)}, ground ${kilobytes(ground)}`);
  // Whoever borrows walks about the village as herself: one sheet each, fetched when she is seen.
  const avatars = await bakeAvatars({ ...PRESETS, ...inputs.looks }, join(out, 'avatars'));
  say(`${Object.keys(avatars).length} people, largest ${kilobytes(Math.max(...Object.values(avatars)))}`);
  writePortraits(inputs.looks, join(out, 'people'));
  writePlaces(join(out, 'places'));
  writeIcons(inputs.goodIcons, join(out, 'icons'));
  writeFlags(inputs.countries, join(out, 'flags'));
  writeFonts(join(out, 'fonts'));
  writeGlyphs(out);
  say(`${Object.keys(inputs.looks).length} portraits, icons, flags, fonts, glyphs`);
  await Promise.all([bakeTitle(village, join(out, 'title')), writeAppIcons(out)]);
  say('title pictures and app icons');
}

async function main(): Promise<void> {
  const started = performance.now();
  const out = resolve(process.argv[2] ?? DEFAULT_OUTPUT);
  const inputs = readInputs();
  const fingerprint = inputFingerprint(inputs);
  const stamp = join(out, STAMP);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) {
    say('nothing has changed');
    return;
  }
  mkdirSync(out, { recursive: true });
  rmSync(stamp, { force: true });
  for (const folder of FOLDERS) rmSync(join(out, folder), { recursive: true, force: true });
  await build(inputs, out);
  writeFileSync(stamp, fingerprint);
  say(`done in ${((performance.now() - started) / 1000).toFixed(1)} s: ${out}`);
}

if (import.meta.main) await main();
