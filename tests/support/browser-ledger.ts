import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export type WalletLine = { readonly amount: number; readonly balance: number };
export type Contribution = {
  readonly loanId: string;
  readonly amount: number;
  readonly received: number;
  readonly refunded: number;
  readonly lost: number;
};
/** A player's money as the books have it; minor units. */
export type Books = {
  readonly wallet: number;
  /** Every posting on the wallet, oldest first. */
  readonly lines: readonly WalletLine[];
  readonly contributions: readonly Contribution[];
};

/** The game's database, whatever it is called: the one with a ledger. */
function gameDatabase(folder: string): DatabaseSync {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.db'))) {
    const path = join(folder, name);
    if (!existsSync(path)) continue;
    const database = new DatabaseSync(path, { readOnly: true });
    const ledger = database.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'transfer'").get();
    if (ledger !== undefined) return database;
    database.close();
  }
  throw new Error(`no ledger in ${folder}`);
}

/** Reads the books of a stopped server. `publicId` is how the client knows the player. */
export function readBooks(folder: string, publicId: string): Books {
  const database = gameDatabase(folder);
  try {
    const player = database.prepare('SELECT id FROM player WHERE public_id = ?').get(publicId) as { id: string };
    const account = `wallet:${player.id}`;
    const held = database.prepare('SELECT credits - debits AS balance FROM account WHERE id = ?').get(account);
    const lines = database
      .prepare(
        `SELECT CASE WHEN credit = ?1 THEN amount ELSE -amount END AS amount,
                CASE WHEN credit = ?1 THEN credit_after ELSE debit_after END AS balance
         FROM transfer WHERE credit = ?1 OR debit = ?1 ORDER BY id`,
      )
      .all(account) as WalletLine[];
    const contributions = database
      .prepare('SELECT loan_id AS loanId, amount, received, refunded, lost FROM contribution WHERE player_id = ?')
      .all(player.id) as Contribution[];
    return { wallet: (held as { balance: number } | undefined)?.balance ?? 0, lines, contributions };
  } finally {
    database.close();
  }
}
