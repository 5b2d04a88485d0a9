import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Crop } from '../content/play.ts';
import { growMs, isRipe, nextStageAt, readyAt, stageOf } from './growth.ts';
import { CONTENT, START } from './play.fixture.ts';

const crop = CONTENT.crops[0] as Crop;
const plot = { crop: crop.id, plantedAt: START };

describe('growth', () => {
  test('is not ripe a millisecond early', () => {
    expect(isRipe(plot, crop, START + 19_999, 1)).toBe(false);
    expect(stageOf(plot, crop, START + 19_999, 1)).toBe(3);
  });
  test('shows the first stage under a clock that stepped back', () => {
    expect(stageOf(plot, crop, START - 5_000, 1)).toBe(0);
  });
  test('is ripe on the dot, and for ever', () => {
    expect(readyAt(plot, crop, 1)).toBe(START + 20_000);
    expect(stageOf(plot, crop, START + 20_000, 1)).toBe(4);
    expect(stageOf(plot, crop, START + 1e11, 1)).toBe(4);
    expect(nextStageAt(plot, crop, START + 20_000, 1)).toBeNull();
  });
  test('takes at least a millisecond, however fast the clock is set', () => {
    expect(growMs(crop, 1e9)).toBe(1);
  });
  test('a plot that sleeps until its next stage sees every stage, and is ripe exactly at the last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 28_800 }), fc.constantFrom(1, 2, 7, 30), (growSeconds, timeScale) => {
        const slow = { ...crop, growSeconds };
        const seen: number[] = [stageOf(plot, slow, START, timeScale)];
        let at: number | null = START;
        let last = START;
        while (at !== null) {
          last = at;
          at = nextStageAt(plot, slow, at, timeScale);
          if (at !== null) seen.push(stageOf(plot, slow, at, timeScale));
        }
        expect(seen).toEqual([0, 1, 2, 3, 4]);
        expect(last).toBe(readyAt(plot, slow, timeScale));
        expect(isRipe(plot, slow, last - 1, timeScale)).toBe(false);
      }),
    );
  });
});
