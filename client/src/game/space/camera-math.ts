import { clamp, type Px, type Rect } from './iso.ts';

/** Where the camera looks: the world point in the middle of the view, and CSS pixels a world pixel. */
export type Eye = { readonly x: number; readonly y: number; readonly zoom: number };
/** CSS pixels. */
export type View = { readonly width: number; readonly height: number };
export type Inset = { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };

/** Nearer than this the baked sprites (drawn at twice their size) turn soft. */
export const MAX_ZOOM = 1.6;
/** Further away faces and crops cannot be told apart. */
const FAR_ZOOM = 0.5;
/** Speed left of a flicked camera after this many milliseconds: 1/e. */
const GLIDE_MS = 260;
/** World pixels a second below which a glide has ended. */
const GLIDE_END = 12;

/** The lowest zoom at which the ground still covers the whole view: an edge never shows. */
export const minZoom = (view: View, ground: Rect): number =>
  Math.max(FAR_ZOOM, view.width / ground.width, view.height / ground.height);

export const maxZoom = (view: View, ground: Rect): number => Math.max(MAX_ZOOM, minZoom(view, ground));

/**
 * The zoom a place opens with: about life size on a desktop, a little further away on a phone; further still when what one came to see
 * would not fit between what the interface covers.
 */
export function openingZoom(view: View, ground: Rect, extent: Rect, inset: Inset): number {
  const wanted = view.width < 600 ? 0.82 : clamp(view.width / 1280, 0.9, 1.3);
  const freeWidth = Math.max(1, view.width - inset.left - inset.right);
  const freeHeight = Math.max(1, view.height - inset.top - inset.bottom);
  const fitting = Math.min(freeWidth / Math.max(1, extent.width), freeHeight / Math.max(1, extent.height));
  return clamp(Math.min(wanted, Math.max(SMALLEST_OPENING, fitting)), minZoom(view, ground), maxZoom(view, ground));
}

/** Smaller than this nothing is shown unasked: names and crops must be told apart at first sight. */
const SMALLEST_OPENING = 0.64;
const NO_INSET: Inset = { top: 0, right: 0, bottom: 0, left: 0 };

/** The nearest eye that shows nothing beyond the ground in what the interface leaves free: an edge may lie under a card. */
export function clampEye(eye: Eye, view: View, ground: Rect, inset: Inset = NO_INSET): Eye {
  const zoom = clamp(eye.zoom, minZoom(view, ground), maxZoom(view, ground));
  const halfW = view.width / zoom / 2;
  const halfH = view.height / zoom / 2;
  return {
    x: clamp(eye.x, ground.x + halfW - inset.left / zoom, ground.x + ground.width - halfW + inset.right / zoom),
    y: clamp(eye.y, ground.y + halfH - inset.top / zoom, ground.y + ground.height - halfH + inset.bottom / zoom),
    zoom,
  };
}

export const toWorld = (screen: Px, eye: Eye, view: View): Px => ({
  x: eye.x + (screen.x - view.width / 2) / eye.zoom,
  y: eye.y + (screen.y - view.height / 2) / eye.zoom,
});

export const toScreen = (world: Px, eye: Eye, view: View): Px => ({
  x: (world.x - eye.x) * eye.zoom + view.width / 2,
  y: (world.y - eye.y) * eye.zoom + view.height / 2,
});

/** Zooms by `factor` about a screen point, which keeps showing the same spot of the world unless an edge would appear. */
export function zoomAbout(eye: Eye, view: View, ground: Rect, screen: Px, factor: number, inset = NO_INSET): Eye {
  const zoom = clamp(eye.zoom * factor, minZoom(view, ground), maxZoom(view, ground));
  const anchor = toWorld(screen, eye, view);
  const moved = {
    x: anchor.x - (screen.x - view.width / 2) / zoom,
    y: anchor.y - (screen.y - view.height / 2) / zoom,
    zoom,
  };
  return clampEye(moved, view, ground, inset);
}

export const panBy = (eye: Eye, view: View, ground: Rect, screenDx: number, screenDy: number, inset = NO_INSET): Eye =>
  clampEye({ ...eye, x: eye.x - screenDx / eye.zoom, y: eye.y - screenDy / eye.zoom }, view, ground, inset);

