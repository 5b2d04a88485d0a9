/**
 * Effects as ZzFX parameters (MIT, Frank Force): volume, randomness, frequency, attack, sustain, release, shape, shapeCurve, slide,
 * deltaSlide, pitchJump, pitchJumpTime, repeat, noise, modulation, bitCrush, delay, sustainVolume, decay, tremolo, filter.
 * Their peaks differ: normalise when baking (`wav`).
 */
export const SOUND_EFFECTS = {
  tap: [0.5, 0.02, 520, 0.002, 0.01, 0.05, 0, 1.6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.6, 0.01],
  plant: [0.9, 0.05, 140, 0.005, 0.02, 0.11, 0, 2.2, -3, 0, 0, 0, 0, 0.6, 0, 0, 0, 0.7, 0.02, 0, 900],
  water: [0.7, 0.1, 900, 0.03, 0.12, 0.22, 4, 1, -9, 0, 0, 0, 0, 3, 0, 0, 0.06, 0.5, 0.05, 0, 1800],
  harvest: [0.9, 0.03, 392, 0.004, 0.03, 0.16, 1, 1.7, 6, 0, 196, 0.06, 0, 0, 0, 0, 0.02, 0.7, 0.03],
  coin: [0.8, 0, 988, 0.002, 0.05, 0.24, 1, 1.9, 0, 0, 330, 0.06, 0, 0, 0, 0, 0.03, 0.7, 0.05],
  lend: [0.9, 0, 523.25, 0.01, 0.14, 0.5, 0, 1.5, 0, 0, 261.6, 0.12, 0, 0, 0, 0, 0.12, 0.7, 0.1],
  level: [1, 0, 392, 0.02, 0.22, 0.55, 1, 1.6, 0, 0, 196, 0.11, 0.11, 0, 0, 0, 0.1, 0.75, 0.12],
  error: [0.6, 0, 196, 0.01, 0.05, 0.14, 0, 1.4, -2, 0, 0, 0, 0, 0, 0, 0, 0, 0.6, 0.04],
  pop: [0.7, 0.05, 330, 0.001, 0.01, 0.09, 0, 2.4, 14, 0, 0, 0, 0, 0, 0, 0, 0, 0.5, 0.02],
  page: [0.45, 0.1, 1400, 0.02, 0.03, 0.1, 4, 1, -14, 0, 0, 0, 0, 6, 0, 0, 0, 0.4, 0.02, 0, 2500],
} satisfies Record<string, readonly number[]>;
export type SoundEffect = keyof typeof SOUND_EFFECTS;
