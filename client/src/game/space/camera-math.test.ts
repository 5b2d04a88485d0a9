import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  approach,
  bringInto,
  clampEye,
  type Eye,
  focusOn,
  glide,
  inFreeView,
  keepInMiddle,
  maxZoom,
  minZoom,
  openingZoom,
  panBy,
  toScreen,
  toWorld,
  zoomAbout,
} from './camera-math.ts';

const ground = { x: -1536, y: -768, width: 3072, height: 1536 };
const none = { top: 0, right: 0, bottom: 0, left: 0 };
const views = fc.record({ width: fc.integer({ min: 280, max: 5120 }), height: fc.integer({ min: 280, max: 2880 }) });
const eyes = fc.record({
  x: fc.double({ min: -5000, max: 5000, noNaN: true }),
  y: fc.double({ min: -5000, max: 5000, noNaN: true }),
  zoom: fc.double({ min: 0.01, max: 20, noNaN: true }),
});

const inner = { x: -300, y: -150, width: 240, height: 120 };

describe('bringing something into view', () => {
  const view = { width: 390, height: 844 };
  const eye = { x: 0, y: 0, zoom: 1 };

  test('moves nothing when all of it is in the free view', () => {
    const seen = { x: -100, y: -100, width: 200, height: 200 };
    expect(bringInto(seen, eye, view, ground, { ...none, bottom: 300 })).toBe(eye);
  });
  test('moves no further than it takes, out from under what covers it', () => {
    const covered = { x: -50, y: 100, width: 100, height: 60 };
    const moved = bringInto(covered, eye, view, ground, { ...none, bottom: 340 });
    expect(moved).toEqual({ x: 0, y: 160 + 340 - 422, zoom: 1 });
  });
  test('shows the middle of what does not fit', () => {
    const wide = { x: -400, y: 0, width: 800, height: 40 };
    expect(bringInto(wide, { ...eye, x: 200 }, view, ground, none).x).toBeCloseTo(0);
  });
  test('ends with all of it in the free view, or as near as the ground lets it', () => {
    fc.assert(
      fc.property(eyes, fc.integer({ min: 0, max: 400 }), (from, bottom) => {
        const inset = { ...none, bottom };
        const start = clampEye(from, view, ground, inset);
        const to = bringInto(inner, start, view, ground, inset);
        const again = bringInto(inner, to, view, ground, inset);
        expect([again.x, again.y]).toEqual([expect.closeTo(to.x, 6), expect.closeTo(to.y, 6)]);
        expect(clampEye(to, view, ground, inset)).toEqual(to);
      }),
    );
  });
});

function expectNoEdge(eye: Eye, view: { width: number; height: number }): void {
  const upperLeft = toWorld({ x: 0, y: 0 }, eye, view);
  const lowerRight = toWorld({ x: view.width, y: view.height }, eye, view);
  expect(upperLeft.x).toBeGreaterThanOrEqual(ground.x - 1e-6);
  expect(upperLeft.y).toBeGreaterThanOrEqual(ground.y - 1e-6);
  expect(lowerRight.x).toBeLessThanOrEqual(ground.x + ground.width + 1e-6);
  expect(lowerRight.y).toBeLessThanOrEqual(ground.y + ground.height + 1e-6);
}

describe('no edge of the ground ever shows', () => {
  test('on any screen, wherever the eye is put', () => {
    fc.assert(fc.property(views, eyes, (view, eye) => expectNoEdge(clampEye(eye, view, ground), view)));
  });

  test('after zooming about any point by any factor', () => {
    fc.assert(
      fc.property(views, eyes, fc.double({ min: 0.01, max: 50, noNaN: true }), (view, eye, factor) => {
        expectNoEdge(zoomAbout(clampEye(eye, view, ground), view, ground, { x: 13, y: 250 }, factor), view);
      }),
    );
  });

  test('after any drag', () => {
    const far = fc.double({ min: -9000, max: 9000, noNaN: true });
    fc.assert(
      fc.property(views, eyes, far, far, (view, eye, dx, dy) => {
        expectNoEdge(panBy(clampEye(eye, view, ground), view, ground, dx, dy), view);
      }),
    );
  });
});

