import type { HairStyleName } from '../look.ts';
import { BRAIDED_HAIR } from './braided-hair.ts';
import type { HairStyle } from './hair-style.ts';
import { LONG_HAIR } from './long-hair.ts';
import { SHORT_HAIR } from './short-hair.ts';

/** Every hair style by name. A new one: an entry in one of the three families, and its name in `look.ts`. */
export const HAIR_STYLE: Readonly<Record<HairStyleName, HairStyle>> = { ...SHORT_HAIR, ...LONG_HAIR, ...BRAIDED_HAIR };
