import { useCallback, useEffect, useState } from 'react';
import { actions, type ReadFault } from '../../store/actions.ts';
import { playerStore } from '../../store/player.ts';

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

const keyOf = (path: string): string => `${playerStore.getState().id} ${path}`;
const kept = <T>(path: string | null): T | null =>
  path === null ? null : ((answers.get(keyOf(path)) as T | undefined) ?? null);

function keep(path: string, value: unknown): void {
  answers.delete(keyOf(path));
  answers.set(keyOf(path), value);
  if (answers.size > MOST_ANSWERS) answers.delete(answers.keys().next().value as string);
}

/** Reads one of the server's answers for this page. `stamp` changes when it is to be read again; null as a path reads nothing. */
export function useRemote<T>(path: string | null, stamp: string | number = 0): Remote<T> {
  const [state, setState] = useState<{ path: string | null; value: T | null; fault: ReadFault | null }>({
    path,
    value: kept<T>(path),
    fault: null,
  });
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new stamp or another try asks again
  useEffect(() => {
    if (path === null) return;
    let wanted = true;
    void actions()
      .readJson<T>(path)
      .then((answer) => {
        if (answer.ok) keep(path, answer.value);
        if (!wanted) return;
        setState((before) =>
          answer.ok
            ? { path, value: answer.value, fault: null }
            : { path, value: before.path === path ? before.value : null, fault: answer.error },
        );
      });
    return () => {
      wanted = false;
    };
  }, [path, stamp, tries]);
  const reload = useCallback(() => setTries((count) => count + 1), []);
  const value = state.path === path ? state.value : kept<T>(path);
  return { value, fault: state.path === path ? state.fault : null, reload };
}
