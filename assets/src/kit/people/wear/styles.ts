import { dark, light } from '../../base/colour.ts';
import { PAL } from '../../base/palette.ts';
import type { Complexion } from '../complexion.ts';
import type { Look, WearName } from '../look.ts';
import { textile } from '../textile.ts';
import { HATS } from './hats.ts';
import { SCARVES } from './scarves.ts';
import type { WearColours, WearSeen, WearStyle } from './wear-style.ts';

/** Every head covering by name. A new one: an entry in `scarves.ts` or `hats.ts`, and its name in `look.ts`. */
const WEAR_STYLE: Readonly<Record<WearName, WearStyle>> = { ...SCARVES, ...HATS };

/** What a person wears on the head, resolved once for the whole drawing. */
export type Worn = {
  readonly defs: string;
  readonly seen: WearSeen;
  readonly hidesHair: boolean;
  readonly hidesEars: boolean;
  /** The same from behind, to be drawn over the hair. */
  readonly behind: () => string;
};

const NOTHING: Worn = { defs: '', seen: { back: '', front: '' }, hidesHair: false, hidesEars: false, behind: () => '' };

export function headWear(look: Look, { hair }: Complexion): Worn {
  if (look.wear === undefined) return NOTHING;
  const style = WEAR_STYLE[look.wear];
  const base = look.wearColor ?? PAL.teal;
  const plain = { base, trim: look.wearColor2 ?? PAL.marigold, shade: dark(base, 0.22), glow: light(base, 0.25), hair };
  const pattern = style.pattern;
  const cloth = pattern ? textile(pattern[0], base, plain.trim, pattern[1](plain)) : { def: '', fill: base };
  const colours: WearColours = { ...plain, cloth: cloth.fill };
  const seen = { back: style.back?.(colours) ?? '', front: style.front(colours) };
  return {
    defs: cloth.def,
    seen,
    hidesHair: style.hidesHair ?? false,
    hidesEars: style.hidesEars ?? false,
    // A little lighter than the folds in front: the back turns to the light.
    behind: () => style.behind?.({ ...colours, shade: dark(base, 0.2) }, seen) ?? seen.front,
  };
}
