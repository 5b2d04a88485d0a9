import { BAR_SECONDS, notesOfBar, steadyRandom } from './melody.ts';
import type { Synth } from './synth.ts';

/** Notes are handed to the audio clock so far ahead, in seconds: a busy page does not make them stumble. */
const AHEAD = 1.2;
const LOOK_MS = 400;
/** Between two birds, seconds. */
const BIRDS = { least: 5, most: 15 } as const;

/** Keeps a synth supplied with music and birds. */
export class MusicPlayer {
  readonly #synth: Synth;
  readonly #random = steadyRandom(Date.now());
  readonly #seed = Math.floor(this.#random() * 1_000_000);
  #bar = 0;
  #barAt = 0;
  #birdAt = 0;
  #timer: ReturnType<typeof setInterval> | null = null;

  constructor(synth: Synth) {
    this.#synth = synth;
  }

  get playing(): boolean {
    return this.#timer !== null;
  }

  play(): void {
    if (this.#timer !== null) return;
    this.#barAt = this.#synth.now + 0.8;
    this.#birdAt = this.#synth.now + 2;
    this.#timer = setInterval(() => this.#supply(), LOOK_MS);
  }

  /** What is scheduled already fades out within a bar. */
  pause(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  #supply(): void {
    const until = this.#synth.now + AHEAD;
    // After a sleep of the device the missed bars are left out, not played at once.
    if (this.#barAt < this.#synth.now - BAR_SECONDS) this.#barAt = this.#synth.now + 0.2;
    while (this.#barAt < until) {
      for (const note of notesOfBar(this.#bar, this.#seed)) this.#synth.playNote(note, this.#barAt + note.at);
      this.#bar++;
      this.#barAt += BAR_SECONDS;
    }
    if (this.#birdAt > until) return;
    this.#synth.chirp(
      Math.max(this.#birdAt, this.#synth.now),
      2200 + this.#random() * 1700,
      2 + Math.floor(this.#random() * 4),
    );
    this.#birdAt = this.#synth.now + BIRDS.least + this.#random() * (BIRDS.most - BIRDS.least);
  }
}
