import { light } from '../../base/colour.ts';
import { circle, each, ellipse, fill, line } from '../../base/svg.ts';
import type { WearColours, WearStyle } from './wear-style.ts';

/** A cloth over head and shoulders, from behind. */
const drapedBehind = ({ base, shade }: WearColours): string =>
  fill('M-51 -4C-60 -72 60 -72 51 -4C54 28 64 56 80 92C50 116 -50 116 -80 92C-64 56 -54 28 -51 -4Z', base) +
  fill(
    'M20 -52C50 -46 50 -20 51 -4C54 28 64 56 80 92C66 103 52 107 36 109C48 60 44 -10 20 -52Z',
    shade,
    'opacity=".6"',
  ) +
  line(
    'M-34 -34C-20 -54 14 -56 34 -38M-16 26C-24 56 -34 80 -42 104M8 30C8 60 6 84 4 108',
    light(base, 0.25),
    3,
    'opacity=".45"',
  );

/** Cloths that are wrapped or tied. */
export const SCARVES = {
  headwrap: {
    hidesHair: true,
    pattern: ['rings', ({ trim }) => light(trim, 0.5)],
    back: ({ shade, cloth }) =>
      ellipse(20, -62, 27, 16, shade, 'transform="rotate(-24 20 -62)"') +
      ellipse(20, -62, 27, 16, cloth, 'transform="rotate(-24 20 -62) translate(-2 -2)"'),
    front: ({ shade, cloth }) =>
      fill('M-44 -6C-56 -72 56 -74 44 -8C36 -22 18 -29 0 -29C-18 -29 -36 -20 -44 -6Z', cloth) +
      ellipse(14, -56, 13, 11, cloth) +
      line('M4 -57C9 -50 19 -49 26 -56', shade, 2.2, 'opacity=".7"') +
      line('M-42 -14C-26 -34 12 -38 42 -18', shade, 2.2, 'opacity=".45"') +
      line('M-38 -30C-20 -50 14 -52 38 -34', shade, 2.2, 'opacity=".35"'),
    behind: ({ base, shade, cloth }, { back, front }) =>
      back +
      front +
      fill('M-45 -12C-47 26 -24 40 0 40C24 40 47 26 45 -12C36 -40 -36 -40 -45 -12Z', cloth) +
      fill('M14 -34C40 -30 46 -16 45 -12C47 26 24 40 0 40C20 28 26 -8 14 -34Z', shade, 'opacity=".3"') +
      line('M-42 -4C-20 10 20 10 42 -4M-38 18C-16 28 16 28 38 18', shade, 2.4, 'opacity=".55"') +
      ellipse(0, 6, 12, 10, base) +
      fill('M-6 12L-15 42L-4 34L4 46L8 14Z', base) +
      line('M-8 3C-2 9 6 9 10 3', shade, 2.4),
  },
  hijab: {
    hidesHair: true,
    hidesEars: true,
    back: ({ shade }) =>
      fill('M-50 -6C-60 -72 60 -72 50 -6C54 26 62 52 78 82C50 108 -50 108 -78 82C-62 52 -54 26 -50 -6Z', shade),
    front: ({ base, shade, glow }) =>
      fill(
        'M-50 -4C-58 -70 58 -70 50 -4C52 24 44 50 30 62C56 66 66 82 70 96C34 118 -34 118 -70 96C-66 82 -52 68 -22 64C-42 50 -52 24 -50 -4Z M-35 -6C-37 18 -24 46 0 47C24 46 37 18 35 -6C33 -38 -33 -38 -35 -6Z',
        base,
        'fill-rule="evenodd"',
      ) +
      line('M30 62C10 76 -20 78 -48 72', shade, 3, 'opacity=".55"') +
      line('M-42 -26C-30 -52 20 -56 40 -34', glow, 3, 'opacity=".6"') +
      line('M44 8C44 30 36 48 24 60', shade, 2.4, 'opacity=".45"'),
    behind: drapedBehind,
  },
  shawl: {
    back: ({ base }) =>
      fill('M-52 -2C-64 -78 64 -78 52 -2C56 30 66 56 80 96C40 110 -40 110 -80 96C-66 56 -56 30 -52 -2Z', base),
    front: ({ base, trim, shade }) =>
      fill(
        'M-52 -2C-62 -76 30 -78 30 -52C-10 -54 -36 -34 -40 0C-44 32 -46 64 -40 96L-80 96C-66 56 -56 30 -52 -2Z',
        base,
      ) +
      fill('M52 -2C60 -64 20 -72 0 -56C26 -52 38 -30 42 0C46 32 48 64 44 96L80 96C66 56 56 30 52 -2Z', shade) +
      line('M-40 0C-36 -34 -10 -54 22 -53', trim, 4) +
      line('M-40 4C-44 32 -46 64 -40 94', trim, 4),
    behind: (colours) => drapedBehind(colours) + line('M-78 92C-50 114 50 114 78 92', colours.trim, 5),
  },
  kerchief: {
    hidesHair: true,
    pattern: ['flower', ({ trim }) => light(trim, 0.6)],
    back: ({ shade }) => fill('M-45 4C-50 -60 50 -60 45 4C44 30 30 52 0 54C-30 52 -44 30 -45 4Z', shade),
    front: ({ cloth, shade, hair }) =>
      fill('M-44 8C-52 -62 52 -62 44 8C42 -12 32 -25 0 -27C-32 -25 -42 -12 -44 8Z', cloth) +
      line('M-43 2C-38 -16 -26 -25 0 -26C26 -25 38 -16 43 2', shade, 2.6, 'opacity=".6"') +
      fill('M-33 -12C-26 -24 -12 -27 0 -27C12 -27 26 -24 33 -12C22 -20 10 -21 0 -15C-10 -21 -22 -20 -33 -12Z', hair),
    behind: ({ base, shade, cloth }) =>
      fill('M-44 4C-52 -62 52 -62 44 4C34 22 20 34 0 58C-20 34 -34 22 -44 4Z', cloth) +
      fill('M14 -46C44 -40 48 -10 44 4C34 22 20 34 0 58C18 26 26 -10 14 -46Z', shade, 'opacity=".35"') +
      ellipse(0, 30, 9, 7, shade) +
      fill('M-3 33L-14 56L0 48L12 58L4 33Z', base),
  },
  turban: {
    hidesHair: true,
    front: ({ base, shade }) =>
      fill('M-45 -4C-62 -52 -26 -76 6 -72C44 -72 60 -40 45 -6C34 -18 18 -28 0 -37C-16 -28 -34 -16 -45 -4Z', base) +
      line('M-44 -10C-34 -34 -8 -54 28 -66', shade, 2.6, 'opacity=".6"') +
      line('M-48 -26C-36 -46 -14 -60 12 -70', shade, 2.6, 'opacity=".5"') +
      line('M44 -12C36 -28 18 -40 0 -44', shade, 2.6, 'opacity=".6"') +
      line('M49 -28C40 -42 26 -52 10 -56', shade, 2.6, 'opacity=".45"'),
    behind: ({ base, shade }, { front }) =>
      front +
      fill('M-45 -6C-44 40 44 40 45 -8C34 -18 18 -28 0 -34C-16 -28 -34 -16 -45 -6Z', base) +
      line('M-42 0C-24 -18 20 -24 44 -14M-36 14C-14 2 20 -4 42 2M-24 24C-6 16 18 12 34 14', shade, 2.6, 'opacity=".6"'),
  },
  knit: {
    hidesHair: true,
    hidesEars: true,
    pattern: ['weave', ({ trim }) => light(trim, 0.5)],
    front: ({ base, trim, cloth }) =>
      fill(
        'M-44 -6C-48 -66 48 -66 44 -6C47 10 48 24 40 34C33 32 33 10 35 -8C16 -22 -16 -22 -35 -8C-33 10 -33 32 -40 34C-48 24 -47 10 -44 -6Z',
        cloth,
      ) +
      circle(0, -57, 8, trim) +
      line('M-40 34V52M40 34V52', trim, 3) +
      each([-40, 40], (x) => circle(x, 54, 4.5, base)),
    behind: ({ base, trim }, { front }) =>
      front +
      fill('M-42 -6C-30 -18 30 -18 42 -6C44 16 34 30 0 34C-34 30 -44 16 -42 -6Z', base) +
      line('M-40 2C-20 10 20 10 40 2', trim, 5) +
      line('M-36 14C-18 22 18 22 36 14', light(trim, 0.5), 3),
  },
} satisfies Record<string, WearStyle>;
