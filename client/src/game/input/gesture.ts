import { distance, type Px } from '../space/iso.ts';

/**
 * Turns pointers into gestures: tap, stroke or drag, pinch, hover. Pure: time and points are arguments, gestures are returned.
 * What a press begins (a stroke over plots or a drag of the camera) is asked of the caller once, at the press.
 */
export type PressKind = 'stroke' | 'drag';
export type Gesture =
  | { readonly kind: 'press'; readonly at: Px }
  | { readonly kind: 'tap'; readonly at: Px }
  | { readonly kind: 'stroke-start'; readonly at: Px }
  /** `from` is where the last one ended: a quick finger skips pixels, never plots. */
  | { readonly kind: 'stroke'; readonly from: Px; readonly to: Px }
  | { readonly kind: 'stroke-end' }
  | { readonly kind: 'drag-start' }
  | { readonly kind: 'drag'; readonly dx: number; readonly dy: number }
  /** CSS pixels a millisecond at the moment of letting go. */
  | { readonly kind: 'drag-end'; readonly vx: number; readonly vy: number }
  | { readonly kind: 'pinch'; readonly about: Px; readonly factor: number; readonly dx: number; readonly dy: number }
  | { readonly kind: 'hover'; readonly at: Px }
  | { readonly kind: 'leave' };

export type PointerKind = 'mouse' | 'touch' | 'pen';

/** A finger is less steady than a mouse: so far it may move, in CSS pixels, and still tap. */
const SLOP = { mouse: 5, touch: 10, pen: 8 } as const;
/** Speed is measured over this many last milliseconds. */
const SPEED_WINDOW_MS = 90;

type Pointer = { at: Px; readonly start: Px; readonly kind: PointerKind };
type Sample = { readonly at: Px; readonly time: number };

export class GestureRecogniser {
  readonly #pressKind: (at: Px) => PressKind;
  readonly #pointers = new Map<number, Pointer>();
  #mode: 'idle' | 'pressed' | 'aimed' | 'stroke' | 'drag' | 'pinch' | 'spent' = 'idle';
  #samples: Sample[] = [];

  constructor(pressKind: (at: Px) => PressKind) {
    this.#pressKind = pressKind;
  }

  get active(): boolean {
    return this.#pointers.size > 0;
  }

  down(id: number, kind: PointerKind, at: Px, time: number): Gesture[] {
    this.#pointers.set(id, { at, start: at, kind });
    if (this.#pointers.size === 1) return this.#press(kind, at, time);
    if (this.#pointers.size === 2) return this.#startPinch();
    return [];
  }

  move(id: number, kind: PointerKind, at: Px, time: number): Gesture[] {
    const pointer = this.#pointers.get(id);
    if (pointer === undefined) return kind === 'mouse' && !this.active ? [{ kind: 'hover', at }] : [];
    const before = pointer.at;
    if (this.#mode === 'pinch') return this.#pinch(pointer, at);
    pointer.at = at;
    if (this.#mode === 'pressed' || this.#mode === 'aimed') return this.#passSlop(pointer, time);
    if (this.#mode === 'stroke') return [{ kind: 'stroke', from: before, to: at }];
    if (this.#mode !== 'drag') return [];
    this.#sample(at, time);
    return [{ kind: 'drag', dx: at.x - before.x, dy: at.y - before.y }];
  }

  up(id: number, at: Px, time: number): Gesture[] {
    if (!this.#pointers.delete(id)) return [];
    const mode = this.#mode;
    // Fingers that stay down after a pinch or a second finger start nothing new: lifting two fingers at once is never exact.
    this.#mode = this.#pointers.size === 0 ? 'idle' : 'spent';
    if (mode === 'pressed') return [{ kind: 'tap', at }];
    if (mode === 'aimed') return [{ kind: 'stroke-start', at }, { kind: 'stroke-end' }];
    if (mode === 'stroke') return [{ kind: 'stroke-end' }];
    if (mode === 'drag') return [{ kind: 'drag-end', ...this.#speed(time) }];
    return [];
  }

  /** The browser took the pointer (a system gesture, a lost window): nothing is tapped. */
  cancel(id: number): Gesture[] {
    if (!this.#pointers.delete(id)) return [];
    return this.#abandon();
  }

  leave(): Gesture[] {
    return this.active ? [] : [{ kind: 'leave' }];
  }

  #press(kind: PointerKind, at: Px, time: number): Gesture[] {
    this.#samples = [{ at, time }];
    const stroke = this.#pressKind(at) === 'stroke';
    // A finger may turn out to be the first of two: its stroke begins when it moves or lifts. A mouse cannot pinch.
    this.#mode = !stroke ? 'pressed' : kind === 'mouse' ? 'stroke' : 'aimed';
    const press: Gesture = { kind: 'press', at };
    return this.#mode === 'stroke' ? [press, { kind: 'stroke-start', at }] : [press];
  }

  #passSlop(pointer: Pointer, time: number): Gesture[] {
    if (distance(pointer.at, pointer.start) < SLOP[pointer.kind]) return [];
    if (this.#mode === 'aimed') {
      this.#mode = 'stroke';
      return [
        { kind: 'stroke-start', at: pointer.start },
        { kind: 'stroke', from: pointer.start, to: pointer.at },
      ];
    }
    this.#mode = 'drag';
    this.#sample(pointer.at, time);
    return [{ kind: 'drag-start' }];
  }

  #startPinch(): Gesture[] {
    const ended = this.#abandon();
    this.#mode = 'pinch';
    return ended;
  }

  #pinch(pointer: Pointer, at: Px): Gesture[] {
    const [first, second] = [...this.#pointers.values()];
    if (first === undefined || second === undefined || (pointer !== first && pointer !== second)) return [];
    const before = { middle: middle(first.at, second.at), span: distance(first.at, second.at) };
    pointer.at = at;
    const after = { middle: middle(first.at, second.at), span: distance(first.at, second.at) };
    const factor = before.span > 0 ? after.span / before.span : 1;
    const dx = after.middle.x - before.middle.x;
    const dy = after.middle.y - before.middle.y;
    return [{ kind: 'pinch', about: after.middle, factor, dx, dy }];
  }

  #abandon(): Gesture[] {
    const mode = this.#mode;
    this.#mode = this.#pointers.size === 0 ? 'idle' : 'spent';
    if (mode === 'stroke') return [{ kind: 'stroke-end' }];
    if (mode === 'drag') return [{ kind: 'drag-end', vx: 0, vy: 0 }];
    return [];
  }

  #sample(at: Px, time: number): void {
    this.#samples.push({ at, time });
    while ((this.#samples[0] as Sample).time < time - SPEED_WINDOW_MS && this.#samples.length > 1)
      this.#samples.shift();
  }

  #speed(now: number): { vx: number; vy: number } {
    const recent = this.#samples.filter((sample) => sample.time >= now - SPEED_WINDOW_MS);
    const first = recent[0];
    const last = recent.at(-1);
    if (first === undefined || last === undefined || last.time - first.time < 1) return { vx: 0, vy: 0 };
    const span = last.time - first.time;
    return { vx: (last.at.x - first.at.x) / span, vy: (last.at.y - first.at.y) / span };
  }
}

const middle = (a: Px, b: Px): Px => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
