import { type Colour, light } from '../base/colour.ts';
import { box, softShadow } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { clothRoll, cylinder, jar } from '../base/solids.ts';
import { each, line, move, rect } from '../base/svg.ts';
import { barrel, crate } from '../props/yard.ts';
import { sack } from '../workplaces/props.ts';
import { bicycle, blackboard, books, easel, herbJars, mannequin, tricycle } from './trade-props.ts';
import { brickStack, cookPot, fishCrate, handcart, ladder, rowingBoat, seedlings, stool } from './yard-props.ts';

/** Look of a shop: walls, roof, awning, door, and the colours of the goods on its shelf. */
export type ShopLook = {
  readonly wall: Colour;
  readonly roof: 'gable' | 'thatch' | 'flat' | 'metal';
  readonly roofColour: Colour;
  readonly cloth: Colour;
  readonly door: Colour;
  readonly goods: readonly Colour[];
};

/** How the shop of each trade looks. A new trade: a line here, one in `SHOP_PROPS`, and an emblem in `props/emblems.ts`. */
export const SHOP_LOOKS = {
  food: {
    wall: PAL.wallOchre,
    roof: 'gable',
    roofColour: PAL.terracotta,
    cloth: PAL.tomato,
    door: PAL.brick,
    goods: ['#f3dcae', '#e3a04a', '#ea4a3d'],
  },
  agriculture: {
    wall: PAL.wallMint,
    roof: 'thatch',
    roofColour: PAL.straw,
    cloth: PAL.leaf,
    door: PAL.wood,
    goods: ['#8dc457', '#f6c945', '#b07a52'],
  },
  textile: {
    wall: PAL.wallPink,
    roof: 'flat',
    roofColour: PAL.rose,
    cloth: PAL.plum,
    door: PAL.plum,
    goods: ['#c83e63', '#5067b8', '#f6a821'],
  },
  repair: {
    wall: PAL.wallSky,
    roof: 'metal',
    roofColour: '#7f95a8',
    cloth: PAL.indigo,
    door: PAL.indigo,
    goods: ['#7d8794', '#e5484d', '#4a4156'],
  },
  crafts: {
    wall: '#efdcc6',
    roof: 'flat',
    roofColour: PAL.terracotta,
    cloth: PAL.teal,
    door: PAL.teal,
    goods: ['#e36c42', '#2f9d94', '#d8a25a'],
  },
  retail: {
    wall: PAL.wall,
    roof: 'gable',
    roofColour: PAL.teal,
    cloth: PAL.marigold,
    door: PAL.teal,
    goods: ['#ea4a3d', '#ffcf3f', '#8dc457'],
  },
  transport: {
    wall: '#f5dfae',
    roof: 'metal',
    roofColour: '#c8794a',
    cloth: PAL.sky,
    door: PAL.indigo,
    goods: ['#4a4156', '#f2b93b', '#7d8794'],
  },
  education: {
    wall: PAL.wall,
    roof: 'gable',
    roofColour: PAL.indigo,
    cloth: PAL.indigo,
    door: PAL.tomato,
    goods: ['#e5484d', '#5067b8', '#f6a821'],
  },
  health: {
    wall: '#eef1ea',
    roof: 'flat',
    roofColour: PAL.teal,
    cloth: PAL.teal,
    door: PAL.teal,
    goods: ['#2f9d94', '#fff8e7', '#8fb86a'],
  },
  construction: {
    wall: '#e9b793',
    roof: 'gable',
    roofColour: PAL.brick,
    cloth: PAL.terracotta,
    door: PAL.woodDk,
    goods: ['#c8503a', '#b3a48f', '#e36c42'],
  },
  fishing: {
    wall: '#d3e8ee',
    roof: 'thatch',
    roofColour: '#d9b25e',
    cloth: PAL.sky,
    door: PAL.sky,
    goods: ['#9fb9c8', '#7fd3e0', '#f0a23c'],
  },
} satisfies Record<string, ShopLook>;
export type ShopTrade = keyof typeof SHOP_LOOKS;

