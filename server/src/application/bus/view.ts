import type { Instant, SimSeconds } from '@bloomvale/shared/time/sim-clock';
import type { Key } from '../store/store.ts';
import type { KeptRows, KeptTable } from '../store/tables.ts';

/** Read access to the rows of a group, as decisions so far left them. */
export interface View {
  readonly now: Instant;
  readonly sim: SimSeconds;
  /** The row, null when it does not exist, undefined when it has not been loaded. */
  peek<T extends KeptTable>(table: T, key: Key): KeptRows[T] | null | undefined;
  /** All rows that share a `loadBy` value; undefined when not loaded. */
  peekAll<T extends KeptTable>(table: T, key: Key): readonly KeptRows[T][] | undefined;
}

/** A decision looked at a row its `needs` did not name. The bus tries the command once more with fresh needs. */
export class NotLoadedError extends Error {
  override name = 'NotLoadedError';
}
