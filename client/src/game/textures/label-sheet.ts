import type { Textures } from 'phaser';
import { ShelfPacker, type Slot } from './shelf-packer.ts';

/** One page for all words of the world: names, phrases and figures share a texture, so that they are drawn in one call. */
const PAGE_WIDTH = 1024;
const PAGE_HEIGHT = 1024;
const KEY = 'labels';

/** Draws a label with its upper left corner at (0, 0); the context is scaled so that one unit is one CSS pixel. */
export type LabelPainter = (context: CanvasRenderingContext2D) => void;
export type Label = {
  readonly texture: string;
  readonly frame: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Gives the place back; equal labels share one. */
  readonly release: () => void;
};

type Entry = { readonly slot: Slot; users: number };

export class LabelSheet {
  readonly #texture: Textures.CanvasTexture;
  readonly #pixelRatio: number;
  readonly #packer = new ShelfPacker(PAGE_WIDTH, PAGE_HEIGHT);
  readonly #entries = new Map<string, Entry>();
  readonly #measure: CanvasRenderingContext2D;
  #dirty = false;

  /** `pixelRatio`: device pixels a CSS pixel, the resolution at which text is drawn. */
  constructor(textures: Textures.TextureManager, pixelRatio: number) {
    const texture = textures.createCanvas(KEY, PAGE_WIDTH, PAGE_HEIGHT);
    if (texture === null) throw new Error('the label sheet exists already');
    this.#texture = texture;
    this.#pixelRatio = pixelRatio;
    this.#measure = texture.getContext();
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Width of one line in CSS pixels. */
  measure(text: string, font: string): number {
    this.#measure.font = font;
    return this.#measure.measureText(text).width;
  }

  /** Null when the page is full: the label is then left out. `key` names everything that the drawing depends on. */
  take(key: string, width: number, height: number, paint: LabelPainter): Label | null {
    const entry = this.#entries.get(key) ?? this.#draw(key, Math.ceil(width), Math.ceil(height), paint);
    if (entry === null) return null;
    entry.users++;
    let released = false;
    return {
      texture: KEY,
      frame: key,
      width: Math.ceil(width),
      height: Math.ceil(height),
      release: () => {
        if (!released) this.#release(key, entry);
        released = true;
      },
    };
  }

  /** Sends what was drawn since the last frame to the graphics card, once for all of it. */
  upload(): void {
    if (!this.#dirty) return;
    this.#dirty = false;
    this.#texture.refresh();
  }

  /** Only after everything that shows a label of it is gone. */
  dispose(): void {
    this.#entries.clear();
    this.#texture.destroy();
  }

  #draw(key: string, width: number, height: number, paint: LabelPainter): Entry | null {
    const scale = this.#pixelRatio;
    const slot = this.#packer.take(Math.ceil(width * scale), Math.ceil(height * scale));
    if (slot === null) return null;
    const context = this.#texture.getContext();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(slot.x, slot.y, slot.width, slot.height);
    context.setTransform(scale, 0, 0, scale, slot.x, slot.y);
    context.save();
    paint(context);
    context.restore();
    this.#texture.add(key, 0, slot.x, slot.y, Math.ceil(width * scale), Math.ceil(height * scale));
    const entry = { slot, users: 0 };
    this.#entries.set(key, entry);
    this.#dirty = true;
    return entry;
  }

  #release(key: string, entry: Entry): void {
    entry.users--;
    if (entry.users > 0) return;
    this.#entries.delete(key);
    this.#texture.remove(key);
    this.#packer.give(entry.slot);
  }
}
