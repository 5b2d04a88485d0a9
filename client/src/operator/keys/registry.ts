import { useEffect, useRef } from 'react';
import { createSlice } from '../../store/slice.ts';
import type operator from '../i18n/en.json';

export type KeyText = keyof (typeof operator)['keys'];
/**
 * One shortcut: `keys` as `event.key` in lower case (`j`, `/`, `enter`, `[`), `mod+s` for Ctrl or Cmd, `g l` for one after the other.
 * `keys.<text>` says in the list of keys what it does. `run` is what its button does too; `false` means it had nothing to do.
 */
export type KeyBinding = {
  readonly keys: readonly string[];
  readonly text: KeyText;
  readonly run: () => unknown;
  /** Whether it works while typing: only ones with Ctrl or Cmd should. */
  readonly typing?: boolean;
};

type Layer = { readonly id: number; readonly bindings: readonly KeyBinding[] };
/** What is registered now, oldest first: a later one hides an earlier one of the same keys. */
export const keyStore = createSlice<{ readonly layers: readonly Layer[] }>({ layers: [] });
let next = 1;

/** Registers shortcuts for as long as the component is there. `run` may change with each rendering; keys and texts may not. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });
  useEffect(() => {
    const id = next++;
    const layer = latest.current.map((binding, i) => ({ ...binding, run: () => latest.current[i]?.run() }));
    keyStore.setState({ layers: [...keyStore.getState().layers, { id, bindings: layer }] });
    return () => {
      keyStore.setState({ layers: keyStore.getState().layers.filter((one) => one.id !== id) });
    };
  }, []);
}

/** All that can be pressed now, the latest of each key. */
export function bindingsNow(layers: readonly Layer[]): KeyBinding[] {
  const taken = new Set<string>();
  return layers
    .toReversed()
    .map(({ bindings }) =>
      bindings.filter(({ keys }) => {
        if (keys.every((key) => taken.has(key))) return false;
        for (const key of keys) taken.add(key);
        return true;
      }),
    )
    .reverse()
    .flat();
}
