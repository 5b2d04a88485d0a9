import type { CameraRig } from '../camera-rig.ts';
import type { Px } from '../space/iso.ts';
import type { Gesture, PressKind } from './gesture.ts';
import type { Target } from './hit-list.ts';
import type { PointerHost } from './pointer-input.ts';

export type TouchHost = {
  readonly element: HTMLElement;
  readonly rig: CameraRig;
  readonly targetAt: (world: Px) => Target | null;
  readonly strokes: (target: Target | null) => boolean;
  readonly strokeOver: (phase: 'start' | 'move' | 'end', from: Px, to: Px) => void;
  /** `screen` in CSS pixels of the window. */
  readonly tap: (target: Target, world: Px, screen: Px) => void;
  readonly tapGround: (world: Px) => void;
  /** A mouse rests on something, or on nothing any more. `screen` in CSS pixels of the window. */
  readonly hover: (target: Target | null, screen: Px) => void;
  readonly changed: () => void;
};

/** A mouse over the world is looked under this often, in milliseconds: finding what lies there reads pixels. */
const HOVER_MS = 60;

/** Gives every gesture its meaning: camera, stroke over plots, tap on something, walk. */
export class Touch implements PointerHost {
  readonly #host: TouchHost;
  #last: Px = { x: 0, y: 0 };
  #hoveredAt = 0;

  constructor(host: TouchHost) {
    this.#host = host;
  }

  pressKind(screen: Px): PressKind {
    const { rig, targetAt, strokes } = this.#host;
    return strokes(targetAt(rig.toWorld(screen))) ? 'stroke' : 'drag';
  }

  gesture(gesture: Gesture): void {
    this.#run(gesture);
    this.#host.changed();
  }

  wheel(at: Px, delta: number): void {
    this.#host.rig.wheel(at, delta);
    this.#host.changed();
  }

  #run(gesture: Gesture): void {
    if (gesture.kind === 'tap') this.#tap(gesture.at);
    else if (gesture.kind === 'hover') this.#hover(gesture.at);
    else if (gesture.kind === 'leave') this.#leave();
    else if (gesture.kind.startsWith('stroke')) this.#stroke(gesture);
    else this.#move(gesture);
  }

  #stroke(gesture: Gesture): void {
    const { rig, strokeOver } = this.#host;
    if (gesture.kind === 'stroke-start') {
      this.#last = rig.toWorld(gesture.at);
      strokeOver('start', this.#last, this.#last);
    } else if (gesture.kind === 'stroke') {
      this.#last = rig.toWorld(gesture.to);
      strokeOver('move', rig.toWorld(gesture.from), this.#last);
    } else strokeOver('end', this.#last, this.#last);
  }

  #move(gesture: Gesture): void {
    const { rig, element, hover } = this.#host;
    if (gesture.kind === 'press') rig.hold();
    else if (gesture.kind === 'drag') rig.drag(gesture.dx, gesture.dy);
    else if (gesture.kind === 'pinch') rig.pinch(gesture.about, gesture.factor, gesture.dx, gesture.dy);
    else if (gesture.kind === 'drag-start') {
      element.style.cursor = 'grabbing';
      hover(null, this.#last);
    } else if (gesture.kind === 'drag-end') {
      element.style.cursor = '';
      rig.release({ vx: gesture.vx, vy: gesture.vy });
    }
  }

  #leave(): void {
    this.#host.element.style.cursor = '';
    this.#host.hover(null, this.#last);
  }

  #tap(screen: Px): void {
    const point = this.#host.rig.toWorld(screen);
    const target = this.#host.targetAt(point);
    if (target === null) this.#host.tapGround(point);
    else this.#host.tap(target, point, this.#onWindow(screen));
  }

  #onWindow({ x, y }: Px): Px {
    const box = this.#host.element.getBoundingClientRect();
    return { x: x + box.left, y: y + box.top };
  }

  #hover(screen: Px): void {
    const now = performance.now();
    if (now - this.#hoveredAt < HOVER_MS) return;
    this.#hoveredAt = now;
    const target = this.#host.targetAt(this.#host.rig.toWorld(screen));
    this.#host.element.style.cursor = target === null ? '' : 'pointer';
    this.#host.hover(target, this.#onWindow(screen));
  }
}
