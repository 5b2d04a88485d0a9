import { type Colour, dark, light, mix } from '../base/colour.ts';
import { softShadow } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { rng } from '../base/random.ts';
import { circle, each, fill, group, line, repeat } from '../base/svg.ts';
import { canopy, trunk } from './canopy.ts';

export type TreeKind = 'round' | 'pine' | 'palm' | 'acacia' | 'baobab';
export type TreeOptions = {
  /** Colour of the leaves. */
  c?: Colour;
  /** Fruit of this colour hang in a round tree. */
  fruit?: Colour;
  /** A round tree is in flower. */
  flower?: Colour;
  /** Half width and half height of a round crown, px. */
  w?: number;
  h?: number;
};

/** A tree standing on (0, 0). */
export function tree(kind: TreeKind = 'round', seed = 'a', options: TreeOptions = {}): string {
  switch (kind) {
    case 'pine':
      return pine(options.c ?? '#3f8f57');
    case 'palm':
      return palm(options.c ?? '#4aa657');
    case 'acacia':
      return acacia(options.c ?? '#86b545', seed);
    case 'baobab':
      return baobab(seed);
    case 'round':
      return roundTree(seed, options);
  }
}

function roundTree(seed: string, { c = '#5c9f4b', w = 36, h = 34, fruit, flower }: TreeOptions): string {
  const random = rng(`${seed}f`);
  /** A place in the crown; `reach` gives how far from its middle, 0 to 1. */
  const spot = (reach: () => number): readonly [number, number] => {
    const angle = random() * 6.283;
    const share = reach();
    return [Math.cos(angle) * w * share, -30 - h + Math.sin(angle) * h * share];
  };
  const fruits = repeat(fruit ? 9 : 0, () => {
    const [x, y] = spot(() => 0.25 + random() * 0.6);
    return (
      circle(x, y + 1, 5, dark(fruit ?? c, 0.2)) +
      circle(x, y, 4.8, fruit ?? c) +
      circle(x - 1.5, y - 1.6, 1.5, '#fff', 'opacity=".7"')
    );
  });
  const flowers = repeat(flower ? 16 : 0, (i) => {
    const [x, y] = spot(() => Math.sqrt(random()) * 0.9);
    const colour = flower ?? c;
    return circle(x, y, 3.6, i % 3 ? colour : light(colour, 0.5)) + circle(x, y, 1.2, PAL.gold);
  });
  return softShadow(w * 0.85, w * 0.32) + trunk(7, 40) + canopy(0, -30 - h, w, h, c, seed) + fruits + flowers;
}

const PINE_TIERS = [
  [34, -16, 44],
  [27, -42, 40],
  [19, -66, 36],
] as const;

const pine = (c: Colour): string =>
  softShadow(30, 11) +
  trunk(6, 20) +
  each(
    PINE_TIERS,
    ([w, y, h], i) =>
      fill(
        `M0 ${y - h}C${w * 0.4} ${y - h * 0.5} ${w * 0.8} ${y - h * 0.16} ${w} ${y - 2}C${w * 0.6} ${y + 8} ${-w * 0.6} ${y + 8} ${-w} ${y - 2}C${-w * 0.8} ${y - h * 0.16} ${-w * 0.4} ${y - h * 0.5} 0 ${y - h}Z`,
        dark(c, 0.12 - 0.05 * i),
      ) +
      fill(
        `M0 ${y - h}C${-w * 0.4} ${y - h * 0.5} ${-w * 0.8} ${y - h * 0.16} ${-w} ${y - 2}C${-w * 0.7} ${y + 5} ${-w * 0.2} ${y + 6} ${-w * 0.1} ${y + 6}C${-w * 0.1} ${y - h * 0.3} ${-w * 0.02} ${y - h * 0.6} 0 ${y - h}Z`,
        light(c, 0.16 + 0.05 * i),
      ),
  );

/** Angle in degrees and length in px of each palm leaf, back to front. */
const PALM_LEAVES = [
  [-200, 46],
  [-165, 50],
  [-130, 44],
  [-50, 44],
  [-15, 50],
  [20, 46],
  [-90, 36],
] as const;
const COCONUTS = [
  [4, -84],
  [15, -82],
  [10, -78],
] as const;

const palm = (c: Colour): string =>
  softShadow(26, 10) +
  fill('M-6 2C-8 -30 4 -60 8 -88L15 -86C12 -58 4 -28 7 2C3 5 -2 5 -6 2Z', PAL.wood) +
  fill('M3 3C0 -28 9 -58 12 -87L15 -86C12 -58 4 -28 7 2Z', PAL.woodDk) +
  each([-12, -28, -44, -60, -74], (y, i) =>
    line(
      `M${-5 + i * 2.6} ${y}Q${1 + i * 2.6} ${y + 4} ${6 + i * 2.2} ${y - 1}`,
      dark(PAL.wood, 0.3),
      1.8,
      'opacity=".6"',
    ),
  ) +
  each(PALM_LEAVES, ([angle, length], i) => palmLeaf(angle, length, i % 2 ? c : dark(c, 0.14), light(c, 0.35))) +
  each(COCONUTS, ([x, y]) => circle(x, y, 5, '#7a4e2d') + circle(x - 1.4, y - 1.6, 1.6, '#b98a5a'));

const palmLeaf = (angle: number, l: number, colour: Colour, rib: Colour): string =>
  group(
    `translate(11 -88) rotate(${angle})`,
    fill(
      `M0 0C${l * 0.3} ${-16} ${l * 0.8} ${-12} ${l} ${angle < -90 ? -10 : 10}C${l * 0.7} ${2} ${l * 0.3} 6 0 0Z`,
      colour,
    ) + line(`M2 -1C${l * 0.3} -8 ${l * 0.7} -6 ${l * 0.92} ${angle < -90 ? -7 : 6}`, rib, 1.8),
  );

const acacia = (c: Colour, seed: string): string =>
  softShadow(48, 13) +
  fill(
    'M-5 2C-3 -30 -12 -44 -26 -62L-20 -66C-8 -52 -2 -46 0 -40C4 -50 14 -58 26 -66L31 -62C16 -48 5 -34 6 2Z',
    PAL.woodDk,
  ) +
  canopy(0, -72, 56, 17, c, seed, { k: 11, r: 0.72 });

function baobab(seed: string): string {
  const bark = mix(PAL.wood, '#b79a86', 0.5);
  return (
    softShadow(34, 12) +
    fill(
      'M-20 3C-26 -30 -16 -50 -20 -66L-34 -84L-28 -88L-12 -72L-8 -92L-1 -92L2 -74L18 -90L24 -86L14 -66C12 -48 26 -30 20 3C8 8 -8 8 -20 3Z',
      bark,
    ) +
    fill('M4 6C10 -20 4 -50 8 -70L18 -90L24 -86L14 -66C12 -48 26 -30 20 3Z', dark(bark, 0.2)) +
    canopy(-34, -90, 17, 12, '#7db54a', `${seed}1`, { k: 6 }) +
    canopy(-4, -100, 19, 13, '#86bd50', `${seed}2`, { k: 6 }) +
    canopy(26, -92, 18, 12, '#7db54a', `${seed}3`, { k: 6 })
  );
}
