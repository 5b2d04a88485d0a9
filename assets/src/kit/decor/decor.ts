import { group } from '../base/svg.ts';
import { fountain, well } from '../buildings/water.ts';
import { bush, rock } from '../nature/plants.ts';
import { bench, lamp } from '../props/street.ts';
import { hay } from '../props/yard.ts';
import { herbSpiral, longBed, potGroup, roseArch, roundBed, topiary, trellis, wheelbarrow } from './beds.ts';
import { bamboo, bridge, hedge, mosaic, picket, steppingStones, stoneWall } from './borders.ts';
import { beeHotel, birdHouse, campfire, greenhouse, pumpkins, scarecrow, woodPile } from './farmyard.ts';
import { drums, kite, pinwheel, rockingHorse, seesaw, swing, tireSwing } from './playground.ts';
import { chessTable, hammock, logBench, parasolTable, picnic, stoneBench } from './seats.ts';
import { bookBox, fairyLights, flagPoles, lantern, mailbox, noticeBoard, signpost } from './signs-and-lights.ts';
import { arch, beeStatue, handsStatue, sundial } from './statues.ts';
import { bambooFountain, birdBath, bowlFountain, jarFountain, lilyPond, rainBarrel } from './waterworks.ts';

/** A decoration: its drawing, its footprint in tiles, and whether its mirror image is a second orientation. */
export type Decoration = {
  readonly draw: () => string;
  readonly tiles: readonly [width: number, depth: number];
  readonly rotates: boolean;
};
const entry = (draw: () => string, tiles: Decoration['tiles'] = [1, 1], rotates = false): Decoration => ({
  draw,
  tiles,
  rotates,
});

/** Decorations a player may buy and place; each stands on (0, 0), the middle of its footprint. */
export const DECOR = {
  bench: entry(() => bench(), [1, 1], true),
  logBench: entry(logBench, [1, 1], true),
  stoneBench: entry(stoneBench, [1, 1], true),
  picnic: entry(picnic, [1, 1], true),
  parasolTable: entry(parasolTable),
  hammock: entry(hammock, [2, 1], true),
  chessTable: entry(chessTable),
  picket: entry(picket, [2, 1], true),
  bamboo: entry(bamboo, [2, 1], true),
  stoneWall: entry(stoneWall, [2, 1], true),
  hedge: entry(hedge, [2, 1], true),
  steppingStones: entry(steppingStones, [2, 1], true),
  mosaic: entry(mosaic),
  bridge: entry(bridge, [2, 1], true),
  lamp: entry(() => lamp()),
  lantern: entry(lantern),
  fairyLights: entry(fairyLights, [2, 1]),
  signpost: entry(signpost, [1, 1], true),
  noticeBoard: entry(noticeBoard),
  mailbox: entry(mailbox, [1, 1], true),
  bookBox: entry(bookBox),
  flagPoles: entry(flagPoles, [2, 1]),
  roundBed: entry(roundBed),
  longBed: entry(longBed, [2, 1], true),
  herbSpiral: entry(herbSpiral),
  wheelbarrow: entry(wheelbarrow, [1, 1], true),
  topiary: entry(topiary),
  roseArch: entry(roseArch),
  trellis: entry(trellis),
  potGroup: entry(potGroup),
  hedgeBush: entry(() => bush('deco', '#6fae4a', '#f6c1cf')),
  rock: entry(() => rock(1.4)),
  well: entry(() => well()),
  fountain: entry(() => group('scale(.62)', fountain()), [2, 2]),
  bowlFountain: entry(bowlFountain),
  jarFountain: entry(jarFountain),
  bambooFountain: entry(bambooFountain, [1, 1], true),
  lilyPond: entry(lilyPond),
  birdBath: entry(birdBath),
  rainBarrel: entry(rainBarrel),
  swing: entry(swing),
  seesaw: entry(seesaw, [1, 1], true),
  kite: entry(kite, [1, 1], true),
  pinwheel: entry(pinwheel),
  rockingHorse: entry(rockingHorse, [1, 1], true),
  drums: entry(drums),
  tireSwing: entry(tireSwing, [1, 1], true),
  beeStatue: entry(beeStatue),
  handsStatue: entry(handsStatue),
  sundial: entry(sundial),
  scarecrow: entry(scarecrow),
  birdHouse: entry(birdHouse),
  beeHotel: entry(beeHotel),
  campfire: entry(campfire),
  pumpkins: entry(pumpkins),
  greenhouse: entry(greenhouse, [2, 1]),
  gateArch: entry(arch),
  woodPile: entry(woodPile),
  hay: entry(() => hay()),
} satisfies Record<string, Decoration>;
export type DecorId = keyof typeof DECOR;
