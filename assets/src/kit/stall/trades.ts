import type { Trade } from '../../frames.ts';
import { type Colour, dark, light } from '../base/colour.ts';
import { atTile, box, onLeftWall } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { clothRoll, heap, jar } from '../base/solids.ts';
import { circle, cycle, each, ellipse, fill, line, move, rect, repeat } from '../base/svg.ts';
import type { EmblemName } from '../props/emblems.ts';

/** What the player's stall sells: goods about 20 px wide, standing on (0, 0). */

const loaf = (x: number, y: number, w = 11) =>
  ellipse(x, y - 3, w / 2, 4, '#b9743a') +
  ellipse(x - 0.6, y - 4, w / 2 - 0.6, 3.2, '#dd9d52') +
  line(`M${x - 3} ${y - 6}l2 3M${x} ${y - 6.5}l2 3`, '#f6dca9', 1.4);

const foldedCloth = (x: number, y: number, colours: readonly Colour[]) =>
  each(
    colours,
    (c, i) =>
      rect(x - 8, y - 4.4 - i * 4.2, 16, 4.6, c, 1.6) + rect(x - 8, y - 4.4 - i * 4.2, 16, 1.4, light(c, 0.3), 0.7),
  );

const woodenToy = (x: number, y: number) =>
  rect(x - 7, y - 9, 12, 5, PAL.tomato, 1.5) +
  rect(x - 1, y - 13, 6, 6, PAL.marigold, 1.5) +
  circle(x - 4, y - 2.6, 2.8, PAL.woodDk) +
  circle(x + 3, y - 2.6, 2.8, PAL.woodDk);

const turnedBowl = (x: number, y: number) =>
  fill(
    `M${x - 8} ${y - 8}H${x + 8}C${x + 7} ${y - 2} ${x + 4} ${y} ${x} ${y}C${x - 4} ${y} ${x - 7} ${y - 2} ${x - 8} ${y - 8}Z`,
    PAL.wood,
  ) + ellipse(x, y - 8, 8, 2.6, PAL.woodLt);

/** Look of a trade: awning colour, emblem, and the i-th thing on display. */
type TradeLook = { readonly cloth: Colour; readonly emblem: EmblemName; readonly item: (i: number) => string };

export const TRADE_LOOKS: Readonly<Record<Trade, TradeLook>> = {
  grocer: {
    cloth: PAL.tomato,
    emblem: 'retail',
    item: (i) => heap(cycle(['#ea4a3d', '#f58a2c', '#8dc457', '#7a4aa8', '#ffcf3f', '#c6e58e'], i), 20, 4.6, 3),
  },
  baker: {
    cloth: PAL.marigold,
    emblem: 'food',
    item: (i) =>
      cycle(
        [
          loaf(-5, 0) + loaf(5, 0) + loaf(0, -5),
          line('M-7 -2L-3 -15M0 -2L2 -16M6 -2L8 -14', '#d9974b', 4.6) + line('M-6 -6l2 1M1 -7l2 1', '#f6dca9', 1.4),
          heap('#e8b063', 17, 4.3, 2),
          rect(-8, -7, 16, 7, '#8a5535', 3) + rect(-8, -8, 16, 4, '#fbe3ea', 2) + circle(0, -9, 2.2, PAL.tomato),
        ],
        i,
      ),
  },
  tailor: {
    cloth: PAL.plum,
    emblem: 'textile',
    item: (i) =>
      cycle(
        [
          foldedCloth(0, 0, ['#c83e63', '#f6a821', '#2f9d94']),
          move(-5, 0, clothRoll('#5067b8', 15, 4)) + move(4, 0, clothRoll('#f08aa0', 18, 4)),
          foldedCloth(0, 0, ['#5067b8', '#fbeccd', '#8b5aa6']),
          fill('M-8 -15L-4 -17H4L8 -15L6 -10V0H-6V-10Z', '#e36c42') +
            line('M-3 -17C-2 -14 2 -14 3 -17', dark('#e36c42', 0.3), 1.6),
        ],
        i,
      ),
  },
  workshop: {
    cloth: PAL.teal,
    emblem: 'crafts',
    item: (i) =>
      cycle(
        [
          turnedBowl(0, 0),
          woodenToy(0, 0),
          jar(7, 16, PAL.terracotta),
          jar(5, 12, '#5aa6c9') + move(8, 1, jar(4, 9, '#f3c77c')),
        ],
        i,
      ),
  },
};

/** Things in a row along x from tile x0 to x1, at depth y and height z. */
export const row = (trade: Trade, x0: number, x1: number, y: number, z: number, count: number, shift = 0) =>
  repeat(count, (i) => atTile(x0 + ((x1 - x0) * (i + 0.5)) / count, y, TRADE_LOOKS[trade].item(i + shift), 1.15, z));

/** Low sloping crates in front of the counter, filled with goods. */
export const frontCrates = (trade: Trade, x0: number, x1: number, y: number, count: number, shift = 2) =>
  repeat(count, (i) => {
    const step = (x1 - x0) / count,
      a = x0 + i * step;
    return (
      box(a, y, a + step - 0.05, y + 0.36, 0, 0.26, PAL.wood, { top: dark(PAL.woodDk, 0.3) }) +
      onLeftWall(a, y + 0.36, 0.26, line(`M2 6H${step * 48 - 5}`, PAL.woodDk, 1.4, 'opacity=".6"')) +
      atTile(a + step / 2 - 0.02, y + 0.2, TRADE_LOOKS[trade].item(i + shift), 1.1, 0.26)
    );
  });
