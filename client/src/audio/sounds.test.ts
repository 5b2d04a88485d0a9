import { expect, test } from 'vitest';
import { SOUNDS, type Voice } from './sounds.ts';

const all = Object.entries(SOUNDS) as [string, readonly Voice[]][];

test('every sound can be heard, and none is long or loud', () => {
  for (const [name, voices] of all) {
    expect(voices.length, name).toBeGreaterThan(0);
    for (const { at, attack, decay } of voices) expect(at + attack + decay, name).toBeLessThan(1.6);
    // Voices that begin together add up: more than this the limiter would have to hold down.
    const together = voices.filter(({ at }) => at === 0).reduce((sum, { gain }) => sum + gain, 0);
    expect(together, name).toBeLessThan(0.8);
  }
});

test('frequencies can be heard, and slides do not cross zero', () => {
  for (const [name, voices] of all) {
    for (const { freq, to = freq } of voices) {
      expect(Math.min(freq, to), name).toBeGreaterThan(60);
      expect(Math.max(freq, to), name).toBeLessThan(9000);
    }
  }
});
