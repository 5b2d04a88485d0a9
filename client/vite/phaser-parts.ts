import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const ENTRY = fileURLToPath(new URL('phaser-parts.js', import.meta.url));
const SOURCES = join(dirname(createRequire(import.meta.url).resolve('phaser/package.json')), 'src');

/** What Phaser's own builds set (its webpack configuration): WebGL alone, no sound, no second renderer, no debugger. */
const FEATURES: Readonly<Record<string, boolean>> = {
  CANVAS_RENDERER: false,
  WEBGL_RENDERER: true,
  WEBGL_DEBUG: false,
  FEATURE_SOUND: false,
  PLUGIN_FBINSTANT: false,
  PLUGIN_CAMERA3D: false,
};
const FEATURE = /typeof ([A-Z0-9_]+)(?= ?[)&])/g;
/** Makes a second WebGL context to find out whether there is WebGL: the world has made its own by then, or has given up (gl-context.ts). */
const GL_TEST = 'Features.webGL = testWebGL();';
/** What a feature that is off would have asked for: left in, it would be bundled. */
const OFF = /if \(false\)\s*\{[^{}]*\}/g;

/**
 * Bundles the parts of Phaser that the world uses instead of the whole library: 158 kB gzip in place of 358. Its sources are CommonJS,
 * which only the build understands, so development serves the whole library.
 */
export function phaserParts(): Plugin {
  return {
    name: 'phaser-parts',
    apply: 'build',
    enforce: 'pre',
    resolveId(id) {
      if (id === 'phaser') return ENTRY;
      return id.startsWith('phaser/src/') ? join(SOURCES, id.slice('phaser/src/'.length)) : null;
    },
    transform(code, id) {
      if (!id.startsWith(SOURCES)) return null;
      const set = code.replace(FEATURE, (whole, name: string) => String(FEATURES[name] ?? whole));
      return { code: set.replace(OFF, '').replace(GL_TEST, 'Features.webGL = true;'), map: null };
    },
  };
}
