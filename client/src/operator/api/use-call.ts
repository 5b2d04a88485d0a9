import type { EndpointName } from '@bloomvale/shared/operator/api';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type CallAnswer, type CallInput, call } from './client.ts';
import type { Refusal } from './refusal.ts';

export type Called<A> = {
  /** The latest answer; it stays while another one is asked for. */
  readonly answer: A | null;
  readonly refusal: Refusal | null;
  readonly asking: boolean;
  readonly reload: () => void;
};

/**
 * Asks when the component appears, when `input` changes and, with `everyMs`, again and again while the page is in sight. Null asks nothing.
 */
export function useCall<N extends EndpointName>(
  name: N,
  input: CallInput<N> | null,
  everyMs?: number,
): Called<CallAnswer<N>> {
  const key = input === null ? null : JSON.stringify(input);
  const [state, setState] = useState<{ key: string | null; answer: CallAnswer<N> | null; refusal: Refusal | null }>({
    key: null,
    answer: null,
    refusal: null,
  });
  const [asking, setAsking] = useState(key !== null);
  const latest = useRef(0);
  const reload = useCallback(() => {
    if (key === null) return;
    latest.current += 1;
    const own = latest.current;
    setAsking(true);
    void call(name, JSON.parse(key) as CallInput<N>).then((answer) => {
      // A later question has been asked meanwhile, or nobody waits any more.
      if (own !== latest.current) return;
      setAsking(false);
      setState((before) =>
        answer.ok
          ? { key, answer: answer.value, refusal: null }
          : { key, answer: before.key === key ? before.answer : null, refusal: answer.error },
      );
    });
  }, [name, key]);
  useEffect(() => {
    reload();
    return () => {
      latest.current += 1;
    };
  }, [reload]);
  useEffect(() => {
    if (everyMs === undefined) return;
    const timer = setInterval(() => (document.visibilityState === 'visible' ? reload() : undefined), everyMs);
    return () => clearInterval(timer);
  }, [reload, everyMs]);
  const mine = state.key === key;
  return { answer: mine ? state.answer : null, refusal: mine ? state.refusal : null, asking, reload };
}
