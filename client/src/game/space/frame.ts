import type { Instant } from '@bloomvale/shared/time/sim-clock';
import type { Liveliness } from '../loop/frame-driver.ts';
import type { Eye, View } from './camera-math.ts';

/** What a frame's drawing depends on, the same for every part of a scene. */
export type Frame = {
  /** Milliseconds, monotonic: for animation. */
  readonly now: number;
  readonly delta: number;
  /** The server's clock, epoch milliseconds: for everything that grows, walks or ends. */
  readonly server: Instant;
  readonly eye: Eye;
  readonly view: View;
  /** The player asked for little motion: no bobbing, swaying or particles. */
  readonly calm: boolean;
};

/** A piece of a scene: plots, people, scenery. It owns its sprites and listeners and releases them with the scene's Disposables. */
export type Part = {
  /** Brings the drawing up to date and says whether it will change again by itself. */
  update(frame: Frame): Liveliness;
};

export const livelier = (a: Liveliness, b: Liveliness): Liveliness =>
  a === 'moving' || b === 'moving' ? 'moving' : a === 'ambient' || b === 'ambient' ? 'ambient' : 'still';
