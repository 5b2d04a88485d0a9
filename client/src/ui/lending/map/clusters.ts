import type { LoanCard } from '@bloomvale/shared/protocol/views';

/** A point on the map's plane, and what stands there. */
export type Pin = { readonly loan: LoanCard; readonly x: number; readonly y: number };
/** Pins that would overlap are one mark with a number. Its place is its first pin's. */
export type Cluster = { readonly x: number; readonly y: number; readonly pins: readonly Pin[] };

/**
 * Joins pins closer than `least` map units, in the given order, so that the same loans always make the same marks. Quadratic in marks, of
 * which a map has room for a few hundred.
 */
export function clustersOf(pins: readonly Pin[], least: number): readonly Cluster[] {
  const clusters: { x: number; y: number; pins: Pin[] }[] = [];
  for (const pin of pins) {
    const near = clusters.find(({ x, y }) => Math.hypot(x - pin.x, y - pin.y) < least);
    if (near === undefined) clusters.push({ x: pin.x, y: pin.y, pins: [pin] });
    else near.pins.push(pin);
  }
  return clusters;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/** The nearest mark in a direction: within 45 degrees of it, else the nearest on that side; -1 when there is none. */
export function nearest(marks: readonly Pick<Cluster, 'x' | 'y'>[], from: number, direction: Direction): number {
  const here = marks[from];
  if (here === undefined) return -1;
  const along = ({ x, y }: Pick<Cluster, 'x' | 'y'>): readonly [ahead: number, aside: number] => {
    const [dx, dy] = [x - here.x, y - here.y];
    if (direction === 'left') return [-dx, Math.abs(dy)];
    if (direction === 'right') return [dx, Math.abs(dy)];
    return direction === 'up' ? [-dy, Math.abs(dx)] : [dy, Math.abs(dx)];
  };
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  marks.forEach((mark, i) => {
    const [ahead, aside] = along(mark);
    if (i === from || ahead <= 0) return;
    const cost = Math.hypot(ahead, aside) * (aside > ahead ? 3 : 1);
    if (cost < least) [least, best] = [cost, i];
  });
  return best;
}
