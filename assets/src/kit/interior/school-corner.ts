import { type Colour, dark, light } from '../base/colour.ts';
import { atTile, box, onRightWall, post } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { circle, cycle, each, ellipse, fill, line, move, rect, repeat } from '../base/svg.ts';
import { shelfOf } from './food-corner.ts';
import type { Corner, Tier } from './need-tiers.ts';
import { H } from './room-geometry.ts';

const book = (c: Colour): string => rect(-8, -4, 16, 4, c, 1) + rect(-7, -3, 15, 2, PAL.paper, 0.5);

const desk = (x0: number, y0: number, x1: number, y1: number, c: Colour): string =>
  each(
    [
      [x0 + 0.08, y0 + 0.08],
      [x1 - 0.08, y0 + 0.08],
      [x0 + 0.08, y1 - 0.08],
      [x1 - 0.08, y1 - 0.08],
    ],
    ([x, y]) => post(x, y, 0, 0.6, dark(c, 0.2), 0.09),
  ) + box(x0, y0, x1, y1, 0.6, 0.68, c, { top: light(c, 0.35) });

const openBook = (): string =>
  fill(
    'M0 -2C-6 -6 -12 -5 -14 -4V4C-10 2 -5 2 0 5C5 2 10 2 14 4V-4C12 -5 6 -6 0 -2Z',
    PAL.paper,
    `stroke="${PAL.indigo}" stroke-width="1.4"`,
  );

const globe =
  circle(0, -14, 9, PAL.sky) +
  fill('M-6 -19C-2 -22 2 -18 0 -14C-4 -12 -8 -14 -6 -19ZM2 -12C6 -14 8 -10 5 -7C2 -6 0 -9 2 -12Z', PAL.grassMd) +
  line('M0 -5V-1M-6 0H6', PAL.woodDk, 2.6);

const map =
  rect(0, 0, 46, 32, PAL.woodLt, 2) +
  rect(2, 2, 42, 28, '#bfe6ee', 1) +
  fill(
    'M7 8C12 5 18 8 16 14C14 20 10 22 8 17ZM22 7C30 4 38 8 36 14C32 18 26 14 22 18C20 14 20 10 22 7ZM26 20C30 18 34 22 30 26C27 27 24 23 26 20Z',
    PAL.grassMd,
  );

const spines = (w: number): string =>
  repeat(Math.floor(w / 5), (i) =>
    rect(
      i * 5,
      -15 - (i % 3) * 2,
      4.4,
      15 + (i % 3) * 2,
      cycle(['#e5484d', '#f6a821', '#5067b8', '#2f9d94', '#8b5aa6'], i),
      1,
    ),
  );

const stool =
  box(0.95, 2.45, 1.25, 2.75, 0.3, 0.38, PAL.wood, { top: PAL.tomato }) +
  each(
    [
      [0.99, 2.5],
      [1.21, 2.5],
      [0.99, 2.71],
      [1.21, 2.71],
    ],
    ([x, y]) => post(x, y, 0, 0.3, PAL.woodDk, 0.05),
  );

const BY_TIER: Readonly<Record<Tier, () => Corner>> = {
  0: () => ({
    wall: '',
    things: [
      [0.9, 2.6, ellipse(0, 0, 30, 13, '#d6b872') + ellipse(0, -1, 26, 11, '#e3c98a') + move(4, -2, book(PAL.indigo))],
    ],
  }),
  1: () => ({
    wall: onRightWall(
      0,
      3.1,
      H,
      rect(12, 34, 34, 26, PAL.woodDk, 2) +
        rect(14, 36, 30, 22, '#3d5b52', 1) +
        line('M19 43h12M19 50h18', '#fff', 1.8),
    ),
    things: [
      [0, 0, desk(0.12, 2.2, 0.75, 3.05, PAL.wood) + atTile(0.45, 2.6, openBook(), 1, 0.7)],
      [0, 0.01, stool],
    ],
  }),
  2: () => ({
    wall: onRightWall(0, 3.2, H, move(6, 26, map) + shelfOf(60, 50, 34, [move(-14, 0, spines(28))])),
    things: [
      [
        0,
        0,
        desk(0.12, 2.1, 0.8, 3.15, '#c98d57') +
          atTile(0.45, 2.5, openBook(), 1, 0.7) +
          atTile(0.35, 2.95, globe, 1, 0.7),
      ],
      [0, 0.01, stool],
    ],
  }),
  3: () => ({
    wall: onRightWall(
      0,
      3.25,
      H,
      move(4, 20, map, 1.15) +
        rect(64, 24, 24, 18, PAL.gold, 2) +
        rect(66, 26, 20, 14, PAL.paper, 1) +
        line('M69 31h14M69 35h9', PAL.ink2, 1.4) +
        circle(82, 37, 2.4, PAL.tomato),
    ),
    things: [
      [
        0,
        0,
        desk(0.12, 2.35, 0.85, 3.25, '#d8a468') +
          atTile(0.5, 2.75, openBook(), 1, 0.7) +
          atTile(0.35, 3.1, globe, 1.1, 0.7) +
          atTile(
            0.3,
            2.5,
            line('M0 0V-16L10 -24', PAL.teal, 3) +
              fill('M5 -28L16 -22L10 -16Z', PAL.teal) +
              circle(13, -17, 9, '#ffe7a0', 'opacity=".5"'),
            1,
            0.68,
          ),
      ],
      [0, 0.01, move(14, 10, stool)],
      [
        0,
        -0.01,
        box(0.06, 1.5, 0.4, 2.2, 0, 1.35, PAL.wood) +
          onRightWall(
            0.4,
            2.2,
            1.35,
            each(
              [19, 37, 55],
              (y, i) =>
                rect(2, y - 17, 29, 17, dark(PAL.woodDk, 0.25)) +
                move(3, y, spines(27 - i * 3)) +
                rect(1, y, 31, 2.6, PAL.woodLt),
            ),
          ),
      ],
    ],
  }),
};

/** A place to learn: a mat and a book, then desk, map, globe, lamp and shelves. */
export const schoolCorner = (tier: Tier): Corner => BY_TIER[tier]();
