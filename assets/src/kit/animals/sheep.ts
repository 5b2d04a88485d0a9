import { dark, light } from '../base/colour.ts';
import { PAL } from '../base/palette.ts';
import { circle, each, ellipse, line, move, rect, rotate } from '../base/svg.ts';
import { type AnimalFrame, INK, shadow } from './animal-parts.ts';

/** Sheep: frame 1 grazes, frame 2 breathes in (wool swells). */
export function sheep(frame: AnimalFrame, { wool = '#fbf5ea', face = '#5b4a4a' } = {}): string {
  const swell = frame === 2 ? 1.06 : 1;
  const curls: readonly (readonly [number, number, number])[] = [
    [-15, -20, 9],
    [-8, -28, 9],
    [2, -30, 10],
    [11, -26, 9],
    [15, -18, 9],
    [-13, -14, 8],
    [0, -16, 13],
    [10, -14, 9],
  ];
  const head =
    ellipse(-6, -5, 6, 2.8, face, 'transform="rotate(-22 -6 -5)"') +
    ellipse(0, 0, 7.4, 9, face) +
    ellipse(2, 3, 4.5, 5, light(face, 0.16)) +
    circle(3, -2.4, 1.7, '#fff') +
    circle(3.4, -2.4, 1, INK) +
    each(
      [
        [-3, -9],
        [2, -10],
        [6, -7],
      ],
      ([x, y]) => circle(x, y, 3.6, wool),
    ) +
    line('M2 5.500C3.500 6.500 5 6 5.500 5', INK, 1.2);
  return (
    shadow(23, 7) +
    each([-9, 9], (x) => rect(x - 2.4, -14, 4.8, 14, dark(face, 0.2), 2)) +
    each([-13, 4], (x) => rect(x - 2.4, -13, 4.8, 14, face, 2)) +
    move(
      0,
      -5,
      each(curls, ([x, y, r]) => circle(x + 0.8, y + 3, r * swell, dark(wool, 0.14))) +
        each(curls, ([x, y, r]) => circle(x, y, r * 0.96 * swell, wool)) +
        each(
          [
            [-10, -26],
            [0, -24],
            [-4, -16],
            [9, -22],
          ],
          ([x, y]) => line(`M${x - 3} ${y}q3 -4 6 0`, dark(wool, 0.14), 1.6),
        ),
    ) +
    (frame === 1
      ? rotate(34, move(22, -9, head), 22, -9) + line('M28 -1l4 -3M28 -1l5 1', PAL.leaf, 2)
      : move(21, -27, head))
  );
}
