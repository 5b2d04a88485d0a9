import { fill, move } from '../base/svg.ts';
import { head } from './head.ts';
import type { Look } from './look.ts';
import { outfit } from './outfit.ts';

/** Head and shoulders; the middle of the face on (0, 0), about 200 px wide and 220 px high. */
export function bust(look: Look): string {
  const { defs, back, front, colours } = head(look);
  const clothes = outfit(look, colours);
  const neck =
    fill('M-16 30C-16 60 -18 70 -28 77C-14 94 14 94 28 77C18 70 16 60 16 30Z', colours.skin) +
    fill('M-16 52C-8 66 10 66 16 50C16 62 17 67 21 72C8 76 -12 70 -16 52Z', colours.shade, 'opacity=".55"');
  return `<defs>${defs}${clothes.defs}</defs>${back}${move(0, -9, neck + clothes.svg)}${front}`;
}
