import { type Colour, dark, light } from '../../base/colour.ts';
import { PAL } from '../../base/palette.ts';
import { circle, each, fill, line, rect } from '../../base/svg.ts';
import type { Look } from '../look.ts';
import { type Textile, textile } from '../textile.ts';

/** Colours and cloth of a person, resolved once for the whole figure. */
export type Wardrobe = {
  readonly top: Colour;
  readonly cloth: Textile;
  readonly sleeveFar: Colour;
  readonly pants: Colour;
  readonly shoe: Colour;
  readonly apron: Colour | null;
  readonly drape: Colour | null;
};

export function wardrobe(look: Look): Wardrobe {
  const top = look.top ?? PAL.teal;
  return {
    top,
    cloth: textile(look.cloth, top, look.top2 ?? PAL.marigold, look.top3 ?? PAL.paper),
    sleeveFar: dark(top, 0.16),
    pants: look.pants ?? '#5a6a8f',
    shoe: look.shoe ?? '#6b4630',
    apron: look.cut === 'apron' || look.cut === 'overall' ? (look.apron ?? PAL.paper) : null,
    drape: look.cut === 'sari' || look.cut === 'shawl' ? (look.drape ?? PAL.marigold) : null,
  };
}

/** What is worn over the body, seen from the front: neck, apron, drape. */
export function frontDetails(look: Look, { top, apron, drape }: Wardrobe): string {
  return neckline(look, top) + (drape ? frontDrape(look, drape) : '') + (apron ? frontApron(apron) : '');
}

function neckline(look: Look, top: Colour): string {
  switch (look.cut) {
    case 'vneck':
      return line('M-8 -46L-3 -37L5 -46', look.top2 ?? PAL.marigold, 2.4);
    case 'collar':
      return (
        fill('M-9 -47L-3 -39L-12 -41ZM6 -47L-3 -39L6 -40Z', light(top, 0.45)) + line('M-3 -38V-17', dark(top, 0.2), 1.2)
      );
    case 'buttons':
      return each([-38, -31, -24], (y) => circle(-3, y, 1.4, look.top3 ?? PAL.paper));
    case 'poncho':
      return (
        fill('M-18 -43L-3 -16L17 -43C6 -49 -8 -49 -18 -43Z', look.top2 ?? PAL.teal, 'opacity=".85"') +
        line('M-17 -40L-3 -18L16 -40', look.top3 ?? PAL.paper, 2)
      );
    default:
      return '';
  }
}

const frontDrape = ({ cut, drape2 = PAL.gold }: Look, drape: Colour): string =>
  cut === 'sari'
    ? fill('M-17 -20C-12 -32 -2 -42 9 -47L16 -43C6 -36 -4 -26 -7 -15C-11 -15.5 -15 -17 -17 -20Z', drape) +
      line('M-16 -21C-11 -32 -2 -41 9 -46', drape2, 1.8)
    : fill(
        'M-17 -45C-22 -36 -20 -26 -18 -22C-12 -26 -7 -34 -5 -46ZM15 -45C20 -36 19 -26 17 -22C10 -26 2 -34 -3 -46Z',
        drape,
      ) + line('M-18 -22C-12 -26 -7 -34 -5 -46', drape2, 1.6);

const frontApron = (apron: Colour): string =>
  rect(-14, -38, 21, 22, apron, 5) +
  line('M-12 -37L-10 -46M5 -37L4 -46', apron, 3) +
  rect(-9, -30, 11, 8, dark(apron, 0.12), 3);

/** The same garments from behind: straps, bow, the fall of the drape. */
export function backDetails(look: Look, { apron, drape }: Wardrobe): string {
  const { drape2 = PAL.gold } = look;
  switch (look.cut) {
    case 'overall':
      return line('M-9 -46L8 -24M9 -46L-8 -24', apron ?? PAL.paper, 4) + rect(-16.5, -25, 33, 9, apron ?? PAL.paper, 4);
    case 'apron':
      return (
        line('M-17 -27H17', apron ?? PAL.paper, 3.4) +
        fill('M0 -27C-8 -33 -10 -25 0 -27C8 -33 10 -25 0 -27ZM-1 -27L-5 -19H-1ZM1 -27L5 -19H1Z', apron ?? PAL.paper)
      );
    case 'sari':
      return (
        fill('M2 -47L15 -45C20 -36 19 -20 18 -8C12 -6 6 -6 3 -8C5 -22 4 -36 2 -47Z', drape ?? PAL.marigold) +
        line('M3 -46C5 -32 5 -20 4 -8', drape2, 1.6)
      );
    case 'shawl':
      return (
        fill(
          'M-17 -45C-20 -38 -20 -32 -19 -30L0 -12L19 -30C20 -34 19 -40 16 -45C6 -49 -8 -49 -17 -45Z',
          drape ?? PAL.marigold,
        ) + line('M-18 -30L0 -13L18 -30', drape2, 1.8)
      );
    case 'poncho':
      return (
        fill('M-18 -43L2 -16L18 -43C6 -49 -8 -49 -18 -43Z', look.top2 ?? PAL.teal, 'opacity=".85"') +
        line('M-17 -40L2 -18L17 -40', look.top3 ?? PAL.paper, 2)
      );
    default:
      return '';
  }
}
