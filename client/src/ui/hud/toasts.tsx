import { useEffect, useState } from 'react';
import { serverNow } from '../../store/net.ts';
import { dropToast, type Toast, toastStore } from '../../store/toasts.ts';
import { Glyph, Icon } from '../parts/icon.tsx';
import { useSlice } from '../use-slice.ts';
import { useTexts } from '../use-texts.ts';

const SHOWN_MS = 5_000;

/** Short messages at the edge. The region is always there, so that a screen reader hears what is put into it. */
export function Toasts() {
  const toasts = useSlice(toastStore, (state) => state.toasts);
  return (
    <div className="toasts" role="status">
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastLine({ toast }: { toast: Toast }) {
  const { t } = useTexts();
  // Whoever is reading it, by pointer or by keyboard, may finish.
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    // What can be undone stays as long as it can be.
    const shown = toast.act === null ? SHOWN_MS : Math.max(SHOWN_MS, toast.act.until - serverNow());
    const timer = setTimeout(() => dropToast(toast.id), shown);
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
      {toast.icon === null ? (
        <Glyph name={toast.tone === 'refusal' ? 'warning-circle' : 'info'} size="l" />
      ) : (
        <Icon name={toast.icon} size={26} />
      )}
      <span>{toast.text}</span>
      {toast.act === null ? null : (
        <button
          type="button"
          className="toast__act"
          onClick={() => {
            dropToast(toast.id);
            toast.act?.run();
          }}
        >
          {toast.act.text}
        </button>
      )}
      <button type="button" className="toast__close" aria-label={t('common.close')} onClick={() => dropToast(toast.id)}>
        <Glyph name="x" size="s" />
      </button>
    </div>
  );
}
