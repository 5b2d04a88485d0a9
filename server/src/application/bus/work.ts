import { invariant } from '@bloomvale/shared/result';
import type { Instant, SimSeconds } from '@bloomvale/shared/time/sim-clock';
import type { GameEvent } from '../contract.ts';
import type { Key, LastIds, Needs, WriteSet } from '../store/store.ts';
import type { AddedRows, AddedTable, KeptRows, KeptTable } from '../store/tables.ts';
import { Shelf, type Undo } from './shelf.ts';
import { NotLoadedError, type View } from './view.ts';

/** What a decision asks to be done right after its group has committed, as a command of its own. */
export type FollowUp =
  | { readonly kind: 'loan.wake'; readonly loanId: string }
  /** `soon`: a newcomer must not find the hall without starter projects. Otherwise it may wait for others like it. */
  | { readonly kind: 'village.list'; readonly villageId: string; readonly soon: boolean };

export type Savepoint = {
  readonly undos: number;
  readonly added: number;
  readonly events: number;
  readonly followUps: number;
  readonly ids: LastIds;
};

/**
 * The working copy of one group: rows loaded from the store, and on top of them everything its commands have decided so far, so that
 * a later command sees an earlier one's effect. Nothing leaves it before the commit.
 */
export class Work implements View {
  readonly now: Instant;
  readonly sim: SimSeconds;
  readonly #shelves = new Map<KeptTable, Shelf<KeptTable>>();
  readonly #added = new Map<AddedTable, object[]>();
  /** Which table each row was added to, in order. */
  readonly #additions: AddedTable[] = [];
  readonly #undos: Undo[] = [];
  readonly #events: GameEvent[] = [];
  readonly #followUps: FollowUp[] = [];
  #holdsNext = false;
  /** Counted in place: a group numbers thousands of rows. */
  #ids: { -readonly [K in keyof LastIds]: LastIds[K] };

  constructor(now: Instant, sim: SimSeconds, ids: LastIds) {
    this.now = now;
    this.sim = sim;
    this.#ids = { ...ids };
  }

  peek<T extends KeptTable>(table: T, key: Key): KeptRows[T] | null | undefined {
    return this.#shelf(table).one(key);
  }

  peekAll<T extends KeptTable>(table: T, key: Key): readonly KeptRows[T][] | undefined {
    return this.#shelf(table).all(key);
  }

  /** The row, or null. @throws NotLoadedError when `needs` forgot it. */
  get<T extends KeptTable>(table: T, key: Key): KeptRows[T] | null {
    const row = this.peek(table, key);
    if (row === undefined) throw new NotLoadedError(`${table} ${key} was not loaded`);
    return row;
  }

  /** A row that cannot be missing. @throws InvariantError when it is. */
  must<T extends KeptTable>(table: T, key: Key): KeptRows[T] {
    const row = this.get(table, key);
    invariant(row !== null, `${table} ${key} does not exist`);
    return row;
  }

  /** All rows that share a `loadBy` value, in the order in which they came. */
  all<T extends KeptTable>(table: T, key: Key): readonly KeptRows[T][] {
    const rows = this.peekAll(table, key);
    if (rows === undefined) throw new NotLoadedError(`${table} of ${key} were not loaded`);
    return rows;
  }

  put<T extends KeptTable>(table: T, row: KeptRows[T]): void {
    this.#undos.push(this.#shelf(table).put(row));
  }

  add<T extends AddedTable>(table: T, row: AddedRows[T]): void {
    const rows = this.#added.get(table);
    if (rows === undefined) this.#added.set(table, [row]);
    else rows.push(row);
    this.#additions.push(table);
  }

  emit(event: GameEvent): void {
    this.#events.push(event);
  }

  follow(followUp: FollowUp): void {
    this.#followUps.push(followUp);
  }

  /**
   * What this group decides changes how the next is to be decided (another catalogue, another tempo): the next is not begun before this one
   * is committed and told.
   */
  holdNext(): void {
    this.#holdsNext = true;
  }
  get holdsNext(): boolean {
    return this.#holdsNext;
  }

