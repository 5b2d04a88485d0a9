/** Footprint of every shop, in tiles, its origin in the middle; the front is the lit wall `y = Y1`. */
const HALF_WIDTH = 1.05;
export const HALF_DEPTH = 0.85;
export const [X0, X1, Y0, Y1] = [-HALF_WIDTH, HALF_WIDTH, -HALF_DEPTH, HALF_DEPTH] as const;
export const WALL_HEIGHT = 1.86;

/** The same walls in px, for flat drawings on them. */
export const FRONT_PX = 2 * HALF_WIDTH * 48;
export const SIDE_PX = 2 * HALF_DEPTH * 48;
export const WALL_PX = WALL_HEIGHT * 44;

/** The serving window in the front, px. */
export const OPENING = { x: 9, y: 34, w: 54, h: 35 } as const;

/** Funded and being built; trading; behind with an instalment (shutter half down, never shaming); repaid. */
export const SHOP_STATES = ['construction', 'open', 'late', 'blooming'] as const;
export type ShopState = (typeof SHOP_STATES)[number];
