import { FX, itemFrame } from '@bloomvale/assets/frames';
import type { GameObjects, Scene } from 'phaser';
import { DEPTH } from '../space/depths.ts';
import type { Frame } from '../space/frame.ts';
import { contains, type Px } from '../space/iso.ts';
import { atlasImage, boundsOf, knownFrame } from '../views/sprites.ts';

/** Middle of the item over the bubble's tail, drawn pixels. */
const ITEM_Y = -29;

const itemOf = (scene: Scene, icon: string): string => knownFrame(scene, itemFrame(icon), itemFrame('basket'));

/** A speech bubble with an item: a wish, a ripe crop, an emote. Its tail ends at a world point. */
export class BubbleView {
  readonly #bubble: GameObjects.Image;
  readonly #item: GameObjects.Image;
  readonly #size: number;
  #at: Px = { x: 0, y: 0 };
  #grown = 1;

  constructor(scene: Scene, icon: string, size = 1) {
    this.#size = size;
    this.#bubble = atlasImage(scene, FX.bubble, { x: 0, y: 0 }, size);
    this.#item = atlasImage(scene, itemOf(scene, icon), { x: 0, y: 0 }, size * 0.92);
  }

  /** 0 to 1 and a little beyond: how far it has popped up. */
  set grown(share: number) {
    this.#grown = share;
  }

  set alpha(alpha: number) {
    this.#bubble.setAlpha(alpha);
    this.#item.setAlpha(alpha);
  }

  set icon(icon: string) {
    this.#item.setFrame(itemOf(this.#item.scene, icon));
  }

  set visible(visible: boolean) {
    this.#bubble.setVisible(visible);
    this.#item.setVisible(visible);
  }

  /** A bubble keeps near its size on screen when the camera is far away. */
  place(at: Px, { eye }: Frame, depth: number): void {
    const scale = this.#size * Math.max(1, Math.min(1.5, 0.85 / eye.zoom)) * this.#grown;
    this.#at = at;
    this.#bubble.setPosition(at.x, at.y).setScale(scale * 0.5);
    this.#item.setPosition(at.x, at.y + ITEM_Y * scale).setScale(scale * 0.46);
    if (this.#bubble.depth === DEPTH.label + depth) return;
    this.#bubble.setDepth(DEPTH.label + depth);
    this.#item.setDepth(DEPTH.label + depth + 1e-4);
  }

  /** Targets are at least 44 px: the bubble counts with some room round it. */
  contains(point: Px): boolean {
    const box = boundsOf(this.#bubble);
    return contains({ x: box.x - 4, y: box.y - 4, width: box.width + 8, height: box.height + 10 }, point);
  }

  get at(): Px {
    return this.#at;
  }

  destroy(): void {
    this.#bubble.destroy();
    this.#item.destroy();
  }
}
