/**
 * The room of the home, cut away: tile (0, 0) is the far corner, x runs along the lit back wall (to the lower right),
 * y along the shaded one (to the lower left). Lengths in tiles, the height in units of 44 px.
 */
export const W = 5.2;
export const D = 4.8;
export const H = 2.75;

/** The two back walls in px, for flat drawings on them. */
export const WALL_W = W * 48;
export const WALL_D = D * 48;
export const WALL_H = H * 44;
