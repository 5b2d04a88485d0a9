import type { MeSchema } from '@bloomvale/shared/operator/accounts-api';
import type { OperatorRole } from '@bloomvale/shared/operator/operator-roles';
import { mayAct } from '@bloomvale/shared/operator/operator-roles';
import type { z } from 'zod';
import { createSlice } from '../../store/slice.ts';
import { call, hearRefusals } from '../api/client.ts';

export type Me = z.infer<typeof MeSchema>;
/**
 * `ended`: somebody was signed in and no longer is; the page stays as it was under a sign-in, so that nothing typed is lost.
 */
export type Session = {
  readonly phase: 'starting' | 'unreachable' | 'out' | 'enrol' | 'in' | 'ended';
  readonly me: Me | null;
  /** The server's clock less ours, ms. */
  readonly ahead: number;
};
export const sessionStore = createSlice<Session>({ phase: 'starting', me: null, ahead: 0 });

/** Asks who is signed in; after signing in, after a change of role, and now and then. */
export async function refreshSession(): Promise<void> {
  const answer = await call('me', {});
  if (answer.ok) {
    const { phase, me } = sessionStore.getState();
    // Somebody else's edits must not be saved in this one's name.
    if (phase === 'ended' && me !== null && me.operator.id !== answer.value.operator.id) return location.reload();
    sessionStore.setState({
      phase: answer.value.operator.enrolled ? 'in' : 'enrol',
      me: answer.value,
      ahead: answer.value.now - Date.now(),
    });
  } else if (sessionStore.getState().phase === 'starting' || sessionStore.getState().phase === 'unreachable') {
    sessionStore.setState({ phase: answer.error.code === 'SIGN_IN' ? 'out' : 'unreachable' });
  }
}

const EVERY_MS = 30_000;
/** Follows the session for as long as the page is open. */
export function startSession(): void {
  hearRefusals(({ code }, name) => {
    const { phase } = sessionStore.getState();
    if (code === 'SIGN_IN' && (phase === 'in' || phase === 'enrol')) {
      sessionStore.setState({ phase: phase === 'in' ? 'ended' : 'out' });
    } else if (code === 'TOTP_FIRST' && phase === 'in') sessionStore.setState({ phase: 'enrol' });
    // A role was taken away in mid-edit: buttons say so from now on.
    else if (code === 'FORBIDDEN' && name !== 'me') void refreshSession();
  });
  void refreshSession();
  setInterval(() => {
    const { phase } = sessionStore.getState();
    if (document.visibilityState === 'visible' && (phase === 'in' || phase === 'unreachable')) void refreshSession();
  }, EVERY_MS);
}

export async function signOut(): Promise<void> {
  await call('signOut', { body: {} });
  // Nothing of what one person saw stays in memory for the next.
  location.hash = '';
  location.reload();
}

/** The server's clock, epoch ms. */
export const serverNow = (): number => Date.now() + sessionStore.getState().ahead;
export const mayNow = (role: OperatorRole): boolean => {
  const { me } = sessionStore.getState();
  return me !== null && mayAct(me.operator.role, role);
};
