import { type Complexion, complexion } from './complexion.ts';
import { face } from './face.ts';
import { type HairSeen, hairColours } from './hair/hair-style.ts';
import { HAIR_STYLE } from './hair/styles.ts';
import type { Look } from './look.ts';
import { headWear, type Worn } from './wear/styles.ts';

/** A head in its layers; the body is drawn between `back` and `front`. */
export type Head = {
  readonly defs: string;
  readonly back: string;
  readonly front: string;
  readonly colours: Complexion;
  readonly hair: HairSeen;
  readonly wear: Worn;
};

/**
 * The head of a person, 80 px wide, the middle of the face on (0, 0). Portrait and figure share it, so that one recognises
 * in the village whom one met in the Lending Hall. `turn` as in `face`.
 */
export function head(look: Look, turn = 0): Head {
  const colours = complexion(look);
  const wear = headWear(look, colours);
  const hair = hairSeen(look, colours, wear);
  return {
    defs: wear.defs,
    back: wear.seen.back + hair.back,
    front: face(look, colours, turn, wear.hidesEars) + hair.front + wear.seen.front,
    colours,
    hair,
    wear,
  };
}

function hairSeen(look: Look, { hair }: Complexion, wear: Worn): HairSeen {
  if (wear.hidesHair) return { back: '', front: '' };
  const style = HAIR_STYLE[look.hair ?? 'none'];
  const colours = hairColours(hair);
  // A shawl lies over what hangs down.
  const back = look.wear === 'shawl' ? '' : (style.back?.(colours) ?? '');
  return { back, front: style.front?.(colours) ?? '' };
}
