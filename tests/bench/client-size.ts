import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../bots/server-process.ts';
import { type BenchFigure, rounded } from './bench-figure.ts';

const FONTS = new Set(['.woff2', '.woff']);
const PICTURES = new Set(['.png', '.webp', '.avif', '.jpg', '.svg']);
const ATLAS = `${sep}atlas${sep}`;
/** The world's chunk, in which Phaser is: a name that minification keeps. */
const PHASER_MARK = 'WebGLRenderer';
const KILOBYTE = 1_000;
/** Issue "First playable", Numbers. */
const MOST_ATLAS_AND_FONTS_KB = 1_500;
/** Issue "The operator's console", Numbers. */
const MOST_CONSOLE_KB = 350;

type Built = { readonly file: string; readonly data: Buffer };

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
  );

const bytesOf = (files: readonly Built[]): number => files.reduce((sum, { data }) => sum + data.length, 0);
const gzipOf = (files: readonly Built[]): number =>
  files.reduce((sum, { data }) => sum + gzipSync(data, { level: 9 }).length, 0);
const kilobytes = (bytes: number): number => rounded(bytes / KILOBYTE, 1);

/**
 * Sizes of the built client, all languages and rarely opened panels included; what a first visit really loads is measured in Chromium
 * (`chromium/first-load.ts`). Empty when the client was not built.
 */
export function measureClient(folder: string = join(ROOT, 'client/dist')): BenchFigure[] {
  if (!existsSync(folder)) return [];
  const files: Built[] = filesUnder(folder).map((file) => ({ file, data: readFileSync(file) }));
  const ending = (...endings: readonly string[]): Built[] =>
    files.filter(({ file }) => endings.includes(extname(file)));
  const scripts = ending('.js');
  const title = linkedBy(files, join(folder, 'index.html'));
  const consoleEntry = linkedBy(files, join(folder, 'operator.html'));
  const consoleAll = reachedFrom(scripts, consoleEntry);
  const world = scripts.filter(({ data }) => data.includes(PHASER_MARK));
  const pictures = ending(...PICTURES);
  const atlas = files.filter(({ file }) => file.includes(ATLAS) && PICTURES.has(extname(file)));
  const fonts = ending(...FONTS);
  return [
    {
      name: 'every script of the client',
      value: kilobytes(gzipOf(scripts)),
      unit: 'kB gzip',
      note: `title ${kilobytes(gzipOf(title))}, chunk with Phaser ${kilobytes(gzipOf(world))}, ${scripts.length} files`,
    },
    {
      name: 'every script of the console',
      value: kilobytes(gzipOf(consoleAll)),
      unit: 'kB gzip',
      atMost: MOST_CONSOLE_KB,
      note: `entry ${kilobytes(gzipOf(consoleEntry))}, ${consoleAll.length} files: every page, both languages and its worker`,
    },
    {
      name: 'atlas and fonts',
      value: kilobytes(bytesOf(atlas) + bytesOf(fonts)),
      unit: 'kB',
      atMost: MOST_ATLAS_AND_FONTS_KB,
      note: `atlas ${kilobytes(bytesOf(atlas))}, fonts ${kilobytes(bytesOf(fonts))}; all pictures ${kilobytes(bytesOf(pictures))}`,
    },
  ];
}

/** Scripts that the page names itself: what stands between a visitor and the title. */
function linkedBy(files: readonly Built[], page: string): Built[] {
  const text = files.find(({ file }) => file === page)?.data.toString('utf8') ?? '';
  const names = [...text.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map((match) => match[1] as string);
  return files.filter(({ file }) => names.some((name) => file.endsWith(name.replaceAll('/', sep))));
}

/** These scripts and all that they name, at once or later: chunks of pages, languages, workers. */
function reachedFrom(scripts: readonly Built[], entries: readonly Built[]): Built[] {
  const reached = new Set(entries);
  // A set is walked on while it grows.
  for (const { data } of reached) {
    const text = data.toString('utf8');
    for (const script of scripts) if (text.includes(basename(script.file))) reached.add(script);
  }
  return [...reached];
}
