import { type OperatorRole, OperatorRoleSchema } from '@bloomvale/shared/operator/operator-roles';
import { err, ok, type Result } from '@bloomvale/shared/result';
import { APIError } from 'better-auth/api';
import { getMigrations } from 'better-auth/db/migration';
import type { Transaction } from 'kysely';
import type { Logger } from '../../ops/logger.ts';
import type { AccountsDatabase, AccountTables } from '../accounts-database.ts';
import { type ApiToken, ApiTokens } from './api-tokens.ts';
import { Invites } from './invites.ts';
import { LockOut } from './lock-out.ts';
import { createOperatorAuth, OPERATOR_PASSWORD, type OperatorAuth } from './operator-auth.ts';
import { type NoteBy, OperatorNotes } from './operator-notes.ts';

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
        | 'EMAIL_TAKEN'
        | 'UNKNOWN_OPERATOR'
        | 'LAST_PUBLISHER';
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

/** As an authenticator shows it; anything else is taken for a backup code. */
const TOTP_CODE = /^\d{6}$/;

/** Makes better-auth's tables for operators where they are missing, and opens them. */
export async function openOperators(options: OperatorsOptions): Promise<Operators> {
  const auth = createOperatorAuth({ ...options, secureCookies: options.baseUrl.startsWith('https:') });
  await (await getMigrations(auth.options)).runMigrations();
  return new Operators(auth, options.database, options.now);
}

/** Who may tune the game: invited by a one-time link, signed in by password and TOTP, in one of three roles. */
export class Operators {
  readonly invites: Invites;
  readonly tokens: ApiTokens;
  readonly notes: OperatorNotes;
  readonly #auth: OperatorAuth;
  readonly #database: AccountsDatabase;
  readonly #lock: LockOut;
  readonly #now: () => number;

  constructor(auth: OperatorAuth, database: AccountsDatabase, now: () => number = Date.now) {
    this.#auth = auth;
    this.#database = database;
    this.#now = now;
    this.#lock = new LockOut(database, now);
    this.notes = new OperatorNotes(database, now);
    this.invites = new Invites(database, this.notes, now);
    this.tokens = new ApiTokens(database, this.notes, now);
  }

  /** A one-time link's token for somebody who has no account yet. */
  async invite(
    by: NoteBy,
    email: string,
    role: OperatorRole,
  ): Promise<Result<{ readonly token: string; readonly expiresAt: number }, OperatorRefusal>> {
    const { internalAdapter } = await this.#auth.$context;
    if ((await internalAdapter.findUserByEmail(email.toLowerCase())) !== null) return err({ code: 'EMAIL_TAKEN' });
    return ok(await this.invites.make(by, { email, role }));
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
    const operator = operatorOf(user);
    await this.#note(byOperator(operator), 'operator.joined', operator, { role: operator.role });
    return ok(operator);
  }

  /**
   * Password, and once TOTP is set up its code or a backup code, each of which is good once. Every wrong password or code counts towards the
   * lock; without an account the answer is the same and takes as long.
   */
  async signIn(
    email: string,
    password: string,
    code: string | null,
  ): Promise<Result<Cookies & { readonly operator: Operator }, OperatorRefusal>> {
    const attempt = await this.#lock.attempt(email);
    if (attempt.refusedUntil !== null) return err({ code: 'LOCKED', until: attempt.refusedUntil });
    const failed = (as: 'SIGN_IN_WRONG' | 'TOTP_WRONG') => this.#failed(email, as, attempt.locksUntil);
    const first = await this.#try(() => this.#auth.api.signInEmail({ body: { email, password }, asResponse: true }));
    if (first === null) return failed('SIGN_IN_WRONG');
    const cookies = first.headers.getSetCookie();
    const { twoFactorRedirect } = (await first.json()) as { twoFactorRedirect?: boolean };
    if (twoFactorRedirect !== true) return this.#signedIn(email, cookies);
    if (code === null) {
      await this.#lock.undecided(email);
      return err({ code: 'TOTP_NEEDED' });
    }
    const second = await this.#try(() => this.#verify(code, cookieHeader(cookies)));
    if (second === null) return failed('TOTP_WRONG');
    return this.#signedIn(email, second.headers.getSetCookie());
  }