  /** Next number of the journal (batches, transfers, loan events), or of another counted table. */
  nextId(counter: keyof LastIds): number {
    this.#ids[counter] += 1;
    return this.#ids[counter];
  }

  get ids(): LastIds {
    return { ...this.#ids };
  }
  get events(): readonly GameEvent[] {
    return this.#events;
  }
  get followUps(): readonly FollowUp[] {
    return this.#followUps;
  }

  /** Adds the keys of `needs` that have not been loaded yet to `wanted`; whether there are any. */
  collectMissing(needs: Needs, wanted: Map<KeptTable, Set<Key>>): boolean {
    let any = false;
    for (const table in needs) {
      const shelf = this.#shelf(table as KeptTable);
      for (const key of needs[table as KeptTable] as readonly Key[]) {
        if (shelf.has(key)) continue;
        any = true;
        const keys = wanted.get(shelf.table);
        if (keys === undefined) wanted.set(shelf.table, new Set([key]));
        else keys.add(key);
      }
    }
    return any;
  }

  absorb<T extends KeptTable>(table: T, keys: readonly Key[], rows: readonly KeptRows[T][]): void {
    this.#shelf(table).absorb(keys, rows);
  }

  savepoint(): Savepoint {
    return {
      undos: this.#undos.length,
      added: this.#additions.length,
      events: this.#events.length,
      followUps: this.#followUps.length,
      ids: this.ids,
    };
  }

  /** Takes back everything since the savepoint: a refused or faulty command leaves no trace. */
  rollbackTo(savepoint: Savepoint): void {
    for (const undo of this.#undos.splice(savepoint.undos).reverse()) undo();
    for (const table of this.#additions.splice(savepoint.added)) this.#added.get(table)?.pop();
    this.#events.length = savepoint.events;
    this.#followUps.length = savepoint.followUps;
    this.#ids = { ...savepoint.ids };
  }

  /** Rows added to a table since the savepoint. */
  addedSince<T extends AddedTable>(savepoint: Savepoint, table: T): readonly AddedRows[T][] {
    const rows = (this.#added.get(table) ?? []) as AddedRows[T][];
    let count = 0;
    for (let i = savepoint.added; i < this.#additions.length; i++) if (this.#additions[i] === table) count += 1;
    return rows.slice(rows.length - count);
  }

  /** Rows added to a table. */
  added<T extends AddedTable>(table: T): readonly AddedRows[T][] {
    return (this.#added.get(table) ?? []) as AddedRows[T][];
  }

  changed<T extends KeptTable>(table: T): KeptRows[T][] {
    return this.#shelf(table).changed();
  }

  /** Rows of a key as the decisions left them; undefined when nobody looked at it. */
  found<T extends KeptTable>(table: T, key: Key): readonly KeptRows[T][] | undefined {
    return (this.#shelves.get(table) as unknown as Shelf<T> | undefined)?.all(key);
  }

  /** Every group of rows that was looked at, as the decisions left it. */
  *looked<T extends KeptTable>(table: T): Generator<readonly [Key, readonly KeptRows[T][]]> {
    const shelf = this.#shelf(table);
    for (const key of shelf.keys()) yield [key, shelf.all(key) as readonly KeptRows[T][]];
  }

  /** Whether there is anything to write. */
  get changedAnything(): boolean {
    for (const shelf of this.#shelves.values()) if (shelf.hasChanges) return true;
    for (const rows of this.#added.values()) if (rows.length > 0) return true;
    return false;
  }

  /** What the group writes. */
  writes(): WriteSet {
    const kept: Record<string, readonly object[]> = {};
    for (const [table, shelf] of this.#shelves) {
      const rows = shelf.changed();
      if (rows.length > 0) kept[table] = rows;
    }
    const added: Record<string, readonly object[]> = {};
    for (const [table, rows] of this.#added) if (rows.length > 0) added[table] = rows;
    return { kept, added } as WriteSet;
  }

  #shelf<T extends KeptTable>(table: T): Shelf<T> {
    const found = this.#shelves.get(table);
    if (found !== undefined) return found as unknown as Shelf<T>;
    const made = new Shelf(table);
    this.#shelves.set(table, made as unknown as Shelf<KeptTable>);
    return made;
  }
}
