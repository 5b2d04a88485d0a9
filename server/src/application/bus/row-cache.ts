import type { Key } from '../store/store.ts';
import type { KeptRows, KeptTable } from '../store/tables.ts';
import type { Work } from './work.ts';

/**
 * Rows of these tables are kept between groups, so many each. The bus is the only writer, so what the last commit left is what the next
 * group would read. Stored replies are looked for once and never again: not kept.
 */
const KEPT: Partial<Record<KeptTable, number>> = {
  player: 5_000,
  household: 2_000,
  lender: 5_000,
  account: 20_000,
  loan: 4_000,
  contribution: 4_000,
  village: 500,
  borrower: 5_000,
  ownLoan: 2_000,
};

/** Rows as the last commit left them, the longest unused dropped first. Empty again whenever the store is in doubt. */
export class RowCache {
  readonly #tables = new Map<KeptTable, Map<Key, readonly object[]>>();

  find<T extends KeptTable>(table: T, key: Key): readonly KeptRows[T][] | undefined {
    return this.#tables.get(table)?.get(key) as readonly KeptRows[T][] | undefined;
  }

  /** Takes over what a committed group looked at and changed. */
  keep(work: Work): void {
    for (const [table, most] of Object.entries(KEPT) as [KeptTable, number][]) {
      const rows = this.#tables.get(table) ?? new Map<Key, readonly object[]>();
      this.#tables.set(table, rows);
      for (const [key, group] of work.looked(table)) {
        rows.delete(key);
        rows.set(key, group);
      }
      for (const key of rows.keys()) {
        if (rows.size <= most) break;
        rows.delete(key);
      }
    }
  }

  clear(): void {
    this.#tables.clear();
  }
}
