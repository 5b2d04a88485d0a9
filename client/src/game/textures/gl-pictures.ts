import type { Renderer } from 'phaser';
import { fetchBlob } from './generated.ts';

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

  /** @throws Error when the picture cannot be had after the last try. */
  async load(url: string): Promise<GlPicture> {
    const file = await fetchBlob(url);
    const bitmap = await createImageBitmap(file, AS_TEXTURE);
    // No filter is named: the renderer's own, and edges that repeat, as Phaser does it for any image.
    const picture = this.#renderer.createTextureFromSource(bitmap, bitmap.width, bitmap.height, LINEAR);
    if (picture === null) throw new Error(`no texture for ${url}`);
    this.#files.set(picture, file);
    letGo(picture, bitmap);
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
    letGo(picture, bitmap);
  }
}

/** Phaser's number for smooth scaling; its constants would pull in the library where only types are wanted. */
const LINEAR = 0;

/** The card has it: what was decoded is not needed any more. Without pixels Phaser restores an empty texture of the same size. */
function letGo(picture: GlPicture, bitmap: ImageBitmap): void {
  picture.pixels = null;
  bitmap.close();
}

/** A loaded picture as Phaser's texture manager takes it: its types name elements alone. */
export const asSource = (picture: GlPicture): HTMLImageElement => picture as unknown as HTMLImageElement;
