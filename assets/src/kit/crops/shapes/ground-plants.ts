import { dark, light, mix } from '../../base/colour.ts';
import { PAL } from '../../base/palette.ts';
import { circle, each, ellipse, fill, line, repeat, tenth } from '../../base/svg.ts';
import { leaf } from '../leaves.ts';
import { type Growth, jitter, type LookOf, onEllipse } from './plant-shape.ts';

/** Plants that stay low: cabbage, strawberry, and vines that creep. */

/** Cabbage: a rosette, then a head in it. */
export function head(look: LookOf<'head'>, growth: Growth): string {
  const w = 15 * growth.s;
  const rosette = repeat(8, (i) => {
    const angle = -180 + (180 * i) / 7 + jitter(growth, 8);
    return leaf(0, -3, angle, w * 1.15, w * 0.42, i % 2 ? look.leaf : dark(look.leaf, 0.1));
  });
  if (growth.stage < 3) return rosette + leaf(0, -4, -90, w * 0.9, w * 0.4, light(look.leaf, 0.2));
  return (
    rosette +
    circle(0, -w * 0.52, w * 0.62, growth.stage === 4 ? look.fruit : light(look.leaf, 0.2)) +
    fill(
      `M${-w * 0.6} ${-w * 0.5}C${-w * 0.2} ${-w * 0.1} ${w * 0.2} ${-w * 0.1} ${w * 0.6} ${-w * 0.5}C${w * 0.5} ${w * 0.18} ${-w * 0.5} ${w * 0.18} ${-w * 0.6} ${-w * 0.5}Z`,
      mix(look.fruit, look.leaf, 0.45),
    ) +
    line(
      `M0 ${tenth(-w * 0.2)}C${tenth(-w * 0.06)} ${tenth(-w * 0.6)} ${tenth(w * 0.05)} ${tenth(-w * 0.8)} 0 ${tenth(-w * 1.05)}M0 ${tenth(-w * 0.55)}L${tenth(-w * 0.3)} ${tenth(-w * 0.85)}M0 ${tenth(-w * 0.55)}L${tenth(w * 0.3)} ${tenth(-w * 0.85)}`,
      '#fff',
      1.5,
      'opacity=".65"',
    )
  );
}

/** Pumpkin and melon: round leaves in a ring, one big fruit. */
export function vine(look: LookOf<'vine'>, { stage, s }: Growth): string {
  const leaves = repeat(6, (i) => {
    const [x, dy] = onEllipse(-190 + (200 * i) / 5, 14 * s, 7 * s);
    const y = dy - 3;
    return (
      circle(x + 1, y + 1.5, 6.6 * s, dark(look.leaf, 0.2)) +
      circle(x, y, 6.4 * s, i % 2 ? look.leaf : light(look.leaf, 0.12))
    );
  });
  const flowers = each(
    [
      [-6, -8],
      [7, -5],
    ],
    ([x, y]) => fill(`M${x} ${y}l-5 -3l2 -5l5 1l4 -3l1 6z`, look.flower),
  );
  return leaves + (stage === 3 ? flowers : '') + (stage === 4 ? bigFruit(look) : '');
}

function bigFruit({ rx, ry, fruit, leaf: green, stripe }: LookOf<'vine'>): string {
  const stripes = (colour: string): string =>
    each([-0.6, -0.2, 0.22, 0.62], (u) => {
      const reach = ry * 0.8 * Math.sqrt(1 - u * u);
      return line(
        `M${tenth(u * rx)} ${tenth(-8 - reach)}Q${tenth(u * rx * 1.35)} -8 ${tenth(u * rx)} ${tenth(-8 + reach)}`,
        colour,
        1.8,
      );
    });
  const ribs =
    ellipse(-1, -8, rx * 0.5, ry * 0.94, light(fruit, 0.14)) +
    line(
      `M${-rx * 0.5} ${-8 - ry * 0.7}C${-rx * 0.8} -10 ${-rx * 0.8} -5 ${-rx * 0.5} ${-8 + ry * 0.75}M${rx * 0.4} ${-8 - ry * 0.7}C${rx * 0.75} -10 ${rx * 0.75} -5 ${rx * 0.4} ${-8 + ry * 0.75}M0 ${-8 - ry * 0.9}V${-8 + ry * 0.9}`,
      dark(fruit, 0.16),
      1.5,
    );
  return (
    ellipse(0, -7, rx, ry, dark(fruit, 0.2)) +
    ellipse(-1, -8, rx * 0.95, ry * 0.94, fruit) +
    (stripe ? stripes(stripe) : ribs) +
    line(`M0 ${tenth(-8 - ry)}C0 ${tenth(-11 - ry)} 2 ${tenth(-13 - ry)} 4 ${tenth(-13 - ry)}`, dark(green, 0.25), 3) +
    ellipse(-rx * 0.45, -8 - ry * 0.4, 2.8, 2, '#fff', 'opacity=".55"')
  );
}

/** Strawberry: a fan of leaves, berries between them. */
export function low(look: LookOf<'low'>, { stage, s }: Growth): string {
  const leaves = repeat(8, (i) =>
    leaf(0, -4, -185 + (190 * i) / 7, 13 * s, 5 * s, i % 2 ? look.leaf : light(look.leaf, 0.12)),
  );
  const flowers = each(
    [
      [-6, -7],
      [6, -6],
      [0, -11],
    ],
    ([x, y]) => circle(x, y, 3.2, look.flower) + circle(x, y, 1.2, PAL.gold),
  );
  const berries = each(
    [
      [-8, -2],
      [8, -1],
      [0, -7],
      [1, 2],
    ],
    ([x, y]) => berry(x, y, look.fruit, dark(look.leaf, 0.1)),
  );
  return leaves + (stage === 3 ? flowers : '') + (stage === 4 ? berries : '');
}

const berry = (x: number, y: number, colour: string, cap: string): string =>
  fill(
    `M${x} ${y + 6}C${x - 6} ${y + 2} ${x - 5} ${y - 4} ${x} ${y - 3}C${x + 5} ${y - 4} ${x + 6} ${y + 2} ${x} ${y + 6}Z`,
    colour,
  ) +
  circle(x - 1.6, y, 0.7, '#ffe9b0') +
  circle(x + 1.6, y + 1.5, 0.7, '#ffe9b0') +
  line(`M${x - 3} ${y - 3}L${x} ${y - 4.5}L${x + 3} ${y - 3}`, cap, 1.8);
