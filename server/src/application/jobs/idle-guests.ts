import type { Instant } from '@bloomvale/shared/time/sim-clock';
import { absentSince, GUEST_KEPT_MS } from '../absence.ts';
import type { GameClock } from '../game-clock.ts';
import type { Leaving } from '../leaving.ts';
import type { Log } from '../log.ts';
import type { Reader } from '../store/store.ts';

/** A guest as the accounts know it; `playerId` is null when nobody ever played on it. */
export type GuestAccount = { readonly userId: string; readonly playerId: string | null };

/** What closing guests needs of the accounts, which keep personal data apart from the game. */
export interface GuestAccounts {
  /**
   * The next accounts in the order of their ids, of these the guests made at `madeBefore` or earlier; `next` goes on from here, null at
   * the end.
   */
  guests(
    after: string,
    madeBefore: Instant,
  ): Promise<{ readonly guests: readonly GuestAccount[]; readonly next: string | null }>;
  /** Notes that this guest is being closed. False when it is no guest's account any more: an e-mail address was given meanwhile. */
  beginIdleClosing(guest: GuestAccount): Promise<boolean>;
  /** Closings that were begun and neither finished nor called off. */
  unfinishedIdleClosings(): Promise<readonly GuestAccount[]>;
  /** They came back in the last moment. */
  cancelClosing(guest: GuestAccount): Promise<void>;
  /** Erases the account and its sessions; again on an erased one it does nothing. */
  eraseGuest(guest: GuestAccount): Promise<void>;
}

/**
 * Closes guests nobody has played for 180 days (product.md 8): noted in the accounts first, then erased from the game, unless they were
 * seen meanwhile, then from the accounts. Each step may be repeated, and a closing that a crash interrupted is decided anew.
 */
export class IdleGuests {
  readonly #accounts: GuestAccounts;
  readonly #leaving: Leaving;
  readonly #reader: Reader;
  readonly #clock: GameClock;
  readonly #log: Log;

  constructor(accounts: GuestAccounts, leaving: Leaving, reader: Reader, clock: GameClock, log: Log) {
    this.#accounts = accounts;
    this.#leaving = leaving;
    this.#reader = reader;
    this.#clock = clock;
    this.#log = log;
  }

  /** @returns how many were closed. */
  async close(): Promise<number> {
    const before = absentSince(this.#clock.segments(), this.#clock.now(), GUEST_KEPT_MS);
    let closed = await this.#finish(await this.#accounts.unfinishedIdleClosings(), before);
    for (let after: string | null = ''; after !== null; ) {
      const page: Awaited<ReturnType<GuestAccounts['guests']>> = await this.#accounts.guests(after, before);
      closed += await this.#finish(await this.#begun(await this.#idle(page.guests, before)), before);
      after = page.next;
    }
    return closed;
  }

  /** Guests whose player was not seen since, or has left already, or never came. */
  async #idle(guests: readonly GuestAccount[], before: Instant): Promise<GuestAccount[]> {
    const ids = guests.flatMap(({ playerId }) => (playerId === null ? [] : [playerId]));
    const players = new Map((await this.#reader.rows('player', ids)).map((row) => [row.id, row]));
    return guests.filter(({ playerId }) => {
      const player = players.get(playerId ?? '');
      return player === undefined || player.deletedAt !== null || player.seenAt <= before;
    });
  }

  async #begun(guests: readonly GuestAccount[]): Promise<GuestAccount[]> {
    const begun: GuestAccount[] = [];
    for (const guest of guests) if (await this.#accounts.beginIdleClosing(guest)) begun.push(guest);
    return begun;
  }

  async #finish(guests: readonly GuestAccount[], before: Instant): Promise<number> {
    let closed = 0;
    for (const guest of guests) {
      try {
        closed += await this.#closeOne(guest, before);
      } catch (fault) {
        // It stays noted and is tried again by the next pass; the others need not wait for it.
        this.#log.error({ err: fault, playerId: guest.playerId }, 'an idle guest could not be closed');
      }
    }
    return closed;
  }

  async #closeOne(guest: GuestAccount, before: Instant): Promise<number> {
    const outcome = guest.playerId === null ? 'gone' : await this.#leaving.leave(guest.playerId, before);
    if (outcome === 'here') {
      await this.#accounts.cancelClosing(guest);
      return 0;
    }
    await this.#accounts.eraseGuest(guest);
    return 1;
  }
}
