import { describe, expect, test } from 'vitest';
import { arc, backOut, cubicIn, cubicOut, linear, Motions, sineInOut } from './motions.ts';

describe('Motions', () => {
  test('a motion that was cancelled is not done, but gives back what it borrowed', () => {
    const motions = new Motions();
    const told: string[] = [];
    const cancel = motions.add({
      ms: 100,
      update: () => told.push('update'),
      done: () => told.push('done'),
      release: () => told.push('release'),
    });
    cancel();
    cancel();
    motions.tick(0);
    motions.tick(500);
    expect(told).toEqual(['release']);
    expect(motions.busy).toBe(false);
  });

  test('starts with the first frame that sees it, not when it was added', () => {
    const motions = new Motions();
    const seen: number[] = [];
    motions.add({ ms: 100, update: (t) => seen.push(t) });
    motions.tick(10_000);
    motions.tick(10_050);
    motions.tick(10_100);
    expect(seen).toEqual([0, 0.5, 1]);
    expect(motions.busy).toBe(false);
  });

  test('ends at exactly 1, whatever the ease and however late the frame', () => {
    const motions = new Motions();
    let last = -1;
    motions.add({
      ms: 100,
      ease: (t) => t * 7,
      update: (t) => {
        last = t;
      },
    });
    motions.tick(0);
    motions.tick(9999);
    expect(last).toBe(1);
  });

  test('waits its delay', () => {
    const motions = new Motions();
    let updates = 0;
    motions.add({ ms: 10, delay: 50, update: () => updates++ });
    motions.tick(0);
    motions.tick(49);
    expect(updates).toBe(0);
    motions.tick(60);
    expect(updates).toBe(1);
  });

  test('one motion may end another in the same frame', () => {
    const motions = new Motions();
    let late = 0;
    const cancel: { run: () => void } = { run: () => {} };
    motions.add({ ms: 0, update: () => cancel.run() });
    cancel.run = motions.add({ ms: 100, update: () => late++ });
    motions.tick(0);
    expect(late).toBe(0);
  });

  test('clear releases everything', () => {
    const motions = new Motions();
    let released = 0;
    for (let i = 0; i < 5; i++) motions.add({ ms: 100, update: () => {}, release: () => released++ });
    motions.clear();
    expect(released).toBe(5);
    expect(motions.size).toBe(0);
  });
});

test('eases begin at 0 and end at 1', () => {
  for (const ease of [linear, cubicIn, cubicOut, sineInOut, backOut]) {
    expect(ease(0)).toBeCloseTo(0);
    expect(ease(1)).toBeCloseTo(1);
  }
  expect([arc(0), arc(0.5), arc(1)]).toEqual([0, 1, 0]);
});
