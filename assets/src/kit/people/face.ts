import { light } from '../base/colour.ts';
import { PAL } from '../base/palette.ts';
import { freshId } from '../base/random.ts';
import { circle, each, ellipse, fill, group, line, rect } from '../base/svg.ts';
import type { Complexion } from './complexion.ts';
import type { Look } from './look.ts';

const FACE = 'M-39 -12C-41 -47 41 -47 39 -12C39.5 20 26 49 0 49C-26 49 -39.5 20 -39 -12Z';
const SIDES = [-1, 1] as const;
const EYE = { x: 15.5, y: 1 };

/**
 * Ears, face, features, beard, glasses, earrings; the middle of the face on (0, 0), 80 px wide.
 * `turn` shifts the features sideways for a face half turned: negative to the left.
 */
export function face(look: Look, colours: Complexion, turn: number, hidesEars: boolean): string {
  const features =
    cheeks(colours) +
    eyes(look, colours) +
    brows(look, colours) +
    nose(colours) +
    mouth(look, colours) +
    wrinkles(look, colours) +
    beard(look, colours) +
    glasses(look);
  return (
    (hidesEars ? '' : ears(colours, turn)) +
    skull(look, colours) +
    (turn ? group(`translate(${turn} 0) scale(.93 1)`, features) : features) +
    (hidesEars ? '' : earrings(look, turn))
  );
}

/** Of a face turned away from it, an ear is not seen. */
const seenSides = (turn: number): readonly number[] => SIDES.filter((side) => side * turn <= 0);

const ears = ({ skin, softShade }: Complexion, turn: number): string =>
  each(
    seenSides(turn),
    (side) => ellipse(side * 40 + turn * 0.5, 4, 8, 11, skin) + ellipse(side * 40 + turn * 0.5, 5, 4, 6.5, softShade),
  );

function skull(look: Look, { skin, shade }: Complexion): string {
  const clip = freshId('f');
  return (
    fill(FACE, skin) +
    `<clipPath id="${clip}"><path d="${FACE}"/></clipPath><g clip-path="url(#${clip})">` +
    ellipse(4, -52, 54, 26, shade, 'opacity=".28"') +
    fill('M40 -30C46 20 30 54 0 52C26 40 34 10 30 -30Z', shade, 'opacity=".30"') +
    ellipse(-13, -4, 24, 28, light(skin, 0.3), `opacity="${look.skin > 4 ? 0.1 : 0.16}"`) +
    '</g>'
  );
}

const cheeks = ({ blush }: Complexion): string =>
  each(SIDES, (side) => ellipse(side * 24, 17, 8.5, 5.5, blush, 'opacity=".5"'));

function eyes(look: Look, { eye }: Complexion): string {
  const { x, y } = EYE;
  if (look.eyes === 'happy') {
    return each(SIDES, (s) => line(`M${s * x - 6} ${y + 3}Q${s * x} ${y - 6} ${s * x + 6} ${y + 3}`, eye, 3.4));
  }
  const lashes = (s: number): string =>
    line(`M${s * (x - 5)} ${y - 5}Q${s * x} ${y - 9.5} ${s * (x + 6.5)} ${y - 4}L${s * (x + 8.5)} ${y - 6}`, eye, 2);
  return each(
    SIDES,
    (s) =>
      ellipse(s * x, y, 4.8, 6, eye) +
      circle(s * x + 1.6, y - 2.2, 1.7, '#fff') +
      circle(s * x - 1.8, y + 2.4, 0.9, '#fff', 'opacity=".6"') +
      (look.fem ? lashes(s) : ''),
  );
}

const brows = (look: Look, { brow }: Complexion): string =>
  each(SIDES, (s) =>
    line(
      `M${s * (EYE.x - 6.5)} ${look.fem ? -11 : -10.5}Q${s * EYE.x} ${look.fem ? -16 : -15.5} ${s * (EYE.x + 7.5)} -11`,
      brow,
      look.fem ? 2.6 : 3.8,
    ),
  );

const nose = ({ skin, shade }: Complexion): string =>
  line('M-5 14.5C-4.5 18.5 4.5 18.5 5 14.5', shade, 2.8) + circle(-1.5, 11, 2.4, light(skin, 0.4), 'opacity=".45"');

