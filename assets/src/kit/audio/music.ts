import { rng } from '../base/random.ts';
import { SAMPLE_RATE } from './ambience.ts';

const BEATS_PER_MINUTE = 84;
const BEAT = 60 / BEATS_PER_MINUTE;
/** A pentatonic scale over A3 (MIDI 57), in semitones. */
const SCALE = [0, 2, 4, 7, 9];
const ROOT = 57;
const CHORDS = [0, 3, 4, 0, 2, 3, 4, 0, 0, 3, 4];

const hertz = (midi: number): number => 440 * 2 ** ((midi - 69) / 12);
const degree = (step: number): number => SCALE[step % SCALE.length] ?? 0;

/** A kalimba tune that loops, `bars` of four beats long; another seed is another tune. */
export function music(seed = 'sunny', bars = 11): Float32Array {
  const samples = new Float32Array(Math.round(bars * 4 * BEAT * SAMPLE_RATE));
  const random = rng(seed);
  let step = 5;
  for (let bar = 0; bar < bars; bar++) {
    const chord = CHORDS[bar % CHORDS.length] ?? 0;
    for (const beat of [0, 2]) pluck(samples, (bar * 4 + beat) * BEAT, hertz(ROOT - 12 + degree(chord)), 0.11, 0.55);
    for (let half = 0; half < 8; half++) {
      if (random() < 0.36 && half % 2) continue;
      if (random() < 0.12) continue;
      step = Math.max(3, Math.min(11, step + Math.round((random() - 0.5) * 4)));
      if (half === 0) step = 5 + (chord % 5);
      const at = (bar * 4 + half / 2) * BEAT + (random() - 0.5) * 0.012;
      const pitch = hertz(ROOT + 12 * Math.floor(step / SCALE.length) + degree(step));
      pluck(samples, at, pitch, 0.09 + 0.05 * random() + (half % 4 === 0 ? 0.04 : 0), 0.34);
    }
  }
  return samples;
}

/** One tine of a kalimba; what rings past the end comes back at the beginning. */
function pluck(samples: Float32Array, start: number, frequency: number, volume: number, decay: number): void {
  const offset = Math.floor(start * SAMPLE_RATE);
  for (let i = 0; i < decay * 4 * SAMPLE_RATE; i++) {
    const at = (offset + i) % samples.length;
    const t = i / SAMPLE_RATE;
    const envelope = t < 0.004 ? t / 0.004 : Math.exp(-(t - 0.004) / decay);
    const tone =
      Math.sin(6.2832 * frequency * t) +
      0.35 * Math.sin(6.2832 * frequency * 2 * t) * Math.exp(-t * 6) +
      0.18 * Math.sin(6.2832 * frequency * 5.4 * t) * Math.exp(-t * 18);
    samples[at] = (samples[at] ?? 0) + volume * envelope * tone;
  }
}
