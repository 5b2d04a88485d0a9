import { dark, light } from '../base/colour.ts';
import { PAL } from '../base/palette.ts';
import { blossom } from '../base/solids.ts';
import { cycle, each, fill, line, move, type Point, rect, repeat } from '../base/svg.ts';
import { bee } from '../props/garlands.ts';
import { type AnimalFrame, shadow } from './animal-parts.ts';

/** Where the bees are in each frame, px. */
const SWARMS: readonly (readonly Point[])[] = [
  [
    [-30, -40],
    [26, -66],
    [32, -26],
  ],
  [
    [-22, -58],
    [34, -52],
    [20, -18],
  ],
  [
    [-34, -24],
    [12, -78],
    [38, -38],
  ],
];

/** Wooden bee hive with flowers at its foot; bees circle in frames 1 and 2. */
export function hive(frame: AnimalFrame, { colour = '#f0c35a' } = {}): string {
  const tier = (y: number, w: number) =>
    rect(-w, y, w * 2, 15, colour, 2) +
    rect(w * 0.2, y, w * 0.8, 15, dark(colour, 0.2), 2) +
    rect(-w, y, w * 2, 3, light(colour, 0.35), 1.5);
  const roof =
    fill('M-24 -53L0 -66L24 -53V-49H-24Z', PAL.tomato) + fill('M4 -64L24 -53V-49H6Z', dark(PAL.tomato, 0.22));
  const swarm = cycle(SWARMS, frame);
  return (
    shadow(24, 8, 4) +
    line('M-16 0V-8M16 0V-8', PAL.woodDk, 5) +
    tier(-20, 21) +
    tier(-35, 20) +
    tier(-50, 19) +
    roof +
    rect(-9, -11, 18, 5, '#5b3a22', 2.5) +
    rect(-12, -6, 24, 3, PAL.woodLt, 1.5) +
    rect(-5, -31, 10, 4, dark(colour, 0.3), 2) +
    each(
      [
        [-24, 2, PAL.rose],
        [-15, 5, '#fff6e0'],
        [20, 4, PAL.lilac],
        [27, 1, PAL.marigold],
      ],
      ([x, y, c]) => line(`M${x} ${y}v-8`, PAL.leaf, 2) + move(x, y - 10, blossom(c, 4.4)),
    ) +
    each(swarm, ([x, y], i) =>
      move(x, y, i % 2 ? bee(frame) : `<g transform="scale(-1 1)">${bee(frame + 1)}</g>`, 0.85),
    ) +
    repeat(2, (i) =>
      line(`M${-26 + i * 40} ${-36 - i * 16}q4 -6 9 -2`, '#fff', 1.4, 'opacity=".6" stroke-dasharray="2 4"'),
    )
  );
}
