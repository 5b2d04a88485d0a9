/**
 * The game's music, written as it goes: a kalimba over slow chords, pentatonic, in verses with rests between, the same for the same
 * seed. Pure: bars in, notes out.
 */
export type Note = {
  /** Seconds from the beginning of the bar. */
  readonly at: number;
  readonly freq: number;
  /** 0 to 1. */
  readonly velocity: number;
  readonly kind: 'pluck' | 'pad';
  /** Seconds. */
  readonly length: number;
};

const BPM = 84;
const BEAT = 60 / BPM;
export const BAR_SECONDS = 4 * BEAT;
/** Bars of playing, then bars of birds alone: music that never stops is switched off. */
export const VERSE = 12;
export const REST = 6;

/** Semitones of the pentatonic scale over the root, A3. */
const SCALE = [0, 2, 4, 7, 9] as const;
const ROOT_MIDI = 57;
/** Scale degree of each bar's chord. */
const CHORDS = [0, 3, 4, 0, 2, 3, 4, 0, 0, 3, 4, 0] as const;
const LOWEST = 3;
const HIGHEST = 11;

const hertz = (midi: number): number => 440 * 2 ** ((midi - 69) / 12);
const pitch = (degree: number, octave = 0): number =>
  hertz(ROOT_MIDI + 12 * (Math.floor(degree / SCALE.length) + octave) + (SCALE[degree % SCALE.length] as number));

/** Small steady random numbers, 0 up to 1 (mulberry32). */
export function steadyRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Notes of a bar; none while the music rests. */
export function notesOfBar(bar: number, seed = 1): readonly Note[] {
  const inVerse = bar % (VERSE + REST);
  if (inVerse >= VERSE) return [];
  const verse = Math.floor(bar / (VERSE + REST));
  const random = steadyRandom(seed * 7919 + verse * 131 + inVerse);
  const chord = CHORDS[inVerse % CHORDS.length] as number;
  return [...pads(chord, inVerse), ...plucks(chord, random, inVerse === VERSE - 1)];
}

function pads(chord: number, bar: number): Note[] {
  if (bar % 2 === 1) return [];
  const length = BAR_SECONDS * 2.2;
  return [
    { at: 0, freq: pitch(chord, -1), velocity: 0.34, kind: 'pad', length },
    { at: 0, freq: pitch(chord + 2, -1), velocity: 0.22, kind: 'pad', length },
  ];
}

/** Eighths with gaps, wandering by steps from the chord's tone; the last bar of a verse comes to rest on it. */
function plucks(chord: number, random: () => number, last: boolean): Note[] {
  const notes: Note[] = [];
  let degree = 5 + chord;
  for (let eighth = 0; eighth < (last ? 1 : 8); eighth++) {
    const rest = random() < (eighth % 2 === 1 ? 0.5 : 0.16);
    const wander = Math.round((random() - 0.5) * 4);
    const human = (random() - 0.5) * 0.014;
    const strength = 0.3 + 0.2 * random() + (eighth % 4 === 0 ? 0.14 : 0);
    if (eighth > 0) degree = Math.min(HIGHEST, Math.max(LOWEST, degree + wander));
    if (rest && eighth > 0) continue;
    const at = Math.max(0, (eighth * BEAT) / 2 + human);
    notes.push({ at, freq: pitch(degree, 0), velocity: strength, kind: 'pluck', length: 1.3 });
  }
  return notes;
}
