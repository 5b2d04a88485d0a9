import type { AccountsDatabase } from '../accounts-database.ts';

/** Wrong passwords in a row before an account is locked, and for how long the first time; each further time doubles it. */
const TRIES = 5;
const FIRST_LOCK_MS = 15 * 60_000;
const MOST_LOCK_MS = 24 * 3_600_000;

/**
 * Locks an address of an operator after wrong passwords, whether the address exists or not: who guesses learns nothing. Kept on disk, so that a
 * restart frees nobody.
 */
export class LockOut {
  readonly #database: AccountsDatabase;
  readonly #now: () => number;

  constructor(database: AccountsDatabase, now: () => number = Date.now) {
    this.#database = database;
    this.#now = now;
  }

  /** Epoch ms until which sign-in is refused; null when it is open. */
  async lockedUntil(email: string): Promise<number | null> {
    const row = await this.#row(email);
    return row !== undefined && row.locked_until > this.#now() ? row.locked_until : null;
  }

  /** @returns until when the address is locked now, epoch ms; null while it may try again. */
  async failed(email: string): Promise<number | null> {
    const row = await this.#row(email);
    const failures = (row?.failures ?? 0) + 1;
    const locks = Math.floor(failures / TRIES);
    const locked = failures % TRIES === 0 ? this.#now() + Math.min(MOST_LOCK_MS, FIRST_LOCK_MS * 2 ** (locks - 1)) : 0;
    const values = { failures, locked_until: locked };
    await this.#database
      .insertInto('operator_lock')
      .values({ email: email.toLowerCase(), ...values })
      .onConflict((conflict) => conflict.column('email').doUpdateSet(values))
      .execute();
    return locked === 0 ? null : locked;
  }

  async succeeded(email: string): Promise<void> {
    await this.#database.deleteFrom('operator_lock').where('email', '=', email.toLowerCase()).execute();
  }

  #row(email: string) {
    return this.#database
      .selectFrom('operator_lock')
      .select(['failures', 'locked_until'])
      .where('email', '=', email.toLowerCase())
      .executeTakeFirst();
  }
}
