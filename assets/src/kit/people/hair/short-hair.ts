import { mix } from '../../base/colour.ts';
import { circle, each, fill, line } from '../../base/svg.ts';
import { type HairColours, type HairSeen, type HairStyle, puffs, shortBehind, shortMass } from './hair-style.ts';

const roundMass = (colours: HairColours, { back, front }: HairSeen): string => back + shortMass(colours) + front;

/** Hair that ends above the shoulders and is not bound. */
export const SHORT_HAIR = {
  crop: {
    front: ({ base, shine }) =>
      fill(
        'M-41.5 -4C-48 -65 48 -65 41.5 -4C39 -17 35 -24 28 -27C10 -32 -10 -32 -28 -27C-35 -24 -39 -17 -41.5 -4Z',
        base,
      ) + line('M-20 -39C-10 -43 4 -43.5 14 -42', shine, 3, 'opacity=".35"'),
    behind: shortBehind,
  },
  fade: {
    front: ({ base }) => {
      const shaved = mix(base, '#94603d', 0.45);
      return (
        fill(
          'M-40 -4C-42 -18 -38 -30 -34 -34C-30 -54 30 -54 34 -34C38 -30 42 -18 40 -4C38 -16 35 -24 31 -28C12 -33 -12 -33 -31 -28C-35 -24 -38 -16 -40 -4Z',
          base,
        ) +
        line('M-39 -8C-39 -16 -37 -22 -34 -27', shaved, 4, 'opacity=".6"') +
        line('M39 -8C39 -16 37 -22 34 -27', shaved, 4, 'opacity=".6"')
      );
    },
    behind: ({ base }) =>
      fill('M-39 -6C-45 -58 45 -58 39 -6C30 6 -30 6 -39 -6Z', base) +
      fill(
        'M-40 -6C-30 8 30 8 40 -6C40 10 34 18 26 20C12 24 -12 24 -26 20C-34 18 -40 10 -40 -6Z',
        base,
        'opacity=".5"',
      ),
  },
  afroS: {
    back: ({ base }) => puffs(40, 17, 170, 370, 9, base),
    front: ({ base, shine }) =>
      puffs(37, 13, 196, 344, 9, base) +
      puffs(30, 10, 212, 328, 7, base) +
      puffs(43, 5, 215, 285, 5, shine, 'opacity=".35"'),
    behind: roundMass,
  },
  afroL: {
    back: ({ base }) => circle(0, -16, 60, base) + puffs(52, 20, 160, 380, 11, base),
    front: ({ base, shine }) => puffs(38, 14, 196, 344, 9, base) + puffs(52, 7, 205, 290, 5, shine, 'opacity=".3"'),
    behind: roundMass,
  },
  curly: {
    back: ({ base }) => puffs(40, 14, 180, 360, 10, base),
    front: ({ base, shine }) =>
      puffs(40, 12, 188, 352, 10, base) +
      puffs(30, 11, 205, 335, 7, base) +
      each(
        [
          [-20, -42],
          [2, -48],
          [20, -42],
        ],
        ([x, y]) => circle(x, y, 4.5, shine, 'opacity=".35"'),
      ),
    behind: roundMass,
  },
  side: {
    front: ({ base, shine }) =>
      fill(
        'M-41 0C-50 -44 -30 -60 4 -58C40 -58 46 -34 41 0C40 -12 38 -20 33 -26C14 -22 -8 -24 -22 -34C-30 -28 -38 -16 -41 0Z',
        base,
      ) + line('M-20 -46C-6 -53 12 -53 24 -48', shine, 3, 'opacity=".5"'),
    behind: shortBehind,
  },
  quiff: {
    front: ({ base, shine }) =>
      fill(
        'M-41 -2C-46 -30 -40 -44 -30 -48C-26 -62 14 -68 30 -54C44 -48 46 -26 41 -2C39 -16 36 -24 31 -28C16 -26 -12 -28 -30 -30C-36 -24 -39 -14 -41 -2Z',
        base,
      ) + line('M-16 -54C-2 -60 12 -58 22 -52', shine, 3, 'opacity=".5"'),
    behind: shortBehind,
  },
  balding: {
    back: ({ base }) =>
      fill('M-45 8C-52 -20 -44 -38 -30 -36L30 -36C44 -38 52 -20 45 8C40 14 36 8 36 0H-36C-36 8 -40 14 -45 8Z', base),
    front: ({ base }) =>
      fill('M-40 0C-42 -12 -40 -22 -36 -27C-35 -20 -36 -10 -37.5 0Z', base) +
      fill('M40 0C42 -12 40 -22 36 -27C35 -20 36 -10 37.5 0Z', base),
    behind: ({ base, deep }) =>
      fill(
        'M-42 -12C-40 -26 -30 -18 -20 -15C-8 -11 8 -11 20 -15C30 -18 40 -26 42 -12C44 16 34 34 0 36C-34 34 -44 16 -42 -12Z',
        base,
      ) +
      each([-26, -13, 0, 13, 26], (x) =>
        line(`M${x} ${-10 + Math.abs(x) * -0.1}C${x * 1.1} 4 ${x * 1.05} 14 ${x * 0.8} 26`, deep, 2, 'opacity=".25"'),
      ),
  },
  none: { behind: () => '' },
} satisfies Record<string, HairStyle>;
