import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Gesture, GestureRecogniser } from './gesture.ts';

const drags = () => new GestureRecogniser(() => 'drag');
const strokes = () => new GestureRecogniser(() => 'stroke');
const kinds = (gestures: readonly Gesture[]) => gestures.map(({ kind }) => kind);
const at = (x: number, y: number) => ({ x, y });

describe('what is no tap', () => {
  test('a pointer that the browser took away', () => {
    const recogniser = drags();
    recogniser.down(1, 'touch', at(0, 0), 0);
    expect(recogniser.cancel(1)).toEqual([]);
    expect(recogniser.up(1, at(0, 0), 50)).toEqual([]);
  });

  test('lifting a pointer that never was put down', () => {
    expect(drags().up(7, at(0, 0), 0)).toEqual([]);
  });

  test('a drag', () => {
    const recogniser = drags();
    recogniser.down(1, 'mouse', at(0, 0), 0);
    expect(kinds(recogniser.move(1, 'mouse', at(30, 0), 16))).toEqual(['drag-start']);
    expect(kinds(recogniser.move(1, 'mouse', at(40, 0), 32))).toEqual(['drag']);
    expect(kinds(recogniser.up(1, at(40, 0), 48))).toEqual(['drag-end']);
  });

  test('two fingers, however they are lifted', () => {
    const recogniser = drags();
    recogniser.down(1, 'touch', at(0, 0), 0);
    recogniser.down(2, 'touch', at(100, 0), 10);
    recogniser.move(2, 'touch', at(140, 0), 20);
    expect(recogniser.up(1, at(0, 0), 30)).toEqual([]);
    expect(recogniser.move(2, 'touch', at(300, 0), 40)).toEqual([]);
    expect(recogniser.up(2, at(300, 0), 50)).toEqual([]);
  });
});

describe('tap', () => {
  test('a steady press', () => {
    const recogniser = drags();
    recogniser.down(1, 'mouse', at(5, 5), 0);
    expect(recogniser.move(1, 'mouse', at(7, 6), 30)).toEqual([]);
    expect(recogniser.up(1, at(7, 6), 60)).toEqual([{ kind: 'tap', at: at(7, 6) }]);
  });

  test('a finger may tremble more than a mouse', () => {
    const mouse = drags();
    const finger = drags();
    mouse.down(1, 'mouse', at(0, 0), 0);
    finger.down(1, 'touch', at(0, 0), 0);
    mouse.move(1, 'mouse', at(7, 0), 20);
    finger.move(1, 'touch', at(7, 0), 20);
    expect(kinds(mouse.up(1, at(7, 0), 40))).toEqual(['drag-end']);
    expect(kinds(finger.up(1, at(7, 0), 40))).toEqual(['tap']);
  });
});

describe('drag', () => {
  test('a flick tells its speed', () => {
    const recogniser = drags();
    recogniser.down(1, 'touch', at(0, 0), 0);
    for (let i = 1; i <= 10; i++) recogniser.move(1, 'touch', at(20 * i, 0), 10 * i);
    const [end] = recogniser.up(1, at(200, 0), 100);
    expect(end).toMatchObject({ kind: 'drag-end', vy: 0 });
    expect(end?.kind === 'drag-end' ? end.vx : 0).toBeCloseTo(2);
  });

  test('a pause before letting go is no flick', () => {
    const recogniser = drags();
    recogniser.down(1, 'touch', at(0, 0), 0);
    for (let i = 1; i <= 10; i++) recogniser.move(1, 'touch', at(20 * i, 0), 10 * i);
    expect(recogniser.up(1, at(200, 0), 400)).toEqual([{ kind: 'drag-end', vx: 0, vy: 0 }]);
  });
});

describe('stroke over plots', () => {
  test('a mouse begins at once', () => {
    expect(kinds(strokes().down(1, 'mouse', at(0, 0), 0))).toEqual(['press', 'stroke-start']);
  });

  test('a finger begins when it moves, from where it was put down', () => {
    const recogniser = strokes();
    expect(kinds(recogniser.down(1, 'touch', at(0, 0), 0))).toEqual(['press']);
    expect(recogniser.move(1, 'touch', at(30, 0), 20)).toEqual([
      { kind: 'stroke-start', at: at(0, 0) },
      { kind: 'stroke', from: at(0, 0), to: at(30, 0) },
    ]);
  });

  test('a finger that only taps strokes one point', () => {
    const recogniser = strokes();
    recogniser.down(1, 'touch', at(4, 4), 0);
    expect(kinds(recogniser.up(1, at(4, 4), 60))).toEqual(['stroke-start', 'stroke-end']);
  });

  test('a second finger before it moved makes it a pinch: nothing is harvested', () => {
    const recogniser = strokes();
    recogniser.down(1, 'touch', at(0, 0), 0);
    expect(recogniser.down(2, 'touch', at(100, 0), 30)).toEqual([]);
    expect(kinds(recogniser.move(2, 'touch', at(120, 0), 40))).toEqual(['pinch']);
  });

  test('every piece begins where the last one ended', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer(), fc.integer()), { minLength: 1, maxLength: 20 }), (points) => {
        const recogniser = strokes();
        recogniser.down(1, 'mouse', at(0, 0), 0);
        let last = at(0, 0);
        points.forEach(([x, y], i) => {
          const [piece] = recogniser.move(1, 'mouse', at(x, y), i);
          expect(piece).toEqual({ kind: 'stroke', from: last, to: at(x, y) });
          last = at(x, y);
        });
        expect(kinds(recogniser.up(1, last, 99))).toEqual(['stroke-end']);
      }),
    );
  });
});

describe('pinch', () => {
  test('spreading the fingers to twice the span doubles, about their middle', () => {
    const recogniser = drags();
    recogniser.down(1, 'touch', at(0, 0), 0);
    recogniser.down(2, 'touch', at(100, 0), 0);
    const [first] = recogniser.move(2, 'touch', at(200, 0), 10);
    expect(first).toEqual({ kind: 'pinch', about: at(100, 0), factor: 2, dx: 50, dy: 0 });
  });

  test('a third finger changes nothing', () => {
    const recogniser = drags();
    recogniser.down(1, 'touch', at(0, 0), 0);
    recogniser.down(2, 'touch', at(100, 0), 0);
    recogniser.down(3, 'touch', at(50, 50), 0);
    expect(recogniser.move(3, 'touch', at(60, 60), 10)).toEqual([]);
  });
});

describe('mouse without a button', () => {
  test('hovers, and leaves', () => {
    const recogniser = drags();
    expect(recogniser.move(1, 'mouse', at(3, 3), 0)).toEqual([{ kind: 'hover', at: at(3, 3) }]);
    expect(recogniser.leave()).toEqual([{ kind: 'leave' }]);
  });
  test('a finger never hovers', () => {
    expect(drags().move(1, 'touch', at(3, 3), 0)).toEqual([]);
  });
});
