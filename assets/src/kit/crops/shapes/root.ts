import { type Colour, dark, light } from '../../base/colour.ts';
import { PAL } from '../../base/palette.ts';
import { circle, each, ellipse, fill, line, repeat, tenth } from '../../base/svg.ts';
import { fruit, leaf } from '../leaves.ts';
import { type Growth, jitter, type LookOf, onEllipse } from './plant-shape.ts';

/** Carrot, potato, cassava, onion, peanut: tops above the soil, and the crop peeping out when ripe. */
export function root(look: LookOf<'root'>, growth: Growth): string {
  const { stage, s } = growth;
  const tall = look.tops === 'tall';
  const h = (tall ? 34 : 20) * s;
  const count = look.tops === 'spear' ? 6 : 7;
  const tops = repeat(count, (i) => {
    const angle = -160 + (140 * i) / (count - 1) + jitter(growth, 10);
    const from = tall ? -h * (0.4 + 0.3 * (i % 2)) : -4;
    if (look.tops === 'feather') return feather(angle, from, h, look.leaf, i % 2 === 1);
    const tone = i % 2 ? light(look.leaf, 0.1) : dark(look.leaf, 0.06);
    return look.tops === 'spear'
      ? leaf(0, from, angle, h * 1.25, 2.4, tone)
      : leaf(0, from, angle, h * 0.95, 5.4 * s, tone);
  });
  return (
    (stage === 4 ? harvest(look) : '') +
    (tall ? line(`M0 -2V${tenth(-h * 0.7)}`, PAL.wood, 3) : '') +
    tops +
    (stage === 3 && look.tops !== 'feather' ? flowers(h) : '')
  );
}

const harvest = ({ fruit: colour, tops }: LookOf<'root'>): string =>
  tops === 'feather'
    ? fill('M-7.5 -6C-9 3 -4 6 0 6C4 6 9 3 7.5 -6C6 -11 -6 -11 -7.5 -6Z', colour) +
      fill('M2 6C6 5 9 0 7.5 -6C7 -9 4 -10 2 -10C6 -6 6 0 2 6Z', dark(colour, 0.18)) +
      line('M-6 -3H-2M-4 1H-1', dark(colour, 0.2), 1.4)
    : each(
        [
          [-7, 0],
          [6, 1],
          [0, 3],
        ],
        ([x, y]) => fruit(x, y - 1, 5.2, 4, colour),
      );

/** One feathery carrot top. */
function feather(angle: number, from: number, h: number, green: Colour, bright: boolean): string {
  const [x, dy] = onEllipse(angle, h, h);
  const y = dy + from;
  return (
    line(
      `M0 ${from}Q${tenth(x * 0.3)} ${tenth(y * 0.7)} ${tenth(x)} ${tenth(y)}`,
      bright ? green : dark(green, 0.12),
      2.6,
    ) +
    each([0.45, 0.65, 0.85], (t) =>
      ellipse(x * t, from + (y - from) * t - 1.5, 3.6, 2.3, bright ? light(green, 0.16) : green),
    )
  );
}

const flowers = (h: number): string =>
  each(
    [
      [-5, -0.8],
      [4, -0.95],
      [0, -1.15],
    ],
    ([x, y]) => circle(x, y * h, 2.4, '#fff') + circle(x, y * h, 1, PAL.gold),
  );
