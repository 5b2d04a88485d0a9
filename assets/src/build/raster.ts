import { renderAsync } from '@resvg/resvg-js';

/** View box of a drawing in px at scale 1: left, top, width, height. The origin (0, 0) is the drawing's foot. */
export type Box = readonly [x: number, y: number, width: number, height: number];

/** A drawing turned into pixels and cut to what is visible. */
export type Sprite = {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Straight (not premultiplied) RGBA, row by row. */
  readonly pixels: Buffer;
  /** Where the drawing's origin lies, as a fraction of width and height: Phaser's pivot. */
  readonly anchor: { readonly x: number; readonly y: number };
};

/** Wraps a fragment of SVG into a document. */
export const svgDocument = (fragment: string, [x, y, w, h]: Box, scale = 1): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${w * scale}" height="${h * scale}" viewBox="${x} ${y} ${w} ${h}">${fragment}</svg>`;

/** The kit draws no text: without this, resvg reads every font of the machine for each drawing. */
const NO_FONTS = { font: { loadSystemFonts: false } };

/** Renders an SVG document; the pixels are premultiplied, as resvg hands them over. */
export async function renderDocument(svg: string): Promise<{ width: number; height: number; pixels: Buffer }> {
  const image = await renderAsync(svg, NO_FONTS);
  return { width: image.width, height: image.height, pixels: image.pixels };
}

/**
 * Renders one drawing and trims it.
 * @throws Error when the drawing is empty, or touches the border of its box (it would be cut off).
 */
export async function renderSprite(name: string, fragment: string, box: Box, scale: number): Promise<Sprite> {
  const image = await renderDocument(svgDocument(fragment, box, scale));
  const visible = visibleRect(image);
  if (visible === null) throw new Error(`${name}: the drawing is empty`);
  const { left, top, right, bottom } = visible;
  if (left === 0 || top === 0 || right === image.width - 1 || bottom === image.height - 1) {
    throw new Error(`${name}: the drawing is larger than its box ${box.join(' ')}`);
  }
  const width = right - left + 1;
  const height = bottom - top + 1;
  return {
    name,
    width,
    height,
    pixels: straightAlpha(image, left, top, width, height),
    anchor: { x: (-box[0] * scale - left) / width, y: (-box[1] * scale - top) / height },
  };
}

type Image = { readonly width: number; readonly height: number; readonly pixels: Buffer };

function visibleRect({ width, height, pixels }: Image) {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (pixels[(y * width + x) * 4 + 3] === 0) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  return right < 0 ? null : { left, top, right, bottom };
}

/** Copies a rectangle and divides the colours by their alpha, which is what WebP and PNG store. */
export function straightAlpha(image: Image, left: number, top: number, width: number, height: number): Buffer {
  const out = Buffer.alloc(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = ((top + y) * image.width + left + x) * 4;
      const to = (y * width + x) * 4;
      const alpha = image.pixels[from + 3] ?? 0;
      if (alpha === 0) continue;
      for (let c = 0; c < 3; c++)
        out[to + c] = Math.min(255, Math.round(((image.pixels[from + c] ?? 0) * 255) / alpha));
      out[to + 3] = alpha;
    }
  }
  return out;
}

/** Runs `task` over `items`, `width` at a time, and keeps their order. resvg renders on its own threads, so 4 keeps 2 cores busy. */
export async function inParallel<T, R>(items: readonly T[], task: (item: T) => Promise<R>, width = 4): Promise<R[]> {
  const results: R[] = new Array(items.length);
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await task(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
