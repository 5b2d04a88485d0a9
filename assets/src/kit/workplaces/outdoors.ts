import { type Colour, dark, light } from '../base/colour.ts';
import { windowPane } from '../base/openings.ts';
import { PAL } from '../base/palette.ts';
import { circle, each, fill, line, move, rect, repeat } from '../base/svg.ts';
import { signpost } from '../decor/signs-and-lights.ts';
import { tree } from '../nature/trees.ts';
import { flowerPot } from '../props/garlands.ts';
import { tricycle } from '../shops/trade-props.ts';
import { brickStack, ladder } from '../shops/yard-props.ts';
import { sack } from './props.ts';
import { sky } from './settings.ts';

/** Scenes under the sky: building, moving, living. */

const hills = (ground: Colour): string =>
  fill('M0 88C60 64 120 70 180 82C240 94 300 70 360 78V150H0Z', dark(ground, 0.1)) +
  fill('M0 106C80 90 160 100 220 106C280 112 330 100 360 102V150H0Z', ground);

/** Courses of bricks, `w` x `h` px, lower left corner on (0, 0). */
const brickWall = (w: number, h: number): string => {
  const rows = Math.floor(h / 9);
  return (
    rect(0, -rows * 9, w, rows * 9, dark(PAL.brick, 0.14)) +
    repeat(rows, (row) =>
      repeat(Math.ceil(w / 20), (i) => {
        const x = Math.max(0, i * 20 - (row % 2) * 10);
        const end = Math.min(w, i * 20 - (row % 2) * 10 + 18.6);
        return end <= x ? '' : rect(x, -9 - row * 9, end - x, 7.8, (row + i) % 4 === 1 ? PAL.terracotta : PAL.brick, 1);
      }),
    )
  );
};

export function buildingSite(ground: Colour): string {
  const scaffold =
    each([0, 66, 132], (x) => rect(x, -96, 6, 96, PAL.woodLt, 2)) +
    each([-92, -50], (y) => rect(-8, y, 154, 7, PAL.wood, 2) + rect(-8, y, 154, 3, PAL.woodLt, 1)) +
    line('M3 -50L69 -4M69 -50L135 -4', PAL.wood, 3, 'opacity=".7"');
  const mixer =
    line('M-20 0L-12 -22M20 0L12 -22', '#4a4156', 5) +
    fill('M-24 -52L22 -60C32 -48 30 -28 20 -18L-16 -20C-28 -28 -30 -42 -24 -52Z', PAL.marigold) +
    fill('M6 -57L22 -60C32 -48 30 -28 20 -18L8 -19C16 -30 16 -46 6 -57Z', dark(PAL.marigold, 0.2)) +
    line('M-24 -52L22 -60', light(PAL.marigold, 0.4), 4) +
    circle(0, -38, 4, '#4a4156');
  return (
    sky('#c4e9f4') +
    hills(ground) +
    fill('M130 150C160 128 250 122 360 126V150Z', PAL.sand) +
    move(176, 138, brickWall(140, 44) + move(0, -36, brickWall(60, 30))) +
    move(180, 140, scaffold) +
    move(318, 146, ladder(104)) +
    move(170, 146, brickStack(), 0.9) +
    move(248, 150, mixer, 0.86) +
    move(336, 150, sack('#cfc8bd', '#e8e2d6'), 0.7)
  );
}

export function road(ground: Colour): string {
  return (
    sky('#c4e9f4') +
    hills(ground) +
    fill('M0 128C120 116 240 116 360 124V150H0Z', '#a79f9a') +
    fill('M0 128C120 116 240 116 360 124V129C240 121 120 121 0 133Z', '#cfc6bb') +
    line('M14 144L52 141M92 138L132 137M172 136L212 137M252 138L292 140M328 143L358 145', PAL.paper, 3) +
    move(152, 118, tree('palm'), 0.72) +
    move(316, 120, signpost(), 0.95) +
    move(240, 146, tricycle('#f2b93b'), 1.75)
  );
}

export function homeFront(ground: Colour): string {
  const wall = PAL.wallPink;
  const front =
    rect(0, -92, 180, 92, wall, 2) +
    rect(0, -8, 180, 8, dark(wall, 0.16)) +
    rect(78, -60, 30, 60, PAL.woodDk, 4) +
    rect(82, -56, 22, 56, PAL.teal, 3) +
    circle(100, -28, 2.4, PAL.gold) +
    windowPane(22, -64, 34, 30, PAL.woodDk, { lit: true, flower: PAL.rose }) +
    windowPane(128, -64, 34, 30, PAL.woodDk, { lit: true, flower: PAL.marigold });
  const roof =
    fill('M-16 -88L10 -124H170L196 -88Z', PAL.terracotta) +
    repeat(3, (row) =>
      line(
        `M${-10 + row * 8} ${-96 - row * 10}H${190 - row * 8}`,
        dark(PAL.terracotta, 0.2),
        2,
        'stroke-dasharray="12 4"',
      ),
    ) +
    rect(-18, -90, 216, 7, light(PAL.terracotta, 0.25), 3) +
    fill('M104 -94L114 -118H156L166 -94Z', '#33508a', 'stroke="#c9d6e6" stroke-width="3" stroke-linejoin="round"') +
    line('M109 -106H161M121 -94L128 -118M148 -94L142 -118', '#8fb0d8', 1.8);
  return (
    sky('#c4e9f4') +
    hills(ground) +
    move(150, 140, front + roof) +
    move(140, 148, flowerPot(PAL.marigold), 1.1) +
    move(336, 148, flowerPot(PAL.lilac, PAL.teal), 1.1) +
    move(232, 143, rect(-22, -4, 44, 7, PAL.stone, 3))
  );
}
