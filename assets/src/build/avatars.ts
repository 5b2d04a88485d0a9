import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { AVATAR_POSES, type AvatarPose } from '../frames.ts';
import { resetIds } from '../kit/base/random.ts';
import { avatar } from '../kit/people/avatar/avatar.ts';
import type { Direction } from '../kit/people/avatar/poses.ts';
import type { Look } from '../kit/people/look.ts';
import { type Box, inParallel, renderDocument, straightAlpha, svgDocument } from './raster.ts';

/** Twice the world's size, as the atlas. */
export const AVATAR_SCALE = 2;
/** One cell: wide enough for a straw hat and a raised arm, feet at (0, 0). */
const CELL: Box = [-40, -116, 80, 124];
const COLUMNS = 4;
const WEBP = { alphaQuality: 60, effort: 4 } as const;
/** Tried from the best. */
const QUALITIES = [66, 54] as const;
const LOWEST_QUALITY = 42;
/** A village shows up to 24 players: their sheets together stay under a megabyte. */
const AIM_BYTES = 40 * 1024;

type Cell = { readonly name: string; readonly direction: Direction; readonly pose: AvatarPose; readonly frame: number };

const POSE_NAMES = Object.keys(AVATAR_POSES) as readonly AvatarPose[];

/** Every drawn frame, in the order in which a sheet holds them. */
export const AVATAR_CELLS: readonly Cell[] = (['front-left', 'back-left'] as const).flatMap((direction) =>
  POSE_NAMES.flatMap((pose) =>
    Array.from({ length: AVATAR_POSES[pose].frames }, (_, frame) => ({
      name: `${direction === 'front-left' ? 'front' : 'back'}/${pose}/${frame}`,
      direction,
      pose,
      frame,
    })),
  ),
);

/**
 * Bakes one sheet a person, `<id>.webp`, a grid of equal cells, and `avatars.json`, which holds for all of them.
 * @returns the bytes of each sheet
 */
export async function bakeAvatars(
  people: Readonly<Record<string, Look>>,
  folder: string,
): Promise<Record<string, number>> {
  mkdirSync(folder, { recursive: true });
  const bytes: Record<string, number> = {};
  await inParallel(Object.entries(people), async ([id, look]) => {
    await writeSheet(look, join(folder, `${id}.webp`));
    bytes[id] = statSync(join(folder, `${id}.webp`)).size;
  });
  writeFileSync(join(folder, 'avatars.json'), JSON.stringify(describe(Object.keys(people))));
  return bytes;
}

const cellSize = { w: CELL[2] * AVATAR_SCALE, h: CELL[3] * AVATAR_SCALE };

async function writeSheet(look: Look, file: string): Promise<void> {
  const width = COLUMNS * cellSize.w;
  const height = Math.ceil(AVATAR_CELLS.length / COLUMNS) * cellSize.h;
  const sheet = Buffer.alloc(width * height * 4);
  for (const [index, { direction, pose, frame }] of AVATAR_CELLS.entries()) {
    resetIds();
    const image = await renderDocument(svgDocument(avatar(look, { direction, pose, frame }), CELL, AVATAR_SCALE));
    if (touchesBorder(image)) throw new Error(`${file}: ${direction} ${pose} ${frame} is larger than its cell`);
    const pixels = straightAlpha(image, 0, 0, cellSize.w, cellSize.h);
    const left = (index % COLUMNS) * cellSize.w;
    const top = Math.floor(index / COLUMNS) * cellSize.h;
    for (let y = 0; y < cellSize.h; y++) {
      pixels.copy(sheet, ((top + y) * width + left) * 4, y * cellSize.w * 4, (y + 1) * cellSize.w * 4);
    }
  }
  writeFileSync(file, await encode(sheet, width, height));
}

/** Whether anything is drawn on the outermost pixels of a cell: then it would be cut off, or run into its neighbour. */
function touchesBorder({ width, height, pixels }: { width: number; height: number; pixels: Buffer }): boolean {
  const drawn = (x: number, y: number): boolean => pixels[(y * width + x) * 4 + 3] !== 0;
  for (let x = 0; x < width; x++) if (drawn(x, 0) || drawn(x, height - 1)) return true;
  for (let y = 0; y < height; y++) if (drawn(0, y) || drawn(width - 1, y)) return true;
  return false;
}

/** As good as the aim allows; busy patterns take more room than plain cloth, and the worst of them go over it. */
async function encode(sheet: Buffer, width: number, height: number): Promise<Buffer> {
  const raw = { raw: { width, height, channels: 4 } } as const;
  const at = (quality: number): Promise<Buffer> =>
    sharp(sheet, raw)
      .webp({ ...WEBP, quality })
      .toBuffer();
  for (const quality of QUALITIES) {
    const webp = await at(quality);
    if (webp.length <= AIM_BYTES) return webp;
  }
  return at(LOWEST_QUALITY);
}

function describe(ids: readonly string[]) {
  return {
    ids,
    scale: AVATAR_SCALE,
    /** Size of a cell in px of the sheet; frame n lies at column n % columns, row floor(n / columns). */
    frameWidth: cellSize.w,
    frameHeight: cellSize.h,
    columns: COLUMNS,
    anchor: { x: -CELL[0] / CELL[2], y: -CELL[1] / CELL[3] },
    frames: Object.fromEntries(AVATAR_CELLS.map(({ name }, index) => [name, index])),
    poses: AVATAR_POSES,
  };
}
