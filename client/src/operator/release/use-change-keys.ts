import type { RefObject } from 'react';
import { useKeys } from '../keys/registry.ts';

/** `]` and `[` lead from one change to the next and back: to the items of `list` that can be focused. */
export function useChangeKeys(list: RefObject<HTMLElement | null>, selector: string): void {
  const move = (by: 1 | -1): boolean => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>(selector) ?? [])];
    const at = items.findIndex((item) => item.contains(document.activeElement));
    const next = items[at === -1 && by === -1 ? items.length - 1 : at + by];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
    return next !== undefined;
  };
  useKeys([
    { keys: [']'], text: 'nextChange', run: () => move(1) },
    { keys: ['['], text: 'previousChange', run: () => move(-1) },
  ]);
}
