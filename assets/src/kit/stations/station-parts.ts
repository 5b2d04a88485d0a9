import { move } from '../base/svg.ts';
import { sparkle } from '../props/garlands.ts';

export type { StationState } from '../../frames.ts';

/** Three glints over a product that waits to be collected. */
export const readyGlints = (x: number, y: number): string =>
  move(x, y, sparkle(7)) + move(x + 20, y - 14, sparkle(5)) + move(x - 20, y - 8, sparkle(5));
