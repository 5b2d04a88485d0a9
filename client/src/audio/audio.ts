import { onEffect } from '../store/effects.ts';
import { settingsStore } from '../store/settings.ts';
import { cuesOf } from './effect-sounds.ts';
import { MusicPlayer } from './music-player.ts';
import { SOUNDS, type SoundName } from './sounds.ts';
import { Synth } from './synth.ts';

/** The same sound is not started twice within so many seconds: a swarm of coins would clip. */
const SAME_SOUND_GAP = 0.035;
/** Touches after which browsers allow sound. */
const GESTURES = ['pointerup', 'keydown'] as const;

let stop: (() => void) | null = null;

/**
 * Lets the game be heard: effects as they are told, music while the page is in front. Silent until the player switches sound on, and
 * then from the first touch. Starting twice is starting once. @returns ends it.
 */
export function startAudio(): () => void {
  stop ??= listen();
  return () => {
    stop?.();
    stop = null;
  };
}

function listen(): () => void {
  const output = new Output();
  const changed = () => output.refresh();
  const touched = () => output.unlock();
  const unsubscribe = [settingsStore.subscribe(changed), onEffect((effect) => output.cue(cuesOf(effect)))];
  document.addEventListener('visibilitychange', changed);
  for (const gesture of GESTURES) document.addEventListener(gesture, touched, true);
  return () => {
    for (const end of unsubscribe) end();
    document.removeEventListener('visibilitychange', changed);
    for (const gesture of GESTURES) document.removeEventListener(gesture, touched, true);
    output.close();
  };
}

/** The synth while sound is on and allowed; nothing else of the game knows whether there is one. */
class Output {
  #synth: Synth | null = null;
  #music: MusicPlayer | null = null;
  #touched = false;
  readonly #lastAt = new Map<SoundName, number>();

  unlock(): void {
    this.#touched = true;
    this.refresh();
  }

  /** Brings what is heard in line with the settings and with the page being in front. */
  refresh(): void {
    const { sound, music, effects } = settingsStore.getState();
    if (!sound || !this.#touched) {
      this.#rest();
      return;
    }
    const synth = this.#wake();
    if (synth === null) return;
    synth.setVolumes(effects, music);
    if (document.hidden) this.#rest();
    else {
      void synth.context.resume();
      if (music > 0) this.#music?.play();
      else this.#music?.pause();
    }
  }

  cue(cues: ReturnType<typeof cuesOf>): void {
    const synth = this.#synth;
    if (synth === null || synth.context.state !== 'running') return;
    if (settingsStore.getState().effects === 0) return;
    for (const { sound, after } of cues) {
      const at = synth.now + after;
      if (at - (this.#lastAt.get(sound) ?? Number.NEGATIVE_INFINITY) < SAME_SOUND_GAP) continue;
      this.#lastAt.set(sound, at);
      synth.play(SOUNDS[sound], at, 0.97 + Math.random() * 0.06);
    }
  }

  close(): void {
    this.#music?.pause();
    void this.#synth?.close();
    this.#synth = null;
  }

  #rest(): void {
    this.#music?.pause();
    void this.#synth?.context.suspend();
  }

  #wake(): Synth | null {
    if (this.#synth !== null) return this.#synth;
    try {
      this.#synth = new Synth();
    } catch {
      return null; // no audio device, or none allowed: the game is as good in silence
    }
    this.#music = new MusicPlayer(this.#synth);
    return this.#synth;
  }
}
