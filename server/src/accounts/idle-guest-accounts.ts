import type { Instant } from '@bloomvale/shared/time/sim-clock';
import type { AccountsDatabase } from './accounts-database.ts';

/** Accounts looked at in one query, so that a large table never holds up the players. */
const PAGE = 500;

/** `playerId` is null for a guest on whom nobody ever played. */
type GuestAccount = { readonly userId: string; readonly playerId: string | null };

/** The accounts' side of closing guests (the port is `GuestAccounts` of the game's job). `erase` is the same that *Delete my account* ends with. */
export const idleGuestAccounts = (
  database: AccountsDatabase,
  erase: (who: { readonly userId: string; readonly playerId: string }) => Promise<void>,
) => ({
  guests: (after: string, madeBefore: Instant) => guestPage(database, after, madeBefore),
  beginIdleClosing: (guest: GuestAccount) => beginIdleClosing(database, guest),
  async unfinishedIdleClosings(): Promise<GuestAccount[]> {
    const rows = await database.selectFrom('closing').selectAll().where('idle', '=', 1).execute();
    return rows.map((row) => ({ userId: row.user_id, playerId: row.player_id === '' ? null : row.player_id }));
  },
  async cancelClosing({ userId }: GuestAccount): Promise<void> {
    await database.deleteFrom('closing').where('user_id', '=', userId).where('idle', '=', 1).execute();
  },
  eraseGuest: ({ userId, playerId }: GuestAccount) => erase({ userId, playerId: playerId ?? '' }),
});

async function guestPage(database: AccountsDatabase, after: string, madeBefore: Instant) {
  const rows = await database
    .selectFrom('user')
    .leftJoin('player_link', 'player_link.user_id', 'user.id')
    .select(['user.id', 'user.isAnonymous', 'user.createdAt', 'player_link.player_id as playerId'])
    .where('user.id', '>', after)
    .orderBy('user.id')
    .limit(PAGE)
    .execute();
  const guests = rows
    .filter((row) => isGuestRow(row) && new Date(row.createdAt).getTime() <= madeBefore)
    .map(({ id, playerId }) => ({ userId: id, playerId }));
  return { guests, next: rows.length < PAGE ? null : (rows.at(-1)?.id ?? null) };
}

/** In one transaction with the look at the account, as is giving an e-mail address (`takeOverPlayer`): only one of the two happens. */
function beginIdleClosing(database: AccountsDatabase, { userId, playerId }: GuestAccount): Promise<boolean> {
  return database.transaction().execute(async (tx) => {
    const user = await tx.selectFrom('user').select('isAnonymous').where('id', '=', userId).executeTakeFirst();
    if (user === undefined || !isGuestRow(user)) return false;
    await tx
      .insertInto('closing')
      .values({ user_id: userId, player_id: playerId ?? '', at: Date.now(), idle: 1 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return true;
  });
}

const isGuestRow = ({ isAnonymous }: { readonly isAnonymous: number | null }): boolean => isAnonymous === 1;
