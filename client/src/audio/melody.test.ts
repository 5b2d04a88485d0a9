import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BAR_SECONDS, notesOfBar, REST, steadyRandom, VERSE } from './melody.ts';

const bars = fc.integer({ min: 0, max: 5000 });
const seeds = fc.integer({ min: 0, max: 1_000_000 });

describe('notesOfBar', () => {
  test('rests between the verses', () => {
    for (let bar = VERSE; bar < VERSE + REST; bar++) expect(notesOfBar(bar)).toEqual([]);
    expect(notesOfBar(VERSE + REST).length).toBeGreaterThan(0);
  });

  test('the same bar of the same seed is the same', () => {
    fc.assert(
      fc.property(bars, seeds, (bar, seed) => {
        expect(notesOfBar(bar, seed)).toEqual(notesOfBar(bar, seed));
      }),
    );
  });

  test('every note lies in its bar, in the pentatonic scale on A, and can be heard', () => {
    const scale = [0, 2, 4, 7, 9];
    fc.assert(
      fc.property(bars, seeds, (bar, seed) => {
        for (const { at, freq, velocity } of notesOfBar(bar, seed)) {
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThan(BAR_SECONDS);
          expect(velocity).toBeGreaterThan(0);
          expect(velocity).toBeLessThanOrEqual(1);
          const semitones = 12 * Math.log2(freq / 440);
          expect(Math.abs(semitones - Math.round(semitones))).toBeLessThan(1e-6);
          expect(scale).toContain(((Math.round(semitones) % 12) + 12) % 12);
        }
      }),
    );
  });
});

test('steadyRandom stays within 0 and 1 and depends on its seed', () => {
  const one = steadyRandom(5);
  const two = steadyRandom(6);
  const first = Array.from({ length: 200 }, () => one());
  expect(Math.min(...first)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...first)).toBeLessThan(1);
  expect(Array.from({ length: 200 }, () => two())).not.toEqual(first);
});
