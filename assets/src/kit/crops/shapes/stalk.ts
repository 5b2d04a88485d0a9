import { type Colour, dark, light, mix } from '../../base/colour.ts';
import { circle, each, ellipse, fill, group, line, repeat, tenth } from '../../base/svg.ts';
import { leaf } from '../leaves.ts';
import { type Growth, jitter, type LookOf } from './plant-shape.ts';

type Stalk = LookOf<'stalk'>;

/** Maize, millet, sunflower: a stem with alternate leaves and something on top. */
export function stalk(look: Stalk, growth: Growth): string {
  const { s, stage } = growth;
  const h = look.h * s;
  const count = stage === 2 ? 4 : 6;
  const leaves = repeat(count, (i) => {
    const turned = jitter(growth, 16);
    const tone = i < 2 ? dark(look.leaf, 0.08) : light(look.leaf, 0.06 * i);
    return leaf(0, -h * (0.16 + (0.62 * i) / count), (i % 2 ? -38 : -142) + turned, 20 * s, 4.4 * s, tone);
  });
  return (
    line(`M0 0C1 ${tenth(-h * 0.4)} -1 ${tenth(-h * 0.7)} 0 ${tenth(-h)}`, dark(look.leaf, 0.12), 4 * s + 1) +
    leaves +
    top(look, growth, h)
  );
}

function top(look: Stalk, growth: Growth, h: number): string {
  const ripe = growth.stage === 4;
  if (look.head === 'cob') {
    return tassel(h, growth.s) + (growth.stage >= 3 ? cobs(look, growth, h) : '');
  }
  if (growth.stage < 3) return '';
  return look.head === 'spike'
    ? spike(ripe ? look.fruit : mix(look.leaf, look.fruit, 0.45), look.fruit, h, jitter(growth, 12))
    : flowerHead(ripe ? look.fruit : mix(look.leaf, look.fruit, 0.35), ripe ? 11 : 6.5, h);
}

const tassel = (h: number, s: number): string =>
  line(
    `M0 ${tenth(-h)}L-4 ${tenth(-h - 9 * s)}M0 ${tenth(-h)}L0 ${tenth(-h - 11 * s)}M0 ${tenth(-h)}L4 ${tenth(-h - 9 * s)}`,
    '#e8c56a',
    2,
  );

const cobs = ({ leaf: green, fruit }: Stalk, { stage, s }: Growth, h: number): string =>
  each(
    [
      [6, -0.52, 24],
      [-6, -0.38, -24],
    ],
    ([x, share, angle]) =>
      group(
        `translate(${x * s} ${tenth(h * share)}) rotate(${angle})`,
        stage === 4
          ? fill('M-4.5 4C-5.5 -8 -2 -14 0 -14C2 -14 5.5 -8 4.5 4Z', fruit) +
              line('M-1.5 -10V3M1.8 -10V3', dark(fruit, 0.16), 1.2) +
              fill('M-5.5 6C-8 -2 -6 -6 -4 -7C-3.5 -2 -3 3 0 6Z', green) +
              fill('M5.5 6C8 -2 6 -6 4 -7C3.5 -2 3 3 0 6Z', dark(green, 0.15))
          : fill('M-4 5C-5.5 -6 -2 -12 0 -13C2 -12 5.5 -6 4 5Z', light(green, 0.22)),
      ),
  );

const spike = (body: Colour, grain: Colour, h: number, lean: number): string =>
  group(
    `rotate(${lean} 0 ${tenth(-h)})`,
    ellipse(0, -h - 6, 4.6, 11, body) +
      repeat(5, (i) => circle(-2 + (i % 2) * 4, -h - 14 + i * 4, 1.5, light(grain, 0.35))),
  );

const flowerHead = (petal: Colour, r: number, h: number): string =>
  group(
    `translate(0 ${tenth(-h - 2)})`,
    repeat(
      12,
      (i) =>
        `<ellipse cx="0" cy="${-r}" rx="3.3" ry="${r * 0.55}" fill="${i % 2 ? petal : dark(petal, 0.1)}" transform="rotate(${i * 30})"/>`,
    ) +
      circle(0, 0, r * 0.68, '#7a4a26') +
      circle(-1.5, -1.5, r * 0.4, '#94602f'),
  );
