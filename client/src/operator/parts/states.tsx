import { type ReactNode, useEffect, useState } from 'react';
import { Banner } from '../../ui/parts/banner.tsx';
import { Button } from '../../ui/parts/button.tsx';
import type { Refusal } from '../api/refusal.ts';
import type { Called } from '../api/use-call.ts';
import { refusalText } from '../i18n/refusal-text.ts';
import { useWords } from '../i18n/use-words.ts';

/** Nothing flashes for an answer that comes at once; one that does not come is told of. */
const SOON_MS = 300;
const LONG_MS = 8_000;

export function Loading({ onRetry }: { onRetry?: () => void }) {
  const { t } = useWords();
  const [after, setAfter] = useState(0);
  useEffect(() => {
    const timers = [SOON_MS, LONG_MS].map((ms) => setTimeout(() => setAfter(ms), ms));
    return () => timers.forEach(clearTimeout);
  }, []);
  if (after === 0) return null;
  return (
    <div className="op-loading" role="status">
      <span className="spinner" aria-hidden="true" />
      <span>{after === LONG_MS ? t('common.long') : t('common.loading')}</span>
      {after === LONG_MS && onRetry !== undefined ? <Button onClick={onRetry}>{t('common.retry')}</Button> : null}
    </div>
  );
}

export function Refused({ refusal, onRetry }: { refusal: Refusal; onRetry?: () => void }) {
  const words = useWords();
  return (
    <Banner kind="error" title={words.t('common.refused')} role="alert">
      <p>{refusalText(refusal, words)}</p>
      {onRetry === undefined ? null : <Button onClick={onRetry}>{words.t('common.retry')}</Button>}
    </Banner>
  );
}

/** What is empty, and what to do about it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <b>{title}</b>
      {children}
    </div>
  );
}

/** The answer of `useCall` once it is there; until then why not. */
export function Answered<A>({ called, children }: { called: Called<A>; children: (answer: A) => ReactNode }) {
  const { answer, refusal, reload } = called;
  return (
    <>
      {refusal === null ? null : <Refused refusal={refusal} onRetry={reload} />}
      {answer !== null ? children(answer) : refusal === null ? <Loading onRetry={reload} /> : null}
    </>
  );
}
