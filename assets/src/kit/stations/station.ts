import { project } from '../base/iso.ts';
import { group, move, type Point } from '../base/svg.ts';
import { bench, saw } from './bench.ts';
import { loom, shuttle } from './loom.ts';
import { flame, oven } from './oven.ts';
import { press, pressHandle } from './press.ts';
import type { StationState } from './station-parts.ts';

/** Work stations of the homestead, about 1.2 x 1.2 tiles each, origin in the middle. */
export const STATIONS = ['oven', 'press', 'loom', 'bench'] as const;
export type StationKind = (typeof STATIONS)[number];
/** Frames while working. */
export const STATION_FRAMES = 4;

/** How the engine may move the moving part instead of swapping frames; the pivot is in px from the origin. */
export const MOTION: Readonly<Record<StationKind, { readonly pivot: Point; readonly tween: string }>> = {
  oven: { pivot: [-13, -24], tween: 'flame: scaleY 0.85-1.15, 220 ms; smoke particles at (16, -92)' },
  press: { pivot: [0, -86], tween: 'handle: scaleX 1 to -1 (turning), 900 ms; drops fall from (-14, -20)' },
  loom: { pivot: [0, -44], tween: 'shuttle: x -20 to 20, 500 ms, yoyo' },
  bench: { pivot: [6, -40], tween: 'saw: x -8 to 8 and y -4 to 4, 260 ms, yoyo' },
};

const DRAW: Readonly<Record<StationKind, (state: StationState, frame: number) => string>> = {
  oven,
  press,
  loom,
  bench,
};

/** One station; `frame` matters only while it works. */
export const station = (
  kind: StationKind,
  { state = 'idle', frame = 0 }: { state?: StationState; frame?: number } = {},
): string => DRAW[kind](state, frame);

/** Only the part that moves, with the station's origin. */
export function stationMovingPart(kind: StationKind, frame = 0): string {
  switch (kind) {
    case 'oven':
      return move(-13, -6, flame(frame));
    case 'press':
      return move(0, -6, pressHandle(frame));
    case 'loom':
      return group('skewY(13)', shuttle(frame));
    case 'bench':
      return move(...project(0.2, 0.02, 1.07), saw(frame));
  }
}
