import { useState } from 'react';
import { type HallQuery, readQuery, writeQuery } from './hall-query.ts';

/** Filters and sort as they were left, on this device only: the same words that stand in the address. */
const KEY = 'bloomvale.hall';

const kept = (): string => {
  try {
    return globalThis.localStorage?.getItem(KEY) ?? '';
  } catch {
    return '';
  }
};

function keep(text: string): void {
  try {
    if (text === '') globalThis.localStorage?.removeItem(KEY);
    else globalThis.localStorage?.setItem(KEY, text);
  } catch {
    // Private browsing may refuse storage: the next visit then begins with everything.
  }
}

const queryOf = (hash: string): string => hash.split('?')[1] ?? '';

/**
 * The filters, and how to change them. An address with filters holds over what was kept; the address follows without a new entry for
 * each press. `page` is the word of the address: the list and the map share filters.
 */
export function useHallQuery(page: 'hall' | 'map'): readonly [HallQuery, (next: HallQuery) => void] {
  const [query, setQuery] = useState<HallQuery>(() => {
    const asked = queryOf(location.hash);
    return readQuery(asked === '' ? kept() : asked);
  });
  const change = (next: HallQuery): void => {
    const text = writeQuery(next);
    keep(text);
    setQuery(next);
    history.replaceState(history.state, '', text === '' ? `#/${page}` : `#/${page}?${text}`);
  };
  return [query, change];
}
