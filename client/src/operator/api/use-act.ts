import type { EndpointName } from '@bloomvale/shared/operator/api';
import type { Result } from '@bloomvale/shared/result';
import { useCallback, useRef, useState } from 'react';
import { refusalText } from '../i18n/refusal-text.ts';
import { currentWords } from '../i18n/words.ts';
import { tell } from '../store/toasts.ts';
import { type CallAnswer, type CallInput, call } from './client.ts';
import type { Refusal } from './refusal.ts';

type Act = {
  /** What is under way; for `Button busy`. */
  readonly busy: EndpointName | null;
  /** Null when something else is under way still. A refusal is told in a toast unless `quiet`. */
  readonly act: <N extends EndpointName>(
    name: N,
    input: CallInput<N>,
    quiet?: boolean,
  ) => Promise<Result<CallAnswer<N>, Refusal> | null>;
};

/** One POST at a time. */
export function useAct(): Act {
  const [busy, setBusy] = useState<EndpointName | null>(null);
  const running = useRef(false);
  const act = useCallback<Act['act']>(async (name, input, quiet = false) => {
    if (running.current) return null;
    running.current = true;
    setBusy(name);
    const answer = await call(name, input);
    running.current = false;
    setBusy(null);
    // The session's end has a dialog of its own.
    if (!answer.ok && !quiet && answer.error.code !== 'SIGN_IN')
      tell({ tone: 'refusal', text: refusalText(answer.error, currentWords()) });
    return answer;
  }, []);
  return { busy, act };
}
