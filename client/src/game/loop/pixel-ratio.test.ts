import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Disposables } from './disposables.ts';
import { pixelRatioNow, watchPixelRatio } from './pixel-ratio.ts';

/** A window on a screen: it knows its ratio and answers resolution queries. */
class Screen {
  devicePixelRatio = 1;
  readonly queries: { text: string; listeners: Set<() => void> }[] = [];
  readonly #resized = new Set<() => void>();
  addEventListener = (_: string, listener: () => void) => this.#resized.add(listener);
  removeEventListener = (_: string, listener: () => void) => this.#resized.delete(listener);
  matchMedia = (text: string) => {
    const listeners = new Set<() => void>();
    this.queries.push({ text, listeners });
    return {
      addEventListener: (_: string, listener: () => void) => listeners.add(listener),
      removeEventListener: (_: string, listener: () => void) => listeners.delete(listener),
    };
  };
  /** Moves the window to another screen: queries about the former ratio change their answer. */
  move(ratio: number): void {
    const held = `(resolution: ${this.devicePixelRatio}dppx)`;
    this.devicePixelRatio = ratio;
    for (const { text, listeners } of [...this.queries]) if (text === held) for (const tell of [...listeners]) tell();
  }
  resize(): void {
    for (const tell of [...this.#resized]) tell();
  }
  get listening(): number {
    return this.queries.reduce((sum, { listeners }) => sum + listeners.size, this.#resized.size);
  }
}

let screen: Screen;
let owned: Disposables;
let told: number[];
beforeEach(() => {
  screen = new Screen();
  owned = new Disposables();
  told = [];
  vi.stubGlobal('window', screen);
  vi.stubGlobal('matchMedia', screen.matchMedia);
});
afterEach(() => vi.unstubAllGlobals());

describe('the pixel ratio', () => {
  it('tells nothing while it is drawn the same: beyond two, or where it stands', () => {
    screen.devicePixelRatio = 2.5;
    watchPixelRatio((ratio) => told.push(ratio), owned);
    screen.move(3);
    expect(told).toEqual([]);
    expect(pixelRatioNow()).toBe(2);
  });

  it('tells each change, one after another, with one listener', () => {
    watchPixelRatio((ratio) => told.push(ratio), owned);
    for (const ratio of [1.5, 2, 4, 1.25, 1]) screen.move(ratio);
    expect(told).toEqual([1.5, 2, 1.25, 1]);
    expect(screen.listening).toBe(2);
  });

  it('tells once of a change that only a resize, or a look, gives away', () => {
    const look = watchPixelRatio((ratio) => told.push(ratio), owned);
    screen.devicePixelRatio = 2;
    look();
    look();
    screen.resize();
    screen.devicePixelRatio = 1.5;
    screen.resize();
    screen.move(1);
    expect([told, screen.listening]).toEqual([[2, 1.5, 1], 2]);
  });

  it('tells nothing once the world has gone', () => {
    watchPixelRatio((ratio) => told.push(ratio), owned);
    owned.dispose();
    screen.move(2);
    expect([told, screen.listening, owned.size]).toEqual([[], 0, 0]);
  });
});
