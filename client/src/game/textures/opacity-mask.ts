/** A cell of the mask covers so many pixels each way: two units of the world, for pictures drawn at twice its size. */
const CELL = 4;

const idle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200));

/**
 * Where a picture is opaque, so that a tap goes through what is seen through. Read from the decoded picture until the browser is idle, then
 * kept coarsely in its stead: sixteen megabytes become a quarter of one.
 */
export class OpacityMask {
  #bitmap: ImageBitmap | null;
  #columns = 0;
  #cells = new Uint8Array();

  /** Takes over a bitmap and closes it when it is not needed any more. */
  constructor(bitmap: ImageBitmap) {
    this.#bitmap = bitmap;
    idle(() => this.#settle());
  }

  /** 0 to 255 at a pixel, counted from the upper left corner of the picture. */
  at(x: number, y: number): number {
    if (this.#bitmap !== null) return drawn(this.#bitmap, Math.floor(x), Math.floor(y), 1, 1, 1)[3] ?? 255;
    return this.#cells[Math.floor(y / CELL) * this.#columns + Math.floor(x / CELL)] ?? 255;
  }

  #settle(): void {
    const bitmap = this.#bitmap;
    if (bitmap === null) return;
    this.#columns = Math.ceil(bitmap.width / CELL);
    const rows = Math.ceil(bitmap.height / CELL);
    const pixels = drawn(bitmap, 0, 0, bitmap.width, bitmap.height, CELL);
    this.#cells = new Uint8Array(this.#columns * rows);
    for (let cell = 0; cell < this.#cells.length; cell++) this.#cells[cell] = pixels[cell * 4 + 3] ?? 255;
    this.#bitmap = null;
    bitmap.close();
  }
}

/** A part of a bitmap as pixels, so many times smaller. */
function drawn(bitmap: ImageBitmap, x: number, y: number, width: number, height: number, cell: number) {
  const [columns, rows] = [Math.ceil(width / cell), Math.ceil(height / cell)];
  const canvas = new OffscreenCanvas(columns, rows);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return new Uint8ClampedArray();
  context.drawImage(bitmap, x, y, width, height, 0, 0, columns, rows);
  return context.getImageData(0, 0, columns, rows).data;
}
