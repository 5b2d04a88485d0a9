import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../bots/server-process.ts';
import { type BenchFigure, rounded } from './bench-figure.ts';

/** Sizes of the built client in bytes; scripts as sent, gzipped. */
export type ClientSize = {
  readonly scriptGzip: number;
  readonly phaserGzip: number;
  /** The page before the world: every script that is not the world's or the operator's own chunk. */
  readonly firstGzip: number;
  readonly styleGzip: number;
  readonly pictures: number;
  readonly fonts: number;
};

const PICTURES = new Set(['.png', '.webp', '.avif', '.jpg', '.svg']);
const FONTS = new Set(['.woff2', '.woff']);
/** Phaser's chunk is known by a name that survives minification. */
const PHASER_MARK = 'Phaser.Scenes';
const PHASER_LEAST = 200_000;

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
  );

/** null when the client was not built. */
export function clientSize(folder = join(ROOT, 'client/dist')): ClientSize | null {
  if (!existsSync(folder)) return null;
  const files = filesUnder(folder);
  const sum = (matches: (file: string) => boolean, measure: (data: Buffer) => number): number =>
    files.filter(matches).reduce((total, file) => total + measure(readFileSync(file)), 0);
  const gzipped = (data: Buffer): number => gzipSync(data, { level: 9 }).length;
  const script = (file: string): boolean => extname(file) === '.js';
  const phaser = (file: string): boolean => {
    if (!script(file)) return false;
    const text = readFileSync(file, 'utf8');
    return text.length > PHASER_LEAST && text.includes(PHASER_MARK);
  };
  const linked = scriptsOf(folder);
  return {
    scriptGzip: sum(script, gzipped),
    phaserGzip: sum(phaser, gzipped),
    firstGzip: sum((file) => script(file) && linked.some((name) => file.endsWith(name)), gzipped),
    styleGzip: sum((file) => extname(file) === '.css', gzipped),
    pictures: sum(
      (file) => PICTURES.has(extname(file)),
      (data) => data.length,
    ),
    fonts: sum(
      (file) => FONTS.has(extname(file)),
      (data) => data.length,
    ),
  };
}

/** Scripts that `index.html` names itself: what stands between a visitor and the title. */
function scriptsOf(folder: string): string[] {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return [];
  return [...readFileSync(page, 'utf8').matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map((match) => match[1] as string);
}

const KILOBYTE = 1_000;
/** Issue "First playable", Numbers. */
const MOST_SCRIPT_KB = 650;
const MOST_PICTURES_AND_FONTS_KB = 1_500;

/** Empty when the client was not built. */
export function measureClient(): BenchFigure[] {
  const size = clientSize();
  if (size === null) return [];
  const kilobytes = (bytes: number): number => rounded(bytes / KILOBYTE, 1);
  return [
    {
      name: 'script of the client in all',
      value: kilobytes(size.scriptGzip),
      unit: 'kB gzip',
      atMost: MOST_SCRIPT_KB,
      note: `before the world ${kilobytes(size.firstGzip)}, Phaser's chunk ${kilobytes(size.phaserGzip)}, style ${kilobytes(size.styleGzip)}`,
    },
    {
      name: 'pictures and fonts of the client in all',
      value: kilobytes(size.pictures + size.fonts),
      unit: 'kB',
      atMost: MOST_PICTURES_AND_FONTS_KB,
      note: `pictures ${kilobytes(size.pictures)}, fonts ${kilobytes(size.fonts)}`,
    },
  ];
}
