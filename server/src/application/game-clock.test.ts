import { SIM_DAY } from '@bloomvale/shared/time/sim-clock';
import { describe, expect, it } from 'vitest';
import { GameClock } from './game-clock.ts';
import { OUTAGE_MS, outageSegments } from './outage.ts';

describe('GameClock', () => {
  it('waits for a host clock that was set back', () => {
    let host = 10_000;
    const clock = new GameClock(() => host, 0);
    expect(clock.now()).toBe(10_000);
    host = 4_000;
    expect(clock.now()).toBe(10_000);
    expect(clock.lag()).toBe(6_000);
    host = 10_001;
    expect(clock.now()).toBe(10_001);
    expect(clock.lag()).toBe(0);
  });

  it('starts no earlier than the last instant the store has seen', () => {
    const clock = new GameClock(() => 5, 1_000);
    expect(clock.now()).toBe(1_000);
  });

  it('maps to simulated time by its segments', () => {
    const clock = new GameClock(() => 480_000, 0);
    clock.setSegments([{ realFrom: 0, simFrom: 0, monthSeconds: 14_400 }]);
    expect(clock.simNow()).toBe(SIM_DAY);
  });
});

describe('outageSegments', () => {
  const running = [{ realFrom: 0, simFrom: 0, monthSeconds: 14_400 }];

  it('ignores a short silence and a clock that stood still anyway', () => {
    expect(outageSegments(running, 1_000, 1_000 + OUTAGE_MS)).toEqual([]);
    const paused = [...running, { realFrom: 500, simFrom: 90, monthSeconds: 0 }];
    expect(outageSegments(paused, 1_000, 1_000 + 2 * OUTAGE_MS)).toEqual([]);
  });

  it('stands still from the last sign of life on, and goes on as before', () => {
    const last = 960_000;
    const now = last + OUTAGE_MS + 1;
    const added = outageSegments(running, last, now);
    expect(added).toEqual([
      { realFrom: last, simFrom: 2 * SIM_DAY, monthSeconds: 0 },
      { realFrom: now, simFrom: 2 * SIM_DAY, monthSeconds: 14_400 },
    ]);
    const clock = new GameClock(() => now + 480_000, 0);
    clock.setSegments([...running, ...added]);
    expect(clock.simOf(now - 1)).toBe(2 * SIM_DAY);
    expect(clock.simOf(now + 480_000)).toBe(3 * SIM_DAY);
  });
});
