import { OperatorRoleSchema } from '@bloomvale/shared/operator/operator-roles';
import type { Transaction } from 'kysely';
import { z } from 'zod';
import type { AccountsDatabase, AccountTables } from '../accounts-database.ts';

/** `system` is the game itself and whoever runs the command line. */
const BySchema = z.union([
  z.literal('system'),
  z.strictObject({
    operatorId: z.string(),
    name: z.string(),
    role: OperatorRoleSchema,
    /** Id of the API token they act by. */
    token: z.string().exactOptional(),
  }),
]);
/** Who does something to an account. */
export type NoteBy = z.infer<typeof BySchema>;

const NoteSchema = z.strictObject({
  /** Epoch ms. */
  at: z.int(),
  by: BySchema,
  /** Dotted name: `operator.signed-in`. */
  action: z.string(),
  subject: z.string(),
  detail: z.record(z.string(), z.json()),
});
export type OperatorNote = z.infer<typeof NoteSchema>;

/** Handed on at a time. */
const BATCH = 100;

/**
 * What happens to operators' accounts, on its way into the audit trail. Accounts and game lie in two databases, so nothing can be written to
 * both at once: a note is kept in the same transaction as the change it tells of, and handed on afterwards. A process that ends in between
 * hands it on at its next start; it may then stand in the trail twice, but never not at all.
 */
export class OperatorNotes {
  readonly #database: AccountsDatabase;
  readonly #now: () => number;
  #handing: Promise<void> = Promise.resolve();

  constructor(database: AccountsDatabase, now: () => number = Date.now) {
    this.#database = database;
    this.#now = now;
  }

  async add(note: Omit<OperatorNote, 'at'>, tx?: Transaction<AccountTables>): Promise<void> {
    const text = JSON.stringify({ at: this.#now(), ...note } satisfies OperatorNote);
    await (tx ?? this.#database).insertInto('operator_note').values({ note: text }).execute();
  }

  /** Hands every note to `write`, oldest first; stops at the first that it does not take. Callers queue: none is handed on twice. */
  handOn(write: (note: OperatorNote) => Promise<boolean>): Promise<void> {
    const mine = this.#handing.then(() => this.#handOn(write));
    this.#handing = mine.catch(() => undefined);
    return mine;
  }

  async #handOn(write: (note: OperatorNote) => Promise<boolean>): Promise<void> {
    for (;;) {
      const rows = await this.#database.selectFrom('operator_note').selectAll().orderBy('id').limit(BATCH).execute();
      for (const { id, note } of rows) {
        if (!(await write(NoteSchema.parse(JSON.parse(note))))) return;
        await this.#database.deleteFrom('operator_note').where('id', '=', id).execute();
      }
      if (rows.length < BATCH) return;
    }
  }
}
