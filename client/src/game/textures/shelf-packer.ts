/** Places small rectangles on a page in rows, takes them back, and reuses the room of equal or larger ones. Integers, texture pixels. */
export type Slot = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
type Shelf = { readonly y: number; readonly height: number; used: number; free: Slot[] };

/** Between two neighbours, so that smooth scaling never samples the next one. */
const GAP = 2;
/** Heights are rounded up to this, so that freed slots fit again. */
const STEP = 8;

export class ShelfPacker {
  readonly #width: number;
  readonly #height: number;
  #shelves: Shelf[] = [];
  #used = 0;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
  }

  /** Null when the page is full. */
  take(width: number, height: number): Slot | null {
    if (width > this.#width) return null;
    const tall = Math.ceil(height / STEP) * STEP;
    for (const shelf of this.#shelves) {
      if (shelf.height !== tall) continue;
      const freed = shelf.free.findIndex((slot) => slot.width >= width);
      if (freed >= 0) return shelf.free.splice(freed, 1)[0] ?? null;
      const slot = this.#append(shelf, width);
      if (slot !== null) return slot;
    }
    const shelf = this.#open(tall);
    return shelf === null ? null : this.#append(shelf, width);
  }

  give(slot: Slot): void {
    const shelf = this.#shelves.find(({ y }) => y === slot.y);
    shelf?.free.push(slot);
    // Widest last, so that narrow labels do not eat wide holes.
    shelf?.free.sort((a, b) => a.width - b.width);
  }

  clear(): void {
    this.#shelves = [];
    this.#used = 0;
  }

  #open(height: number): Shelf | null {
    if (this.#used + height > this.#height) return null;
    const shelf: Shelf = { y: this.#used, height, used: 0, free: [] };
    this.#used += height + GAP;
    this.#shelves.push(shelf);
    return shelf;
  }

  #append(shelf: Shelf, width: number): Slot | null {
    if (shelf.used + width > this.#width) return null;
    const slot = { x: shelf.used, y: shelf.y, width, height: shelf.height };
    shelf.used += width + GAP;
    return slot;
  }
}
