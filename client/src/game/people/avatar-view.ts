import { AVATAR_POSES, type AvatarPose, avatarFrame, type Facing, facingOf } from '@bloomvale/assets/frames';
import { GameObjects, type Scene } from 'phaser';
import type { Frame } from '../space/frame.ts';
import { contains, type Px, type Rect, tileToWorld } from '../space/iso.ts';
import type { AvatarSheets } from '../textures/avatar-sheets.ts';
import type { Label } from '../textures/label-sheet.ts';
import { ATLAS_SCALE } from '../textures/world-textures.ts';
import { LabelView } from '../views/label-view.ts';
import type { Stand } from './walk-track.ts';

/** People stand a little smaller than drawn, so that doors fit them. */
const SIZE = 0.92;
/** Height of a head over its feet, world pixels; names and bubbles begin above it. */
export const HEAD = 98;
/** Half a hop a cell: art direction, section 6. */
const HOP_PX = 4;
/** Body for taps and for depth, world pixels round the feet. */
const BODY = { halfWidth: 23, height: 92 } as const;
const FADE_MS = 160;

/** One person in the world: sprite, name, and what pose they are in. Knows nothing of stores or rules. */
export class AvatarView {
  readonly #scene: Scene;
  readonly #sheets: AvatarSheets;
  readonly #depthOf: (at: Stand['at'], bounds: Rect) => number;
  readonly #pixelRatio: number;
  #sprite: GameObjects.Image | null = null;
  #sheet: string | null = null;
  #look = '';
  #tag: LabelView | null = null;
  #pose: AvatarPose = 'idle';
  #poseUntil = 0;
  #shownSince: number | null = null;
  #gone = false;
  #squash = 0;
  /** Feet, world pixels. */
  at: Px = { x: 0, y: 0 };
  depth = 0;
  /** Others' sockets that are away but may come back are shown pale. */
  pale = false;

  constructor(
    scene: Scene,
    sheets: AvatarSheets,
    pixelRatio: number,
    depthOf: (at: Stand['at'], bounds: Rect) => number,
  ) {
    this.#scene = scene;
    this.#sheets = sheets;
    this.#pixelRatio = pixelRatio;
    this.#depthOf = depthOf;
  }

  /** Fetches the person's sheet; until it is there only the name shows. `ready` asks for a frame. */
  wear(look: string, ready: () => void): void {
    if (look === this.#look) return;
    this.#look = look;
    this.#sheets.acquire(look).then(
      (sheet) => {
        if (this.#gone || this.#look !== look) return this.#sheets.release(sheet);
        this.#dress(sheet);
        ready();
      },
      () => {
        // The picture could not be fetched: the name stays, and another look or the next visit tries again.
        if (this.#look === look) this.#look = '';
      },
    );
  }

  name(label: Label | null): void {
    if (this.#gone) label?.release();
    else if (label === null) {
      this.#tag?.destroy();
      this.#tag = null;
    } else if (this.#tag === null) this.#tag = new LabelView(this.#scene, label, this.#pixelRatio);
    else this.#tag.change(label);
  }

  /** A pose for a while, such as a wave; walking interrupts it. */
  strike(pose: AvatarPose, now: number, ms: number): void {
    this.#pose = pose;
    this.#poseUntil = now + ms;
  }

  /** A short squash, as an answer to a tap: by how much the height shrinks, about -0.1 to 0.1. */
  squash(amount: number): void {
    this.#squash = amount;
  }

  /** @returns whether the person is moving, so that the next frame is needed. */
  update(stand: Stand, frame: Frame): boolean {
    if (stand.put) this.#shownSince = null; // fades in anew
    this.at = tileToWorld(stand.at);
    this.depth = this.#depthOf(stand.at, this.bounds);
    this.#tag?.place({ x: this.at.x, y: this.at.y - HEAD }, frame, this.depth);
    const fading = this.#draw(stand, frame);
    return stand.moving || fading || frame.now < this.#poseUntil;
  }

  get bounds(): Rect {
    return {
      x: this.at.x - BODY.halfWidth,
      y: this.at.y - BODY.height,
      width: BODY.halfWidth * 2,
      height: BODY.height,
    };
  }

  contains(point: Px): boolean {
    return contains(this.bounds, point) || (this.#tag?.contains(point) ?? false);
  }

  destroy(): void {
    this.#gone = true;
    this.#tag?.destroy();
    this.#sprite?.destroy();
    if (this.#sheet !== null) this.#sheets.release(this.#sheet);
  }

  #dress(sheet: string): void {
    if (this.#sheet !== null) this.#sheets.release(this.#sheet);
    this.#sheet = sheet;
    const { x, y } = this.#sheets.anchor;
    if (this.#sprite === null) {
      this.#sprite = new GameObjects.Image(this.#scene, 0, 0, sheet, avatarFrame('front-right', 'idle', 0));
      this.#scene.add.existing(this.#sprite);
      this.#shownSince = null;
    } else this.#sprite.setTexture(sheet);
    this.#sprite.setOrigin(x, y);
  }

  /** @returns whether it is still fading in. */
  #draw(stand: Stand, { now, calm }: Frame): boolean {
    const sprite = this.#sprite;
    if (sprite === null) return false;
    this.#shownSince ??= now;
    const shown = calm ? 1 : Math.min(1, (now - this.#shownSince) / FADE_MS);
    const pose = this.#poseNow(stand, now);
    const [dx, dy] = stand.facing;
    const facing = facingOf(dx, dy);
    setFrame(sprite, facing, pose, this.#frameOf(pose, now, calm));
    const hop = stand.moving && !calm ? Math.abs(Math.sin((now / 260) * Math.PI)) : 0;
    const size = SIZE * ATLAS_SCALE;
    sprite.setPosition(this.at.x, this.at.y - hop * HOP_PX);
    sprite.setScale(size * (1 + 0.6 * this.#squash), size * (1 - this.#squash));
    sprite.setAlpha(shown * (this.pale ? 0.5 : 1));
    if (sprite.depth !== this.depth) sprite.setDepth(this.depth);
    return shown < 1;
  }

  #poseNow(stand: Stand, now: number): AvatarPose {
    if (stand.moving) return 'walk';
    return now < this.#poseUntil ? this.#pose : 'idle';
  }

  #frameOf(pose: AvatarPose, now: number, calm: boolean): number {
    const { frameMs, frames } = AVATAR_POSES[pose];
    if (pose === 'idle' && calm) return 0;
    // Everybody breathes at a moment of their own.
    const shift = pose === 'idle' ? (this.#look.length * 311 + Math.abs(Math.round(this.at.x)) * 7) % 1400 : 0;
    return Math.floor((now + shift) / frameMs) % frames;
  }
}

/** Canonical drawings look to the left; the right-hand side is their mirror image. */
function setFrame(sprite: GameObjects.Image, facing: Facing, pose: AvatarPose, frame: number): void {
  const name = avatarFrame(facing, pose, frame);
  if (sprite.frame.name !== name) sprite.setFrame(name, false, false);
  const flipped = facing.endsWith('right');
  if (sprite.flipX !== flipped) sprite.setFlipX(flipped);
}
