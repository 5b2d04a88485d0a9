import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { WorldMap } from '@bloomvale/shared/content/map';
import sharp from 'sharp';
import { groundBox } from './ground.ts';
import { renderDocument, straightAlpha, svgDocument } from './raster.ts';
import { sceneOf } from './scene.ts';

/** Shops that stand open on the title's still picture, in the order of the village's spots. */
const OPEN_SHOPS = [
  ['shop/food_open', 'shop/bloom'],
  ['shop/repair_open'],
  ['shop/textile_open'],
  ['shop/crafts_open', 'shop/bloom'],
  ['shop/retail_open'],
  ['shop/agriculture_open'],
];

const PICTURES = [
  { file: 'world-desktop.webp', scale: 1, width: 1280, height: 800, centre: [0, 0], quality: 72 },
  { file: 'world-phone.webp', scale: 1.5, width: 585, height: 1266, centre: [-20, 30], quality: 66 },
] as const;

/** Still pictures of the village for the title screen, before the world has loaded or when motion is reduced. */
export async function bakeTitle(village: WorldMap, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const shops = OPEN_SHOPS.flatMap((frames, i) => {
    const at = village.spots.shops[i];
    return at === undefined ? [] : frames.map((frame, layer) => ({ frame, at, depth: 0.3 + layer * 0.01 }));
  });
  const box = groundBox(village);
  const scene = sceneOf(village, shops);
  for (const { file, scale, width, height, centre, quality } of PICTURES) {
    const image = await renderDocument(svgDocument(scene, box, scale));
    const left = Math.round((centre[0] - box[0]) * scale - width / 2);
    const top = Math.round((centre[1] - box[1]) * scale - height / 2);
    const pixels = straightAlpha(image, left, top, width, height);
    await sharp(pixels, { raw: { width, height, channels: 4 } })
      .removeAlpha()
      .webp({ quality, effort: 5 })
      .toFile(join(folder, file));
  }
}
