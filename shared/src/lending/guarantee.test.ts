import { describe, expect, it } from 'vitest';
import { firstLossCover } from './guarantee.ts';

describe('the guarantee fund', () => {
  it('refuses amounts that are none', () => {
    expect(() => firstLossCover(-1, false, 10)).toThrow('minor units');
    expect(() => firstLossCover(1.5, false, 10)).toThrow('minor units');
  });
  it('returns half of a first loss, once, as far as it has coins', () => {
    expect([
      firstLossCover(1_667, false, 10_000),
      firstLossCover(1_667, true, 10_000),
      firstLossCover(1_667, false, 500),
    ]).toEqual([833, 0, 500]);
  });
});
