import type { IncomingMessage, ServerResponse } from 'node:http';
import { getMigrations } from 'better-auth/db/migration';
import { toNodeHandler } from 'better-auth/node';
import type { Logger } from '../ops/logger.ts';
import { type AccountsDatabase, checkpoint, openAccountsDatabase } from './accounts-database.ts';
import { type Auth, createAuth } from './auth.ts';
import { isGuestPlayer } from './guest-of.ts';
import { idleGuestAccounts } from './idle-guest-accounts.ts';
import { type Operators, openOperators } from './operators/operators.ts';
import { playerOf } from './player-link.ts';

/** Who a request comes from. Everything in here is about identity; the player's own things are the game's. */
export type Session = {
  readonly sessionId: string;
  readonly userId: string;
  readonly playerId: string;
  readonly guest: boolean;
  /** Null for guests: they have given none. */
  readonly email: string | null;
};

export type AccountEvent =
  /** Signed out, ended from another device, or gone with its account: whoever plays on it stops. */
  | { readonly kind: 'session.ended'; readonly sessionId: string }
  /** The guest who played on `from` now plays on `to`: nothing stops. */
  | { readonly kind: 'session.moved'; readonly from: string; readonly to: string };

export type AgeAnswer = { readonly given: boolean; readonly oldEnough: boolean };

export type AccountsOptions = {
  readonly folder: string;
  readonly secret: string;
  /** Signs the sessions of operators and keys their TOTP secrets; no session of a player is one of an operator. */
  readonly operatorSecret: string;
  /** Origin that cookies and links are made for. */
  readonly baseUrl: string;
  readonly originAllowed: (origin: string | null, host: string | null) => boolean;
  readonly perMinute: number;
  readonly minAge: number;
  readonly logger: Logger;
};

/**
 * Identity: guests, e-mail and password, codes, sessions. Owns accounts.db and knows of the game only the player's id.
 * @throws StoreError when accounts.db cannot be opened.
 */
export async function openAccounts(options: AccountsOptions): Promise<Accounts> {
  const database = openAccountsDatabase(options.folder);
  const listeners = new Set<(event: AccountEvent) => void>();
  const tell = (event: AccountEvent) => {
    for (const listener of listeners) listener(event);
  };
  const auth = createAuth({
    ...options,
    database,
    secureCookies: options.baseUrl.startsWith('https:'),
    sessionEnded: (sessionId) => tell({ kind: 'session.ended', sessionId }),
    sessionMoved: (from, to) => tell({ kind: 'session.moved', from, to }),
  });
  await (await getMigrations(auth.options)).runMigrations();
  const { operatorSecret, baseUrl, logger } = options;
  const operators = await openOperators({ database, secret: operatorSecret, baseUrl, logger });
  return new Accounts(auth, database, listeners, options.minAge, operators);
}

export class Accounts {
  /** Answers `/api/auth/*`. */
  readonly handler: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** For the game's job that closes guests nobody plays any more. */
  readonly guests: ReturnType<typeof idleGuestAccounts>;
  /** Who may tune the game; accounts of their own, beside the players'. */
  readonly operators: Operators;
  readonly #auth: Auth;
  readonly #database: AccountsDatabase;
  readonly #listeners: Set<(event: AccountEvent) => void>;
  readonly #minAge: number;

  constructor(
    auth: Auth,
    database: AccountsDatabase,
    listeners: Set<(event: AccountEvent) => void>,
    minAge: number,
    operators: Operators,
  ) {
    this.operators = operators;
    this.#auth = auth;
    this.#database = database;
    this.#listeners = listeners;
    this.#minAge = minAge;
    this.handler = toNodeHandler(auth);
    this.guests = idleGuestAccounts(database, (who) => this.erase(who));
  }

  on(listener: (event: AccountEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The session of a request's cookie; null without a valid one. */
  async session(headers: Headers): Promise<Session | null> {
    const found = await this.#auth.api.getSession({ headers });
    if (found === null) return null;
    const guest = found.user.isAnonymous === true;
    return {
      sessionId: found.session.id,
      userId: found.user.id,
      playerId: await playerOf(this.#database, found.user.id),
      guest,
      email: guest ? null : found.user.email,
    };
  }

  /** Null for a player without an account. */
  isGuest(playerId: string): Promise<boolean | null> {
    return isGuestPlayer(this.#database, playerId);
  }

  async ageAnswer(playerId: string): Promise<AgeAnswer> {
    const row = await this.#database
      .selectFrom('age_answer')
      .select('old_enough')
      .where('player_id', '=', playerId)
      .executeTakeFirst();
    return { given: row !== undefined, oldEnough: row?.old_enough === 1 };
  }

  /** Takes the answer once; of the age itself nothing is kept. A second answer changes nothing: nobody tries until it fits. */
  async answerAge(playerId: string, age: number): Promise<AgeAnswer> {
    await this.#database
      .insertInto('age_answer')
      .values({ player_id: playerId, old_enough: age >= this.#minAge ? 1 : 0, at: Date.now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return this.ageAnswer(playerId);
  }

  /** What we hold about a person besides the game, for "download my data". */
  async export(session: Session): Promise<Record<string, unknown>> {
    const sessions = await this.#database
      .selectFrom('session')
      .selectAll()
      .where('userId', '=', session.userId)
      .execute();
    return {
      accountId: session.userId,
      guest: session.guest,
      email: session.email,
      age: await this.ageAnswer(session.playerId),
      sessions: sessions.map((row) => {
        const { id, createdAt, updatedAt, expiresAt } = row as typeof row & Record<string, unknown>;
        return { id, createdAt, updatedAt, expiresAt };
      }),
    };
  }

  /** First half of a deletion: from here on it will be finished, by `erase` or by the next start (`unfinishedClosings`). */
  async beginClosing({ userId, playerId }: Pick<Session, 'userId' | 'playerId'>): Promise<void> {
    await this.#database
      .insertInto('closing')
      .values({ user_id: userId, player_id: playerId, at: Date.now() })
      // One that was begun for idleness is asked for now, and no longer called off.
      .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ idle: 0 }))
      .execute();
  }

  async unfinishedClosings(): Promise<readonly { readonly userId: string; readonly playerId: string }[]> {
    const rows = await this.#database.selectFrom('closing').selectAll().where('idle', '=', 0).execute();
    return rows.map((row) => ({ userId: row.user_id, playerId: row.player_id }));
  }

  /** Second half: the identity is erased, its sessions end, the closing is done. Again on an erased one it does nothing. */
  async erase({ userId, playerId }: { readonly userId: string; readonly playerId: string }): Promise<void> {
    const { internalAdapter } = await this.#auth.$context;
    await internalAdapter.deleteUser(userId);
    await this.#database.transaction().execute(async (tx) => {
      await tx.deleteFrom('player_link').where('user_id', '=', userId).execute();
      await tx.deleteFrom('age_answer').where('player_id', '=', playerId).execute();
      await tx.deleteFrom('recovery_code').where('user_id', '=', userId).execute();
      await tx.deleteFrom('closing').where('user_id', '=', userId).execute();
    });
    await checkpoint(this.#database);
  }

  async close(): Promise<void> {
    await this.#database.destroy();
  }
}
