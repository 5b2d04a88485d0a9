import { type Colour, dark, light } from '../base/colour.ts';
import { PAL } from '../base/palette.ts';
import { freshId } from '../base/random.ts';
import { circle, each, fill, line, rect } from '../base/svg.ts';
import type { Complexion } from './complexion.ts';
import type { Cut, Look } from './look.ts';
import { textile } from './textile.ts';

const TORSO = 'M-80 160C-82 104 -58 82 -24 74C-12 88 12 88 24 74C58 82 82 104 80 160Z';

type Garment = {
  readonly top: Colour;
  readonly second: Colour;
  readonly third: Colour;
  readonly look: Look;
  readonly face: Complexion;
};

/** Shoulders and chest of a portrait, 160 px wide. */
export function outfit(look: Look, face: Complexion): { readonly defs: string; readonly svg: string } {
  const top = look.top ?? PAL.teal;
  const second = look.top2 ?? PAL.marigold;
  const third = look.top3 ?? light(second, 0.5);
  const cloth = textile(look.cloth, top, second, third);
  const clip = freshId('o');
  const svg =
    `<clipPath id="${clip}"><path d="${TORSO}"/></clipPath>${fill(TORSO, cloth.fill)}<g clip-path="url(#${clip})">` +
    fill('M80 160C82 104 58 82 24 74L14 82C44 100 52 130 50 160Z', dark(top, 0.5), 'opacity=".16"') +
    CUT_DETAILS[look.cut ?? '']({ top, second, third, look, face }) +
    (look.beads ? beads() : '') +
    '</g>';
  return { defs: cloth.def, svg };
}

const CUT_DETAILS: Readonly<Record<Cut, (garment: Garment) => string>> = {
  '': ({ top }) => line('M-25 75C-12 91 12 91 25 75', light(top, 0.35), 5.5),
  collar: ({ top, face }) =>
    fill('M-24 73L-4 104L-26 100L-36 78Z', light(top, 0.35)) +
    fill('M24 73L4 104L26 100L36 78Z', light(top, 0.2)) +
    fill('M-24 74C-12 90 12 90 24 74L0 106Z', face.skin) +
    fill('M-24 74C-12 90 12 90 24 74L14 86C6 92 -6 92 -14 86Z', face.shade, 'opacity=".45"') +
    line('M0 106V160', dark(top, 0.2), 2) +
    circle(0, 120, 2.2, '#fff') +
    circle(0, 140, 2.2, '#fff'),
  buttons: ({ top, third }) =>
    line('M-24 76C-12 92 12 92 24 76', light(top, 0.4), 6) +
    line('M0 88V160', dark(top, 0.2), 2) +
    each([100, 118, 136], (y) => circle(0, y, 2.8, third)),
  vneck: ({ second, face }) =>
    fill('M-25 73C-14 84 -6 100 0 108C6 100 14 84 25 73Z', face.skin) +
    fill('M-25 73C-10 90 10 90 25 73L19 82C8 94 -8 94 -19 82Z', face.shade, 'opacity=".45"') +
    line('M-26 73C-14 84 -6 100 0 109C6 100 14 84 26 73', second, 5),
  sari: ({ second, look: { drape = second, drape2 = PAL.gold } }) =>
    fill('M-40 160C-30 120 -6 92 30 70L74 88C50 104 20 130 14 160Z', drape) +
    line('M-34 160C-26 122 0 94 34 71', drape2, 5) +
    line('M4 160C12 132 40 108 66 90', dark(drape, 0.25), 2, 'opacity=".5"') +
    line('M-10 160C0 128 26 100 52 80', dark(drape, 0.25), 2, 'opacity=".4"'),
  poncho: ({ top, second, third }) => {
    const weave = textile('weave', top, second, third);
    return (
      `<defs>${weave.def}</defs>` +
      fill('M-84 160C-82 100 -54 80 -26 72L0 112L26 72C54 80 82 100 84 160Z', weave.fill) +
      line('M-27 72L0 112L27 72', third, 4.5)
    );
  },
  apron: ({ look: { apron = PAL.paper } }) =>
    line('M-22 75L-34 104M22 75L34 104', apron, 7) +
    rect(-42, 100, 84, 70, apron, 12) +
    rect(-18, 128, 36, 24, 'none', 6, `stroke="${dark(apron, 0.18)}" stroke-width="2.4"`),
  overall: ({ look: { apron = PAL.indigo } }) =>
    line('M-38 80L-34 112M38 80L34 112', apron, 10) +
    rect(-44, 108, 88, 60, apron, 10) +
    circle(-34, 113, 4, PAL.gold) +
    circle(34, 113, 4, PAL.gold) +
    rect(-18, 124, 36, 22, dark(apron, 0.18), 5),
  shawl: ({ second, third, look: { drape = second, drape2 = third } }) =>
    fill('M-90 160C-84 104 -56 80 -26 70C-24 96 -10 128 8 160Z', drape) +
    fill('M90 160C84 104 56 80 26 70C26 96 16 120 4 140L12 160Z', dark(drape, 0.14)) +
    line('M-26 72C-24 98 -10 130 8 160', drape2, 4) +
    line('M26 72C26 96 16 120 4 140', drape2, 4),
};

/** Three strings of beads. */
const beads = (): string =>
  each(
    [
      ['#e5484d', 0],
      ['#f7b733', 6],
      ['#3fa7d6', 12],
    ],
    ([colour, y]) =>
      line(
        `M-27 ${77 + y * 0.6}C-14 ${95 + y} 14 ${95 + y} 27 ${77 + y * 0.6}`,
        colour,
        3.6,
        'stroke-dasharray="0.1 4.6"',
      ),
  );
