import type { Result } from '@bloomvale/shared/result';
import { useState } from 'react';
import type { Fault } from '../../store/fault.ts';

/** One question to the server at a time, with what came of it. */
export function useAsk() {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const ask = async <T>(question: () => Promise<Result<T, Fault>>): Promise<Result<T, Fault>> => {
    setBusy(true);
    setFault(null);
    const answer = await question();
    setBusy(false);
    if (!answer.ok) setFault(answer.error);
    return answer;
  };
  return { busy, fault, ask };
}
