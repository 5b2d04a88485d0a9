import type { Minor } from '../money/coins.ts';

/** Largest relative error of one floating operation is half of this; counting it whole leaves a factor of two. */
const EPSILON = 2 ** -52;

/**
 * The multiple of `step` nearest to a positive value that floating arithmetic arrived at by so many operations without cancellation, or null
 * when a tie lies within the error those can have left: then only exact arithmetic can tell. Nearly every amount is answered here, and a
 * long whole-number power costs more than all the rest of a schedule.
 */
export function roundIfCertain(value: number, operations: number, step: Minor): Minor | null {
  const steps = value / step;
  const reach = steps * (operations + 1) * EPSILON;
  // Also when a number overflowed on the way.
  if (!(reach < 0.25)) return null;
  const floor = Math.floor(steps);
  const rest = steps - floor;
  if (Math.abs(rest - 0.5) <= reach) return null;
  const rounded = (rest > 0.5 ? floor + 1 : floor) * step;
  return Number.isSafeInteger(rounded) ? rounded : null;
}

/** Operations of `annuity` a period, each factor's own error included. */
const OPERATIONS_A_PERIOD = 10;

/** Level instalment by floating arithmetic, rounded; null where that is not certain. `rates` are factors a period, none negative. */
export function certainInstalment(principal: Minor, rates: Iterable<number>, step: Minor): Minor | null {
  let periods = 0;
  let grown = 1;
  let fn = 0;
  for (const rate of rates) {
    const up = 1 + rate;
    grown *= up;
    fn = periods === 0 ? 1 : fn * up + 1;
    periods++;
  }
  return roundIfCertain((principal * grown) / fn, OPERATIONS_A_PERIOD * periods, step);
}
