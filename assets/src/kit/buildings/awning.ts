import { type Colour, dark } from '../base/colour.ts';
import { project } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { fill, pointList, polygon, repeat, tenth } from '../base/svg.ts';

/** How far the cloth hangs down at the sides, in units of height. */
const DROP = 0.17;

/**
 * A striped awning along x, sloping from its back edge (`yBack`, height `zBack`) to its front edge (`yFront`, `zFront`),
 * with a scalloped valance.
 */
export function awning(
  x0: number,
  x1: number,
  yBack: number,
  zBack: number,
  yFront: number,
  zFront: number,
  colour: Colour,
  second: Colour = PAL.paper,
  stripes = 8,
): string {
  const side = polygon(
    [
      project(x1, yBack, zBack),
      project(x1, yFront, zFront),
      project(x1, yFront, zFront - DROP),
      project(x1, yBack, zBack - DROP * 0.4),
    ],
    dark(colour, 0.35),
  );
  const cloth = repeat(stripes, (i) => {
    const a = x0 + ((x1 - x0) * i) / stripes;
    const b = x0 + ((x1 - x0) * (i + 1)) / stripes;
    const tone = i % 2 ? second : colour;
    const stripe = pointList([
      project(a, yBack, zBack),
      project(b, yBack, zBack),
      project(b, yFront, zFront),
      project(a, yFront, zFront),
    ]);
    return `<polygon points="${stripe}" fill="${tone}" stroke="${tone}" stroke-width=".8"/>${scallop(a, b, yFront, zFront, tone)}`;
  });
  const [yLit, zLit] = [yBack + (yFront - yBack) * 0.4, zBack + (zFront - zBack) * 0.4];
  const sheen = pointList([
    project(x0, yBack, zBack),
    project(x1, yBack, zBack),
    project(x1, yLit, zLit),
    project(x0, yLit, zLit),
  ]);
  return `${side}${cloth}<polygon points="${sheen}" fill="#fff" opacity=".16"/>`;
}

function scallop(a: number, b: number, y: number, z: number, colour: Colour): string {
  const [p, q] = [project(a, y, z), project(b, y, z)];
  return fill(
    `M${tenth(p[0])},${tenth(p[1])}L${tenth(q[0])},${tenth(q[1])}l0 7Q${tenth((p[0] + q[0]) / 2)} ${tenth((p[1] + q[1]) / 2 + 17)} ${tenth(p[0])} ${tenth(p[1] + 7)}Z`,
    dark(colour, 0.14),
  );
}
