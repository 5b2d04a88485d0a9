import { SECTORS } from '@bloomvale/shared/content/lending';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { emoji } from '../build/fluent.ts';
import { STATION_STATES } from '../frames.ts';
import { resetIds } from './base/random.ts';
import { allFrameNames, frameDrawing } from './frame-drawings.ts';
import { GOODS, type GoodIconId, goodIcon } from './goods/goods.ts';
import { ground } from './ground/ground.ts';
import { homeInterior } from './interior/home-interior.ts';
import { NEEDS, type Tier, type Tiers } from './interior/need-tiers.ts';
import { avatar } from './people/avatar/avatar.ts';
import { DIRECTIONS, POSES, type Pose } from './people/avatar/poses.ts';
import { FAMILY } from './people/family.ts';
import { CUTS, HAIR_STYLES, type Look, TEXTILES, WEAR } from './people/look.ts';
import { portrait } from './people/portrait-document.ts';
import { STATIONS, station, stationMovingPart } from './stations/station.ts';
import { workplaceOfSector } from './workplaces/workplace.ts';

/** What is wrong with a drawing: resvg is strict where browsers forgive, and an atlas must not hold empty frames. */
function faultOf(draw: () => string): string | null {
  resetIds();
  const svg = draw();
  if (/NaN|undefined|\[object/.test(svg)) return 'a value is missing in the SVG';
  const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
  if (new Set(ids).size !== ids.length) return 'an id stands twice';
  try {
    const image = new Resvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="720" viewBox="-360 -440 720 720">${svg}</svg>`,
      { font: { loadSystemFonts: false } },
    );
    return image.getBBox() === undefined ? 'it draws nothing' : null;
  } catch (error) {
    return String(error);
  }
}

const faults = (drawings: readonly (readonly [name: string, draw: () => string])[]): string[] =>
  drawings.flatMap(([name, draw]) => {
    const fault = faultOf(draw);
    return fault === null ? [] : [`${name}: ${fault}`];
  });

const PERSON: Look = { skin: 3, age: 1 };
const ALL_LOOKS: readonly (readonly [string, Look])[] = [
  ...HAIR_STYLES.map((hair) => [`hair ${hair}`, { ...PERSON, hair }] as const),
  ...WEAR.map((wear) => [`wear ${wear}`, { ...PERSON, wear, hair: 'long', earrings: 'hoop' }] as const),
  ...CUTS.map((cut) => [`cut ${cut}`, { ...PERSON, cut, hair: 'bob', dress: true, beads: true }] as const),
  ...TEXTILES.map((cloth) => [`cloth ${cloth}`, { ...PERSON, cloth, hair: 'none', glasses: true, age: 3 }] as const),
  ...([0, 1, 2, 3, 4, 5, 6, 7] as const).map(
    (skin) => [`skin ${skin}`, { skin, hair: 'crop', beard: 'short' }] as const,
  ),
];

describe('every drawing is well-formed and shows something', () => {
  test('frames of the world', () => {
    expect(faults(allFrameNames().map((name) => [name, frameDrawing(name, emoji).svg]))).toEqual([]);
  });
  test('people in every direction, and their portraits', () => {
    const figures = ALL_LOOKS.flatMap(([name, look]) => [
      ...DIRECTIONS.map((direction) => [`${name} ${direction}`, () => avatar(look, { direction })] as const),
      [`${name} portrait`, () => portrait(name, look, false)] as const,
      [`${name} happy`, () => portrait(name, look, true)] as const,
    ]);
    expect(faults(figures)).toEqual([]);
  });
  test('every moment of every pose', () => {
    const moments = (Object.keys(POSES) as Pose[]).flatMap((pose) =>
      Array.from({ length: POSES[pose].frames }, (_, frame) =>
        DIRECTIONS.map(
          (direction) => [`${pose} ${frame} ${direction}`, () => avatar(PERSON, { pose, frame, direction })] as const,
        ),
      ).flat(),
    );
    expect(faults(moments)).toEqual([]);
  });
  test('stations in every state', () => {
    const all = STATIONS.flatMap((kind) => [
      ...STATION_STATES.flatMap((state) =>
        [0, 1, 2, 3].map((frame) => [`${kind} ${state} ${frame}`, () => station(kind, { state, frame })] as const),
      ),
      [`${kind} moving part`, () => stationMovingPart(kind, 1)] as const,
    ]);
    expect(faults(all)).toEqual([]);
  });
  test('the home with every need at every tier', () => {
    const tiers = (need: string, tier: Tier): Tiers =>
      Object.fromEntries(NEEDS.map((each) => [each, each === need ? tier : 1])) as Tiers;
    const homes = NEEDS.flatMap((need) =>
      ([0, 1, 2, 3] as const).map(
        (tier) => [`${need} ${tier}`, () => homeInterior(tiers(need, tier), FAMILY)] as const,
      ),
    );
    expect(faults(homes)).toEqual([]);
  });
  test('icons of goods, backdrops of sectors, the ground', () => {
    const goods = (Object.keys(GOODS) as GoodIconId[]).map((id) => [id, () => goodIcon(id, 32, emoji)] as const);
    const places = SECTORS.map((sector) => [sector, () => workplaceOfSector(sector, emoji)] as const);
    const plain = () =>
      ground({
        seed: 'test',
        paths: [
          [
            [
              [0, 0],
              [3, 1],
            ],
            1,
          ],
        ],
        plaza: [0, 0, 2],
        pond: [4, 4, 1],
      });
    expect(
      faults([
        ...goods,
        ...places,
        ['ground', plain],
        ['bare ground', () => ground({ seed: 'x', paths: [], plaza: null, pond: null })],
      ]),
    ).toEqual([]);
  });
});

describe('a frame the kit does not draw', () => {
  test.each(['c/unicorn_4', 'c/tomato_9', 'x/y', 'tomato', 'i/good-unicorn', 'i/no-such-emoji', ''])(
    '%s is refused',
    (name) => {
      expect(() => frameDrawing(name, emoji).svg()).toThrow(RangeError);
    },
  );
});

describe('a drawing', () => {
  test('is the same every time', () => {
    const once = allFrameNames().map((name) => frameDrawing(name, emoji).svg());
    const again = allFrameNames().map((name) => frameDrawing(name, emoji).svg());
    expect(again).toEqual(once);
  });
});
