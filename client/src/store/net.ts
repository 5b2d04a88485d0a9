import type { Instant } from '@bloomvale/shared/time/sim-clock';
import { createSlice } from './slice.ts';

/** `idle` before sign-in; `reconnecting` keeps the world on screen and queues what the player does; `stopped` is final until a reload. */
export type NetStatus = 'idle' | 'connecting' | 'online' | 'reconnecting' | 'offline' | 'stopped';
export type StopReason = 'taken-over' | 'wrong-version' | 'signed-out' | 'suspended' | 'flood' | 'deleted' | 'fault';

export type NetState = {
  readonly status: NetStatus;
  readonly stopped: StopReason | null;
  /** Of a suspension: when it ends, epoch ms. */
  readonly until: Instant | null;
  /** Server clock minus this device's clock, milliseconds, from the sample with the shortest round trip. */
  readonly clockOffset: number;
  /** Round trip of that sample, milliseconds; Infinity before the first one. */
  readonly roundTrip: number;
};

/** Written by `net/` only. */
export const netStore = createSlice<NetState>({
  status: 'idle',
  stopped: null,
  until: null,
  clockOffset: 0,
  roundTrip: Number.POSITIVE_INFINITY,
});

/** The server's clock as well as this device knows it. Everything that ripens, ends or walks is compared with this, never with Date.now(). */
export const serverNow = (): Instant => Date.now() + netStore.getState().clockOffset;

/** A clock sample older than this no longer beats a slower new one: devices drift, and laptops sleep. */
const SAMPLE_LIFE_MS = 10 * 60_000;
let sampledAt = Number.NEGATIVE_INFINITY;

/**
 * Keeps the sample with the shortest round trip: half of it is the error bound of the offset (Cristian's algorithm).
 * `sentAt` and `receivedAt` by this device's clock, `serverAt` by the server's; all epoch milliseconds.
 */
export function sampleClock(sentAt: Instant, receivedAt: Instant, serverAt: Instant): void {
  const roundTrip = receivedAt - sentAt;
  if (roundTrip < 0) return; // the device's clock was set back between the two: worthless
  const stale = receivedAt - sampledAt > SAMPLE_LIFE_MS || receivedAt < sampledAt;
  if (!stale && roundTrip > netStore.getState().roundTrip) return;
  sampledAt = receivedAt;
  netStore.setState({ roundTrip, clockOffset: Math.round(serverAt - (sentAt + receivedAt) / 2) });
}
