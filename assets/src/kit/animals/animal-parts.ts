import { SHADOW } from '../base/palette.ts';
import { ellipse } from '../base/svg.ts';

/** Contact shadow of an animal that stands on (0, 0). */
export const shadow = (rx: number, ry: number, x = 2): string => ellipse(x, 0, rx, ry, SHADOW, 'opacity=".2"');

export const INK = '#2b1a16';

/** 0 idle; 1 and 2 are the little loop: peck, chew, flap. */
export type AnimalFrame = 0 | 1 | 2;
