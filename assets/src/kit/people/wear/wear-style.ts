import type { Colour } from '../../base/colour.ts';

export type WearColours = {
  readonly base: Colour;
  readonly trim: Colour;
  readonly shade: Colour;
  readonly glow: Colour;
  /** Colour of the hair that shows under a kerchief. */
  readonly hair: Colour;
  /** What the cloth is filled with: a pattern, or the base colour. */
  readonly cloth: string;
};

/** What of a head covering is seen from the front. */
export type WearSeen = { readonly back: string; readonly front: string };

/** A head covering: what lies behind the face and before it, and the view from behind (as in front when left out). */
export type WearStyle = {
  readonly hidesHair?: true;
  readonly hidesEars?: true;
  /** Pattern of the cloth, and the third colour in it. */
  readonly pattern?: readonly [
    'rings' | 'flower' | 'zig' | 'weave',
    third: (colours: Omit<WearColours, 'cloth'>) => Colour,
  ];
  readonly back?: (colours: WearColours) => string;
  readonly front: (colours: WearColours) => string;
  readonly behind?: (colours: WearColours, seen: WearSeen) => string;
};
