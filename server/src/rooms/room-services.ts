import { invariant } from '@bloomvale/shared/result';
import type { Accounts } from '../accounts/accounts.ts';
import type { Game } from '../application/contract.ts';
import type { OriginRule } from '../http/origin.ts';
import type { Logger } from '../ops/logger.ts';
import type { RoomMetrics } from '../ops/room-metrics.ts';
import type { EventRelay } from './event-relay.ts';
import type { Seats } from './seats.ts';

/** What rooms need of the rest of the server. Colyseus makes the rooms, so that it cannot be handed to their constructors. */
export type RoomServices = {
  readonly game: Game;
  readonly accounts: Pick<Accounts, 'session'>;
  readonly seats: Seats;
  readonly relay: EventRelay;
  readonly originAllowed: OriginRule;
  readonly logger: Logger;
  readonly metrics: RoomMetrics;
  /** Divides customer times (TIME_SCALE). */
  readonly timeScale: number;
  /** Messages a second beyond which a socket is closed. */
  readonly floodPerSecond: number;
  readonly stopping: () => boolean;
  /** Counts commands under way, so that a stop can wait for their replies. */
  readonly inFlight: InFlight;
};

/** Work that a graceful stop waits for. */
export class InFlight {
  #count = 0;
  #idle: (() => void)[] = [];

  async track<T>(work: () => Promise<T>): Promise<T> {
    this.#count++;
    try {
      return await work();
    } finally {
      this.#count--;
      if (this.#count === 0) for (const resolve of this.#idle.splice(0)) resolve();
    }
  }

  get count(): number {
    return this.#count;
  }

  /** Resolves when nothing is under way. */
  drained(): Promise<void> {
    return this.#count === 0 ? Promise.resolve() : new Promise((resolve) => this.#idle.push(resolve));
  }
}

let provided: RoomServices | null = null;

/** Once, by the composition root, before the server listens. The matchmaker is one a process as well. */
export function provideRoomServices(services: RoomServices): void {
  provided = services;
}

export function roomServices(): RoomServices {
  invariant(provided !== null, 'the rooms were opened before their services');
  return provided;
}
