import type { GrowingReader, LetterCursor } from '../application/store/growing-reader.ts';
import type { Rows, TableName } from '../application/store/tables.ts';

type Tables = { readonly [T in TableName]: ReadonlyMap<string, Rows[T]> };

const isBefore = (row: LetterCursor, other: LetterCursor): boolean =>
  row.number < other.number || (row.number === other.number && row.id < other.id);

/** The same questions of borrowing, shops and letters over the store in memory. */
export function memoryGrowingReader(tables: Tables): GrowingReader {
  return {
    ownLoansOfPlayer: async (playerId, limit) =>
      [...tables.ownLoan.values()]
        .filter((row) => row.playerId === playerId)
        .sort((a, b) => b.number - a.number)
        .slice(0, limit),
    loanEventsAfter: async (after, kinds, limit) =>
      [...tables.loanEvent.values()]
        .filter(({ id, kind }) => id > after && kinds.includes(kind))
        .sort((a, b) => a.id - b.id)
        .slice(0, limit),
    lettersOfPlayer: async (playerId, before, limit) =>
      [...tables.letter.values()]
        .filter((row) => row.playerId === playerId && (before === null || isBefore(row, before)))
        .sort((a, b) => (isBefore(a, b) ? 1 : -1))
        .slice(0, limit),
    visitsOfPlayer: async (playerId) => [...tables.shopVisit.values()].filter((row) => row.playerId === playerId),
  };
}
