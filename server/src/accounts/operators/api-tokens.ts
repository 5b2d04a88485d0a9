import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { SCOPES, type Scope } from '@bloomvale/shared/operator/endpoint';
import { err, ok, type Result } from '@bloomvale/shared/result';
import { z } from 'zod';
import type { AccountsDatabase } from '../accounts-database.ts';
import type { NoteBy, OperatorNotes } from './operator-notes.ts';

/** One for each program somebody runs, and some in reserve: a list that nobody reads any more is a danger. */
export const TOKENS_MOST = 20;
const DAY = 86_400_000;
/** Last use is kept to the minute: a program that asks all day does not write all day. */
const USE_STEP = 60_000;
/** As it is shown once: what it is, its id, its secret. A scanner for leaked keys finds it by its beginning. */
const SHAPE = /^bvop_([0-9a-f]{16})_([\w-]{43})$/;

export type ApiToken = {
  readonly id: string;
  readonly operatorId: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Epoch ms. */
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly lastUsedAt: number | null;
};

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
/** A scope that no release knows is worth nothing. */
const Scopes = z.array(z.string()).transform((all) => SCOPES.filter((scope) => all.includes(scope)));

type Row = { id: string; user_id: string; name: string; scopes: string; created_at: number; expires_at: number } & {
  last_used_at: number | null;
};
const tokenOf = (row: Row): ApiToken => ({
  id: row.id,
  operatorId: row.user_id,
  name: row.name,
  scopes: Scopes.parse(JSON.parse(row.scopes)),
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  lastUsedAt: row.last_used_at,
});

/** Keys for programs of operators. Only hashes are kept; 32 random bytes need no slow hash. */
export class ApiTokens {
  readonly #database: AccountsDatabase;
  readonly #notes: OperatorNotes;
  readonly #now: () => number;

  constructor(database: AccountsDatabase, notes: OperatorNotes, now: () => number = Date.now) {
    this.#database = database;
    this.#notes = notes;
    this.#now = now;
  }

  /** @returns the token with its secret, shown once and the only copy. */
  async make(
    by: NoteBy,
    ask: {
      readonly operatorId: string;
      readonly name: string;
      readonly scopes: readonly Scope[];
      readonly days: number;
    },
  ): Promise<Result<{ readonly token: ApiToken; readonly secret: string }, 'TOO_MANY_TOKENS'>> {
    const [id, key] = [randomBytes(8).toString('hex'), randomBytes(32).toString('base64url')];
    const now = this.#now();
    const row = {
      id,
      secret_hash: hashOf(key),
      user_id: ask.operatorId,
      name: ask.name,
      scopes: JSON.stringify(SCOPES.filter((scope) => ask.scopes.includes(scope))),
      created_at: now,
      expires_at: now + ask.days * DAY,
      last_used_at: null,
    };
    return this.#database.transaction().execute(async (tx) => {
      await tx.deleteFrom('operator_token').where('expires_at', '<=', now).execute();
      const mine = await tx.selectFrom('operator_token').select('id').where('user_id', '=', ask.operatorId).execute();
      if (mine.length >= TOKENS_MOST) return err('TOO_MANY_TOKENS');
      await tx.insertInto('operator_token').values(row).execute();
      const detail = { name: ask.name, scopes: [...ask.scopes], expiresAt: row.expires_at };
      await this.#notes.add({ by, action: 'token.made', subject: `token:${id}`, detail }, tx);
      return ok({ token: tokenOf(row), secret: `bvop_${id}_${key}` });
    });
  }

  /** Those of an operator that have not expired, the newest first. */
  async list(operatorId: string): Promise<readonly ApiToken[]> {
    const rows = await this.#database
      .selectFrom('operator_token')
      .selectAll()
      .where('user_id', '=', operatorId)
      .where('expires_at', '>', this.#now())
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .execute();
    return rows.map(tokenOf);
  }

  /** @returns false when the operator has no such token. */
  async end(by: NoteBy, operatorId: string, id: string): Promise<boolean> {
    return this.#database.transaction().execute(async (tx) => {
      const { numDeletedRows } = await tx
        .deleteFrom('operator_token')
        .where('id', '=', id)
        .where('user_id', '=', operatorId)
        .executeTakeFirst();
      if (numDeletedRows === 0n) return false;
      await this.#notes.add({ by, action: 'token.ended', subject: `token:${id}`, detail: {} }, tx);
      return true;
    });
  }

  /** The token a secret belongs to, and notes that it was used; null when it is unknown, ended or expired. */
  async find(secret: string): Promise<ApiToken | null> {
    const [, id = '', key = ''] = SHAPE.exec(secret) ?? [];
    if (id === '') return null;
    const row = await this.#database.selectFrom('operator_token').selectAll().where('id', '=', id).executeTakeFirst();
    const now = this.#now();
    if (row === undefined || row.expires_at <= now) return null;
    if (!timingSafeEqual(Buffer.from(row.secret_hash, 'hex'), Buffer.from(hashOf(key), 'hex'))) return null;
    if (now - (row.last_used_at ?? 0) >= USE_STEP) {
      await this.#database.updateTable('operator_token').set({ last_used_at: now }).where('id', '=', id).execute();
    }
    return tokenOf(row);
  }
}
