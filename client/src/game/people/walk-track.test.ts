import { WALK_MS_PER_CELL } from '@bloomvale/shared/play/walk-pace';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testGrid } from '../testing/test-grid.ts';
import { type WalkFacts, WalkTrack } from './walk-track.ts';

const ROWS = Array.from({ length: 30 }, (_, y) => (y === 15 ? `${'#'.repeat(20)}${'.'.repeat(10)}` : '.'.repeat(30)));
const grid = testGrid(ROWS);
const standing = (x: number, y: number): WalkFacts => ({ from: [x, y], to: [x, y], departAt: 0 });
const FRAME = 16;

/** Longest step between two frames while `until` passes, in tiles. */
function longestStep(track: WalkTrack, from: number, until: number, frame = FRAME): number {
  let last = track.stand(from).at;
  let longest = 0;
  for (let now = from + frame; now <= until; now += frame) {
    const { at, put } = track.stand(now);
    // Somebody who is put elsewhere fades in there: another appearance, no jump.
    if (!put) longest = Math.max(longest, Math.hypot(at[0] - last[0], at[1] - last[1]));
    last = at;
  }
  return longest;
}

describe('facts that do not fit the map', () => {
  test('a walk that no path joins stands on free ground where it ends', () => {
    const track = new WalkTrack(grid, { from: [3, 15], to: [4, 15], departAt: 0 });
    const { at, moving } = track.stand(10_000);
    expect(moving).toBe(false);
    expect(grid.blocked[grid.cellOf(at[0], at[1])[1] * grid.w + grid.cellOf(at[0], at[1])[0]]).toBe(0);
  });
});

describe('own walk', () => {
  test('leaves with the first frame after the tap', () => {
    const track = new WalkTrack(grid, standing(2, 2));
    const before = track.stand(1000).at;
    track.follow({ from: [2, 2], to: [9, 2], departAt: 1000 });
    const after = track.stand(1016);
    expect(after.moving).toBe(true);
    expect(after.at[0]).toBeGreaterThan(before[0]);
  });

  test("the server's answer, a little later and otherwise the same, changes nothing", () => {
    const track = new WalkTrack(grid, standing(2, 2));
    track.follow({ from: [2, 2], to: [9, 2], departAt: 1000 });
    const expected = track.stand(1300).at;
    track.follow({ from: [2, 2], to: [9, 2], departAt: 1110 });
    expect(track.stand(1300).at).toEqual(expected);
  });

  test('an answer that begins elsewhere is met smoothly, and ends where the server says', () => {
    const track = new WalkTrack(grid, standing(2, 2));
    track.follow({ from: [2, 2], to: [9, 2], departAt: 1000 });
    track.stand(1400);
    track.follow({ from: [2, 4], to: [9, 6], departAt: 1200 });
    expect(longestStep(track, 1400, 6000)).toBeLessThan(0.4);
    expect(track.stand(6000).at).toEqual(grid.tileOf(9, 6));
  });

  test('a refusal brings the walker back without a jump', () => {
    const track = new WalkTrack(grid, standing(2, 2));
    track.follow({ from: [2, 2], to: [9, 2], departAt: 1000 });
    track.stand(1200);
    track.follow(standing(2, 2));
    expect(longestStep(track, 1200, 4000)).toBeLessThan(0.4);
    expect(track.stand(4000).at).toEqual(grid.tileOf(2, 2));
  });
});

describe('others', () => {
  test('a new walk that departs in the future lets the former one run on until then', () => {
    const track = new WalkTrack(grid, standing(2, 2));
    track.follow({ from: [2, 2], to: [12, 2], departAt: 1000 });
    const departAt = 1000 + 3 * WALK_MS_PER_CELL;
    track.stand(1500);
    track.follow({ from: [5, 2], to: [5, 9], departAt });
    const halfway = track.stand(1550);
    expect(halfway.moving).toBe(true);
    expect(longestStep(track, 1550, 5000)).toBeLessThan(0.2);
    expect(track.stand(5000).at).toEqual(grid.tileOf(5, 9));
  });

  test('never jump more than a tile between two frames, whatever the server tells next and however rarely frames come', () => {
    const cell = fc.tuple(fc.integer({ min: 0, max: 29 }), fc.integer({ min: 0, max: 14 }));
    const step = fc.record({
      from: cell,
      to: cell,
      wait: fc.integer({ min: 0, max: 900 }),
      late: fc.integer({ min: -400, max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), fc.constantFrom(16, 33, 50), (steps, frame) => {
        const track = new WalkTrack(grid, standing(4, 4));
        let now = 10_000;
        track.stand(now);
        for (const { from, to, wait, late } of steps) {
          track.follow({ from, to, departAt: now + late });
          expect(longestStep(track, now, now + wait + frame, frame)).toBeLessThan(1);
          now += Math.floor(wait / frame) * frame + frame;
        }
      }),
      { numRuns: 200 },
    );
  });

  test('somebody who was put far away is not dragged there', () => {
    const track = new WalkTrack(grid, standing(0, 0));
    track.stand(1000);
    track.follow(standing(29, 29));
    expect(track.stand(1001)).toMatchObject({ put: true, moving: false });
    expect(track.stand(1002).at).toEqual(grid.tileOf(29, 29));
  });
});

describe('WalkTrack.cell', () => {
  test('is the cell being entered', () => {
    const track = new WalkTrack(grid, { from: [2, 2], to: [9, 2], departAt: 0 });
    expect(track.cell(WALK_MS_PER_CELL * 1.5)).toEqual([4, 2]);
    expect(track.cell(1e9)).toEqual([9, 2]);
  });
});
