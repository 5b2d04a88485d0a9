import type { Transaction } from 'kysely';
import type { AccountsDatabase, AccountTables } from '../accounts-database.ts';

/** Wrong passwords in a row before an account is locked, and for how long the first time; each further time doubles it. */
const TRIES = 5;
const FIRST_LOCK_MS = 15 * 60_000;
/** Addresses whose tries are remembered. */
const ADDRESSES_MOST = 10_000;
const MOST_LOCK_MS = 24 * 3_600_000;

export type Attempt =
  /** Locked: nothing is to be tried. Epoch ms. */
  | { readonly refusedUntil: number }
  /** May be tried; if it fails, the address is locked until then, or stays open (null). */
  | { readonly refusedUntil: null; readonly locksUntil: number | null };

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

  /**
   * Counts a try before it is made: of many made at once each counts, and none comes after the last allowed one. `succeeded` or `undecided`
   * takes it back.
   */
  attempt(email: string): Promise<Attempt> {
    return this.#database.transaction().execute((tx) => this.#attempt(tx, email));
  }

  async #attempt(tx: Transaction<AccountTables>, email: string): Promise<Attempt> {
    const row = await this.#row(tx, email);
    if (row !== undefined && row.locked_until > this.#now()) return { refusedUntil: row.locked_until };
    const failures = (row?.failures ?? 0) + 1;
    const locks = Math.floor(failures / TRIES);
    const locked = failures % TRIES === 0 ? this.#now() + Math.min(MOST_LOCK_MS, FIRST_LOCK_MS * 2 ** (locks - 1)) : 0;
    const values = { failures, locked_until: locked };
    await tx
      .insertInto('operator_lock')
      .values({ email: email.toLowerCase(), ...values })
      .onConflict((conflict) => conflict.column('email').doUpdateSet(values))
      .execute();
    await this.#forgetStrangers(tx);
    return { refusedUntil: null, locksUntil: locked === 0 ? null : locked };
  }

  /** Whoever makes addresses up must not fill the disk: beyond a bound those that are not locked now are forgotten. */
  async #forgetStrangers(tx: Transaction<AccountTables>): Promise<void> {
    const { count } = await tx
      .selectFrom('operator_lock')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    if (count <= ADDRESSES_MOST) return;
    await tx.deleteFrom('operator_lock').where('locked_until', '<=', this.#now()).execute();
  }

  /** The password was right and nothing else was tried: neither a failure nor a success. */
  async undecided(email: string): Promise<void> {
    await this.#database
      .updateTable('operator_lock')
      .set(({ eb }) => ({ failures: eb('failures', '-', 1), locked_until: 0 }))
      .where('email', '=', email.toLowerCase())
      .where('failures', '>', 0)
      .execute();
  }

  async succeeded(email: string): Promise<void> {
    await this.#database.deleteFrom('operator_lock').where('email', '=', email.toLowerCase()).execute();
  }

  #row(tx: Transaction<AccountTables>, email: string) {
    return tx
      .selectFrom('operator_lock')
      .select(['failures', 'locked_until'])
      .where('email', '=', email.toLowerCase())
      .executeTakeFirst();
  }
}
