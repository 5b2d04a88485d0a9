import { dark, light, mix } from '../base/colour.ts';
import { box, onLeftWall, project, softShadow } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { blossom } from '../base/solids.ts';
import { each, ellipse, fill, group, line, move, polygon, rect, repeat } from '../base/svg.ts';
import { canopy } from '../nature/canopy.ts';

/** Fences, walls and what one walks on. */

/** White picket fence along the tile x axis. */
export const picket = () =>
  softShadow(44, 7) +
  group(
    'skewY(26.565)',
    line('M-44 -10H44M-44 -22H44', dark(PAL.paper, 0.12), 4) +
      repeat(
        7,
        (i) =>
          fill(`M${-44 + i * 13.5} 0V-28L${-40 + i * 13.5} -33L${-36 + i * 13.5} -28V0Z`, PAL.paper) +
          rect(-38.5 + i * 13.5, -28, 2.5, 28, dark(PAL.paper, 0.14)),
      ),
  );

/** Bamboo fence along the tile x axis. */
export const bamboo = () =>
  softShadow(44, 7) +
  group(
    'skewY(26.565)',
    repeat(
      12,
      (i) =>
        rect(-45 + i * 7.6, -30 - (i % 3) * 2, 6.4, 30 + (i % 3) * 2, i % 2 ? '#c9b458' : '#b7a548', 3) +
        line(`M${-45 + i * 7.6} ${-12 - (i % 2) * 6}h6`, dark('#b7a548', 0.25), 1.4),
    ) + line('M-46 -22H46M-46 -8H46', PAL.woodDk, 2.4),
  );

/** Low dry-stone wall. */
export const stoneWall = () =>
  softShadow(46, 10) +
  box(-0.95, -0.13, 0.95, 0.13, 0, 0.42, PAL.stone) +
  onLeftWall(
    -0.95,
    0.13,
    0.42,
    repeat(2, (r) =>
      repeat(6, (i) =>
        rect(1 + i * 15.4 - r * 5, 1 + r * 9, 14, 7.6, mix(PAL.stone, PAL.stoneDk, ((i * 3 + r) % 4) / 4), 3),
      ),
    ),
  );

/** Clipped hedge with white flowers. */
export const hedge = () =>
  softShadow(46, 10) +
  repeat(5, (i) => {
    const p = project(-0.8 + i * 0.4, 0);
    return move(p[0], p[1], canopy(0, -14, 17, 15, '#5f9f4a', `hedge${i}`, { k: 6, r: 0.62 }));
  }) +
  repeat(6, (i) => {
    const p = project(-0.8 + i * 0.32, 0);
    return move(p[0] - 4, p[1] - 12 - (i % 2) * 8, blossom('#fff6e0', 4));
  });

/** Four flat stones in the grass. */
export const steppingStones = () =>
  each(
    [
      [-0.7, -0.1],
      [-0.25, 0.12],
      [0.2, -0.08],
      [0.66, 0.1],
    ],
    ([x, y]) => {
      const p = project(x, y);
      return (
        ellipse(p[0], p[1] + 2, 19, 9, PAL.stoneDk) +
        ellipse(p[0], p[1], 19, 9, light(PAL.stone, 0.2)) +
        line(`M${p[0] - 8} ${p[1] - 1}q6 -3 10 1`, PAL.stoneDk, 1.4)
      );
    },
  );

/** Tiled paving with a flower motif. */
export const mosaic = () =>
  polygon([project(-0.5, -0.5), project(0.5, -0.5), project(0.5, 0.5), project(-0.5, 0.5)], PAL.pathDk) +
  ellipse(0, 0, 38, 19, PAL.sand) +
  repeat(8, (i) => {
    const a = (i / 8) * 6.283;
    return ellipse(Math.cos(a) * 26, Math.sin(a) * 13, 9, 4.6, i % 2 ? PAL.teal : PAL.terracotta);
  }) +
  ellipse(0, 0, 12, 6, PAL.marigold) +
  ellipse(0, 0, 6, 3, PAL.paper);

/** Red arched bridge over a small pool. */
export const bridge = () =>
  ellipse(0, 6, 58, 22, PAL.water) +
  ellipse(-8, 3, 34, 8, PAL.foam, 'opacity=".5"') +
  each([-1, 0], (s) =>
    group(
      `translate(${s * 14 + 7} ${s * 12})`,
      fill('M-52 2C-34 -22 30 -24 48 0L42 6C26 -12 -28 -10 -46 8Z', s ? PAL.woodLt : PAL.wood) +
        line('M-52 -16C-34 -40 30 -42 48 -18', PAL.tomato, 4) +
        each([-48, -22, 6, 32, 46], (x) => line(`M${x} ${-16 - (1 - (x / 52) ** 2) * 15}v16`, PAL.tomato, 3)),
    ),
  );
