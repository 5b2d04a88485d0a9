import type { Game } from 'phaser';
import type { Disposables } from './loop/disposables.ts';
import type { PlaceScene } from './scenes/place-scene.ts';
import type { WorldContext } from './world-context.ts';

/** What tests and benches may read of the running world; there only with `?debug` in the address or in a debug build. */
export type WorldDebug = {
  readonly game: Game;
  /** Frames drawn since the start. */
  readonly frames: () => number;
  /** Milliseconds of script a frame, the last 600. */
  readonly scriptMs: readonly number[];
  /** Draw calls of the last frame. */
  readonly drawCalls: () => number;
  readonly textures: () => readonly string[];
  readonly labels: () => number;
  readonly counts: () => Readonly<Record<string, number>>;
  readonly scene: () => PlaceScene | undefined;
};

const KEPT_FRAMES = 600;
declare const __BLOOMVALE_DEBUG__: boolean | undefined;

export function exposeDebug(game: Game, world: WorldContext, owned: Disposables): void {
  const asked = new URLSearchParams(location.search).has('debug');
  const built = typeof __BLOOMVALE_DEBUG__ !== 'undefined' && __BLOOMVALE_DEBUG__;
  if (!asked && !built) return;
  const scriptMs: number[] = [];
  const calls = countDrawCalls(game, owned);
  let started = 0;
  game.events.on('prestep', () => {
    started = performance.now();
    calls.reset();
  });
  game.events.on('postrender', () => {
    scriptMs.push(performance.now() - started);
    if (scriptMs.length > KEPT_FRAMES) scriptMs.shift();
  });
  const scene = () => game.scene.getScenes(true)[0] as PlaceScene | undefined;
  const hook: WorldDebug = {
    game,
    frames: () => world.driver.drawn,
    scriptMs,
    drawCalls: calls.last,
    textures: () => game.textures.getTextureKeys(),
    labels: () => world.labels.size,
    counts: () => ({
      objects: scene()?.children.length ?? 0,
      visible: scene()?.children.list.filter((object) => (object as { visible?: boolean }).visible).length ?? 0,
      ...scene()?.debugCounts(),
    }),
    scene,
  };
  const target = window as { __bloomvaleWorld?: WorldDebug };
  target.__bloomvaleWorld = hook;
  owned.add(() => {
    delete target.__bloomvaleWorld;
  });
}

/** Counts the calls that Phaser makes to the graphics card. */
function countDrawCalls(game: Game, owned: Disposables): { reset: () => void; last: () => number } {
  const { gl } = game.renderer as { gl?: WebGLRenderingContext };
  if (gl === undefined) return { reset: () => {}, last: () => 0 };
  let count = 0;
  const { drawElements, drawArrays } = gl;
  gl.drawElements = (...given) => {
    count++;
    drawElements.apply(gl, given);
  };
  gl.drawArrays = (...given) => {
    count++;
    drawArrays.apply(gl, given);
  };
  owned.add(() => {
    gl.drawElements = drawElements;
    gl.drawArrays = drawArrays;
  });
  return {
    reset: () => {
      count = 0;
    },
    last: () => count,
  };
}
