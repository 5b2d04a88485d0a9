import { steadyRandom } from '../melody.ts';
import type { Voice } from '../sounds.ts';
import { SILENCE } from '../synth.ts';

/** Samples a second; the K weighting below is given for this rate. */
export const RATE = 48_000;
const KEPT_SECONDS = 0.02;

export type Placed = { readonly voice: Voice; readonly at: number };

/** What the browser's graph plays, computed: the same envelopes, slides and filter, without volume settings and limiter. */
export function renderSound(placed: readonly Placed[], seconds: number): Float64Array {
  const samples = new Float64Array(Math.ceil(seconds * RATE));
  for (const { voice, at } of placed) addVoice(samples, voice, at + voice.at);
  return samples;
}

function addVoice(samples: Float64Array, voice: Voice, start: number): void {
  const { attack, decay } = voice;
  const first = Math.round(start * RATE);
  const length = Math.min(samples.length - first, Math.round((attack + decay + KEPT_SECONDS) * RATE));
  const source = voice.wave === 'noise' ? hissOf(voice) : toneOf(voice);
  for (let i = 0; i < length; i++) {
    samples[first + i] = (samples[first + i] ?? 0) + source(i / RATE) * envelope(voice, i / RATE);
  }
}

function envelope({ attack, decay, gain }: Voice, t: number): number {
  const top = Math.max(SILENCE, gain);
  if (t < attack) return SILENCE * (top / SILENCE) ** (t / attack);
  return top * (SILENCE / top) ** Math.min(1, (t - attack) / decay);
}

function toneOf({ freq, to = freq, decay }: Voice): (t: number) => number {
  let phase = 0;
  return (t) => {
    const now = phase;
    phase += (2 * Math.PI * freq * (to / freq) ** Math.min(1, t / decay)) / RATE;
    return Math.sin(now);
  };
}

/** White noise through the band-pass of the Audio EQ Cookbook, as BiquadFilterNode has it. */
function hissOf({ freq, q = 1 }: Voice): () => number {
  const random = steadyRandom(7);
  const w = (2 * Math.PI * freq) / RATE;
  // A band-pass takes its Q as it is; only low and high pass take decibels.
  const alpha = Math.sin(w) / (2 * q);
  const next = biquad([alpha, 0, -alpha], [1 + alpha, -2 * Math.cos(w), 1 - alpha]);
  return () => next(random() * 2 - 1);
}

type Triple = readonly [number, number, number];

function biquad(b: Triple, a: Triple): (x: number) => number {
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  return (x) => {
    const y = (b[0] * x + b[1] * x1 + b[2] * x2 - a[1] * y1 - a[2] * y2) / a[0];
    [x2, x1, y2, y1] = [x1, x, y1, y];
    return y;
  };
}

export const decibels = (amplitude: number): number => 20 * Math.log10(Math.max(1e-12, amplitude));

export const peakOf = (samples: Float64Array): number =>
  samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

export const meanOf = (samples: Float64Array): number =>
  samples.reduce((sum, sample) => sum + sample, 0) / samples.length;

/** The loudest stretch of `window` seconds in LUFS: K weighting of ITU-R BS.1770-5, at 48 kHz. */
export function loudnessOf(samples: Float64Array, window: number): number {
  const shelf = biquad(
    [1.53512485958697, -2.69169618940638, 1.19839281085285],
    [1, -1.69065929318241, 0.73248077421585],
  );
  const high = biquad([1, -2, 1], [1, -1.99004745483398, 0.99007225036621]);
  const width = Math.round(window * RATE);
  const power = samples.map((sample) => high(shelf(sample)) ** 2);
  let [sum, most] = [0, 0];
  for (let i = 0; i < power.length; i++) {
    sum += (power[i] ?? 0) - (i >= width ? (power[i - width] ?? 0) : 0);
    most = Math.max(most, sum / width);
  }
  return -0.691 + 10 * Math.log10(Math.max(1e-12, most));
}
