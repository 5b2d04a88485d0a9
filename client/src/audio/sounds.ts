/**
 * Every sound of the game as data: a few short voices each, played by `synth.ts`. Nothing is recorded or downloaded.
 * Times in seconds, frequencies in hertz, gains 0 to 1 before the volume setting.
 */
export type Voice = {
  readonly wave: 'sine' | 'triangle' | 'noise';
  /** Starts so long after the sound. */
  readonly at: number;
  readonly freq: number;
  /** Slides there until it has died away. */
  readonly to?: number;
  readonly attack: number;
  /** Until it cannot be heard any more. */
  readonly decay: number;
  readonly gain: number;
  /** Noise only: what passes, `freq` is the middle of it. */
  readonly q?: number;
};
export type SoundName =
  | 'tap'
  | 'open'
  | 'close'
  | 'plant'
  | 'harvest'
  | 'coin'
  | 'serve'
  | 'lend'
  | 'funded'
  | 'repaid'
  | 'level'
  | 'refused'
  | 'pop';

const sine = (at: number, freq: number, decay: number, gain: number, to?: number): Voice => ({
  wave: 'sine',
  at,
  freq,
  attack: 0.004,
  decay,
  gain,
  ...(to === undefined ? {} : { to }),
});
const noise = (at: number, freq: number, decay: number, gain: number, q = 1): Voice => ({
  wave: 'noise',
  at,
  freq,
  attack: 0.003,
  decay,
  gain,
  q,
});
/** A small bell: the tone, its octave and a bright, short strike. */
const bell = (at: number, freq: number, decay: number, gain: number): Voice[] => [
  sine(at, freq, decay, gain),
  sine(at, freq * 2, decay * 0.6, gain * 0.35),
  sine(at, freq * 5.4, decay * 0.14, gain * 0.18),
];
const coin = (at: number, gain: number): Voice[] => [
  ...bell(at, 988, 0.12, gain * 0.8),
  ...bell(at + 0.06, 1319, 0.34, gain),
];

/** Notes of the game's scale, A minor pentatonic as in its music. */
const C5 = 523.25;
const D5 = 587.33;
const E5 = 659.25;
const G5 = 783.99;
const A5 = 880;
const C6 = 1046.5;

export const SOUNDS: Readonly<Record<SoundName, readonly Voice[]>> = {
  tap: [sine(0, 540, 0.06, 0.26, 480)],
  open: [sine(0, 420, 0.12, 0.17, 620), noise(0, 2600, 0.1, 0.06)],
  close: [sine(0, 600, 0.1, 0.2, 400)],
  plant: [sine(0, 170, 0.13, 0.4, 90), noise(0.01, 900, 0.1, 0.22, 0.8), noise(0.07, 1400, 0.06, 0.1)],
  harvest: [sine(0, 392, 0.1, 0.26, 640), ...bell(0.05, G5, 0.22, 0.2), noise(0, 3000, 0.07, 0.08)],
  coin: coin(0, 0.18),
  serve: [...bell(0, E5, 0.25, 0.2), ...bell(0.09, A5, 0.35, 0.2), ...coin(0.22, 0.18)],
  lend: [
    ...bell(0, C5, 0.9, 0.15),
    ...bell(0.1, E5, 0.9, 0.135),
    ...bell(0.2, G5, 1.1, 0.135),
    sine(0, C5 / 2, 1.2, 0.12),
  ],
  funded: [...bell(0, G5, 0.5, 0.15), ...bell(0.12, C6, 0.9, 0.165), ...bell(0.24, E5 * 2, 1.1, 0.135)],
  repaid: [...coin(0, 0.16), ...coin(0.13, 0.13), ...bell(0.28, E5, 0.6, 0.16)],
  level: [C5, D5, E5, G5, A5, C6].flatMap((freq, i) => bell(i * 0.09, freq, 0.7, 0.16)),
  refused: [sine(0, 220, 0.14, 0.22, 190), sine(0.09, 185, 0.16, 0.2, 160)],
  pop: [sine(0, 330, 0.07, 0.26, 520)],
};
