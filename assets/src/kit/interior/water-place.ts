import { dark } from '../base/colour.ts';
import { box, onRightWall, project } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { cylinder, jar } from '../base/solids.ts';
import { circle, ellipse, fill, line, move, rect, repeat } from '../base/svg.ts';
import { bowl, shelfOf } from './food-corner.ts';
import type { Corner, Tier } from './need-tiers.ts';
import { H } from './room-geometry.ts';

const bucket = (c = '#5aa6c9'): string =>
  fill('M-12 -18H12L9 0C4 3 -4 3 -9 0Z', c) +
  fill('M3 2C6 -4 6 -12 6 -18H12L9 0C7 1.400 5 2 3 2Z', dark(c, 0.2)) +
  ellipse(0, -18, 12, 4.4, PAL.water) +
  line('M-12 -18C-10 -30 10 -30 12 -18', '#7d8794', 2);

const basin = (): string => ellipse(0, -4, 18, 7, '#7fb6d0') + ellipse(0, -5, 14, 5, PAL.water);
const filter =
  line('M-14 0L-10 -28M14 0L10 -28', PAL.woodDk, 4) +
  move(0, -28, cylinder(14, 30, '#dfeef2')) +
  rect(-10, -50, 18, 16, '#8fd0e2', 2) +
  line('M-15 -34L-20 -31', PAL.gold, 4) +
  ellipse(0, -59, 14, 5, PAL.sky);

const sink =
  box(0.08, 3.35, 0.7, 4.45, 0, 0.78, '#e9f1ef', { top: '#f7faf8' }) +
  (() => {
    const p = project(0.42, 3.9, 0.8);
    return (
      ellipse(p[0], p[1], 20, 9, '#b9d8de') +
      ellipse(p[0], p[1] + 1, 16, 6.6, PAL.water) +
      line(`M${p[0] - 16} ${p[1] - 8}V${p[1] - 26}Q${p[0] - 8} ${p[1] - 34} ${p[0] - 2} ${p[1] - 24}`, '#8d97a3', 4) +
      line(`M${p[0] - 2} ${p[1] - 20}V${p[1] - 4}`, '#fff', 3, 'opacity=".8"')
    );
  })();

const BY_TIER: Readonly<Record<Tier, () => Corner>> = {
  0: () => ({ wall: '', things: [[0.7, 4.0, bucket()]] }),
  1: () => ({
    wall: '',
    things: [
      [0.5, 3.7, jar(17, 40, PAL.terracotta) + ellipse(0, -41, 12, 4, PAL.woodLt) + circle(0, -44, 2.6, PAL.woodDk)],
      [0.75, 4.25, bucket()],
      [0.95, 3.9, bowl('#7fb6d0')],
    ],
  }),
  2: () => ({
    wall: onRightWall(
      0,
      4.5,
      H,
      shelfOf(4, 52, 40, [jar(5, 11, PAL.sky), ellipse(0, -4, 6, 4, '#f7cbb0'), jar(5, 11, '#fff6e0')]),
    ),
    things: [
      [0.45, 3.6, filter],
      [0.6, 4.25, line('M-12 0L-9 -20M12 0L9 -20', PAL.woodDk, 3.4) + move(0, -18, basin())],
    ],
  }),
  3: () => ({
    wall: onRightWall(
      0,
      4.55,
      H,
      rect(0, 34, 66, 48, '#d5eef2') +
        repeat(5, (i) => line(`M${i * 13} 34V82`, '#a9d4de', 1.2)) +
        line('M0 50H66M0 66H66', '#a9d4de', 1.2) +
        rect(20, 38, 26, 26, PAL.woodDk, 4) +
        rect(23, 41, 20, 20, '#eaf7fa', 2),
    ),
    things: [[0, 0, sink]],
  }),
};

/** Where water comes from: a bucket, a jar, a filter, a tap. */
export const waterPlace = (tier: Tier): Corner => BY_TIER[tier]();
