import { dark, light } from '../../base/colour.ts';
import { circle, each, ellipse, fill, line, mirror, repeat } from '../../base/svg.ts';
import type { WearStyle } from './wear-style.ts';

/** Hats and bands. Those without a view of their own from behind look the same all round. */
export const HATS = {
  kufi: {
    pattern: ['zig', ({ glow }) => glow],
    front: ({ cloth, trim }) =>
      fill('M-38 -24C-40 -58 40 -58 38 -24C18 -33 -18 -33 -38 -24Z', cloth) +
      line('M-38 -26C-18 -35 18 -35 38 -26', trim, 4),
  },
  tubeteika: {
    front: ({ base, trim }) =>
      fill('M-34 -30C-34 -58 34 -58 34 -30C16 -37 -16 -37 -34 -30Z', base) +
      line('M-33 -31C-16 -38 16 -38 33 -31', trim, 4.5) +
      each([-16, 0, 16], (x) =>
        fill(`M${x} -42C${x - 5} -47 ${x - 3} -52 ${x} -54C${x + 3} -52 ${x + 5} -47 ${x} -42Z`, trim),
      ),
  },
  bowler: {
    front: ({ base, trim, shade, glow }) =>
      ellipse(0, -34, 50, 10, shade) +
      fill('M-31 -36C-34 -78 34 -78 31 -36C14 -30 -14 -30 -31 -36Z', base) +
      line('M-31 -40C-14 -34 14 -34 31 -40', trim, 4.5) +
      line('M-18 -62C-10 -68 0 -69 8 -68', glow, 3, 'opacity=".5"'),
  },
  straw: {
    front: ({ base, trim, shade, glow }) =>
      ellipse(0, -28, 66, 15, shade) +
      ellipse(0, -31, 66, 14, base) +
      fill('M-33 -34C-33 -76 33 -76 33 -34C16 -28 -16 -28 -33 -34Z', glow) +
      fill('M-33 -36C-16 -30 16 -30 33 -36L32.6 -44C16 -38 -16 -38 -32.6 -44Z', trim) +
      line('M-58 -30C-40 -24 40 -24 58 -30', light(base, 0.4), 1.8, 'opacity=".7"'),
  },
  conical: {
    front: ({ base, trim, shade }) =>
      fill('M-66 -14C-30 -32 -12 -62 0 -78C12 -62 30 -32 66 -14C40 -24 -40 -24 -66 -14Z', base) +
      fill('M0 -78C12 -62 30 -32 66 -14C50 -20 30 -22 12 -22.5Z', shade, 'opacity=".55"') +
      line(
        'M-44 -24C-20 -31 20 -31 44 -24M-28 -37C-14 -42 14 -42 28 -37M-14 -54C-6 -57 6 -57 14 -54',
        dark(base, 0.2),
        1.6,
        'opacity=".7"',
      ) +
      line('M-36 -18C-34 20 -20 46 0 52C20 46 34 20 36 -18', trim, 2.2, 'opacity=".9"'),
  },
  cap: {
    front: ({ base, shade, glow }) =>
      fill('M-41 -14C-44 -60 44 -60 41 -14C20 -26 -20 -26 -41 -14Z', base) +
      fill('M-34 -20C-14 -32 30 -32 52 -14C58 -8 48 -8 42 -10C20 -20 -10 -22 -34 -20Z', shade) +
      circle(0, -47, 3, shade) +
      line('M-22 -38C-14 -43 -4 -45 4 -44.5', glow, 3, 'opacity=".4"'),
    behind: ({ base, shade }) =>
      fill('M-42 -4C-45 -60 45 -60 42 -4C30 8 -30 8 -42 -4Z', base) +
      line('M-22 2C-12 10 12 10 22 2', shade, 5) +
      circle(0, -47, 3, shade) +
      line('M0 -46V-8', shade, 1.8, 'opacity=".6"'),
  },
  band: {
    front: ({ base, trim }) =>
      line('M-41 -14C-26 -36 26 -36 41 -14', base, 8) +
      line('M-40 -15C-26 -36 26 -36 40 -15', trim, 2, 'stroke-dasharray="3 7"'),
    behind: ({ base, trim }) =>
      line('M-43 -14C-26 2 26 2 43 -14', base, 8) +
      line('M-42 -15C-26 1 26 1 42 -15', trim, 2, 'stroke-dasharray="3 7"'),
  },
  flower: {
    front: ({ base, trim }) =>
      repeat(
        5,
        (i) => `<ellipse cx="34" cy="-37" rx="5" ry="7" fill="${base}" transform="rotate(${i * 72} 34 -30)"/>`,
      ) + circle(34, -30, 4.5, trim),
    behind: (_, { front }) => mirror(front),
  },
} satisfies Record<string, WearStyle>;
