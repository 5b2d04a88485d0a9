import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorldMap } from '@bloomvale/shared/content/map';
import sharp from 'sharp';
import { resetIds } from '../kit/base/random.ts';
import { ground } from '../kit/ground/ground.ts';
import { type Box, inParallel, renderDocument, svgDocument } from './raster.ts';

/** Half a tile in px at scale 1. */
const HALF_TILE = { x: 48, y: 24 };
/** The picture is 3072 px wide at scale 1: this makes it 4096, the widest texture that weak phones take. */
export const GROUND_SCALE = 4 / 3;
const WEBP = { quality: 80, effort: 5 } as const;

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
  const [left, top, width, height] = groundBox(map);
  return ground({
    half: [Math.max(-left, left + width), Math.max(-top, top + height)],
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
  const baked = await inParallel(maps, (map) => bakeOne(map, folder));
  writeFileSync(
    join(folder, 'ground.json'),
    JSON.stringify(Object.fromEntries(baked.map(({ id, facts }) => [id, facts]))),
  );
  return baked.reduce((sum, { bytes }) => sum + bytes, 0);
}

async function bakeOne(map: WorldMap, folder: string) {
  const box = groundBox(map);
  const { width, height, pixels } = await renderDocument(svgDocument(groundOf(map), box, GROUND_SCALE));
  const image = `${map.id}.webp`;
  // Opaque everywhere, so premultiplied or not is the same.
  await sharp(pixels, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .webp(WEBP)
    .toFile(join(folder, image));
  const pivot = { x: Math.round(-box[0] * GROUND_SCALE), y: Math.round(-box[1] * GROUND_SCALE) };
  return {
    id: map.id,
    bytes: statSync(join(folder, image)).size,
    facts: { image, width, height, scale: GROUND_SCALE, pivot },
  };
}
