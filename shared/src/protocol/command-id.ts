import { invariant } from '../result.ts';

/** Random bytes a command id needs. */
export const COMMAND_ID_BYTES = 10;

/**
 * A command id: UUID version 7 (RFC 9562, 5.7), which begins with the time. Ids that grow keep the store's indexes in order; random
 * ones cost it a tenth of its throughput. `now` in epoch milliseconds, `random` from the platform's cryptographic source.
 */
export function commandId(now: number, random: Uint8Array): string {
  invariant(random.length === COMMAND_ID_BYTES, 'a command id takes ten random bytes');
  const time = Math.floor(now).toString(16).padStart(12, '0');
  const hex = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = ((Number.parseInt(hex.slice(3, 4), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`;
}
