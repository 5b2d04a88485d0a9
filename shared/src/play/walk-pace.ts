/** Milliseconds a walker takes for a cell of half a tile; a village is crossed in under half a minute. */
export const WALK_MS_PER_CELL = 220;
/** A diagonal step is longer by the square root of two; whole milliseconds, so that paths and clocks agree everywhere. */
export const DIAGONAL_MS = Math.round(WALK_MS_PER_CELL * Math.SQRT2);
