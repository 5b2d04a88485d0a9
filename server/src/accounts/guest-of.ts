import type { AccountsDatabase } from './accounts-database.ts';

/** Whether the account that plays this player is a guest's; null when no account does. */
export async function isGuestPlayer(database: AccountsDatabase, playerId: string): Promise<boolean | null> {
  const row = await database
    .selectFrom('player_link')
    .innerJoin('user', 'user.id', 'player_link.user_id')
    .select('user.isAnonymous')
    .where('player_link.player_id', '=', playerId)
    .executeTakeFirst();
  return row === undefined ? null : row.isAnonymous === 1;
}
