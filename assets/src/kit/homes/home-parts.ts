import { type Colour, dark } from '../base/colour.ts';
import { project } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { circle, each, fill, line, type Point, polygon, repeat } from '../base/svg.ts';

/** Parts that homes share. */

export const planks = (w: number, h: number, colour: Colour, step = 11) =>
  repeat(Math.floor(w / step), (i) => line(`M${(i + 1) * step} 2V${h - 4}`, dark(colour, 0.2), 1.5, 'opacity=".55"'));

/** A door with a round top: 24 x 44 px, hung with its foot at y = h. */
export const arch = (x: number, h: number, colour: Colour, w = 24, tall = 44) =>
  fill(
    `M${x - 3} ${h}V${h - tall + 12}C${x - 3} ${h - tall - 6} ${x + w + 3} ${h - tall - 6} ${x + w + 3} ${h - tall + 12}V${h}Z`,
    dark(colour, 0.45),
  ) +
  fill(
    `M${x} ${h}V${h - tall + 12}C${x} ${h - tall - 2} ${x + w} ${h - tall - 2} ${x + w} ${h - tall + 12}V${h}Z`,
    colour,
  ) +
  line(`M${x + w / 2} ${h - tall + 3}V${h}`, dark(colour, 0.25), 1.8) +
  circle(x + w * 0.62, h - tall * 0.42, 2, PAL.gold);

/** A point of a roof slope: `u` along the ridge, `v` down the slope, both 0 to 1, to px. */
export type Slope = (u: number, v: number) => Point;

/** The front slope of a gable roof over x0..x1. */
export const slope =
  (x0: number, x1: number, y1: number, z: number, ridge: number, overhang = 0.22): Slope =>
  (u, v) => {
    const eave = z - ((ridge - z) * overhang) / y1;
    return project(x0 - overhang + (x1 - x0 + 2 * overhang) * u, (y1 + overhang) * v, ridge + (eave - ridge) * v);
  };

/** Dark blue solar panels lying on a slope. */
export function solarPanel(at: Slope, u0: number, v0: number, u1: number, v1: number) {
  const grid = each([1 / 3, 2 / 3], (t) => {
    const u = u0 + (u1 - u0) * t,
      [a, b] = [at(u, v0), at(u, v1)];
    return line(`M${a}L${b}`, '#8fb0d8', 1.4);
  });
  const [m, k] = [at(u0, (v0 + v1) / 2), at(u1, (v0 + v1) / 2)];
  return (
    polygon(
      [at(u0, v0), at(u1, v0), at(u1, v1), at(u0, v1)],
      '#33508a',
      'stroke="#c9d6e6" stroke-width="2.6" stroke-linejoin="round"',
    ) +
    grid +
    line(`M${m}L${k}`, '#8fb0d8', 1.4) +
    polygon(
      [at(u0, v0), at(u0 + (u1 - u0) * 0.4, v0), at(u0 + (u1 - u0) * 0.15, v1), at(u0, v1)],
      '#fff',
      'opacity=".16" stroke="none"',
    )
  );
}
