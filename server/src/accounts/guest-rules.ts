import { APIError } from 'better-auth/api';
import type { AccountsDatabase } from './accounts-database.ts';
import { linkOf } from './player-link.ts';

/** A session as better-auth hands it to hooks, as far as the rules below look at it. */
export type SeenSession = { readonly user: { readonly id: string } & Readonly<Record<string, unknown>> } | null;

const refuse = (status: 'UNAUTHORIZED' | 'FORBIDDEN' | 'CONFLICT', code: string, message: string): never => {
  throw new APIError(status, { code, message });
};

export const isGuest = (session: SeenSession): boolean =>
  session?.user.isAnonymous === true || session?.user.isAnonymous === 1;

/**
 * An e-mail address may be given by a guest who has said to be old enough, and by nobody else (product.md 8).
 * @throws APIError SIGN_IN, ALREADY_LINKED, AGE_NEEDED, AGE_TOO_LOW.
 */
export async function mayGiveEmail(database: AccountsDatabase, session: SeenSession): Promise<void> {
  if (session === null) return refuse('UNAUTHORIZED', 'SIGN_IN', 'play as a guest first');
  if (!isGuest(session)) refuse('CONFLICT', 'ALREADY_LINKED', 'this account has an e-mail address');
  const player = await linkOf(database, session.user.id);
  const answer =
    player === null
      ? undefined
      : await database.selectFrom('age_answer').select('old_enough').where('player_id', '=', player).executeTakeFirst();
  if (answer === undefined) refuse('FORBIDDEN', 'AGE_NEEDED', 'say your age first');
  if (answer?.old_enough !== 1) refuse('FORBIDDEN', 'AGE_TOO_LOW', 'e-mail stays off at this age');
}

/**
 * Signing in to another account would leave a guest's garden behind, for good: only with `leaveGuest`.
 * @throws APIError GUEST_LEFT_BEHIND.
 */
export async function mayLeave(database: AccountsDatabase, session: SeenSession, leaveGuest: boolean): Promise<void> {
  if (session === null || leaveGuest || !isGuest(session)) return;
  if ((await linkOf(database, session.user.id)) === null) return;
  refuse('CONFLICT', 'GUEST_LEFT_BEHIND', 'a guest plays here; confirm that it may be left behind');
}
