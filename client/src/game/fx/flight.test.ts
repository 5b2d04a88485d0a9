import { expect, test } from 'vitest';
import { BURSTS } from './bursts.ts';
import { bow, moteAt, motesOf } from './flight.ts';

test('a bow begins and ends where it should, and rises between', () => {
  const from = { x: 0, y: 100 };
  const to = { x: 200, y: 50 };
  expect(bow(from, to, 40, 0)).toEqual(from);
  expect(bow(from, to, 40, 1)).toEqual(to);
  expect(bow(from, to, 40, 0.5).y).toBeLessThan(75);
});

test('every burst stays small and ends unseen', () => {
  for (const burst of Object.values(BURSTS)) {
    const motes = motesOf(burst, { x: 0, y: 0 }, () => 0.5);
    expect(motes).toHaveLength(burst.count);
    for (const mote of motes) {
      const end = moteAt(mote, burst, 1);
      expect(end?.alpha).toBeCloseTo(0);
      expect(Math.hypot(end?.at.x ?? 0, end?.at.y ?? 0)).toBeLessThan(420);
    }
  }
});

test('motes may be late, never early', () => {
  const [mote] = motesOf(BURSTS.stars, { x: 0, y: 0 }, () => 0.999);
  expect(mote === undefined ? undefined : moteAt(mote, BURSTS.stars, 0)).toBeNull();
});
