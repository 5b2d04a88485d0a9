import type { ACCOUNTS_API } from '@bloomvale/shared/operator/accounts-api';
import type { OperatorRefusal } from '@bloomvale/shared/operator/operator-refusals';
import { ok, type Result } from '@bloomvale/shared/result';
import type { ApiToken } from '../../accounts/operators/api-tokens.ts';
import type { OperatorRefusal as AccountRefusal, Operators } from '../../accounts/operators/operators.ts';
import { type Caller, type HandlersOf, refuse } from './handlers.ts';

export type AccountsParts = {
  readonly operators: Operators;
  /** Origin of the console as the asker sees it, for one-time links. */
  readonly originOf: (headers: Headers) => string;
  readonly liveVersion: () => Promise<number>;
  /** Epoch ms. */
  readonly now: () => number;
};

/** Where a one-time link leads; what follows the hash never reaches a server or its log. */
export const inviteLink = (origin: string, token: string): string => `${origin}/operator#/redeem/${token}`;

const refused = (refusal: AccountRefusal): Result<never, OperatorRefusal> =>
  refusal.code === 'LOCKED' ? refuse('LOCKED', { until: refusal.until }) : refuse(refusal.code);

const viewOf = ({ operatorId: _, ...token }: ApiToken) => token;

/** Sign-in, TOTP, operators, sessions and API tokens. */
export function accountsHandlers(parts: AccountsParts): HandlersOf<typeof ACCOUNTS_API> {
  return { ...ownAccount(parts), ...otherAccounts(parts), ...tokens(parts) };
}

type Own = 'redeem' | 'signIn' | 'signOut' | 'me' | 'beginTotp' | 'confirmTotp';
type Tokens = 'tokens' | 'makeToken' | 'endToken';
type All = HandlersOf<typeof ACCOUNTS_API>;

function ownAccount({ operators, liveVersion, now }: AccountsParts): Pick<All, Own> {
  return {
    redeem: async ({ body: { token, name, password } }) => {
      const made = await operators.redeem(token, name, password);
      return made.ok ? ok(made.value) : refused(made.error);
    },
    signIn: async ({ body: { email, password, code }, setCookies }) => {
      const done = await operators.signIn(email, password, code);
      if (!done.ok) return refused(done.error);
      setCookies(done.value.cookies);
      return ok(done.value.operator);
    },
    signOut: async ({ caller, setCookies }) => {
      setCookies((await operators.signOut(caller.headers)).cookies);
      return ok({});
    },
    me: async ({ caller }) => {
      const session = await operators.session(caller.headers);
      if (session === null) return refuse('SIGN_IN');
      return ok({ ...session, liveVersion: await liveVersion(), now: now() });
    },
    beginTotp: async ({ caller, body: { password } }) => {
      const session = await operators.session(caller.headers);
      if (session === null) return refuse('SIGN_IN');
      // Whoever finds an open console must not be able to make its second factor their own.
      if (session.operator.enrolled) return refuse('FORBIDDEN');
      const begun = await operators.beginTotp(caller.headers, password);
      return begun === null ? refuse('SIGN_IN_WRONG') : ok(begun);
    },
    confirmTotp: async ({ caller, body: { code }, setCookies }) => {
      const done = await operators.confirmTotp(caller.headers, code);
      if (!done.ok) return refused(done.error);
      setCookies(done.value.cookies);
      const operator = await operators.find(caller.operator.operatorId);
      return operator === null ? refuse('SIGN_IN') : ok(operator);
    },
  };
}

function otherAccounts({ operators, originOf }: AccountsParts): Omit<All, Own | Tokens> {
  /** One's own things, or anybody's for a publisher. */
  const mayReach = ({ operator }: Caller, id: string): boolean =>
    operator.operatorId === id || operator.role === 'publisher';
  return {
    operators: async () => ok({ operators: await operators.list() }),
    invite: async ({ caller, body: { email, role } }) => {
      const made = await operators.invite(caller.operator, email, role);
      if (!made.ok) return refused(made.error);
      const { token, expiresAt } = made.value;
      return ok({ link: inviteLink(originOf(caller.headers), token), expiresAt });
    },
    setRole: async ({ caller, params: { id }, body: { role } }) => {
      const done = await operators.setRole(caller.operator, id, role);
      return done.ok ? ok(done.value) : refused(done.error);
    },
    removeOperator: async ({ caller, params: { id } }) => {
      const done = await operators.remove(caller.operator, id);
      return done.ok ? ok({}) : refused(done.error);
    },
    sessions: async ({ caller, params: { id } }) => {
      if (!mayReach(caller, id)) return refuse('FORBIDDEN', { needs: 'publisher' });
      if ((await operators.find(id)) === null) return refuse('UNKNOWN_OPERATOR');
      const sessions = await operators.sessionsOf(id);
      return ok({ sessions: sessions.map((one) => ({ ...one, current: one.id === caller.sessionId })) });
    },
    endSessions: async ({ caller, params: { id }, body: { sessionId } }) => {
      if (!mayReach(caller, id)) return refuse('FORBIDDEN', { needs: 'publisher' });
      const done = await operators.endSessions(caller.operator, id, sessionId);
      return done.ok ? ok({}) : refused(done.error);
    },
  };
}

function tokens({ operators }: AccountsParts): Pick<All, Tokens> {
  return {
    tokens: async ({ caller }) => ok({ tokens: (await operators.tokens.list(caller.operator.operatorId)).map(viewOf) }),
    makeToken: async ({ caller, body }) => {
      const made = await operators.tokens.make(caller.operator, { ...body, operatorId: caller.operator.operatorId });
      if (!made.ok) return refuse(made.error);
      return ok({ token: viewOf(made.value.token), secret: made.value.secret });
    },
    endToken: async ({ caller, params: { id } }) => {
      const ended = await operators.tokens.end(caller.operator, caller.operator.operatorId, id);
      return ended ? ok({}) : refuse('NOT_FOUND');
    },
  };
}
