import type { Me } from '@bloomvale/shared/protocol/views';
import { err, ok, type Result } from '@bloomvale/shared/result';
import type { Instant } from '@bloomvale/shared/time/sim-clock';
import type { AgeAnswer } from '../store/actions.ts';
import type { Fault } from '../store/fault.ts';
import { type HttpFault, request, requestJson } from './http.ts';

/** Reasons that better-auth and our own routes name, as the interface tells them. */
const NAMED: Readonly<Record<string, Fault>> = {
  INVALID_EMAIL_OR_PASSWORD: 'WRONG_LOGIN',
  INVALID_PASSWORD: 'WRONG_PASSWORD',
  INVALID_EMAIL: 'EMAIL_BAD',
  USER_ALREADY_EXISTS: 'EMAIL_TAKEN',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'EMAIL_TAKEN',
  PASSWORD_TOO_SHORT: 'PASSWORD_SHORT',
  PASSWORD_TOO_LONG: 'PASSWORD_LONG',
  CODE_INVALID: 'CODE_WRONG',
  AGE_NEEDED: 'AGE_NEEDED',
  AGE_TOO_LOW: 'AGE_TOO_LOW',
  GUEST_LEFT_BEHIND: 'GUEST_LEFT_BEHIND',
  SLOW_DOWN: 'TOO_MANY',
  WRONG_VERSION: 'WRONG_VERSION',
};

/** Oneself, with what was answered about one's age. */
export type MeAndAge = Me & { readonly age: AgeAnswer };

const named = (fault: HttpFault): Fault => (fault.code === null ? fault.fault : (NAMED[fault.code] ?? fault.fault));

async function done(path: string, body: unknown = {}): Promise<Result<null, Fault>> {
  const answer = await request(path, { method: 'POST', body });
  return answer.ok ? ok(null) : err(named(answer.error));
}

async function told<T>(path: string, body: unknown = {}): Promise<Result<T, Fault>> {
  const answer = await requestJson<T>(path, { method: 'POST', body });
  return answer.ok ? answer : err(named(answer.error));
}

/** Accounts over HTTP: the session is a cookie that scripts cannot read. */
export const account = {
  guest: (): Promise<Result<null, Fault>> => done('/api/auth/sign-in/anonymous'),
  signIn: (email: string, password: string, leaveGuest: boolean): Promise<Result<null, Fault>> =>
    done('/api/auth/sign-in/email', { email, password, leaveGuest }),
  redeem: (code: string, leaveGuest: boolean): Promise<Result<null, Fault>> =>
    done('/api/auth/transfer-code/redeem', { code, leaveGuest }),
  recover: (code: string, newPassword: string): Promise<Result<null, Fault>> =>
    done('/api/auth/recovery-codes/redeem', { code, newPassword }),
  age: (age: number): Promise<Result<AgeAnswer, Fault>> => told('/api/account/age', { age }),
  link: (email: string, password: string): Promise<Result<null, Fault>> =>
    // better-auth wants a name; ours live with the player, where they are filtered.
    done('/api/auth/sign-up/email', { email, password, name: '' }),
  deviceCode: (): Promise<Result<{ code: string; expiresAt: Instant }, Fault>> =>
    told('/api/auth/transfer-code/create'),
  async recoveryCodes(password: string): Promise<Result<readonly string[], Fault>> {
    const answer = await told<{ codes: readonly string[] }>('/api/auth/recovery-codes/create', { password });
    return answer.ok ? ok(answer.value.codes) : answer;
  },
  signOut: (): Promise<Result<null, Fault>> => done('/api/auth/sign-out'),
  async download(): Promise<Result<Blob, Fault>> {
    const answer = await request('/api/export');
    return answer.ok ? ok(await answer.value.blob()) : err(named(answer.error));
  },
  remove: (): Promise<Result<null, Fault>> => done('/api/account/delete', { confirm: 'delete' }),
  /**
   * Whether the browser's cookie is a session: asked first, because a refusal would stand in the browser's log at every first visit. Null
   * when nobody answered.
   */
  async present(): Promise<boolean | null> {
    const answer = await requestJson<unknown>('/api/auth/get-session');
    return answer.ok ? answer.value !== null : null;
  },
  /** Oneself; `SIGNED_OUT` without a session. */
  async me(): Promise<Result<MeAndAge, Fault>> {
    const answer = await requestJson<MeAndAge>('/api/me');
    return answer.ok ? answer : err(named(answer.error));
  },
};
