import { HOUSE_LEVELS, STALL_LEVELS, STATION_STATES, TRADES } from '../frames.ts';
import { ANIMAL_FRAMES, ANIMALS, type AnimalColours, type AnimalKind, animal } from './animals/animal.ts';
import { cat } from './animals/cat.ts';
import { duck } from './animals/duck.ts';
import { PAL } from './base/palette.ts';
import { resetIds } from './base/random.ts';
import { group } from './base/svg.ts';
import { barn, windmill } from './buildings/farm-buildings.ts';
import { lendingHall } from './buildings/hall.ts';
import { house } from './buildings/house.ts';
import { kitchen } from './buildings/kitchen.ts';
import { marketStall } from './buildings/market-stall.ts';
import { school } from './buildings/school.ts';
import { fountain, well } from './buildings/water.ts';
import { crop } from './crops/crop.ts';
import { CROPS, type CropId, STAGES } from './crops/crop-data.ts';
import { soil } from './crops/soil.ts';
import { DECOR } from './decor/decor.ts';
import { EFFECTS } from './fx/effects.ts';
import { type DrawEmoji, goodIcon, isGoodIconId } from './goods/goods.ts';
import { NEIGHBOUR_HOUSES } from './homes/neighbour-houses.ts';
import { playerHouse } from './homes/player-house.ts';
import { bush, reeds, rock } from './nature/plants.ts';
import { tree } from './nature/trees.ts';
import { lot } from './props/lot.ts';
import { bench, bunting, fence, lamp, sign } from './props/street.ts';
import { barrel, beehive, bushPot, crate, hay } from './props/yard.ts';
import { bloom, lateOverlay, shop } from './shops/shop.ts';
import { SHOP_STATES } from './shops/shop-geometry.ts';
import { SHOP_LOOKS, type ShopTrade } from './shops/shop-looks.ts';
import { stall } from './stall/stall.ts';
import { STATIONS, station } from './stations/station.ts';

/** Left, top, width and height of the box a drawing fits in, px round its origin. */
type DrawingBox = readonly [x: number, y: number, width: number, height: number];

/** A named drawing of the world: an atlas frame before it is baked. */
export type Drawing = { readonly name: string; readonly box: DrawingBox; readonly svg: () => string };

type Draw = () => string;
type Family = Readonly<Record<string, Draw>>;

const TREES: Family = {
  round: () => tree('round', 'a'),
  round2: () => tree('round', 'h', { c: '#7db54a' }),
  round3: () => tree('round', 'w', { c: '#6fae4a' }),
  small: () => tree('round', 'sm', { w: 26, h: 24, c: '#7fb84c' }),
  orange: () => tree('round', 'b', { c: '#8ab94a', fruit: '#f58a2c' }),
  apple: () => tree('round', 'n2', { c: '#8ab94a', fruit: '#e5484d', w: 32, h: 30 }),
  blossom: () => tree('round', 'e', { c: '#9cc45f', flower: '#f7b2c4', w: 34, h: 31 }),
  pine: () => tree('pine', 'c'),
  palm: () => tree('palm', 'g'),
  acacia: () => tree('acacia', 'i'),
  baobab: () => tree('baobab', 'bb'),
};

/** Bunting from lamp to lamp; `dx`, `dy` in tiles, its middle over the origin. */
function buntingOver(dx: number, dy: number): string {
  const [x, y] = [(dx - dy) * 24, (dx + dy) * 12];
  return bunting(-x, -y - 72, x, y - 72, 14);
}

const PROPS: Family = {
  crate: () => crate(),
  crate_orange: () => crate('#f58a2c'),
  crate_green: () => crate('#8dc457'),
  barrel,
  lamp: () => lamp(),
  bench,
  sign: () => sign(),
  beehive,
  hay,
  pot: () => bushPot('#f08aa0'),
  rock: () => rock(),
  bush: () => bush('q', '#6fae4a'),
  bush_white: () => bush('bb0', '#7fbb55', '#fff3d0'),
  bush_pink: () => bush('bb1', '#6fae4a', '#f6c1cf'),
  reeds,
  cat: () => cat(),
  duck,
  fence_x: () => fence(-0.5, 0, 0.5, 0, 2),
  fence_y: () => fence(0, -0.5, 0, 0.5, 2),
  bunting_a: () => buntingOver(3.55, -1.3),
  bunting_b: () => buntingOver(1.1, 3.1),
};

const BUILDINGS: Family = {
  hall: lendingHall,
  house: () => house(),
  kitchen,
  barn,
  windmill: () => windmill(22),
  school,
  fountain,
  well,
  stall_red: () => marketStall(),
  stall_teal: () => marketStall({ c: PAL.teal, goods: ['#ffcf3f', '#c6e58e', '#d8413f', '#f08aa0'] }),
};

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);
const keysOf = <K extends string>(record: Readonly<Record<K, unknown>>): readonly K[] => Object.keys(record) as K[];
const family = (entries: readonly (readonly [name: string, draw: Draw])[]): Family => Object.fromEntries(entries);

