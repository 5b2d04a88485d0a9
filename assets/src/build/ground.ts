import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorldMap } from '@bloomvale/shared/content/map';
import sharp from 'sharp';
import { resetIds } from '../kit/base/random.ts';
import { ground } from '../kit/ground/ground.ts';
import { type Box, renderDocument, straightAlpha, svgDocument } from './raster.ts';

/** Half a tile in px at scale 1. */
const HALF_TILE = { x: 48, y: 24 };
/** The picture is 3072 px wide at scale 1: this makes it 4096, the widest texture that weak phones take. */
export const GROUND_SCALE = 4 / 3;
const WEBP = { quality: 90, effort: 5 } as const;

/** The rectangle round a map's walking grid, in px at scale 1. */
export function groundBox(map: WorldMap): Box {
  const [x0, y0] = map.origin;
  const [w, h] = [map.cells.w / 2, map.cells.h / 2];
  const left = (x0 - (y0 + h)) * HALF_TILE.x;
  const top = (x0 + y0) * HALF_TILE.y;
  return [left, top, (w + h) * HALF_TILE.x, (w + h) * HALF_TILE.y];
}

/** The painted ground of a map, as SVG. */
export function groundOf(map: WorldMap): string {
  resetIds();
  const { seed, plaza, pond, paths, flowers } = map.ground;
  return ground({
    seed,
    plaza,
    pond,
    paths: paths.map(({ points, width }) => [points, width]),
    flowers: flowers.map(({ at, radius, colours }) => [...at, radius, colours]),
  });
}

/** Bakes one `ground/<map>.webp` a map and `ground.json`, which says where tile (0, 0) lies; returns the bytes written. */
export async function bakeGround(maps: readonly WorldMap[], folder: string): Promise<number> {
  mkdirSync(folder, { recursive: true });
  const index: Record<string, unknown> = {};
  let bytes = 0;
  for (const map of maps) {
    const box = groundBox(map);
    const image = await renderDocument(svgDocument(groundOf(map), box, GROUND_SCALE));
    const pixels = straightAlpha(image, 0, 0, image.width, image.height);
    const file = `${map.id}.webp`;
    await sharp(pixels, { raw: { width: image.width, height: image.height, channels: 4 } })
      .removeAlpha()
      .webp(WEBP)
      .toFile(join(folder, file));
    bytes += statSync(join(folder, file)).size;
    index[map.id] = {
      image: file,
      width: image.width,
      height: image.height,
      scale: GROUND_SCALE,
      pivot: { x: Math.round(-box[0] * GROUND_SCALE), y: Math.round(-box[1] * GROUND_SCALE) },
    };
  }
  writeFileSync(join(folder, 'ground.json'), JSON.stringify(index));
  return bytes;
}
