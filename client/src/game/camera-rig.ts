import type { Cameras } from 'phaser';
import type { Liveliness } from './loop/frame-driver.ts';
import {
  approach,
  bringInto,
  clampEye,
  type Eye,
  focusOn,
  glide,
  type Inset,
  inFreeView,
  keepInMiddle,
  openingZoom,
  panBy,
  type Speed,
  toWorld,
  type View,
  zoomAbout,
} from './space/camera-math.ts';
import type { Px, Rect } from './space/iso.ts';

/** How the camera behaves towards its subject. */
type Mode =
  /** The player looks round: nothing pulls. */
  | 'free'
  /** Keeps the subject in the middle of the free view, loosely. */
  | 'follow'
  /** Shows the subject, exactly. */
  | 'focus'
  /** Brings an extent into the free view, and no further. */
  | 'show';

/** Half-lives in milliseconds. */
const FOCUS_HALF_LIFE = 70;
const FOLLOW_HALF_LIFE = 120;
/** A walker may wander over this share of the free view before the camera follows. */
const LOOSE = 0.5;
const WHEEL_ZOOM = 1.0015;

/** Moves Phaser's camera: world units are CSS pixels, the canvas has `pixelRatio` device pixels for each. */
export class CameraRig {
  readonly #camera: Cameras.Scene2D.Camera;
  readonly #ground: Rect;
  readonly #pixelRatio: number;
  #mode: Mode = 'follow';
  #shown: Rect | null = null;
  #speed: Speed | null = null;
  #zoomTarget: number | null = null;
  #zoomPoint: Px = { x: 0, y: 0 };
  #inset: Inset = { top: 0, right: 0, bottom: 0, left: 0 };
  eye: Eye;
  view: View;

  constructor(camera: Cameras.Scene2D.Camera, ground: Rect, view: View, pixelRatio: number) {
    this.#camera = camera;
    this.#ground = ground;
    this.#pixelRatio = pixelRatio;
    this.view = view;
    this.eye = { x: 0, y: 0, zoom: 1 };
    camera.setOrigin(0, 0);
    this.#apply(clampEye(this.eye, view, ground));
  }

  get mode(): Mode {
    return this.#mode;
  }

  /** World pixels the view shows. */
  get seen(): Rect {
    const { x, y } = toWorld({ x: 0, y: 0 }, this.eye, this.view);
    return { x, y, width: this.view.width / this.eye.zoom, height: this.view.height / this.eye.zoom };
  }

  toWorld(screen: Px): Px {
    return toWorld(screen, this.eye, this.view);
  }

  resize(view: View): void {
    this.view = view;
    this.#apply(clampEye(this.eye, view, this.#ground, this.#inset));
  }

