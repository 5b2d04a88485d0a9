import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SECTORS } from '@bloomvale/shared/content/lending';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  AVATAR_FACINGS,
  AVATAR_POSES,
  avatarFrame,
  cropFrame,
  FX,
  facingOf,
  houseFrame,
  iconFile,
  itemFrame,
  SHOP_STATES,
  shopFrames,
  soilFrame,
  stallFrame,
} from '../frames.ts';
import { frameDrawing } from '../kit/frame-drawings.ts';
import { PRESETS } from '../kit/people/presets.ts';
import { GLYPHS, ICONS, STALLS_DRAWN } from '../manifest.ts';
import { ATLAS_SCALE, bakeAtlas } from './atlas.ts';
import { AVATAR_CELLS, bakeAvatars } from './avatars.ts';
import { writeFlags, writeFonts, writeGlyphs, writeIcons, writePlaces, writePortraits } from './dom-pictures.ts';
import { emoji } from './fluent.ts';
import { bakeGround } from './ground.ts';
import { readInputs } from './inputs.ts';
import { framesOf } from './main.ts';
import { renderSprite } from './raster.ts';

const inputs = readInputs();
const frames = framesOf(inputs);
let scratch = '';
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'bloomvale-assets-'));
});
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

/** Names and hashes of the files in a folder. */
const hashes = (folder: string): string[] =>
  readdirSync(folder)
    .sort()
    .map(
      (file) =>
        `${file} ${createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex')}`,
    );

describe('a sprite is refused', () => {
  const box = [-10, -10, 20, 20] as const;
  test('when nothing is drawn', async () => {
    await expect(renderSprite('x', '<g/>', box, 1)).rejects.toThrow('x: the drawing is empty');
  });
  test('when it would be cut off', async () => {
    await expect(renderSprite('x', '<rect x="-9" y="-9" width="30" height="5"/>', box, 1)).rejects.toThrow(
      'larger than its box',
    );
  });
  test('when it is no SVG', async () => {
    await expect(renderSprite('x', '<rect x="1" x="2"/>', box, 1)).rejects.toThrow();
  });
});

describe('a sprite', () => {
  test('is trimmed, keeps straight colours and stands on its origin', async () => {
    const sprite = await renderSprite(
      'x',
      '<rect x="-4" y="-6" width="8" height="6" fill="#ff8000" opacity=".5"/>',
      [-10, -10, 20, 20],
      2,
    );
    expect([sprite.width, sprite.height]).toEqual([16, 12]);
    expect(sprite.anchor).toEqual({ x: 0.5, y: 1 });
    const middle = [...sprite.pixels.subarray((6 * 16 + 8) * 4, (6 * 16 + 8) * 4 + 4)];
    expect(middle[0]).toBe(255);
    expect(middle[1]).toBeGreaterThanOrEqual(127);
    expect(middle[1]).toBeLessThanOrEqual(129);
    expect(middle[2]).toBe(0);
  });
});

describe('the bake', () => {
  const few = ['c/tomato_4', 'g/soil', 't/round', 'fx/heart', 'i/carrot', 'i/good-pumpkin', 'p/fence_x'];
  test('gives the same bytes twice', async () => {
    for (const run of ['one', 'two']) {
      const out = join(scratch, run);
      await bakeAtlas(
        few.map((name) => frameDrawing(name, emoji)),
        out,
      );
      await bakeAvatars({ a2: PRESETS.a2 }, out);
      writePortraits({ someone: PRESETS.a5 }, join(out, 'people'));
      writePlaces(join(out, 'places'));
    }
    expect(hashes(join(scratch, 'two', 'people'))).toEqual(hashes(join(scratch, 'one', 'people')));
    expect(hashes(join(scratch, 'two', 'places'))).toEqual(hashes(join(scratch, 'one', 'places')));
    rmSync(join(scratch, 'one', 'people'), { recursive: true });
    rmSync(join(scratch, 'two', 'people'), { recursive: true });
    rmSync(join(scratch, 'one', 'places'), { recursive: true });
    rmSync(join(scratch, 'two', 'places'), { recursive: true });
    expect(hashes(join(scratch, 'two'))).toEqual(hashes(join(scratch, 'one')));
  });
  test('describes every sprite inside its page', async () => {
    const out = join(scratch, 'atlas');
    await bakeAtlas(
      few.map((name) => frameDrawing(name, emoji)),
      out,
    );
    const { textures } = JSON.parse(readFileSync(join(out, 'world.json'), 'utf8'));
    const packed = textures.flatMap(
      (page: {
        size: { w: number; h: number };
        scale: number;
        frames: { filename: string; frame: { x: number; y: number; w: number; h: number } }[];
      }) => {
        expect(page.scale).toBe(ATLAS_SCALE);
        for (const { frame } of page.frames) {
          expect(frame.x + frame.w).toBeLessThanOrEqual(page.size.w);
          expect(frame.y + frame.h).toBeLessThanOrEqual(page.size.h);
        }
        return page.frames.map(({ filename }) => filename);
      },
    );
    expect(packed.sort()).toEqual([...few].sort());
  });
  test('paints a ground of any size and says where tile (0, 0) lies', async () => {
    const village = inputs.maps.find(({ id }) => id === 'village');
    if (village === undefined) throw new Error('no village');
    const out = join(scratch, 'ground');
    await bakeGround([{ ...village, origin: [-3, -3], cells: { w: 12, h: 12 } }], out);
    const { village: facts } = JSON.parse(readFileSync(join(out, 'ground.json'), 'utf8'));
    expect(facts).toMatchObject({ width: 768, height: 384, pivot: { x: 384, y: 192 } });
  });
});

