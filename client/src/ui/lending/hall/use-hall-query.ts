import { useState } from 'react';
import { type HallQuery, readQuery, writeQuery } from './hall-query.ts';

const queryOf = (hash: string): string => hash.split('?')[1] ?? '';
/** Kept while the game is open, so that the list looks the same after a loan was read. */
let last: HallQuery | null = null;

/** The filters, and how to change them; the address follows without a new entry for each. */
export function useHallQuery(): readonly [HallQuery, (next: HallQuery) => void] {
  const [query, setQuery] = useState<HallQuery>(() => {
    const asked = queryOf(location.hash);
    return asked === '' && last !== null ? last : readQuery(asked);
  });
  const change = (next: HallQuery): void => {
    last = next;
    setQuery(next);
    const text = writeQuery(next);
    history.replaceState(history.state, '', text === '' ? '#/hall' : `#/hall?${text}`);
  };
  return [query, change];
}
