import type { Colour } from '../base/colour.ts';
import { freshId } from '../base/random.ts';
import { circle, fill, line, repeat } from '../base/svg.ts';
import type { TextileName } from './look.ts';

/** A cloth: its pattern's definition (empty when plain), and what to fill with. */
export type Textile = { readonly def: string; readonly fill: string };
type Tile = readonly [width: number, height: number, svg: string];

/** Patterns are our own geometry, deliberately generic: no sacred or clan-owned motif. `a` is the ground, `b` and `c` the figures. */
const PATTERNS: Readonly<Record<TextileName, (a: Colour, b: Colour, c: Colour) => Tile>> = {
  dots: (_, b) => [14, 14, circle(3.5, 3.5, 2.2, b) + circle(10.5, 10.5, 2.2, b)],
  rings: (a, b, c) => [
    22,
    22,
    circle(11, 11, 8, b) +
      circle(11, 11, 5.2, a) +
      circle(11, 11, 2.6, c) +
      circle(0, 0, 2.5, c) +
      circle(22, 0, 2.5, c) +
      circle(0, 22, 2.5, c) +
      circle(22, 22, 2.5, c),
  ],
  leaf: (_, b, c) => [20, 22, fill('M10 1C17 6 17 14 10 20C3 14 3 6 10 1Z', b) + line('M10 4V18', c, 1.4)],
  stripes: (_, b, c) => [
    10,
    20,
    `<rect width="10" height="5" fill="${b}"/><rect y="10" width="10" height="3" fill="${c}"/>`,
  ],
  vstripes: (_, b, c) => [
    14,
    10,
    `<rect width="4" height="10" fill="${b}"/><rect x="8" width="2" height="10" fill="${c}"/>`,
  ],
  zig: (_, b, c) => [16, 16, line('M0 5L4 1L8 5L12 1L16 5', b, 2.4) + line('M0 13L4 9L8 13L12 9L16 13', c, 2.4)],
  check: (_, b) => [
    16,
    16,
    `<rect width="8" height="16" fill="${b}" opacity=".55"/><rect width="16" height="8" fill="${b}" opacity=".55"/>`,
  ],
  flower: (_, b, c) => [
    24,
    24,
    repeat(5, (i) => `<ellipse cx="8" cy="4.4" rx="2.4" ry="3.4" fill="${b}" transform="rotate(${i * 72} 8 8)"/>`) +
      circle(8, 8, 2, c) +
      circle(20, 20, 1.8, c),
  ],
  weave: (_, b, c) => [
    20,
    28,
    `<rect width="20" height="6" fill="${b}"/><rect y="6" width="20" height="2" fill="${c}"/>` +
      fill('M0 19L5 14L10 19L15 14L20 19V21L15 16L10 21L5 16L0 21Z', c) +
      `<rect y="24" width="20" height="2" fill="${b}"/>`,
  ],
};

/** A cloth in up to three colours; without a name it is plain. */
export function textile(name: TextileName | undefined, a: Colour, b: Colour, c: Colour): Textile {
  if (name === undefined) return { def: '', fill: a };
  const id = freshId('t');
  const [w, h, svg] = PATTERNS[name](a, b, c);
  return {
    def: `<pattern id="${id}" width="${w}" height="${h}" patternUnits="userSpaceOnUse"><rect width="${w}" height="${h}" fill="${a}"/>${svg}</pattern>`,
    fill: `url(#${id})`,
  };
}
