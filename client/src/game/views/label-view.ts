import type { GameObjects, Scene } from 'phaser';
import { DEPTH } from '../space/depths.ts';
import type { Frame } from '../space/frame.ts';
import { contains, type Px } from '../space/iso.ts';
import type { Label } from '../textures/label-sheet.ts';
import { boundsOf } from './sprites.ts';

/** Words keep their size on screen while the camera zooms, a little smaller when far away. */
const screenScale = (zoom: number): number => Math.min(1.15, Math.max(0.86, 0.4 + 0.6 * zoom));

/** A label of the sheet over the world: bottom centre at a world point, sharp at every pixel ratio. */
export class LabelView {
  readonly #image: GameObjects.Image;
  readonly #pixelRatio: number;
  #label: Label;

  constructor(scene: Scene, label: Label, pixelRatio: number) {
    this.#label = label;
    this.#pixelRatio = pixelRatio;
    this.#image = scene.add.image(0, 0, label.texture, label.frame).setOrigin(0.5, 1);
  }

  get image(): GameObjects.Image {
    return this.#image;
  }

  /** Takes over the label and gives the former one back. */
  change(label: Label): void {
    this.#label.release();
    this.#label = label;
    this.#image.setTexture(label.texture, label.frame).setOrigin(0.5, 1);
  }

  /** `offset` in CSS pixels from the point, unaffected by zoom. */
  place(at: Px, { eye }: Frame, depth: number, offset = 0, scale = 1): void {
    const device = eye.zoom * this.#pixelRatio;
    const size = (screenScale(eye.zoom) * scale) / device;
    const x = Math.round(at.x * device) / device;
    const y = Math.round((at.y + offset / eye.zoom) * device) / device;
    this.#image.setPosition(x, y).setScale(size);
    if (this.#image.depth !== DEPTH.label + depth) this.#image.setDepth(DEPTH.label + depth);
  }

  contains(point: Px): boolean {
    return this.#image.visible && contains(boundsOf(this.#image), point);
  }

  destroy(): void {
    this.#label.release();
    this.#image.destroy();
  }
}
