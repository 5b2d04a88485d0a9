import { project } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { ellipse, type Point, polygon, repeat } from '../base/svg.ts';

/** Half the lot along x and y, tiles: a shop's footprint and a little more. */
const [X, Y] = [1.22, 1.02];

/** A levelled, paved lot where a funded shop will rise. It lies flat; the shop is drawn over it. */
export function lot(): string {
  const diamond = (grow: number, down: number): Point[] =>
    (
      [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, 1],
      ] as const
    ).map(([sx, sy]) => {
      const [px, py] = project(sx * (X + grow), sy * (Y + grow));
      return [px, py + down];
    });
  const slabs = repeat(5, (i) =>
    repeat(4, (j) => {
      const [px, py] = project(-X + 0.28 + i * 0.47, -Y + 0.27 + j * 0.49);
      return ellipse(px, py, 17, 8, (i * 3 + j) % 4 ? PAL.sand : PAL.stone, 'opacity=".55"');
    }),
  );
  return (
    polygon(diamond(0.1, 3), PAL.grassDk, 'opacity=".35"') +
    polygon(diamond(0.03, 2), PAL.pathDk) +
    polygon(diamond(0, 0), PAL.path) +
    slabs
  );
}
