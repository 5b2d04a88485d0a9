import { type OperatorRole, OperatorRoleSchema } from '@bloomvale/shared/operator/operator-roles';
import { err, ok, type Result } from '@bloomvale/shared/result';
import { APIError } from 'better-auth/api';
import { getMigrations } from 'better-auth/db/migration';
import type { Logger } from '../../ops/logger.ts';
import type { AccountsDatabase } from '../accounts-database.ts';
import { Invites } from './invites.ts';
import { LockOut } from './lock-out.ts';
import { createOperatorAuth, OPERATOR_PASSWORD, type OperatorAuth } from './operator-auth.ts';

export type Operator = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: OperatorRole;
  /** TOTP is set up; before that nothing but setting it up is open. */
  readonly enrolled: boolean;
};
export type OperatorSession = { readonly sessionId: string; readonly operator: Operator };

export type OperatorRefusal =
  | {
      readonly code:
        | 'SIGN_IN_WRONG'
        | 'TOTP_NEEDED'
        | 'TOTP_WRONG'
        | 'INVITE_INVALID'
        | 'PASSWORD_TOO_SHORT'
        | 'EMAIL_TAKEN';
    }
  | { readonly code: 'LOCKED'; readonly until: number };

/** Set-Cookie lines for the answer. */
export type Cookies = { readonly cookies: readonly string[] };

export type OperatorsOptions = {
  readonly database: AccountsDatabase;
  readonly secret: string;
  readonly baseUrl: string;
  readonly logger: Logger;
  /** Host clock, epoch ms. */
  readonly now?: () => number;
};

/** Makes better-auth's tables for operators where they are missing, and opens them. */
export async function openOperators(options: OperatorsOptions): Promise<Operators> {
  const auth = createOperatorAuth({ ...options, secureCookies: options.baseUrl.startsWith('https:') });
  await (await getMigrations(auth.options)).runMigrations();
  return new Operators(auth, options.database, options.now);
}

/** Who may tune the game: invited by a one-time link, signed in by password and TOTP, in one of three roles. */
export class Operators {
  readonly invites: Invites;
  readonly #auth: OperatorAuth;
  readonly #database: AccountsDatabase;
  readonly #lock: LockOut;

  constructor(auth: OperatorAuth, database: AccountsDatabase, now?: () => number) {
    this.#auth = auth;
    this.#database = database;
    this.#lock = new LockOut(database, now);
    this.invites = new Invites(database, now);
  }

  /** Turns a one-time link into an account; sign in next. A refused password leaves the link good. */
  async redeem(token: string, name: string, password: string): Promise<Result<Operator, OperatorRefusal>> {
    if (password.length < OPERATOR_PASSWORD.least || password.length > OPERATOR_PASSWORD.most) {
      return err({ code: 'PASSWORD_TOO_SHORT' });
    }
    const invite = await this.invites.take(token);
    if (invite === null) return err({ code: 'INVITE_INVALID' });
    const { internalAdapter, password: passwords } = await this.#auth.$context;
    if ((await internalAdapter.findUserByEmail(invite.email)) !== null) return err({ code: 'EMAIL_TAKEN' });
    const user = await internalAdapter.createUser(
      { email: invite.email, name, role: invite.role, emailVerified: true },
      { method: 'email-password' },
    );
    await internalAdapter.linkAccount({
      userId: user.id,
      providerId: 'credential',
      accountId: user.id,
      password: await passwords.hash(password),
    });
    return ok(operatorOf(user));
  }

