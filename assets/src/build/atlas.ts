import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MaxRectsPacker } from 'maxrects-packer/dist/maxrects-packer.mjs';
import sharp from 'sharp';
import type { Drawing } from '../kit/frame-drawings.ts';
import { inParallel, renderSprite, type Sprite } from './raster.ts';

/** Weak phones refuse textures above 4096; 2048 also keeps a page cheap to decode. */
const PAGE = 2048;
/** Gap between two sprites, so that scaled drawing never samples a neighbour. */
const GAP = 4;
/** Drawn at twice the world's size: sharp at a device pixel ratio of 2. */
export const ATLAS_SCALE = 2;
const WEBP = { quality: 72, alphaQuality: 75, effort: 5 } as const;

type PackedPage = { readonly width: number; readonly height: number; readonly rects: readonly PackedSprite[] };
type PackedSprite = Sprite & { readonly x: number; readonly y: number };

/**
 * Bakes drawings into `folder/world-N.webp` and the Phaser multiatlas `folder/world.json`; returns the bytes written. What is not `late`
 * stands on the first pages, as many as `first` in the file says: the world is shown with these alone.
 */
export async function bakeAtlas(
  drawings: readonly Drawing[],
  folder: string,
  late: (frame: string) => boolean = () => false,
  name = 'world',
): Promise<number> {
  mkdirSync(folder, { recursive: true });
  const sprites = await inParallel(drawings, (d) => renderSprite(d.name, d.svg(), d.box, ATLAS_SCALE));
  const early = pack(sprites.filter((sprite) => !late(sprite.name)));
  const pages = [...early, ...pack(sprites.filter((sprite) => late(sprite.name)))];
  let bytes = 0;
  const textures = [];
  for (const [index, page] of pages.entries()) {
    const image = `${name}-${index}.webp`;
    await writePage(page, join(folder, image));
    bytes += statSync(join(folder, image)).size;
    textures.push(describePage(image, page));
  }
  const json = JSON.stringify({ first: early.length, textures });
  writeFileSync(join(folder, `${name}.json`), json);
  return bytes + json.length;
}

function pack(sprites: readonly Sprite[]): PackedPage[] {
  const packer = new MaxRectsPacker<PackedSprite>(PAGE, PAGE, GAP, {
    smart: true,
    pot: false,
    square: false,
    allowRotation: false,
  });
  packer.addArray(sprites.map((sprite) => ({ ...sprite, x: 0, y: 0 })) as never[]);
  return packer.bins.map((bin) => ({ width: bin.width, height: bin.height, rects: bin.rects }));
}

async function writePage({ width, height, rects }: PackedPage, file: string): Promise<void> {
  const page = Buffer.alloc(width * height * 4);
  for (const sprite of rects) {
    const row = sprite.width * 4;
    for (let y = 0; y < sprite.height; y++) {
      sprite.pixels.copy(page, ((sprite.y + y) * width + sprite.x) * 4, y * row, (y + 1) * row);
    }
  }
  await sharp(page, { raw: { width, height, channels: 4 } })
    .webp(WEBP)
    .toFile(file);
}

function describePage(image: string, { width, height, rects }: PackedPage) {
  return {
    image,
    format: 'RGBA8888',
    size: { w: width, h: height },
    scale: ATLAS_SCALE,
    frames: rects.map(({ name, x, y, width: w, height: h, anchor }) => ({
      filename: name,
      frame: { x, y, w, h },
      rotated: false,
      trimmed: false,
      sourceSize: { w, h },
      spriteSourceSize: { x: 0, y: 0, w, h },
      anchor: { x: round4(anchor.x), y: round4(anchor.y) },
    })),
  };
}

const round4 = (value: number): number => Math.round(value * 10_000) / 10_000;
