import { light, mix } from '../base/colour.ts';
import { project } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { each, ellipse, fill, repeat, xy } from '../base/svg.ts';
import type { Disc } from './ground.ts';
import type { PathLayer } from './paths.ts';

/** Radius of one tile of plaza on the screen, px. */
const RX = 68;
const RY = 34;

/** The plaza's share of a band of the paths, so that paths flow into it. */
export function plazaDisc([x, y, size]: Disc, layer: PathLayer): string {
  const [px, py] = project(x, y);
  const disc = (grow: number, colour: string, down: number, extra = ''): string =>
    ellipse(px, py + down, size * RX * grow, size * RY * grow, colour, extra);
  switch (layer) {
    case 'shade':
      return disc(1.09, PAL.grassDk, 2, 'opacity=".28"');
    case 'rim':
      return disc(1.045, PAL.pathDk, 3);
    case 'sand':
      return disc(1, PAL.path, 0);
  }
}

/** Rings of slabs: outer and inner radius as shares of the plaza's, number of slabs, colour. */
const RINGS = [
  [0.95, 0.83, 26, PAL.stone],
  [0.8, 0.66, 22, PAL.sand],
  [0.63, 0.5, 17, PAL.stone],
] as const;

export function mosaic([x, y, size]: Disc, random: () => number): string {
  const [px, py] = project(x, y);
  const at = (angle: number, share: number): string =>
    xy([px + Math.cos(angle) * size * RX * share, py + Math.sin(angle) * size * RY * share]);
  return each(RINGS, ([outer, inner, count, colour], ring) =>
    repeat(count, (i) => {
      const from = ((i + 0.06 + ring * 0.3) / count) * 6.283;
      const to = ((i + 0.94 + ring * 0.3) / count) * 6.283;
      const middle = (from + to) / 2;
      return fill(
        `M${at(from, outer)}Q${at(middle, outer * 1.01)} ${at(to, outer)}L${at(to, inner)}Q${at(middle, inner * 1.01)} ${at(from, inner)}Z`,
        mix(colour, random() < 0.5 ? PAL.pathDk : light(colour, 0.5), random() * 0.35),
        `stroke="${PAL.pathDk}" stroke-width="1" stroke-opacity=".35" stroke-linejoin="round"`,
      );
    }),
  );
}
