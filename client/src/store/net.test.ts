import { beforeEach, describe, expect, it } from 'vitest';
import { netStore, sampleClock } from './net.ts';

const offset = () => netStore.getState().clockOffset;

describe('sampleClock', () => {
  beforeEach(() => {
    netStore.setState({ clockOffset: 0, roundTrip: Number.POSITIVE_INFINITY });
    // A sample long after all others: earlier tests' best one is forgotten.
    sampleClock(1e12, 1e12 + 200, 1e12 + 100);
  });

  it('ignores a sample taken while the device clock was set back', () => {
    sampleClock(1e12 + 5_000, 1e12 + 4_000, 2e12);
    expect(offset()).toBe(0);
  });
  it('ignores a slower round trip', () => {
    sampleClock(1e12 + 1_000, 1e12 + 1_900, 1e12 + 9_000);
    expect(offset()).toBe(0);
  });
  it('takes the middle of a faster one', () => {
    sampleClock(1e12 + 1_000, 1e12 + 1_100, 1e12 + 3_050);
    expect(offset()).toBe(2_000);
    expect(netStore.getState().roundTrip).toBe(100);
  });
  it('prefers a slow sample to a stale one', () => {
    const later = 1e12 + 3_600_000;
    sampleClock(later, later + 800, later + 5_400);
    expect(offset()).toBe(5_000);
  });
});
