import type { Types } from 'phaser';

/**
 * How Phaser 4.2.1's fragment shader picks one of a batch's textures: by exact equality with a number that was interpolated over the
 * triangle. On a rotated sprite the interpolation is off by a rounding error, and wedges of it vanish (phaserjs/phaser#7372, open).
 * The nearest whole number is what is meant.
 */
const EXACT_CASE = /outTexDatum == float\(INDEX\)/g;
const NEAREST_CASE = 'abs(outTexDatum - float(INDEX)) < 0.5';
const EXACT_FIRST = /outTexDatum == 0\.0/g;
const NEAREST_FIRST = 'outTexDatum < 0.5';

export const withNearestTexture = (shader: string): string =>
  shader.replace(EXACT_CASE, NEAREST_CASE).replace(EXACT_FIRST, NEAREST_FIRST);

type GlCanvas = Pick<Types.Core.GameConfig, 'canvas' | 'context'>;
let ready: GlCanvas | null = null;

/** Makes the canvas while nobody waits for it: the first question to a new context waits until the graphics process has made it. */
export function prepareGlCanvas(): void {
  ready ??= makeGlCanvas();
}

/** A tab that waited long in the background may have lost it. */
const isLost = ({ context }: GlCanvas): boolean => (context as unknown as WebGLRenderingContext).isContextLost();

/** The prepared canvas, once; or a new one. @throws Error when the browser has no WebGL. */
export function createGlCanvas(): GlCanvas {
  const made = ready === null || isLost(ready) ? makeGlCanvas() : ready;
  ready = null;
  return made;
}

/**
 * A canvas and the context that Phaser would have made for it, with the shader corrected on its way to the graphics card.
 * @throws Error when the browser has no WebGL.
 */
function makeGlCanvas(): GlCanvas {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('webgl', {
    alpha: false,
    depth: true,
    stencil: true,
    // The sprites carry their own smooth edges: multisampling would cost and show nothing.
    antialias: false,
    premultipliedAlpha: true,
    preserveDrawingBuffer: false,
    powerPreference: 'low-power',
  });
  if (context === null) throw new Error('this browser has no WebGL');
  const { shaderSource } = context;
  context.shaderSource = (shader, source) => shaderSource.call(context, shader, withNearestTexture(source));
  // Phaser takes either kind of context here; its types name one of them.
  return { canvas, context: context as unknown as CanvasRenderingContext2D };
}
