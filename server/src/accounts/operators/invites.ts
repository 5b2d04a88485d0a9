import { createHash, randomBytes } from 'node:crypto';
import type { OperatorRole } from '@bloomvale/shared/operator/operator-roles';
import type { AccountsDatabase } from '../accounts-database.ts';
import type { NoteBy, OperatorNotes } from './operator-notes.ts';

/** A one-time link is good for a day. */
export const INVITE_HOURS = 24;

export type Invite = { readonly email: string; readonly role: OperatorRole };

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** One-time links to become an operator. Only hashes are kept: who reads the database cannot use one. */
export class Invites {
  readonly #database: AccountsDatabase;
  readonly #notes: OperatorNotes;
  readonly #now: () => number;

  constructor(database: AccountsDatabase, notes: OperatorNotes, now: () => number = Date.now) {
    this.#database = database;
    this.#notes = notes;
    this.#now = now;
  }

  /** @returns 32 random bytes as base64url; shown once, and the only copy. A former invite of the address is void. */
  async make(
    by: NoteBy,
    { email, role }: Invite,
  ): Promise<{ readonly token: string /** Epoch ms. */; readonly expiresAt: number }> {
    const token = randomBytes(32).toString('base64url');
    const expires = this.#now() + INVITE_HOURS * 3_600_000;
    await this.#database.transaction().execute(async (tx) => {
      await tx.deleteFrom('operator_invite').where('email', '=', email.toLowerCase()).execute();
      const row = { token_hash: hashOf(token), email: email.toLowerCase(), role, expires_at: expires };
      await tx.insertInto('operator_invite').values(row).execute();
      const subject = `email:${row.email}`;
      await this.#notes.add({ by, action: 'operator.invited', subject, detail: { role } }, tx);
    });
    return { token, expiresAt: expires };
  }

  /** Takes an invite, so that it cannot be used again; null when it is unknown, used or too old. */
  async take(token: string): Promise<Invite | null> {
    const row = await this.#database
      .deleteFrom('operator_invite')
      .where('token_hash', '=', hashOf(token))
      .returning(['email', 'role', 'expires_at'])
      .executeTakeFirst();
    return row === undefined || row.expires_at <= this.#now() ? null : { email: row.email, role: row.role };
  }
}