const HOMES: Family = {
  ...NEIGHBOUR_HOUSES,
  ...family(range(HOUSE_LEVELS).map((level) => [`player_${level}`, () => playerHouse(level)])),
};

const STALLS = family(
  TRADES.flatMap((trade) =>
    range(STALL_LEVELS).flatMap((level) => [
      [`${trade}_${level}`, () => stall(level, trade)] as const,
      [`${trade}_${level}_empty`, () => stall(level, trade, { stock: false })] as const,
    ]),
  ),
);

const SHOPS: Family = {
  ...family(
    keysOf<ShopTrade>(SHOP_LOOKS).flatMap((trade) =>
      SHOP_STATES.map((state) => [`${trade}_${state}`, () => shop(trade, { state })] as const),
    ),
  ),
  site: () => shop('retail', { state: 'construction' }),
  late: lateOverlay,
  bloom,
};

const CROP_FRAMES = family(
  keysOf<CropId>(CROPS).flatMap((id) => STAGES.map((stage) => [`${id}_${stage}`, () => crop(id, stage)] as const)),
);

/** Animals in other colours than their own. */
const COLOURED: Readonly<Record<string, readonly [AnimalKind, AnimalColours]>> = {
  hen_brown: ['hen', { colour: '#d98c4a' }],
  hive_blue: ['hive', { colour: '#8fb7d8' }],
};
const ANIMAL_DRAWINGS: Family = family(
  [
    ...ANIMALS.map((kind) => [kind, kind, {}] as const),
    ...Object.entries(COLOURED).map(([name, [kind, colours]]) => [name, kind, colours] as const),
  ].flatMap(([name, kind, colours]) =>
    ANIMAL_FRAMES.map((frame) => [`${name}_${frame}`, () => animal(kind, frame, colours)] as const),
  ),
);

const STATION_DRAWINGS: Family = family(
  STATIONS.flatMap((kind) =>
    STATION_STATES.map((state) => [`${kind}_${state}`, () => station(kind, { state })] as const),
  ),
);

const GROUND: Family = { soil: () => soil(false), soil_wet: () => soil(true), lot };

const LARGE: DrawingBox = [-240, -300, 480, 420];
const MEDIUM: DrawingBox = [-200, -260, 420, 380];
const SMALL: DrawingBox = [-90, -140, 180, 200];
const PLOT: DrawingBox = [-70, -100, 140, 150];
const ICON: DrawingBox = [-24, -24, 48, 48];

/** Families by the prefix of their frames: drawings and the box they fit in. */
const FAMILIES: Readonly<Record<string, readonly [Family, DrawingBox]>> = {
  b: [BUILDINGS, LARGE],
  h: [HOMES, LARGE],
  s: [STALLS, MEDIUM],
  w: [STATION_DRAWINGS, MEDIUM],
  shop: [SHOPS, MEDIUM],
  t: [TREES, SMALL],
  p: [PROPS, MEDIUM],
  d: [Object.fromEntries(Object.entries(DECOR).map(([id, { draw }]) => [id, draw])), MEDIUM],
  an: [ANIMAL_DRAWINGS, SMALL],
  c: [CROP_FRAMES, PLOT],
  g: [GROUND, MEDIUM],
  fx: [EFFECTS, SMALL],
};

/** Every frame the kit can draw, item icons aside (those are any Fluent emoji or good). */
export const allFrameNames = (): string[] =>
  Object.entries(FAMILIES).flatMap(([prefix, [drawings]]) => Object.keys(drawings).map((id) => `${prefix}/${id}`));

/**
 * The drawing of an atlas frame, such as `c/tomato_4`, `shop/food_open` or `i/carrot`.
 * @param emoji draws the Fluent emoji of item icons
 * @throws RangeError when the kit draws no such frame
 */
export function frameDrawing(name: string, emoji: DrawEmoji): Drawing {
  const slash = name.indexOf('/');
  const [prefix, id] = [name.slice(0, slash), name.slice(slash + 1)];
  if (prefix === 'i') return fresh(name, ICON, itemIcon(id, emoji));
  const [drawings, box] = FAMILIES[prefix] ?? [{}, SMALL];
  const draw = drawings[id];
  if (draw === undefined) throw new RangeError(`the kit draws no frame ${name}`);
  return fresh(name, box, draw);
}

/** Each drawing is a document of its own: its ids start over. */
const fresh = (name: string, box: DrawingBox, draw: Draw): Drawing => ({
  name,
  box,
  svg: () => {
    resetIds();
    return draw();
  },
});

/** An item 32 px wide, its middle on (0, 0): our own drawing for `good-<id>`, a Fluent emoji otherwise. */
const itemIcon =
  (id: string, emoji: DrawEmoji): Draw =>
  () => {
    const own = id.startsWith('good-') ? id.slice('good-'.length) : null;
    if (own === null) return group('translate(-16 -16)', emoji(id, 32));
    if (!isGoodIconId(own)) throw new RangeError(`the kit has no icon for the good ${own}`);
    return group('translate(-16 -16)', goodIcon(own, 32, emoji));
  };
