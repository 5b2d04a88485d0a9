import type { Note } from './melody.ts';
import { type Tone, voicesOfChirp, voicesOfNote } from './music-voices.ts';
import type { Voice } from './sounds.ts';

/** Voices sounding at once; more would only be louder. */
const MOST_VOICES = 96;
/** What the ear takes for silence: exponential fades cannot reach zero. */
export const SILENCE = 0.0004;

/** A volume setting sounds even when its square is the gain. */
const gainOf = (volume: number): number => volume * volume;

/** The browser's audio graph: two buses with a volume each, into a limiter. Made at the first touch, as browsers demand. */
export class Synth {
  readonly context: AudioContext;
  readonly #effects: GainNode;
  readonly #music: GainNode;
  readonly #noise: AudioBuffer;
  #voices = 0;

  constructor(context: AudioContext = new AudioContext({ latencyHint: 'interactive' })) {
    this.context = context;
    const limiter = this.context.createDynamicsCompressor();
    limiter.threshold.value = -10;
    limiter.ratio.value = 12;
    limiter.connect(this.context.destination);
    this.#effects = this.context.createGain();
    this.#music = this.context.createGain();
    this.#effects.connect(limiter);
    this.#music.connect(limiter);
    this.#noise = noiseOf(this.context);
  }

  get now(): number {
    return this.context.currentTime;
  }

  /** 0 to 1 each. A short fade: a jump would click. */
  setVolumes(effects: number, music: number): void {
    this.#effects.gain.setTargetAtTime(gainOf(effects), this.now, 0.03);
    this.#music.gain.setTargetAtTime(gainOf(music), this.now, 0.15);
  }

  /** `at` in the context's seconds; `pitch` multiplies every frequency, so that repeated sounds are not identical. */
  play(voices: readonly Voice[], at: number, pitch = 1): void {
    for (const voice of voices) {
      const start = at + voice.at;
      if (voice.wave === 'noise') this.#hiss(voice, start);
      else this.#tone({ ...voice, wave: voice.wave }, start, pitch, this.#effects);
    }
  }

  playNote(note: Note, at: number): void {
    for (const voice of voicesOfNote(note)) this.#tone(voice, at + voice.at, 1, this.#music);
  }

  /** A bird's phrase far away: a few bent whistles. */
  chirp(at: number, freq: number, whistles: number): void {
    for (const voice of voicesOfChirp(freq, whistles)) this.#tone(voice, at + voice.at, 1, this.#music);
  }

  async close(): Promise<void> {
    await this.context.close();
  }

  #tone(voice: Tone, at: number, pitch: number, bus: GainNode): void {
    if (this.#voices >= MOST_VOICES) return;
    const source = this.context.createOscillator();
    source.type = voice.wave;
    source.frequency.setValueAtTime(voice.freq * pitch, at);
    if (voice.to !== undefined) source.frequency.exponentialRampToValueAtTime(voice.to * pitch, at + voice.decay);
    this.#sound(source, source, voice, at, bus);
  }

  #hiss(voice: Voice, at: number): void {
    if (this.#voices >= MOST_VOICES) return;
    const source = this.context.createBufferSource();
    source.buffer = this.#noise;
    const filter = this.context.createBiquadFilter();
    filter.type = 'bandpass';
    filter.frequency.value = voice.freq;
    filter.Q.value = voice.q ?? 1;
    source.connect(filter);
    this.#sound(source, filter, voice, at, this.#effects);
  }

  #sound(source: AudioScheduledSourceNode, out: AudioNode, voice: Voice, at: number, bus: GainNode): void {
    const { attack, decay, gain } = voice;
    const envelope = this.context.createGain();
    envelope.gain.setValueAtTime(SILENCE, at);
    envelope.gain.exponentialRampToValueAtTime(Math.max(SILENCE, gain), at + attack);
    envelope.gain.exponentialRampToValueAtTime(SILENCE, at + attack + decay);
    out.connect(envelope).connect(bus);
    this.#voices++;
    source.onended = () => {
      this.#voices--;
      envelope.disconnect();
    };
    source.start(at);
    source.stop(at + attack + decay + 0.02);
  }
}

function noiseOf(context: AudioContext): AudioBuffer {
  const buffer = context.createBuffer(1, context.sampleRate / 2, context.sampleRate);
  const samples = buffer.getChannelData(0);
  for (let i = 0; i < samples.length; i++) samples[i] = Math.random() * 2 - 1;
  return buffer;
}
