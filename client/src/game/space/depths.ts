/** Bands of drawing depth; within the standing band it is x + y of the foot, about -40 to 40. */
export const DEPTH = {
  ground: -10_000,
  /** Lies on the ground: soil, lots, rings. Add x + y. */
  flat: -5_000,
  glow: 900,
  mood: 1_000,
  /** Names and bubbles: never behind a tree, never darkened. Add x + y. */
  label: 2_000,
  fx: 3_000,
} as const;
