import type { Renderer, Textures } from 'phaser';
import { fetchBlob } from './generated.ts';
import { OpacityMask } from './opacity-mask.ts';

export type GlPicture = Renderer.WebGL.Wrappers.WebGLTextureWrapper;

/**
 * As Phaser's shaders expect a texture: colours multiplied by their opacity. For bitmaps WebGL ignores its own setting for this, so it is
 * said when they are made. Nothing else is asked: turning, scaling or other colours Chromium does on the page's thread after all, a
 * hundred milliseconds a picture on a slow processor.
 */
const AS_TEXTURE: ImageBitmapOptions = { premultiplyAlpha: 'premultiply' };

type Decoded = { readonly file: Blob; readonly bitmap: ImageBitmap };
const ahead = new Map<string, Promise<Decoded>>();

/** Begins to decode a picture that will be loaded, while there is no renderer yet. */
export function decodeAhead(url: string): void {
  const coming = decode(url);
  ahead.set(url, coming);
  // Told to whoever loads it.
  coming.catch(() => undefined);
}

async function decode(url: string): Promise<Decoded> {
  const coming = ahead.get(url);
  ahead.delete(url);
  if (coming !== undefined) return coming;
  const file = await fetchBlob(url);
  return { file, bitmap: await createImageBitmap(file, AS_TEXTURE) };
}

/**
 * Pictures on the graphics card. They are decoded in the browser's own threads: an image element handed to WebGL is decoded once more, on
 * the page's thread, two seconds for one place on a slow phone. Kept in memory is the file alone, for a card that forgets what it had.
 */
export class GlPictures {
  readonly #renderer: Renderer.WebGL.WebGLRenderer;
  readonly #files = new WeakMap<GlPicture, Blob>();

  /** `restored` is called whenever a picture is back after the card forgot it. */
  constructor(renderer: Renderer.WebGL.WebGLRenderer, restored: () => void) {
    this.#renderer = renderer;
    renderer.on('restorewebgl', () => {
      for (const picture of renderer.glTextureWrappers) void this.#restore(picture).then(restored, () => undefined);
    });
  }

  /** `tapped` when taps go through where it is see-through. @throws Error when the picture cannot be had after the last try. */
  async load(url: string, tapped = false): Promise<GlPicture> {
    const { file, bitmap } = await decode(url);
    // No filter is named: the renderer's own, and edges that repeat, as Phaser does it for any image.
    const picture = this.#renderer.createTextureFromSource(bitmap, bitmap.width, bitmap.height, LINEAR);
    if (picture === null) throw new Error(`no texture for ${url}`);
    this.#files.set(picture, file);
    if (tapped) masks.set(picture, new OpacityMask(bitmap));
    else bitmap.close();
    // The card has it. Without pixels Phaser restores an empty texture of the same size.
    picture.pixels = null;
    return picture;
  }

  /** A picture of this size that shows nothing until `fill`. */
  empty(width: number, height: number): GlPicture {
    // Phaser's types do not know that nothing is drawn from nothing.
    const nothing = null as unknown as object;
    const picture = this.#renderer.createTextureFromSource(nothing, width, height, LINEAR);
    if (picture === null) throw new Error(`no texture of ${width} x ${height}`);
    return picture;
  }

  /** Puts a file into an empty picture of its size. @throws Error when it cannot be had after the last try. */
  async fill(picture: GlPicture, url: string): Promise<void> {
    this.#files.set(picture, await fetchBlob(url));
    await this.#restore(picture, true);
  }

  async #restore(picture: GlPicture, tapped = false): Promise<void> {
    const file = this.#files.get(picture);
    if (file === undefined) return;
    const bitmap = await createImageBitmap(file, AS_TEXTURE);
    const { width, height, flipY, wrapS, wrapT, minFilter, magFilter, format } = picture;
    // A sheet that nobody wears any more may have been thrown away meanwhile.
    if (picture.webGLTexture === null) return bitmap.close();
    picture.update(bitmap, width, height, flipY, wrapS, wrapT, minFilter, magFilter, format);
    picture.pixels = null;
    if (tapped) masks.set(picture, new OpacityMask(bitmap));
    else bitmap.close();
  }
}

/** Phaser's number for smooth scaling; its constants would pull in the library where only types are wanted. */
const LINEAR = 0;

const masks = new WeakMap<GlPicture, OpacityMask>();
/** How opaque a tappable picture is at a pixel, 0 to 255, counted from its upper left corner. */
export const opacityAt = (picture: GlPicture, x: number, y: number): number => masks.get(picture)?.at(x, y) ?? 255;

/** Phaser expects textures upside down, and bitmaps stand upright: so do these frames then. For each texture once, when it has all of them. */
export function setUpright(texture: Textures.Texture): void {
  for (const frame of Object.values(texture.frames) as { v0: number; v1: number }[]) {
    frame.v0 = 1 - frame.v0;
    frame.v1 = 1 - frame.v1;
  }
}

/** A loaded picture as Phaser's texture manager takes it: its types name elements alone. */
export const asSource = (picture: GlPicture): HTMLImageElement => picture as unknown as HTMLImageElement;
