import type { WorldMap } from '@bloomvale/shared/content/map';
import { frameDrawing } from '../kit/frame-drawings.ts';
import { emoji } from './fluent.ts';
import { groundOf } from './ground.ts';

/** A drawing placed on a map. */
type Placed = { readonly depth: number; readonly svg: string };

/** Ids must be unique in one document: each placed drawing gets its own prefix. */
export const withPrefix = (svg: string, prefix: string): string =>
  svg
    .replaceAll('id="', `id="${prefix}`)
    .replaceAll('url(#', `url(#${prefix}`)
    .replaceAll('href="#', `href="#${prefix}`);

/** The whole place as one SVG fragment, objects sorted as the game sorts them. `extra` adds frames, such as opened shops. */
export function sceneOf(
  map: WorldMap,
  extra: readonly { frame: string; at: readonly [number, number]; depth?: number }[] = [],
): string {
  const things = [...map.objects, ...extra.map((e) => ({ scale: 1, flip: false, depth: 0, ...e }))];
  const placed: Placed[] = things.map(({ frame, at: [x, y], scale, flip, depth }, index) => ({
    depth: x + y + depth,
    svg: `<g transform="translate(${(x - y) * 48} ${(x + y) * 24}) scale(${flip ? -scale : scale} ${scale})">${withPrefix(frameDrawing(frame, emoji).svg(), `o${index}_`)}</g>`,
  }));
  placed.sort((a, b) => a.depth - b.depth);
  return withPrefix(groundOf(map), 'ground_') + placed.map(({ svg }) => svg).join('');
}