/** A thing before or beside a shop: tile x and y from the middle of the footprint, drawing, scale. The front is at y = 0.85. */
export type ShopProp = readonly [x: number, y: number, svg: string, scale?: number];

/** What stands around each shop; of a shop that is late the last thing has been carried in. */
export const SHOP_PROPS: Readonly<Record<ShopTrade, () => readonly ShopProp[]>> = {
  food: () => [
    [-0.1, 1.35, stool()],
    [0.35, 1.3, cookPot()],
    [1.35, 0.35, sack(), 0.45],
    [-0.9, 1.35, crate('#ea4a3d'), 0.8],
  ],
  agriculture: () => [
    [1.35, 0.2, sack('#cfa877', '#f0cf7c'), 0.5],
    [1.35, 0.62, sack('#d9b98a', '#e8dcc0'), 0.42],
    [-0.75, 1.35, seedlings(), 0.95],
    [0.5, 1.35, crate('#8dc457'), 0.85],
  ],
  textile: () => [
    [0.45, 1.2, mannequin('#c83e63')],
    [-0.85, 1.2, mannequin('#f0a23c'), 0.9],
    [1.3, 0.5, clothRoll('#5067b8', 26)],
    [1.3, 0.68, clothRoll('#2f9d94', 30)],
    [1.3, 0.86, clothRoll('#f6a821', 24)],
  ],
  repair: () => [
    [-0.8, 1.62, bicycle('#e5484d')],
    [
      0.6,
      1.3,
      rect(-13, -13, 26, 13, PAL.tomato, 3) +
        rect(-13, -13, 26, 4, light(PAL.tomato, 0.3), 2) +
        line('M-5 -13C-5 -19 5 -19 5 -13', '#4a4156', 2.6),
    ],
    [1.35, 0.4, barrel(), 0.8],
  ],
  crafts: () => [
    [0.55, 1.3, easel(), 0.95],
    [-0.85, 1.35, softShadow(16, 5) + move(-8, 0, jar(9, 24, PAL.terracotta)) + move(9, 3, jar(8, 18, PAL.teal))],
    [1.35, 0.5, jar(9, 22, '#d8a25a')],
  ],
  retail: () => [
    [-0.85, 1.35, crate('#f6a821'), 0.9],
    [-0.4, 1.4, crate('#ea4a3d'), 0.9],
    [0.55, 1.4, crate('#8dc457'), 0.9],
    [1.4, 0.3, handcart(), 0.75],
  ],
  transport: () => [
    [-0.35, 1.5, tricycle('#f2b93b')],
    [
      1.35,
      0.3,
      cylinder(11, 10, '#4a4156', { top: '#2f2838' }) + move(0, -10, cylinder(11, 9, '#5b5068', { top: '#2f2838' })),
    ],
  ],
  education: () => [
    [0.5, 1.25, blackboard()],
    [-0.8, 1.4, stool('#e5484d'), 0.9],
    [-0.35, 1.45, stool('#5067b8'), 0.9],
    [1.3, 0.6, move(0, 0, books())],
  ],
  health: () => [
    [-0.6, 1.35, herbJars(), 0.95],
    [
      0.55,
      1.4,
      box(-0.3, -0.1, 0.3, 0.1, 0.2, 0.28, PAL.wood, { top: PAL.woodLt }) +
        each([-0.26, 0.2], (x) => box(x, -0.05, x + 0.06, 0.05, 0, 0.2, PAL.woodDk)),
    ],
  ],
  construction: () => [
    [-0.65, 1.4, brickStack(), 0.8],
    [0.7, 1.25, ladder(58)],
    [1.35, 0.35, sack('#cfc8bd', '#e8e2d6'), 0.45],
  ],
  fishing: () => [
    [-0.25, 1.55, rowingBoat(PAL.sky), 0.85],
    [1.35, 0.4, fishCrate(), 0.85],
  ],
};
