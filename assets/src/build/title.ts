import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { WorldMap } from '@bloomvale/shared/content/map';
import sharp from 'sharp';
import { groundBox } from './ground.ts';
import { renderDocument, straightAlpha, svgDocument } from './raster.ts';
import { sceneOf } from './scene.ts';

/** Shops that stand open in the still picture, in the order of the village's spots. */
const OPEN_SHOPS = [
  ['shop/food_open', 'shop/bloom'],
  ['shop/repair_open'],
  ['shop/textile_open'],
  ['shop/crafts_open', 'shop/bloom'],
  ['shop/retail_open'],
  ['shop/agriculture_open'],
];

/** The whole village is drawn once at this scale; each picture is a part of it. */
const SCALE = 1.5;
/** Centre in px of the world at scale 1; width and height of the picture, and how many world px wide it is. */
const PICTURES = [
  { file: 'world-desktop.webp', centre: [0, 0], width: 1280, height: 800, worldWidth: 1280, quality: 72 },
  { file: 'world-phone.webp', centre: [-20, 30], width: 585, height: 1266, worldWidth: 390, quality: 66 },
] as const;

/** Still pictures of the village for the title screen, before the world has loaded or when motion is reduced. */
export async function bakeTitle(village: WorldMap, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const shops = OPEN_SHOPS.flatMap((frames, i) => {
    const at = village.spots.shops[i];
    return at === undefined ? [] : frames.map((frame, layer) => ({ frame, at, depth: 0.3 + layer * 0.01 }));
  });
  const box = groundBox(village);
  const image = await renderDocument(svgDocument(sceneOf(village, shops), box, SCALE));
  for (const { file, centre, width, height, worldWidth, quality } of PICTURES) {
    const [cutWidth, cutHeight] = [worldWidth * SCALE, (worldWidth * SCALE * height) / width];
    const left = Math.round((centre[0] - box[0]) * SCALE - cutWidth / 2);
    const top = Math.round((centre[1] - box[1]) * SCALE - cutHeight / 2);
    const pixels = straightAlpha(image, left, top, cutWidth, cutHeight);
    await sharp(pixels, { raw: { width: cutWidth, height: cutHeight, channels: 4 } })
      .removeAlpha()
      .resize(width, height)
      .webp({ quality, effort: 5 })
      .toFile(join(folder, file));
  }
}
