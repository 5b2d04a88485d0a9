import { type Colour, dark, light } from '../base/colour.ts';
import { atTile, box, onLeftWall } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { ball, cylinder, heap, jar } from '../base/solids.ts';
import { circle, each, ellipse, fill, line, move, rect, repeat } from '../base/svg.ts';
import { bigPot, sack } from '../workplaces/props.ts';
import type { Corner, Tier } from './need-tiers.ts';
import { H } from './room-geometry.ts';

export const bowl = (c = PAL.terracotta) =>
  fill('M-9 -7H9C8 -1 4 1 0 1C-4 1 -8 -1 -9 -7Z', c) + ellipse(0, -7, 9, 3, light(c, 0.25));

const threeStoneFire = () =>
  ellipse(0, 2, 30, 12, '#4a3b35', 'opacity=".5"') +
  each(
    [
      [-18, 2],
      [18, 2],
      [0, 9],
    ],
    ([x, y]) => ellipse(x, y - 4, 8, 6.4, PAL.stoneDk),
  ) +
  fill('M-7 -2C-10 -12 0 -14 0 -20C6 -14 9 -8 7 -2Z', '#f58a2c') +
  move(
    0,
    -8,
    fill('M-17 -16H17C17 -4 10 0 0 0C-10 0 -17 -4 -17 -16Z', '#5b6070') +
      ellipse(0, -16, 17, 5, '#7c8494') +
      ellipse(0, -16, 13, 3.6, '#cdb58a'),
  );

const clayStove = () =>
  cylinder(21, 24, '#d59a6a') +
  fill('M-13 6C-13 -8 3 -8 3 9C-2 9.500 -8 8.500 -13 6Z', '#5b2f2a') +
  ellipse(-5, 4, 5, 3, '#f58a2c') +
  move(0, -24, bigPot(), 0.42);

export const shelfOf = (x: number, y: number, w: number, items: readonly string[]) =>
  rect(x, y, w, 5, PAL.woodDk, 2) +
  rect(x, y, w, 2, PAL.woodLt, 1) +
  each(items, (svg, i) => move(x + (w * (i + 0.5)) / items.length, y, svg));

const pantry = () => [
  jar(7, 16, PAL.terracotta),
  jar(6, 13, '#f6c945'),
  heap('#ea4a3d', 14, 3.6, 2),
  jar(7, 17, PAL.teal),
  heap('#8dc457', 14, 3.6, 2),
  jar(6, 14, '#f08aa0'),
];

const counterBlock = (x0: number, x1: number, colour: Colour) =>
  box(x0, 0.06, x1, 0.62, 0, 0.82, colour, { top: '#efe2c8' }) +
  onLeftWall(
    x0,
    0.62,
    0.82,
    repeat(
      Math.max(1, Math.round((x1 - x0) * 2)),
      (i) => rect(3 + i * 23, 8, 19, 24, light(colour, 0.16), 2) + circle(19 + i * 23, 19, 1.6, PAL.gold),
    ),
  );

const garlic = (): string =>
  onLeftWall(
    3.0,
    0,
    H,
    line('M100 18V34', '#8a6a4c', 2) +
      each(
        [
          [97, 36],
          [103, 40],
          [98, 46],
        ],
        ([x, y]) => ball(x, y, 4.4, '#fbf3e2'),
      ),
  );

const BY_TIER: Readonly<Record<Tier, () => Corner>> = {
  0: () => ({
    wall: '',
    things: [
      [3.9, 0.75, threeStoneFire()],
      [3.2, 0.7, bowl('#b9804f')],
      [4.7, 0.8, sack('#cfa877', '#cdb58a'), 0.5],
    ],
  }),
  1: () => ({
    wall: onLeftWall(3.0, 0, H, shelfOf(4, 50, 62, pantry().slice(0, 3))),
    things: [
      [3.7, 0.6, clayStove()],
      [4.4, 0.6, sack(), 0.66],
      [4.9, 0.75, sack('#cfa877', '#f4ead2'), 0.56],
    ],
  }),
  2: () => ({
    wall: onLeftWall(2.7, 0, H, shelfOf(6, 34, 96, pantry().slice(0, 5))) + garlic(),
    things: [
      [
        0,
        0,
        counterBlock(2.75, 4.3, '#c98d57') +
          atTile(3.2, 0.34, bigPot(), 0.46, 0.82) +
          atTile(3.85, 0.34, bowl() + move(0, -6, heap('#f6a821', 12, 3.6, 2)), 1, 0.82),
      ],
      [4.75, 0.5, sack(), 0.7],
    ],
  }),
  3: () => ({
    wall:
      onLeftWall(
        2.6,
        0,
        H,
        rect(0, 56, 118, 26, '#dff0ea') +
          repeat(10, (i) => line(`M${i * 12} 56V82`, '#b9d8d0', 1.2)) +
          line('M0 69H118', '#b9d8d0', 1.2) +
          shelfOf(4, 32, 108, pantry()),
      ) + garlic(),
    things: [
      [
        0,
        0,
        counterBlock(2.6, 4.2, PAL.teal) +
          atTile(2.95, 0.34, bigPot(), 0.44, 0.82) +
          atTile(
            3.5,
            0.34,
            fill('M-16 -10H16L12 2H-12Z', PAL.woodLt) + move(0, -9, heap('#ea4a3d', 26, 4.4, 2)),
            1,
            0.82,
          ) +
          atTile(3.95, 0.34, ellipse(0, -4, 12, 6.4, '#dd9d52') + line('M-5 -7l4 4M1 -8l4 4', '#f6dca9', 1.6), 1, 0.82),
      ],
      [
        0,
        0,
        box(4.3, 0.06, 5.0, 0.66, 0, 1.5, '#eef1ea') +
          onLeftWall(
            4.3,
            0.66,
            1.5,
            line('M2 26H32', dark('#eef1ea', 0.2), 2) +
              line('M28 8V20M28 32V50', '#9fb0b0', 2.6) +
              circle(12, 14, 4, PAL.tomato) +
              rect(8, 36, 9, 8, PAL.marigold, 1),
          ),
      ],
    ],
  }),
};

/** Where the family cooks: three stones, a clay stove, then a kitchen with shelf and cold box. */
export const foodCorner = (tier: Tier): Corner => BY_TIER[tier]();
