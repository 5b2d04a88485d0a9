import { describe, expect, it } from 'vitest';
import { FIRST_MODEL } from './first-model.ts';
import { firstLossCover } from './guarantee.ts';

const half = FIRST_MODEL.guarantee;

describe('the guarantee fund', () => {
  it('refuses amounts that are none', () => {
    expect(() => firstLossCover(-1, false, 10, half)).toThrow('minor units');
    expect(() => firstLossCover(1.5, false, 10, half)).toThrow('minor units');
  });
  it('returns half of a first loss, once, as far as it has coins', () => {
    expect([
      firstLossCover(1_667, false, 10_000, half),
      firstLossCover(1_667, true, 10_000, half),
      firstLossCover(1_667, false, 500, half),
    ]).toEqual([833, 0, 500]);
  });
});