describe('the manifest is complete', () => {
  test('the kit draws every frame that the game or a map names', () => {
    expect(
      frames.filter((name) => {
        try {
          frameDrawing(name, emoji);
          return false;
        } catch {
          return true;
        }
      }),
    ).toEqual([]);
    expect(new Set(frames).size).toBe(frames.length);
  });
  test('every frame that a helper can name is baked', () => {
    const baked = new Set(frames);
    const named = [
      ...inputs.crops.flatMap((crop) => [0, 1, 2, 3, 4].map((stage) => cropFrame(crop, stage))),
      ...inputs.goodIcons.map(itemFrame),
      soilFrame(false),
      soilFrame(true),
      ...STALLS_DRAWN.levels.flatMap((level) => [stallFrame(level), stallFrame(level, 'grocer', false)]),
      ...SECTORS.flatMap((sector) => SHOP_STATES.flatMap((state) => [...shopFrames(sector, state)])),
      ...Object.values(FX),
    ];
    expect(named.filter((name) => !baked.has(name as string))).toEqual([]);
  });
  test('glyphs, icons, flags, fonts and portraits can all be written', () => {
    const out = join(scratch, 'dom');
    writeIcons(inputs.goodIcons, join(out, 'icons'));
    writeFlags(inputs.countries, join(out, 'flags'));
    writeFonts(join(out, 'fonts'));
    writePortraits(inputs.looks, join(out, 'people'));
    writeGlyphs(out);
    expect(ICONS.filter((icon) => !existsSync(join(out, iconFile(icon))))).toEqual([]);
    expect(inputs.goodIcons.filter((icon) => !existsSync(join(out, iconFile(icon))))).toEqual([]);
    expect(inputs.countries.filter((code) => !existsSync(join(out, 'flags', `${code}.svg`)))).toEqual([]);
    const sprite = readFileSync(join(out, 'glyphs.svg'), 'utf8');
    expect(GLYPHS.filter((name) => !sprite.includes(`id="${name}"`) || !sprite.includes(`id="${name}-fill"`))).toEqual(
      [],
    );
    expect(readdirSync(join(out, 'fonts')).filter((file) => file.endsWith('LICENSE.txt'))).toHaveLength(2);
  });
});

describe('frame names', () => {
  test('stay within what is drawn', () => {
    expect([cropFrame('tomato', -1), cropFrame('tomato', 9.7)]).toEqual(['c/tomato_0', 'c/tomato_4']);
    expect([stallFrame(0), stallFrame(99, 'baker', false)]).toEqual(['s/grocer_1', 's/baker_5_empty']);
    expect([houseFrame(0), houseFrame(7)]).toEqual(['h/player_1', 'h/player_4']);
  });
  test('of avatars are cells of the sheets, for every facing and pose', () => {
    const cells = new Set(AVATAR_CELLS.map(({ name }) => name));
    const asked = (Object.keys(AVATAR_FACINGS) as (keyof typeof AVATAR_FACINGS)[]).flatMap((facing) =>
      (Object.keys(AVATAR_POSES) as (keyof typeof AVATAR_POSES)[]).flatMap((pose) =>
        [0, 1, 2, 3, 4].map((frame) => avatarFrame(facing, pose, frame)),
      ),
    );
    expect(asked.filter((name) => !cells.has(name))).toEqual([]);
  });
  test.each([
    [1, 0, 'front-right'],
    [0, 1, 'front-left'],
    [-1, 0, 'back-left'],
    [0, -1, 'back-right'],
  ] as const)('someone who walks by (%i, %i) tiles looks %s', (dx, dy, facing) => {
    expect(facingOf(dx, dy)).toBe(facing);
  });
});