/** The eye that shows `subject` in the middle of what the interface leaves free. */
export function focusOn(subject: Px, eye: Eye, view: View, ground: Rect, inset: Inset): Eye {
  const freeX = (inset.left + view.width - inset.right) / 2;
  const freeY = (inset.top + view.height - inset.bottom) / 2;
  const x = subject.x - (freeX - view.width / 2) / eye.zoom;
  const y = subject.y - (freeY - view.height / 2) / eye.zoom;
  return clampEye({ x, y, zoom: eye.zoom }, view, ground, inset);
}

/** Whether `subject` lies in the free part of the view, at least `margin` CSS pixels from its sides. */
export function inFreeView(subject: Px, eye: Eye, view: View, inset: Inset, margin: number): boolean {
  const { x, y } = toScreen(subject, eye, view);
  // A free part smaller than two margins leaves only its middle.
  const marginX = Math.min(margin, Math.max(0, (view.width - inset.left - inset.right) / 2 - 1));
  const marginY = Math.min(margin, Math.max(0, (view.height - inset.top - inset.bottom) / 2 - 1));
  return (
    x >= inset.left + marginX &&
    x <= view.width - inset.right - marginX &&
    y >= inset.top + marginY &&
    y <= view.height - inset.bottom - marginY
  );
}

/** The smallest move that brings all of `extent` into the free part of the view; its middle when it does not fit. */
export function bringInto(extent: Rect, eye: Eye, view: View, ground: Rect, inset: Inset): Eye {
  const { x, y } = toScreen(extent, eye, view);
  const dx = shift(x, extent.width * eye.zoom, inset.left, view.width - inset.right);
  const dy = shift(y, extent.height * eye.zoom, inset.top, view.height - inset.bottom);
  return dx === 0 && dy === 0 ? eye : panBy(eye, view, ground, dx, dy, inset);
}

function shift(at: number, length: number, low: number, high: number): number {
  if (length > high - low) return (low + high - length) / 2 - at;
  if (at < low) return low - at;
  return Math.min(0, high - at - length);
}

/** Speed in CSS pixels a millisecond. */
export type Speed = { readonly vx: number; readonly vy: number };

/** A flicked camera: moves on, ever slower. Returns null once it stands. */
export function glide(
  eye: Eye,
  speed: Speed,
  elapsed: number,
  view: View,
  ground: Rect,
  inset = NO_INSET,
): { eye: Eye; speed: Speed } | null {
  if (Math.hypot(speed.vx, speed.vy) * 1000 < GLIDE_END) return null;
  const left = Math.exp(-elapsed / GLIDE_MS);
  const travelled = GLIDE_MS * (1 - left);
  const moved = panBy(eye, view, ground, speed.vx * travelled, speed.vy * travelled, inset);
  if (moved.x === eye.x && moved.y === eye.y) return null; // both ways stopped by the edge
  return { eye: moved, speed: { vx: speed.vx * left, vy: speed.vy * left } };
}

/** Moves `eye` towards `target` so that half the way is left after `halfLife` milliseconds; lands when it is within a third of a pixel. */
export function approach(eye: Eye, target: Eye, elapsed: number, halfLife: number): Eye {
  const share = 1 - 0.5 ** (elapsed / halfLife);
  const next = {
    x: eye.x + (target.x - eye.x) * share,
    y: eye.y + (target.y - eye.y) * share,
    zoom: eye.zoom + (target.zoom - eye.zoom) * share,
  };
  const there = Math.hypot(next.x - target.x, next.y - target.y) < 0.33 && Math.abs(next.zoom - target.zoom) < 0.002;
  return there ? target : next;
}

/** The smallest move that brings `subject` into the middle `share` of the free view: a walker pulls the camera only when it leaves the middle. */
export function keepInMiddle(subject: Px, eye: Eye, view: View, ground: Rect, inset: Inset, share: number): Eye {
  const { x, y } = toScreen(subject, eye, view);
  const dx = overshoot(x, inset.left, view.width - inset.right, share);
  const dy = overshoot(y, inset.top, view.height - inset.bottom, share);
  return dx === 0 && dy === 0 ? eye : panBy(eye, view, ground, -dx, -dy, inset);
}

function overshoot(at: number, low: number, high: number, share: number): number {
  const middle = (low + high) / 2;
  const half = (Math.max(0, high - low) / 2) * share;
  return at - clamp(at, middle - half, middle + half);
}
