import type { Note } from './melody.ts';
import type { Voice } from './sounds.ts';

/** A voice that is a tone: music has no noise in it. */
export type Tone = Voice & { readonly wave: 'sine' | 'triangle' };

const tone = (at: number, freq: number, attack: number, decay: number, gain: number): Tone => ({
  wave: 'sine',
  at,
  freq,
  attack,
  decay,
  gain,
});

/** A kalimba's tine (the tone, its octave, a short strike), or a soft pad. Times from the beginning of the note. */
export function voicesOfNote({ kind, freq, velocity, length }: Note): readonly Tone[] {
  if (kind === 'pad') return [tone(0, freq, 0.9, length, velocity * 0.22)];
  return [
    tone(0, freq, 0.004, length, velocity * 0.32),
    tone(0, freq * 2, 0.004, length * 0.4, velocity * 0.11),
    tone(0, freq * 5.4, 0.002, 0.09, velocity * 0.05),
  ];
}

/** A bird's phrase far away: a few whistles, bent up and down in turn. */
export function voicesOfChirp(freq: number, whistles: number): readonly Tone[] {
  return Array.from({ length: whistles }, (_, i) => {
    const from = freq * (1 + ((i * 37) % 11) / 60);
    return { ...tone(i * 0.13, from, 0.02, 0.1, 0.035), to: from * (i % 2 === 0 ? 1.22 : 0.86) };
  });
}
