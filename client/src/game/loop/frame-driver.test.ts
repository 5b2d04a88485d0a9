import { beforeEach, describe, expect, test } from 'vitest';
import { type FrameClock, FrameDriver, type Liveliness } from './frame-driver.ts';

/** A display of 60 frames a second and a timer, by hand. */
class Clock implements FrameClock {
  time = 0;
  #next = 1;
  readonly frames = new Map<number, () => void>();
  readonly timers = new Map<number, { at: number; run: () => void }>();
  now = () => this.time;
  requestFrame = (run: () => void) => {
    this.frames.set(this.#next, run);
    return this.#next++;
  };
  cancelFrame = (id: number) => void this.frames.delete(id);
  setTimer = (run: () => void, ms: number) => {
    this.timers.set(this.#next, { at: this.time + ms, run });
    return this.#next++;
  };
  clearTimer = (id: number) => void this.timers.delete(id);
  pass(ms: number): void {
    for (const end = this.time + ms; this.time < end; this.time += 16) {
      for (const [id, { at, run }] of [...this.timers]) {
        if (at > this.time) continue;
        this.timers.delete(id);
        run();
      }
      for (const [id, run] of [...this.frames]) {
        this.frames.delete(id);
        run();
      }
    }
  }
}

let clock: Clock;
let next: Liveliness;
let deltas: number[];
let driver: FrameDriver;

beforeEach(() => {
  clock = new Clock();
  next = 'still';
  deltas = [];
  driver = new FrameDriver(clock, (_, delta) => {
    deltas.push(delta);
    return next;
  });
});

describe('no frame is drawn', () => {
  test('before it is awake', () => {
    driver.invalidate();
    clock.pass(1000);
    expect(driver.drawn).toBe(0);
  });

  test('when nothing moves', () => {
    driver.awake = true;
    clock.pass(1000);
    expect(driver.drawn).toBe(1);
    clock.pass(60_000);
    expect(driver.drawn).toBe(1);
  });

  test('while the tab is hidden, whatever asks for one', () => {
    next = 'moving';
    driver.awake = true;
    clock.pass(100);
    driver.awake = false;
    const before = driver.drawn;
    driver.invalidate();
    clock.pass(10_000);
    expect(driver.drawn).toBe(before);
    expect(clock.frames.size + clock.timers.size).toBe(0);
  });

  test('after it was stopped', () => {
    next = 'ambient';
    driver.awake = true;
    clock.pass(100);
    driver.stop();
    const before = driver.drawn;
    clock.pass(1000);
    expect(driver.drawn).toBe(before);
  });
});

test('a change is drawn with the next display frame, several changes once', () => {
  driver.awake = true;
  clock.pass(500);
  driver.invalidate();
  driver.invalidate();
  clock.pass(16);
  expect(driver.drawn).toBe(2);
});

test('what moves is drawn with every display frame', () => {
  next = 'moving';
  driver.awake = true;
  clock.pass(160);
  expect(driver.drawn).toBe(10);
});

test('ambient life takes a few frames a second, and a change does not wait for them', () => {
  next = 'ambient';
  driver.ambientMs = 100;
  driver.awake = true;
  clock.pass(1600);
  expect(driver.drawn).toBeLessThanOrEqual(16);
  expect(driver.drawn).toBeGreaterThan(10);
  const before = driver.drawn;
  driver.invalidate();
  clock.pass(16);
  expect(driver.drawn).toBe(before + 1);
});

test('after a rest things begin to move, they do not leap', () => {
  driver.awake = true;
  clock.pass(5000);
  next = 'moving';
  driver.invalidate();
  clock.pass(48);
  expect(Math.max(...deltas)).toBeLessThanOrEqual(16);
});

test('a stalled frame counts for a tenth of a second at most', () => {
  next = 'moving';
  driver.awake = true;
  clock.pass(32);
  clock.time += 3000;
  clock.pass(32);
  expect(Math.max(...deltas)).toBe(100);
});
