import { STALL_LEVELS, type Trade } from '../../frames.ts';
import { kiosk, pavilion } from './big-stalls.ts';
import { awningStall, canvasStand, tableWithParasol } from './small-stalls.ts';

const BY_LEVEL = [tableWithParasol, canvasStand, awningStall, kiosk, pavilion] as const;

/**
 * The player's stall at `level` 1 to 5: table and parasol, canvas stand, striped awning, kiosk, pavilion. The front is the lit
 * wall; the origin is the middle of the footprint. `stock` false draws it sold out.
 * @throws RangeError for another level
 */
export function stall(level: number, trade: Trade, { stock = true }: { stock?: boolean } = {}): string {
  const draw = BY_LEVEL[level - 1];
  if (draw === undefined) throw new RangeError(`stall level ${level} is not between 1 and ${STALL_LEVELS}`);
  return draw(trade, stock);
}