  /** Shows what the player came to see, at once: another place was entered. */
  open(extent: Rect, inset: Inset): void {
    const subject = { x: extent.x + extent.width / 2, y: extent.y + extent.height / 2 };
    const zoom = openingZoom(this.view, this.#ground, extent, inset);
    this.#apply(focusOn(subject, { ...this.eye, zoom }, this.view, this.#ground, inset));
    this.#mode = 'free';
  }

  /** Looks where it is told to, as far as the ground reaches. */
  stand(eye: Eye, inset: Inset): void {
    this.#inset = inset;
    this.#apply(clampEye(eye, this.view, this.#ground, inset));
    this.#mode = 'free';
  }

  drag(dx: number, dy: number): void {
    this.#mode = 'free';
    this.#speed = null;
    this.#apply(panBy(this.eye, this.view, this.#ground, dx, dy, this.#inset));
  }

  /** Stops a glide: a finger was put down. */
  hold(): void {
    this.#speed = null;
    this.#zoomTarget = null;
  }

  release(speed: Speed): void {
    this.#speed = speed;
  }

  pinch(about: Px, factor: number, dx: number, dy: number): void {
    this.#mode = 'free';
    this.#apply(zoomAbout(this.eye, this.view, this.#ground, about, factor, this.#inset));
    this.#apply(panBy(this.eye, this.view, this.#ground, dx, dy, this.#inset));
  }

  /** `delta` of a wheel event in pixels; a trackpad pinch sends many small ones. */
  wheel(at: Px, delta: number): void {
    const from = this.#zoomTarget ?? this.eye.zoom;
    const factor = WHEEL_ZOOM ** -delta;
    this.#zoomTarget = zoomAbout({ ...this.eye, zoom: from }, this.view, this.#ground, at, factor).zoom;
    this.#zoomPoint = at;
  }

  follow(): void {
    this.#mode = 'follow';
    this.#speed = null;
  }

  focus(): void {
    this.#mode = 'focus';
    this.#speed = null;
  }

  /** Brings all of this into view, by as little as that takes. */
  show(extent: Rect): void {
    this.#mode = 'show';
    this.#speed = null;
    this.#shown = extent;
  }

  /** Stays where it is: what it showed is over. */
  rest(): void {
    this.#mode = 'free';
  }

  /** Brings the subject into view unless it is there already, and leaves the camera alone otherwise. */
  reveal(subject: Px, inset: Inset): void {
    if (!inFreeView(subject, this.eye, this.view, inset, 60)) this.focus();
  }

  update(delta: number, subject: Px, inset: Inset, calm: boolean): Liveliness {
    const before = this.eye;
    this.#inset = inset;
    this.#wheelOn(delta, calm);
    this.#glideOn(delta);
    this.#towards(this.#wanted(subject, inset), delta, calm);
    return before === this.eye ? 'still' : 'moving';
  }

  #wanted(subject: Px, inset: Inset): Eye {
    // A card that closed may leave the eye beyond the edge it hid: back into bounds, without a jerk.
    if (this.#mode === 'free') return clampEye(this.eye, this.view, this.#ground, inset);
    if (this.#mode === 'show' && this.#shown !== null) {
      return bringInto(this.#shown, this.eye, this.view, this.#ground, inset);
    }
    return this.#mode === 'focus'
      ? focusOn(subject, this.eye, this.view, this.#ground, inset)
      : keepInMiddle(subject, this.eye, this.view, this.#ground, inset, LOOSE);
  }

  #towards(target: Eye, delta: number, calm: boolean): void {
    if (Math.abs(target.x - this.eye.x) < 0.01 && Math.abs(target.y - this.eye.y) < 0.01) return;
    const halfLife = this.#mode === 'focus' || this.#mode === 'show' ? FOCUS_HALF_LIFE : FOLLOW_HALF_LIFE;
    this.#apply(calm ? target : approach(this.eye, target, delta, halfLife));
  }

  #wheelOn(delta: number, calm: boolean): void {
    if (this.#zoomTarget === null) return;
    const wanted = this.#zoomTarget / this.eye.zoom;
    const step = calm ? wanted : wanted ** (1 - 0.5 ** (delta / 45));
    const done = Math.abs(Math.log(wanted)) < 0.003;
    this.#apply(zoomAbout(this.eye, this.view, this.#ground, this.#zoomPoint, done ? wanted : step, this.#inset));
    if (done) this.#zoomTarget = null;
  }

  #glideOn(delta: number): void {
    if (this.#speed === null) return;
    const next = glide(this.eye, this.#speed, delta, this.view, this.#ground, this.#inset);
    this.#speed = next?.speed ?? null;
    if (next !== null) this.#apply(next.eye);
  }

  #apply(eye: Eye): void {
    this.eye = eye;
    const zoom = eye.zoom * this.#pixelRatio;
    const { x, y } = this.seen;
    // Whole device pixels: still sprites stay sharp and do not shimmer against each other.
    this.#camera.setZoom(zoom).setScroll(Math.round(x * zoom) / zoom, Math.round(y * zoom) / zoom);
  }
}
