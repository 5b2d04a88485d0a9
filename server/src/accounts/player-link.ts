import { randomUUID } from 'node:crypto';
import type { AccountsDatabase } from './accounts-database.ts';

/** The player an account plays; a new one at first sight. */
export async function playerOf(database: AccountsDatabase, userId: string): Promise<string> {
  const known = await linkOf(database, userId);
  if (known !== null) return known;
  await database
    .insertInto('player_link')
    .values({ user_id: userId, player_id: randomUUID() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  // Read again: of two requests at once, the first one's player stays.
  return (await linkOf(database, userId)) as string;
}

export async function linkOf(database: AccountsDatabase, userId: string): Promise<string | null> {
  const row = await database
    .selectFrom('player_link')
    .select('player_id')
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row?.player_id ?? null;
}

/**
 * A guest became an account with e-mail: the account takes over the guest's player and the sessions on other devices, and the guest's
 * user is removed. Does nothing when the account already plays somebody (the guest signed in to an older account).
 * @returns whether the player was taken over.
 */
export async function takeOverPlayer(
  database: AccountsDatabase,
  guest: { readonly userId: string; readonly sessionId: string },
  account: { readonly userId: string },
): Promise<boolean> {
  return database.transaction().execute(async (tx) => {
    if ((await linkOf(tx, account.userId)) !== null) return false;
    // A guest whose closing has begun is not carried over into an account without a garden.
    const closing = await tx.selectFrom('closing').select('at').where('user_id', '=', guest.userId).executeTakeFirst();
    if (closing !== undefined) return false;
    const moved = await tx
      .updateTable('player_link')
      .set({ user_id: account.userId })
      .where('user_id', '=', guest.userId)
      .executeTakeFirst();
    if (moved.numUpdatedRows === 0n) return false;
    await tx.deleteFrom('session').where('id', '=', guest.sessionId).execute();
    await tx.updateTable('session').set({ userId: account.userId }).where('userId', '=', guest.userId).execute();
    await tx.deleteFrom('user').where('id', '=', guest.userId).execute();
    return true;
  });
}
