import { dark, light } from '../base/colour.ts';
import { box, project, softShadow } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { blossom, cylinder } from '../base/solids.ts';
import { circle, cycle, each, ellipse, fill, group, line, move, rect, repeat } from '../base/svg.ts';
import { canopy } from '../nature/canopy.ts';
import { flower } from '../nature/plants.ts';
import { FLOWER_COLOURS, flowerPot, garland } from '../props/garlands.ts';
import { flowers, stones } from './decor-parts.ts';

/** Flowers and clipped green. */

/** Flowers in a ring of stones. */
export const roundBed = () =>
  ellipse(0, 2, 40, 19, '#26361f', 'opacity=".16"') +
  stones(36, 16) +
  ellipse(0, 0, 31, 13, PAL.soilDk) +
  flowers(27, FLOWER_COLOURS, 15);

/** Raised bed of flowers. */
export const longBed = () =>
  box(-0.8, -0.24, 0.8, 0.24, 0, 0.2, PAL.terracotta, { top: PAL.soilDk }) +
  repeat(10, (i) => {
    const p = project(-0.7 + i * 0.155, i % 2 ? -0.08 : 0.1, 0.2);
    return move(p[0], p[1], flower(cycle(FLOWER_COLOURS, i * 3)), 1.15);
  });

/** Herbs on three stone steps. */
export const herbSpiral = () =>
  softShadow(36, 12) +
  cylinder(32, 9, PAL.stone, { top: PAL.soil }) +
  move(4, -9, cylinder(20, 9, PAL.stone, { top: PAL.soil })) +
  move(6, -18, cylinder(10, 8, PAL.stone, { top: PAL.soil })) +
  each(
    [
      [-22, -8],
      [-10, -2],
      [8, -2],
      [24, -8],
      [-8, -16],
      [16, -16],
      [6, -27],
    ],
    ([x, y], i) =>
      circle(x, y - 3, 6, i % 2 ? '#6fae4a' : '#8fc06a') +
      circle(x - 2, y - 5, 3, light('#8fc06a', 0.3)) +
      (i % 3 ? '' : circle(x + 2, y - 7, 2, PAL.lilac)),
  );

/** Wheelbarrow planted with flowers. */
export const wheelbarrow = () =>
  softShadow(30, 9) +
  line('M14 -14L40 -22', PAL.woodDk, 4) +
  fill('M-26 -28H20L14 -10H-16Z', PAL.teal) +
  fill('M6 -28H20L14 -10H4Z', dark(PAL.teal, 0.2)) +
  circle(-18, -7, 8, '#5b5068') +
  circle(-18, -7, 3.4, PAL.paper) +
  line('M12 -10V0', PAL.woodDk, 4) +
  move(-3, -28, group('scale(.72 1)', flowers(26, [PAL.rose, '#fff6e0', PAL.marigold], 12)));

/** Two clipped balls in a pot. */
export const topiary = () =>
  softShadow(16, 6) +
  fill('M-12 -14H12L9 0C4 2 -4 2 -9 0Z', PAL.terracotta) +
  line('M0 -14V-40', PAL.woodDk, 4) +
  canopy(0, -28, 15, 13, '#5f9f4a', 'top1', { k: 7, r: 0.6 }) +
  canopy(0, -54, 11, 10, '#6fae4a', 'top2', { k: 7, r: 0.6 });

/** White arch grown over with roses. */
export const roseArch = () =>
  softShadow(34, 9) +
  line('M-28 0V-50C-28 -84 28 -84 28 -50V0', PAL.paper, 6) +
  line('M-20 0V-50C-20 -74 20 -74 20 -50V0', dark(PAL.paper, 0.12), 4) +
  garland([-28, -6], [-28, -52], -1, 'ra') +
  garland([28, -52], [28, -6], 1, 'rb') +
  garland([-28, -50], [28, -50], -14, 'rc');

/** Wooden trellis with climbers. */
export const trellis = () =>
  softShadow(22, 7) +
  each([-20, -7, 7, 20], (x) => rect(x - 2, -62, 4, 62, PAL.woodLt, 1)) +
  each([-14, -30, -46, -58], (y) => rect(-23, y, 46, 3.4, PAL.wood, 1)) +
  each(
    [
      [-16, -10],
      [-8, -24],
      [6, -16],
      [14, -34],
      [-4, -42],
      [10, -54],
      [-18, -50],
      [18, -12],
    ],
    ([x, y], i) =>
      circle(x, y, 7, i % 2 ? '#5fa84e' : '#79b653') + move(x + 1, y - 1, blossom(i % 2 ? PAL.lilac : '#fff6e0', 4.6)),
  );

/** Three flower pots. */
export const potGroup = () =>
  move(-14, 0, flowerPot(PAL.rose)) +
  move(13, -2, flowerPot(PAL.lilac, PAL.teal), 0.9) +
  move(0, 7, flowerPot(PAL.marigold, '#5067b8'), 0.95);
