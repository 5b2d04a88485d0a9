import type { Result } from '@bloomvale/shared/result';
import { useCallback, useEffect, useState } from 'react';
import { actions, type ReadFault } from '../../store/actions.ts';
import { playerStore } from '../../store/player.ts';
import { useSlice } from '../use-slice.ts';

export type Remote<T> = {
  readonly value: T | null;
  /** Why the last try failed; a value that is on screen stays there. */
  readonly fault: ReadFault | null;
  readonly reload: () => void;
};

/** Last answers by player and path: a page one returns to shows what it knew while it asks again. */
const answers = new Map<string, unknown>();
/** Pages have a handful of paths each; beyond this the oldest go. */
const MOST_ANSWERS = 40;

const asker = (): string => playerStore.getState().id;
const keyOf = (path: string): string => `${asker()} ${path}`;
export const kept = <T>(path: string | null): T | null =>
  path === null ? null : ((answers.get(keyOf(path)) as T | undefined) ?? null);

function keep(path: string, value: unknown): void {
  answers.delete(keyOf(path));
  answers.set(keyOf(path), value);
  if (answers.size > MOST_ANSWERS) answers.delete(answers.keys().next().value as string);
}

/**
 * Asks, and remembers the answer for whoever asked. Null when somebody else has signed in meanwhile: what the former player was told is
 * not for this one to see, nor theirs to keep.
 */
export async function askForMyself<T>(path: string): Promise<Result<T, ReadFault> | null> {
  const who = asker();
  const answer = await actions().readJson<T>(path);
  if (asker() !== who) return null;
  if (answer.ok) keep(path, answer.value);
  return answer;
}

/** Reads one of the server's answers for this page. `stamp` changes when it is to be read again; null as a path reads nothing. */
export function useRemote<T>(path: string | null, stamp: string | number = 0): Remote<T> {
  const who = useSlice(playerStore, ({ id }) => id);
  const [state, setState] = useState<{ who: string; path: string | null; value: T | null; fault: ReadFault | null }>({
    who,
    path,
    value: kept<T>(path),
    fault: null,
  });
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new stamp, another try or another player asks again
  useEffect(() => {
    if (path === null) return;
    let wanted = true;
    void askForMyself<T>(path).then((answer) => {
      if (!wanted || answer === null) return;
      setState((before) => {
        if (answer.ok) return { who, path, value: answer.value, fault: null };
        const same = before.path === path && before.who === who;
        return { who, path, value: same ? before.value : null, fault: answer.error };
      });
    });
    return () => {
      wanted = false;
    };
  }, [who, path, stamp, tries]);
  const reload = useCallback(() => setTries((count) => count + 1), []);
  const mine = state.path === path && state.who === who;
  return { value: mine ? state.value : kept<T>(path), fault: mine ? state.fault : null, reload };
}
