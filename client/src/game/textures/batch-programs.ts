import type { Renderer } from 'phaser';

type Program = { readonly compiling?: boolean; readonly _completeProgram?: () => void };

/**
 * Phaser makes a shader for every number of textures that a batch ever has, in the middle of the frame that first has it: sixteen, each a
 * tenth of a second where the graphics card is slow. Here a batch is drawn by the next larger of these instead.
 */
const SIZES = [1, 4, 8, 16];

export const sizeFor = (count: number, most: number): number =>
  Math.min(most, SIZES.find((size) => size >= count) ?? most);

/**
 * Makes the shaders for all of the world's sprites before the first is drawn: begun as soon as there is a renderer, so that the graphics
 * card works at them while the network brings the pictures.
 * @returns waits for those that are not ready. Until then nothing may be drawn.
 */
export function prepareBatches(renderer: Renderer.WebGL.WebGLRenderer): () => void {
  const batches = renderer.renderNodes.getNode('BatchHandlerQuad') as Renderer.WebGL.RenderNodes.BatchHandlerQuad;
  const most = batches.maxTexturesPerBatch;
  const finalize = batches.finalizeTextureCount;
  batches.finalizeTextureCount = (count) => finalize.call(batches, sizeFor(count, most));
  const config = renderer.game.config as { skipUnreadyShaders: boolean };
  // With this Phaser asks for a shader without waiting for it.
  config.skipUnreadyShaders = true;
  for (const size of new Set(SIZES.map((each) => sizeFor(each, most)))) {
    batches.finalizeTextureCount(size);
    batches.programManager.getCurrentProgramSuite();
  }
  config.skipUnreadyShaders = false;
  return () => {
    for (const program of renderer.glProgramWrappers as Program[]) if (program.compiling) program._completeProgram?.();
  };
}
