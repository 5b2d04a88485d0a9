import { dark, light } from '../../base/colour.ts';
import { PAL } from '../../base/palette.ts';
import { circle, each, line, type Point, repeat, tenth } from '../../base/svg.ts';
import { fruit, leaf } from '../leaves.ts';
import { type Growth, jitter, type LookOf } from './plant-shape.ts';

/** Middles of the leaf puffs and places of fruit, as shares of the bush's half width and height. */
const PUFFS: readonly Point[] = [
  [-0.55, -0.45],
  [0.55, -0.45],
  [0, -0.95],
  [-0.32, -0.72],
  [0.34, -0.72],
  [0, -0.42],
];
const FRUITS: readonly Point[] = [
  [-0.62, -0.34],
  [0.58, -0.3],
  [-0.08, -0.6],
  [0.34, -0.82],
  [-0.42, -0.84],
  [0.02, -0.22],
];
const MORE_FRUITS: readonly Point[] = [
  [0.7, -0.6],
  [-0.7, -0.6],
  [0, -1.1],
];

/** Tomato, chilli, aubergine, bean, coffee, cotton. */
export function bushPlant(look: LookOf<'bush'>, growth: Growth): string {
  const { stage, s, random } = growth;
  const [w, h, green] = [15 * s, 24 * s, look.leaf];
  const spots = look.many ? [...FRUITS, ...MORE_FRUITS] : FRUITS;
  const body =
    line(`M0 0V${tenth(-h * 0.7)}`, PAL.woodDk, 2.6) +
    each(PUFFS, ([x, y]) => circle(x * w + 0.8, y * h + 2.5, w * 0.54, dark(green, 0.24))) +
    each(PUFFS, ([x, y]) => circle(x * w, y * h, w * 0.52, green)) +
    each(
      PUFFS.filter(([x]) => x <= 0),
      ([x, y]) => circle(x * w - 2, y * h - 2.5, w * 0.3, light(green, 0.22)),
    );
  const leaves = repeat(6, (i) => {
    const [x, y, angle] = [(random() - 0.5) * w * 1.4, -h * (0.35 + random() * 0.65), -150 + random() * 120];
    return leaf(x, y, angle, 7 * s, 2.8, i % 2 ? light(green, 0.16) : dark(green, 0.06));
  });
  return (
    body +
    leaves +
    (stage === 3 ? flowers(look, spots, w, h) : '') +
    (stage === 4 ? fruits(look, spots, w, h, growth) : '')
  );
}

const flowers = (look: LookOf<'bush'>, spots: readonly Point[], w: number, h: number): string =>
  each(spots.slice(0, 4), ([x, y]) => circle(x * w, y * h, 2.9, look.flower) + circle(x * w, y * h, 1.1, PAL.gold));

const fruits = (look: LookOf<'bush'>, spots: readonly Point[], w: number, h: number, growth: Growth): string =>
  each(spots, ([sx, sy]) => {
    const [x, y] = [sx * w, sy * h];
    const cap = `M${tenth(x - 1.8)} ${tenth(y + 2 - look.ry)}L${tenth(x)} ${tenth(y - look.ry)}L${tenth(x + 2)} ${tenth(y + 2 - look.ry)}`;
    return (
      fruit(x, y + 2, look.rx, look.ry, look.fruit, jitter(growth, 30)) +
      (look.bare ? '' : line(cap, dark(look.leaf, 0.2), 1.8))
    );
  });