  /**
   * Password, and the TOTP code once it is set up. Every wrong password or code counts towards the lock; without an account the answer is the
   * same and takes as long.
   */
  async signIn(email: string, password: string, code: string | null): Promise<Result<Cookies, OperatorRefusal>> {
    const until = await this.#lock.lockedUntil(email);
    if (until !== null) return err({ code: 'LOCKED', until });
    const first = await this.#try(() => this.#auth.api.signInEmail({ body: { email, password }, asResponse: true }));
    if (first === null) {
      await this.#lock.failed(email);
      return err({ code: 'SIGN_IN_WRONG' });
    }
    const cookies = first.headers.getSetCookie();
    const { twoFactorRedirect } = (await first.json()) as { twoFactorRedirect?: boolean };
    if (twoFactorRedirect !== true) {
      await this.#lock.succeeded(email);
      return ok({ cookies });
    }
    if (code === null) return err({ code: 'TOTP_NEEDED' });
    const second = await this.#try(() =>
      this.#auth.api.verifyTOTP({ body: { code }, headers: cookieHeader(cookies), asResponse: true }),
    );
    if (second === null) {
      await this.#lock.failed(email);
      return err({ code: 'TOTP_WRONG' });
    }
    await this.#lock.succeeded(email);
    return ok({ cookies: second.headers.getSetCookie() });
  }

  /** The session of a request; null without a valid one. Read afresh each time: a role that was taken away is gone at once. */
  async session(headers: Headers): Promise<OperatorSession | null> {
    const found = await this.#auth.api.getSession({ headers, query: { disableCookieCache: true } });
    return found === null ? null : { sessionId: found.session.id, operator: operatorOf(found.user) };
  }

  /** Begins to set up TOTP: what an authenticator needs, and codes for a lost one. Null when the password is wrong. */
  async beginTotp(headers: Headers, password: string): Promise<{ uri: string; backupCodes: readonly string[] } | null> {
    try {
      const made = await this.#auth.api.enableTwoFactor({ body: { password, method: 'totp' }, headers });
      return 'totpURI' in made && made.totpURI !== undefined
        ? { uri: made.totpURI, backupCodes: made.backupCodes ?? [] }
        : null;
    } catch (fault) {
      if (fault instanceof APIError) return null;
      throw fault;
    }
  }

  /** The first code of the authenticator: from here on it is asked for. */
  async confirmTotp(headers: Headers, code: string): Promise<Result<Cookies, OperatorRefusal>> {
    const done = await this.#try(() => this.#auth.api.verifyTOTP({ body: { code }, headers, asResponse: true }));
    return done === null ? err({ code: 'TOTP_WRONG' }) : ok({ cookies: done.headers.getSetCookie() });
  }

  async signOut(headers: Headers): Promise<Cookies> {
    const answer = await this.#auth.api.signOut({ headers, asResponse: true });
    return { cookies: answer.headers.getSetCookie() };
  }

  async list(): Promise<readonly Operator[]> {
    const rows = await this.#database.selectFrom('operator_user').selectAll().orderBy('email').execute();
    return rows.map(operatorOf);
  }

  /** @returns false when there is no such operator. */
  async setRole(id: string, role: OperatorRole): Promise<boolean> {
    const { numUpdatedRows } = await this.#database
      .updateTable('operator_user')
      .set({ role })
      .where('id', '=', id)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  async sessionsOf(id: string): Promise<readonly { readonly id: string; readonly createdAt: string }[]> {
    return this.#database.selectFrom('operator_session').select(['id', 'createdAt']).where('userId', '=', id).execute();
  }

  /** Ends one session of an operator, or all of them. */
  async endSessions(id: string, sessionId?: string): Promise<void> {
    let ending = this.#database.deleteFrom('operator_session').where('userId', '=', id);
    if (sessionId !== undefined) ending = ending.where('id', '=', sessionId);
    await ending.execute();
  }

  /** The account is gone, its sessions with it; what the operator did stays in the log under their address. */
  async remove(id: string): Promise<void> {
    const { internalAdapter } = await this.#auth.$context;
    await this.endSessions(id);
    await internalAdapter.deleteUser(id);
  }

  /** A refusal of better-auth is null; a fault of ours is thrown. */
  async #try(ask: () => Promise<Response>): Promise<Response | null> {
    try {
      const answer = await ask();
      return answer.ok ? answer : null;
    } catch (fault) {
      if (fault instanceof APIError) return null;
      throw fault;
    }
  }
}

const cookieHeader = (setCookies: readonly string[]): Headers =>
  new Headers({ cookie: setCookies.map((line) => line.split(';', 1)[0]).join('; ') });

function operatorOf(user: Record<string, unknown>): Operator {
  const role = OperatorRoleSchema.safeParse(user.role);
  return {
    id: String(user.id),
    email: String(user.email),
    name: String(user.name),
    // A role that no release knows may look, and no more.
    role: role.success ? role.data : 'viewer',
    enrolled: user.twoFactorEnabled === true || user.twoFactorEnabled === 1,
  };
}
