import { dark } from '../base/colour.ts';
import { project } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { circle, each, ellipse, fill, line, move, type Point, repeat, tenth } from '../base/svg.ts';
import type { Disc } from './ground.ts';

/** The shore as cubic Béziers, px from the middle at size 1: start, then control, control, end. */
const START: Point = [-112, 0];
const SHORE: readonly (readonly [Point, Point, Point])[] = [
  [
    [-120, -44],
    [-40, -58],
    [14, -46],
  ],
  [
    [70, -60],
    [124, -30],
    [112, 6],
  ],
  [
    [110, 44],
    [40, 58],
    [-10, 50],
  ],
  [[-70, 58], [-110, 36], START],
];
const RIPPLES: readonly Point[] = [
  [-60, 14],
  [-10, 30],
  [44, 16],
  [20, -14],
  [-40, -24],
  [66, -8],
];
const LILY_PADS = [
  [-74, -6, 11],
  [-52, 26, 9],
  [58, 26, 11],
  [78, 8, 8],
] as const;

/** A pond with sandy shore, ripples and water lilies. */
export function pond([x, y, size]: Disc): string {
  const [px, py] = project(x, y);
  const shore = (grow: number, down = 0): string => {
    const at = ([dx, dy]: Point): string => `${tenth(px + dx * size * grow)} ${tenth(py + dy * size * grow + down)}`;
    return `M${at(START)}${SHORE.map((curve) => `C${curve.map(at).join(' ')}`).join('')}Z`;
  };
  return (
    fill(shore(1.12), PAL.grassDk, 'opacity=".35"') +
    fill(shore(1.07), PAL.sand) +
    fill(shore(1), dark(PAL.pathDk, 0.1)) +
    fill(shore(0.985, 4), PAL.waterDk) +
    fill(shore(0.93, 6), PAL.water) +
    ellipse(px - 26 * size, py - 8 * size, 52 * size, 15 * size, PAL.foam, 'opacity=".4"') +
    each(RIPPLES, ([dx, dy]) =>
      line(`M${tenth(px + dx * size - 10)} ${tenth(py + dy * size)}q5 -4 10 0t10 0`, PAL.foam, 2.2, 'opacity=".85"'),
    ) +
    each(LILY_PADS, ([dx, dy, r], i) => move(px + dx * size, py + dy * size, lilyPad(r, i % 2 === 0)))
  );
}

const lilyPad = (r: number, blooming: boolean): string =>
  ellipse(0, 1.5, r, r * 0.48, dark('#5da34e', 0.25)) +
  fill(`M0 0L${r * 0.9} ${-r * 0.22}A${r} ${r * 0.46} 0 1 1 ${r * 0.62} ${-r * 0.36}Z`, '#6fb656') +
  (blooming
    ? repeat(
        5,
        (i) => `<ellipse cx="-2" cy="-7" rx="2.2" ry="4" fill="#fbd0dc" transform="rotate(${i * 72} -2 -3)"/>`,
      ) + circle(-2, -3, 1.8, PAL.gold)
    : '');