function mouth(look: Look, { lip }: Complexion): string {
  switch (look.mouth) {
    case 'open':
      return (
        fill('M-12 26C-8 28 8 28 12 26C11 37 5 40.5 0 40.5C-5 40.5 -11 37 -12 26Z', '#7a2731') +
        fill(
          'M-10.5 26.6C-6 28.3 6 28.3 10.5 26.6C10.3 29 9.8 30.2 9.4 31C4 32 -4 32 -9.4 31C-9.8 30.2 -10.3 29 -10.5 26.6Z',
          '#fff',
        ) +
        ellipse(0, 37.6, 5.2, 2.6, '#e0707a') +
        line('M-12.5 25.8C-8 28 8 28 12.5 25.8', lip, 2)
      );
    case 'soft':
      return line('M-8 29C-4 32 4 32 8 29', lip, 3.2);
    default:
      return line('M-11.5 27C-7 34 7 34 11.5 27', lip, 3.4);
  }
}

function wrinkles({ age = 1 }: Look, { shade }: Complexion): string {
  const laughter =
    line('M-27 5L-31 3.5M-27 8L-31 9M27 5L31 3.5M27 8L31 9', shade, 1.6, 'opacity=".75"') +
    line('M-14 20C-17 23 -18 26 -17.5 29M14 20C17 23 18 26 17.5 29', shade, 1.8, 'opacity=".7"');
  const years =
    line('M-14 -20C-6 -22 6 -22 14 -20', shade, 1.6, 'opacity=".6"') +
    line('M-21 8Q-16 11 -11 8.5M21 8Q16 11 11 8.5', shade, 1.5, 'opacity=".6"');
  return (age >= 2 ? laughter : '') + (age >= 3 ? years : '');
}

const MOUTH_HOLE = 'M-10 28C-5 25 5 25 10 28C7 34 -7 34 -10 28Z';

function beard(look: Look, { hair, lip }: Complexion): string {
  switch (look.beard) {
    case 'stubble':
      return fill(
        'M-37 6C-36 34 -20 49.5 0 49.5C20 49.5 36 34 37 6C34 20 26 23 18 22C8 20 -8 20 -18 22C-26 23 -34 20 -37 6Z',
        hair,
        'opacity=".22"',
      );
    case 'short':
    case 'long': {
      const length = look.beard === 'long' ? 70 : 56;
      return (
        fill(
          `M-38 2C-37 36 -22 ${length} 0 ${length}C22 ${length} 37 36 38 2C34 16 28 22 18 21.5C10 19 4 20 0 22C-4 20 -10 19 -18 21.5C-28 22 -34 16 -38 2Z ${MOUTH_HOLE}`,
          hair,
          'fill-rule="evenodd"',
        ) + fill(MOUTH_HOLE, lip)
      );
    }
    case 'moustache':
      return fill('M0 20.5C-6 18 -16 20 -20 27C-13 27.5 -5 27 0 24.5C5 27 13 27.5 20 27C16 20 6 18 0 20.5Z', hair);
    case 'goatee':
      return fill('M-9 37C-6 41 6 41 9 37C11 46 6 55 0 56C-6 55 -11 46 -9 37Z', hair);
    default:
      return '';
  }
}

function glasses({ glasses: worn, glassColor = '#4a3328' }: Look): string {
  if (!worn) return '';
  const rims = each(SIDES, (s) =>
    rect(s * EYE.x - 11, -9, 22, 20, '#fff', 8, `fill-opacity=".18" stroke="${glassColor}" stroke-width="2.6"`),
  );
  return rims + line('M-4.5 -1Q0 -4 4.5 -1', glassColor, 2.6);
}

function earrings({ earrings: kind, earColor = PAL.gold }: Look, turn: number): string {
  if (kind === undefined) return '';
  return each(seenSides(turn), (side) =>
    kind === 'hoop'
      ? circle(side * 42, 22, 6.5, 'none', `stroke="${PAL.gold}" stroke-width="2.6"`)
      : circle(side * 41, 18, 3.8, earColor) + circle(side * 41 - 1, 17, 1.2, '#fff', 'opacity=".8"'),
  );
}
