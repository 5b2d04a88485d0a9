import type { Renderer } from 'phaser';
import { fetchBlob } from './generated.ts';
import { OpacityMask } from './opacity-mask.ts';

export type GlPicture = Renderer.WebGL.Wrappers.WebGLTextureWrapper;

/**
 * As Phaser's shaders expect a texture: upside down, colours multiplied by their opacity. For bitmaps WebGL ignores its own settings for
 * this, so it is said when they are made.
 */
const AS_TEXTURE: ImageBitmapOptions = {
  imageOrientation: 'flipY',
  premultiplyAlpha: 'premultiply',
  colorSpaceConversion: 'none',
};

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
    const file = await fetchBlob(url);
    const bitmap = await createImageBitmap(file, AS_TEXTURE);
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

  async #restore(picture: GlPicture): Promise<void> {
    const file = this.#files.get(picture);
    if (file === undefined) return;
    const bitmap = await createImageBitmap(file, AS_TEXTURE);
    const { width, height, flipY, wrapS, wrapT, minFilter, magFilter, format } = picture;
    // A sheet that nobody wears any more may have been thrown away meanwhile.
    if (picture.webGLTexture === null) return bitmap.close();
    picture.update(bitmap, width, height, flipY, wrapS, wrapT, minFilter, magFilter, format);
    picture.pixels = null;
    bitmap.close();
  }
}

/** Phaser's number for smooth scaling; its constants would pull in the library where only types are wanted. */
const LINEAR = 0;

const masks = new WeakMap<GlPicture, OpacityMask>();
/** How opaque a tappable picture is at a pixel, 0 to 255, counted from its upper left corner. */
export const opacityAt = (picture: GlPicture, x: number, y: number): number => masks.get(picture)?.at(x, y) ?? 255;

/** A loaded picture as Phaser's texture manager takes it: its types name elements alone. */
export const asSource = (picture: GlPicture): HTMLImageElement => picture as unknown as HTMLImageElement;
