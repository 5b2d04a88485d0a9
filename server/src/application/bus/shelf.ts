import type { Key } from '../store/store.ts';
import type { TableShape } from '../store/table-shape.ts';
import { type KeptRows, type KeptTable, keyOf, TABLES } from '../store/tables.ts';

/** Undoes one change. */
export type Undo = () => void;

/** The loaded rows of one table, with the changes decided upon so far. */
export class Shelf<T extends KeptTable> {
  readonly table: T;
  readonly #loadBy: keyof KeptRows[T];
  /** Row keys by `loadBy` value; a value that was asked for and has no rows maps to an empty list. */
  readonly #loaded = new Map<Key, string[]>();
  readonly #rows = new Map<string, KeptRows[T]>();
  readonly #changed = new Set<string>();

  constructor(table: T) {
    this.table = table;
    const shape = TABLES[table] as unknown as TableShape<KeptRows[T]>;
    this.#loadBy = shape.loadBy;
  }

  has(key: Key): boolean {
    return this.#loaded.has(key);
  }

  absorb(keys: readonly Key[], rows: readonly KeptRows[T][]): void {
    for (const key of keys) this.#loaded.set(key, []);
    for (const row of rows) {
      const rowKey = keyOf(this.table, row);
      this.#rows.set(rowKey, row);
      this.#loaded.get(row[this.#loadBy] as Key)?.push(rowKey);
    }
  }

  one(key: Key): KeptRows[T] | null | undefined {
    if (!this.#loaded.has(key)) return undefined;
    return this.#rows.get(String(key)) ?? null;
  }

  all(key: Key): readonly KeptRows[T][] | undefined {
    return this.#loaded.get(key)?.map((rowKey) => this.#rows.get(rowKey) as KeptRows[T]);
  }

  put(row: KeptRows[T]): Undo {
    const rowKey = keyOf(this.table, row);
    const before = this.#rows.get(rowKey);
    const wasChanged = this.#changed.has(rowKey);
    this.#rows.set(rowKey, row);
    this.#changed.add(rowKey);
    const leave = before === undefined ? this.#join(row, rowKey) : null;
    return () => {
      if (before === undefined) this.#rows.delete(rowKey);
      else this.#rows.set(rowKey, before);
      if (!wasChanged) this.#changed.delete(rowKey);
      leave?.();
    };
  }

  get hasChanges(): boolean {
    return this.#changed.size > 0;
  }

  changed(): KeptRows[T][] {
    return [...this.#changed].map((rowKey) => this.#rows.get(rowKey) as KeptRows[T]);
  }

  keys(): IterableIterator<Key> {
    return this.#loaded.keys();
  }

  /** Files a new row under its `loadBy` value. */
  #join(row: KeptRows[T], rowKey: string): Undo {
    const key = row[this.#loadBy] as Key;
    const group = this.#loaded.get(key);
    if (group === undefined) {
      this.#loaded.set(key, [rowKey]);
      return () => this.#loaded.delete(key);
    }
    group.push(rowKey);
    return () => group.splice(group.indexOf(rowKey), 1);
  }
}
