import type { GrowingReader } from '../application/store/growing-reader.ts';
import type { Rows, TableName } from '../application/store/tables.ts';

type Tables = { readonly [T in TableName]: ReadonlyMap<string, Rows[T]> };

/** The same questions of borrowing, shops and letters over the store in memory. */
export function memoryGrowingReader(tables: Tables): GrowingReader {
  return {
    ownLoansOfPlayer: async (playerId, limit) =>
      [...tables.ownLoan.values()]
        .filter((row) => row.playerId === playerId)
        .sort((a, b) => b.number - a.number)
        .slice(0, limit),
  };
}
