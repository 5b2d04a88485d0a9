import { useEffect, useState } from 'react';
import { Glyph } from '../../ui/parts/icon.tsx';
import { useSlice } from '../../ui/use-slice.ts';
import { useWords } from '../i18n/use-words.ts';
import { dropToast, type Told, toastStore } from '../store/toasts.ts';

/** A refusal takes longer to read than "Saved". */
const SHOWN_MS = { news: 5_000, refusal: 12_000 } as const;

/** Short messages at the edge. The region is always there, so that a screen reader hears what is put into it. */
export function Toasts() {
  const toasts = useSlice(toastStore, (state) => state.toasts);
  return (
    <div className="toasts" role="status">
      {toasts.map((toast) => (
        <Line key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function Line({ toast }: { toast: Told }) {
  const { t } = useWords();
  // Whoever is reading it, by pointer or by keyboard, may finish.
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dropToast(toast.id), SHOWN_MS[toast.tone]);
    return () => clearTimeout(timer);
  }, [held, toast]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only keeps the words longer
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Glyph name={toast.tone === 'refusal' ? 'warning-circle' : 'info'} size="l" />
      <span>{toast.text}</span>
      <button type="button" className="toast__close" aria-label={t('common.close')} onClick={() => dropToast(toast.id)}>
        <Glyph name="x" size="s" />
      </button>
    </div>
  );
}