  #verify(code: string, headers: Headers): Promise<Response> {
    const { api } = this.#auth;
    return TOTP_CODE.test(code)
      ? api.verifyTOTP({ body: { code }, headers, asResponse: true })
      : api.verifyBackupCode({ body: { code }, headers, asResponse: true });
  }

  async #failed(
    email: string,
    code: 'SIGN_IN_WRONG' | 'TOTP_WRONG',
    until: number | null,
  ): Promise<Result<never, OperatorRefusal>> {
    const operator = until === null ? null : await this.#byEmail(email);
    // Addresses that strangers make up do not belong into a log that nobody can shorten.
    if (operator !== null) await this.#note('system', 'operator.locked', operator, { until });
    return err({ code });
  }

  async #signedIn(email: string, cookies: readonly string[]) {
    await this.#lock.succeeded(email);
    const operator = await this.#byEmail(email);
    if (operator === null) return err({ code: 'SIGN_IN_WRONG' } as const);
    await this.#note(byOperator(operator), 'operator.signed-in', operator, {});
    return ok({ cookies, operator });
  }

  /** The session of a request; null without a valid one. Read afresh each time: a role that was taken away is gone at once. */
  async session(headers: Headers): Promise<OperatorSession | null> {
    const found = await this.#auth.api.getSession({ headers, query: { disableCookieCache: true } });
    return found === null ? null : { sessionId: found.session.id, operator: operatorOf(found.user) };
  }

  /** A program's token and the operator it acts for, as both are now; null when either is gone. */
  async byToken(secret: string): Promise<{ readonly token: ApiToken; readonly operator: Operator } | null> {
    const token = await this.tokens.find(secret);
    const operator = token === null ? null : await this.find(token.operatorId);
    return token === null || operator === null ? null : { token, operator };
  }

  /** Begins to set up TOTP: what an authenticator needs, and codes for a lost one. Null when the password is wrong or TOTP is set up. */
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
    const session = await this.session(headers);
    const done = await this.#try(() => this.#auth.api.verifyTOTP({ body: { code }, headers, asResponse: true }));
    if (done === null || session === null) return err({ code: 'TOTP_WRONG' });
    await this.#note(byOperator(session.operator), 'operator.enrolled', session.operator, {});
    return ok({ cookies: done.headers.getSetCookie() });
  }

  async signOut(headers: Headers): Promise<Cookies> {
    const answer = await this.#auth.api.signOut({ headers, asResponse: true });
    return { cookies: answer.headers.getSetCookie() };
  }

  async list(): Promise<readonly Operator[]> {
    const rows = await this.#database.selectFrom('operator_user').selectAll().orderBy('email').execute();
    return rows.map(operatorOf);
  }

  async find(id: string): Promise<Operator | null> {
    const row = await this.#database.selectFrom('operator_user').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : operatorOf(row);
  }

  /** Another role, at once, in running sessions and tokens too; the last publisher keeps theirs. */
  setRole(by: NoteBy, id: string, role: OperatorRole): Promise<Result<Operator, OperatorRefusal>> {
    return this.#database.transaction().execute(async (tx) => {
      const found = await this.#replaceable(tx, id, role === 'publisher');
      if (!found.ok) return found;
      await tx.updateTable('operator_user').set({ role }).where('id', '=', id).execute();
      await this.#note(by, 'operator.role', found.value, { from: found.value.role, to: role }, tx);
      return ok({ ...found.value, role });
    });
  }

  async sessionsOf(
    id: string,
  ): Promise<readonly { readonly id: string /** Epoch ms. */; readonly createdAt: number }[]> {
    const rows = await this.#database.selectFrom('operator_session').selectAll().where('userId', '=', id).execute();
    return rows
      .filter(({ expiresAt }) => Date.parse(expiresAt) > this.#now())
      .map((row) => ({ id: row.id, createdAt: Date.parse(row.createdAt) }))
      .toSorted((a, b) => b.createdAt - a.createdAt);
  }

  /** Ends one session of an operator, or all of them. */
  endSessions(by: NoteBy, id: string, sessionId?: string): Promise<Result<void, OperatorRefusal>> {
    return this.#database.transaction().execute(async (tx) => {
      const operator = await operatorIn(tx, id);
      if (operator === null) return err({ code: 'UNKNOWN_OPERATOR' });
      let ending = tx.deleteFrom('operator_session').where('userId', '=', id);
      if (sessionId !== undefined) ending = ending.where('id', '=', sessionId);
      const { numDeletedRows } = await ending.executeTakeFirst();
      await this.#note(by, 'operator.sessions-ended', operator, { sessions: Number(numDeletedRows) }, tx);
      return ok(undefined);
    });
  }

  /** The account is gone, its sessions and tokens with it; what the operator did stays in the log. The last publisher stays. */
  remove(by: NoteBy, id: string): Promise<Result<void, OperatorRefusal>> {
    return this.#database.transaction().execute(async (tx) => {
      const found = await this.#replaceable(tx, id, false);
      if (!found.ok) return found;
      await this.#erase(tx, by, found.value);
      return ok(undefined);
    });
  }

  /** Closes an account whose password or authenticator is lost, also the last publisher's: for the command line, which makes a new one. */
  async close(by: NoteBy, email: string): Promise<void> {
    const operator = await this.#byEmail(email);
    if (operator === null) return;
    await this.#database.transaction().execute((tx) => this.#erase(tx, by, operator));
    await this.#lock.succeeded(email);
  }

  async #erase(tx: Transaction<AccountTables>, by: NoteBy, operator: Operator): Promise<void> {
    await tx.deleteFrom('operator_token').where('user_id', '=', operator.id).execute();
    // Sessions, password and TOTP refer to the user and fall with it.
    await tx.deleteFrom('operator_user').where('id', '=', operator.id).execute();
    await this.#note(by, 'operator.removed', operator, { email: operator.email }, tx);
  }

  /** An operator whose role may change: somebody can always publish, and invite others. */
  async #replaceable(
    tx: Transaction<AccountTables>,
    id: string,
    staysPublisher: boolean,
  ): Promise<Result<Operator, OperatorRefusal>> {
    const operator = await operatorIn(tx, id);
    if (operator === null) return err({ code: 'UNKNOWN_OPERATOR' });
    if (operator.role !== 'publisher' || staysPublisher) return ok(operator);
    const others = await tx
      .selectFrom('operator_user')
      .select('id')
      .where('role', '=', 'publisher')
      .where('id', '!=', id)
      .execute();
    return others.length === 0 ? err({ code: 'LAST_PUBLISHER' }) : ok(operator);
  }

  #note(
    by: NoteBy,
    action: string,
    { id, name }: Operator,
    detail: Record<string, string | number | null>,
    tx?: Transaction<AccountTables>,
  ): Promise<void> {
    return this.notes.add({ by, action, subject: `operator:${id}`, detail: { name, ...detail } }, tx);
  }

  async #byEmail(email: string): Promise<Operator | null> {
    const row = await this.#database
      .selectFrom('operator_user')
      .selectAll()
      .where('email', '=', email.toLowerCase())
      .executeTakeFirst();
    return row === undefined ? null : operatorOf(row);
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

/** Somebody who acts for themselves, in the trail. */
export const byOperator = ({ id, name, role }: Operator): Exclude<NoteBy, 'system'> => ({ operatorId: id, name, role });

const cookieHeader = (setCookies: readonly string[]): Headers =>
  new Headers({ cookie: setCookies.map((line) => line.split(';', 1)[0]).join('; ') });

async function operatorIn(tx: Transaction<AccountTables>, id: string): Promise<Operator | null> {
  const row = await tx.selectFrom('operator_user').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : operatorOf(row);
}

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
