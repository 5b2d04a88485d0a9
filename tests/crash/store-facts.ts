import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What a data folder says about commands and their effects, read straight from the file, without any code of the server. */
export class StoreFacts {
  readonly #database: DatabaseSync;

  constructor(dataDir: string) {
    this.#database = new DatabaseSync(join(dataDir, 'bloomvale.db'), { readOnly: true });
  }

  close(): void {
    this.#database.close();
  }

  /** Stored replies by command id. */
  replies(): ReadonlyMap<string, unknown> {
    const rows = this.#database.prepare('SELECT id, reply FROM command').all();
    return new Map(rows.map(({ id, reply }) => [String(id), JSON.parse(String(reply))]));
  }

  /** Number and sum (minor units) of what players caused under batch keys like a pattern: `lend:%`, `shop:%`, `earn:%:wish:%`. */
  posted(keyPattern: string, legKind = '%'): { readonly count: number; readonly amount: number } {
    const row = this.#database
      .prepare(
        `SELECT count(*) AS count, coalesce(sum(transfer.amount), 0) AS amount
         FROM batch JOIN transfer ON transfer.batch_id = batch.id WHERE batch.key LIKE ? AND transfer.kind LIKE ? AND batch.actor LIKE 'player:%'`,
      )
      .get(keyPattern, legKind);
    return { count: Number(row?.count), amount: Number(row?.amount) };
  }

  /** Experience of every household added up: harvests and served wishes leave nothing else that is not also a posting. */
  experience(): number {
    const rows = this.#database.prepare('SELECT doc FROM household').all();
    return rows.reduce((sum, { doc }) => sum + (JSON.parse(String(doc)) as { xp: number }).xp, 0);
  }

  /** Letters in the file, and those that tell the same reader of the same thing once more. */
  letters(): { readonly written: number; readonly doubled: number } {
    const row = this.#database
      .prepare(
        `SELECT count(*) AS written, count(*) - count(DISTINCT player_id || loan_id || kind || CASE kind WHEN 'late' THEN number WHEN 'caught_up' THEN number ELSE 0 END) AS doubled
         FROM letter`,
      )
      .get();
    return { written: Number(row?.written), doubled: Number(row?.doubled) };
  }
}
