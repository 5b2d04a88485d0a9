import type { Colour } from '../base/colour.ts';
import { SHADOW } from '../base/palette.ts';
import { circle, ellipse, fill, line } from '../base/svg.ts';

/** A sitting cat. */
export const cat = (coat: Colour = '#f0a24a'): string =>
  ellipse(1, 0, 11, 4, SHADOW, 'opacity=".2"') +
  line('M9 -4C18 -4 17 -16 13 -18', coat, 4.6) +
  fill('M-9 0C-12 -14 -6 -20 0 -20C8 -20 12 -12 9 0C4 2 -4 2 -9 0Z', coat) +
  fill('M-12 -34L-10 -22H-2L4 -34C2 -35 0 -34 -2 -32H-6C-8 -34 -10 -35 -12 -34Z', coat) +
  ellipse(-4, -26, 9, 8, coat) +
  ellipse(-4, -23, 4.5, 3.4, '#fff3df') +
  circle(-7.5, -27, 1.4, '#2b1a16') +
  circle(-0.5, -27, 1.4, '#2b1a16') +
  line('M-5 -23.5l1 1l1 -1', '#a3543a', 1.3) +
  ellipse(-3, -6, 4.5, 6, '#fff3df');
