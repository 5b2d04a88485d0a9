import { useCallback, useEffect, useRef, useState } from 'react';
import { actions } from '../../store/actions.ts';

export type Page<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'error' }
  | { readonly status: 'ready'; readonly value: T };

/** What one page reads from the server, and reads again after each of its own commands; what is shown stays while a newer one is fetched. */
export function usePage<T>(path: string): { readonly page: Page<T>; readonly reload: () => Promise<void> } {
  const [page, setPage] = useState<Page<T>>({ status: 'loading' });
  /** Number of the latest question: the answer to an earlier one, or to another page's, comes too late. */
  const asked = useRef(0);
  const reload = useCallback(async (): Promise<void> => {
    const mine = ++asked.current;
    const answer = await actions().readJson<T>(path);
    if (mine !== asked.current) return;
    setPage((before) => {
      if (answer.ok) return { status: 'ready', value: answer.value };
      return before.status === 'ready' ? before : { status: 'error' };
    });
  }, [path]);
  useEffect(() => void reload(), [reload]);
  return { page, reload };
}