describe('zoom', () => {
  const garden = { x: -300, y: -100, width: 520, height: 400 };
  test('opens within its bounds on every screen', () => {
    fc.assert(
      fc.property(views, (view) => {
        const zoom = openingZoom(view, ground, garden, none);
        expect(zoom).toBeGreaterThanOrEqual(minZoom(view, ground));
        expect(zoom).toBeLessThanOrEqual(maxZoom(view, ground));
      }),
    );
  });

  test('opens far enough away for the garden to fit a phone, and not farther on a desktop', () => {
    const phone = { width: 390, height: 844 };
    expect(openingZoom(phone, ground, garden, none) * garden.width).toBeLessThanOrEqual(phone.width);
    expect(openingZoom({ width: 1280, height: 800 }, ground, garden, none)).toBe(1);
  });

  test('keeps the point under the finger while nothing hits the edge', () => {
    const view = { width: 390, height: 844 };
    const eye = { x: 20, y: -30, zoom: 0.9 };
    const finger = { x: 100, y: 300 };
    const before = toWorld(finger, eye, view);
    const after = toWorld(finger, zoomAbout(eye, view, ground, finger, 1.2), view);
    expect(after.x).toBeCloseTo(before.x, 9);
    expect(after.y).toBeCloseTo(before.y, 9);
  });
});

describe('focusOn', () => {
  test('shows the subject in the middle of what a card leaves free', () => {
    const view = { width: 1280, height: 800 };
    const inset = { top: 0, right: 380, bottom: 90, left: 0 };
    const subject = { x: 100, y: 50 };
    const at = toScreen(subject, focusOn(subject, { x: 0, y: 0, zoom: 1 }, view, ground, inset), view);
    expect(at).toEqual({ x: 450, y: 355 });
  });

  test('a bottom sheet over two thirds of a phone leaves the subject above it', () => {
    const view = { width: 390, height: 844 };
    const inset = { top: 60, right: 0, bottom: 540, left: 0 };
    const subject = { x: -120, y: 200 };
    const eye = focusOn(subject, { x: 0, y: 0, zoom: 0.82 }, view, ground, inset);
    expect(inFreeView(subject, eye, view, inset, 60)).toBe(true);
  });
});

describe('keepInMiddle', () => {
  const view = { width: 1000, height: 600 };
  test('leaves the camera alone while the walker stays in the middle', () => {
    const eye = { x: 0, y: 0, zoom: 1 };
    expect(keepInMiddle({ x: 200, y: 100 }, eye, view, ground, none, 0.5)).toBe(eye);
  });
  test('follows by no more than needed', () => {
    const eye = keepInMiddle({ x: 300, y: 0 }, { x: 0, y: 0, zoom: 1 }, view, ground, none, 0.5);
    expect(eye).toEqual({ x: 50, y: 0, zoom: 1 });
  });
});

describe('glide', () => {
  const view = { width: 1000, height: 600 };
  test('a camera at rest stays at rest', () => {
    expect(glide({ x: 0, y: 0, zoom: 1 }, { vx: 0, vy: 0 }, 16, view, ground)).toBeNull();
  });
  test('ends by itself, in a bounded time', () => {
    let state: ReturnType<typeof glide> = { eye: { x: 0, y: 0, zoom: 1 }, speed: { vx: 3, vy: -2 } };
    let frames = 0;
    while (state !== null && frames < 1000) {
      state = glide(state.eye, state.speed, 16, view, ground);
      frames++;
    }
    expect(frames).toBeLessThan(200);
  });
  test('ends at the edge', () => {
    const corner = clampEye({ x: 9999, y: 9999, zoom: 1 }, view, ground);
    expect(glide(corner, { vx: -2, vy: -2 }, 16, view, ground)).toBeNull();
  });
});

describe('approach', () => {
  test('halves the way in a half-life and lands on the target', () => {
    const target = { x: 100, y: 0, zoom: 1 };
    expect(approach({ x: 0, y: 0, zoom: 1 }, target, 80, 80).x).toBeCloseTo(50);
    expect(approach({ x: 99.9, y: 0, zoom: 1 }, target, 80, 80)).toBe(target);
  });
});
