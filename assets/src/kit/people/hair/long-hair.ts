import { dark, light } from '../../base/colour.ts';
import { circle, ellipse, fill, line } from '../../base/svg.ts';
import { fullBehind, type HairColours, type HairSeen, type HairStyle, parted } from './hair-style.ts';

/** Partings and knots from behind. */
const shadeBehind = ({ base }: HairColours): string => dark(base, 0.25);

/** From behind one sees the outer side of what hangs behind the face: the same shape in the lighter tone. */
const flowing =
  (back: (colours: HairColours) => string) =>
  (colours: HairColours, seen: HairSeen): string =>
    (seen.back === '' ? '' : back({ ...colours, deep: colours.base })) + fullBehind(colours);

const longBack = ({ base, deep }: HairColours): string =>
  fill('M-46 -8C-54 -66 54 -66 46 -8C50 20 50 46 56 78C36 92 -36 92 -56 78C-50 46 -50 20 -46 -8Z', deep) +
  fill('M-46 -8C-54 -66 54 -66 46 -8L50 50H-50Z', base);

const wavyBack = ({ deep }: HairColours): string =>
  fill(
    'M-46 -8C-56 -68 56 -68 48 -8C60 4 50 20 58 36C64 52 52 62 56 78C36 88 -36 88 -56 78C-52 62 -64 52 -58 36C-50 20 -60 4 -48 -8Z',
    deep,
  );

const bobBack = ({ deep }: HairColours): string =>
  fill('M-48 -8C-54 -66 54 -66 48 -8C51 14 50 30 46 46C34 54 -34 54 -46 46C-50 30 -51 14 -48 -8Z', deep);

const puffsBack = ({ base, shine }: HairColours): string =>
  circle(-44, -40, 22, base) +
  circle(44, -40, 22, base) +
  circle(-50, -46, 9, shine, 'opacity=".3"') +
  circle(38, -46, 9, shine, 'opacity=".3"');

/** Hair that is long, loose or gathered up. */
export const LONG_HAIR = {
  long: { back: longBack, front: parted, behind: flowing(longBack) },
  wavy: {
    back: wavyBack,
    front: ({ base, shine }) =>
      fill('M-44 14C-54 -62 54 -66 44 14C42 -8 36 -18 22 -30C6 -20 -18 -16 -30 -18C-38 -10 -42 0 -44 14Z', base) +
      line('M-30 -34C-22 -42 -10 -46 2 -47', shine, 3, 'opacity=".5"'),
    behind: flowing(wavyBack),
  },
  bob: {
    back: bobBack,
    front: ({ base, shine }) =>
      fill('M-44 18C-52 -62 52 -62 44 18C42 -6 38 -16 32 -24C12 -17 -12 -17 -32 -24C-38 -16 -42 -6 -44 18Z', base) +
      line('M-26 -38C-14 -45 4 -46 16 -43', shine, 3, 'opacity=".5"'),
    behind: flowing(bobBack),
  },
  puffs: {
    back: puffsBack,
    front: parted,
    behind: (colours, { back }) =>
      back + fullBehind(colours) + line('M0 -48C1 -20 1 10 0 40', shadeBehind(colours), 2.4),
  },
  bun: {
    back: ({ base, shine }) => circle(0, -57, 19, base) + circle(-6, -63, 7, shine, 'opacity=".4"'),
    front: parted,
    behind: (colours, { back }) => back + fullBehind(colours),
  },
  lowbun: {
    back: ({ deep }) =>
      ellipse(30, 44, 20, 17, deep) +
      fill('M-45 4C-50 -60 50 -60 45 4C46 24 42 40 36 46H-36C-42 40 -46 24 -45 4Z', deep),
    front: parted,
    behind: (colours) =>
      fullBehind(colours) +
      ellipse(0, 34, 22, 18, shadeBehind(colours)) +
      ellipse(-2, 31, 19, 15, colours.base) +
      line('M-12 30C-4 24 8 26 12 34', light(colours.base, 0.2), 2.4, 'opacity=".5"'),
  },
} satisfies Record<string, HairStyle>;
