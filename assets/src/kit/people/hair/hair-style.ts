import { type Colour, dark, light } from '../../base/colour.ts';
import { PAL } from '../../base/palette.ts';
import { circle, each, ellipse, fill, line, rect, repeat } from '../../base/svg.ts';

/** A head is drawn at 80 px width, the middle of the face on (0, 0). */
export type HairColours = { readonly base: Colour; readonly deep: Colour; readonly shine: Colour };

/** What of a hair style is seen from the front; from behind it may be drawn again. */
export type HairSeen = { readonly back: string; readonly front: string };

/** A hair style: what hangs behind the face, what lies before it, and the view from behind. */
export type HairStyle = {
  readonly back?: (colours: HairColours) => string;
  readonly front?: (colours: HairColours) => string;
  readonly behind: (colours: HairColours, seen: HairSeen) => string;
};

export const hairColours = (base: Colour): HairColours => ({ base, deep: dark(base, 0.28), shine: light(base, 0.14) });

/** `count` balls of radius `r` on an arc of radius `R`, from `from` to `to` degrees. */
export const puffs = (
  R: number,
  r: number,
  from: number,
  to: number,
  count: number,
  colour: Colour,
  extra = '',
): string =>
  repeat(count, (i) => {
    const angle = ((from + ((to - from) * i) / (count - 1)) * Math.PI) / 180;
    return circle(Math.cos(angle) * R, Math.sin(angle) * R - 6, r, colour, extra);
  });

/** Hair combed from a middle parting. */
export const parted = ({ base, deep, shine }: HairColours): string =>
  fill('M-42 6C-48 -60 48 -60 42 6C40 -12 30 -26 2 -31C-26 -27 -40 -12 -42 6Z', base) +
  line('M2 -43C1.5 -40 1.5 -36 2 -31.5', deep, 1.8, 'opacity=".8"') +
  line('M-19 -36C-26 -33 -31 -27 -34 -19', shine, 3, 'opacity=".45"');

/** Hair that lies close to the head. */
export const closeCap = ({ base }: HairColours): string =>
  fill('M-42 -2C-48 -60 48 -60 42 -2C40 -16 36 -25 29 -30C10 -36 -10 -36 -29 -30C-36 -25 -40 -16 -42 -2Z', base);

/** Hair to the nape, as a mass behind the head. */
export const napeMass = (colour: Colour): string => fill('M-45 4C-50 -60 50 -60 45 4L40 46H-40Z', colour);

/** A plait of five knots hanging from `top`, leaning by `lean` px a knot. */
export const plait = (x: number, top: number, lean: number, { base, deep }: HairColours): string =>
  repeat(5, (i) => ellipse(x - i * lean, top + i * 13, 9.5 - i * 0.6, 9, i % 2 ? deep : base));

// ---------------------------------------------------------------- seen from behind

const SHORT_BEHIND = 'M-41 -2C-47 -58 47 -58 41 -2C41 14 36 22 29 25C14 30 -14 30 -29 25C-36 22 -41 14 -41 -2Z';
const FULL_BEHIND = 'M-44 2C-50 -60 50 -60 44 2C44 26 34 44 0 44C-34 44 -44 26 -44 2Z';

const strands = (colour: Colour): string =>
  each([-24, -8, 10, 26], (x) => line(`M${x * 0.5} -40C${x} -20 ${x * 1.1} 4 ${x} 22`, colour, 2.2, 'opacity=".35"'));

/** Short hair without strands, under puffs or rows. */
export const shortMass = ({ base }: HairColours): string => fill(SHORT_BEHIND, base);
export const shortBehind = (colours: HairColours): string => shortMass(colours) + strands(light(colours.base, 0.2));

export const fullMass = ({ base }: HairColours): string => fill(FULL_BEHIND, base);
export const fullBehind = (colours: HairColours): string => fullMass(colours) + strands(light(colours.base, 0.18));

/** A plait hanging down the back. */
export const plaitBehind = (x: number, top: number, colours: HairColours): string =>
  plait(x, top, 0, colours) + rect(x - 5, top + 58, 10, 6, PAL.marigold, 3) + ellipse(x, top + 70, 5, 7, colours.base);
