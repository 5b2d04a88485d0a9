import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { withNearestTexture } from './gl-context.ts';

/** The shader as the installed Phaser has it. When this file moves or is mended upstream, the correction is due for a look. */
const phaser = dirname(createRequire(import.meta.url).resolve('phaser/package.json'));
const installed = readFileSync(join(phaser, 'src/renderer/webgl/shaders/src/GetTexture.glsl'), 'utf8');

test('no texture is chosen by exact equality any more', () => {
  expect(installed).toMatch(/outTexDatum ==/);
  expect(withNearestTexture(installed)).not.toMatch(/outTexDatum ==/);
});

test('every case keeps its own texture', () => {
  const corrected = withNearestTexture(installed);
  expect(corrected).toMatch(/if \(outTexDatum < 0\.5\) return texture2D\(uMainSampler\[0\], texCoord\);/);
  expect(corrected).toMatch(
    /abs\(outTexDatum - float\(INDEX\)\) < 0\.5\) return texture2D\(uMainSampler\[INDEX\], texCoord\);/,
  );
});

test('other shaders pass unchanged', () => {
  const other = 'void main () { gl_FragColor = vec4(1.0); }';
  expect(withNearestTexture(other)).toBe(other);
});
