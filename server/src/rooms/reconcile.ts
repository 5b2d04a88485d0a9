import type { Instant } from '@bloomvale/shared/time/sim-clock';
import type { MapSchema } from '@colyseus/schema';

/** An instant on the wire: tenths of a second after `base`, rounded up, so that nobody sees anything ripe or ready before the server does. */
export const decisecondsAfter = (base: Instant, at: Instant): number => Math.max(0, Math.ceil((at - base) / 100));

/** Makes the keys of `shown` those of `wanted`; `write` sets the fields (an equal value costs nothing on the wire). */
export function reconcile<S, W>(
  shown: MapSchema<S>,
  wanted: ReadonlyMap<string, W>,
  make: () => S,
  write: (shown: S, wanted: W) => void,
): void {
  for (const key of [...shown.keys()]) if (!wanted.has(key)) shown.delete(key);
  for (const [key, value] of wanted) {
    const present = shown.get(key);
    const target = present ?? make();
    write(target, value);
    if (present === undefined) shown.set(key, target);
  }
}
