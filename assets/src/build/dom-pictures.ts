import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { SECTORS } from '@bloomvale/shared/content/lending';
import { resetIds } from '../kit/base/random.ts';
import { goodIcon, isGoodIconId } from '../kit/goods/goods.ts';
import type { Look } from '../kit/people/look.ts';
import { portrait } from '../kit/people/portrait-document.ts';
import { PRESETS } from '../kit/people/presets.ts';
import { workplaceOfSector } from '../kit/workplaces/workplace.ts';
import { GLYPHS, ICONS, LANGUAGE_FLAGS, OWN_ICONS } from '../manifest.ts';
import { emoji, emojiDocument } from './fluent.ts';

const require = createRequire(import.meta.url);

/** Writes `people/<id>.svg` and `-happy.svg` for everyone; the player's presets get the plain one only. */
export function writePortraits(people: Readonly<Record<string, Look>>, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [id, look] of Object.entries(people)) {
    writeFileSync(join(folder, `${id}.svg`), portrait(id, look, false));
    writeFileSync(join(folder, `${id}-happy.svg`), portrait(id, look, true));
  }
  for (const [id, look] of Object.entries(PRESETS)) writeFileSync(join(folder, `${id}.svg`), portrait(id, look, false));
}

/** Writes `places/<sector>.svg`, the backdrops of loan pages. */
export function writePlaces(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const sector of SECTORS) {
    resetIds();
    const scene = workplaceOfSector(sector, emoji);
    writeFileSync(
      join(folder, `${sector}.svg`),
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 150" width="720" height="300">${scene}</svg>`,
    );
  }
}

/** Writes `icons/<name>.svg`: the manifest's and the goods' (`goodIcons`, as goods.json names them). */
export function writeIcons(goodIcons: readonly string[], folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const icon of new Set<string>([...ICONS, ...goodIcons, ...OWN_ICONS])) {
    writeFileSync(join(folder, `${icon.replace(':', '-')}.svg`), iconDocument(icon));
  }
  writeFileSync(join(folder, 'stall.svg'), iconDocument('good:marketStall'));
}

/** @throws RangeError when neither the kit nor Fluent draws it */
function iconDocument(icon: string): string {
  if (!icon.startsWith('good:')) return emojiDocument(icon);
  const id = icon.slice('good:'.length);
  if (!isGoodIconId(id)) throw new RangeError(`the kit has no icon for the good ${id}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="64" height="64">${goodIcon(id, 32, emoji)}</svg>`;
}

/** Copies the round flags of the given countries. */
export function writeFlags(countries: readonly string[], folder: string): void {
  mkdirSync(folder, { recursive: true });
  const flags = join(dirname(require.resolve('circle-flags/package.json')), 'flags');
  for (const code of new Set([...LANGUAGE_FLAGS, ...countries]))
    copyFileSync(join(flags, `${code}.svg`), join(folder, `${code}.svg`));
}

const FONTS = ['baloo-2', 'nunito'] as const;
const SUBSETS = ['latin', 'latin-ext', 'vietnamese'] as const;

/** Copies the fonts unmodified, with their licences beside them, as the OFL asks. */
export function writeFonts(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const font of FONTS) {
    const source = dirname(require.resolve(`@fontsource-variable/${font}/package.json`));
    for (const subset of SUBSETS)
      copyFileSync(
        join(source, 'files', `${font}-${subset}-wght-normal.woff2`),
        join(folder, `${font}-${subset}.woff2`),
      );
    copyFileSync(join(source, 'LICENSE'), join(folder, `${font}-LICENSE.txt`));
  }
}

/** Writes `glyphs.svg`: every glyph twice, `<name>` in bold and `<name>-fill`. */
export function writeGlyphs(folder: string): void {
  const symbol = (name: string, weight: 'bold' | 'fill') => {
    const svg = readFileSync(require.resolve(`@phosphor-icons/core/assets/${weight}/${name}-${weight}.svg`), 'utf8');
    const body = svg
      .replace(/^<svg[^>]*>/, '')
      .replace('</svg>', '')
      .trim();
    return `<symbol id="${weight === 'fill' ? `${name}-fill` : name}" viewBox="0 0 256 256">${body}</symbol>`;
  };
  const symbols = GLYPHS.flatMap((name) => [symbol(name, 'bold'), symbol(name, 'fill')]);
  writeFileSync(join(folder, 'glyphs.svg'), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`);
}
