import { createSlice } from '../../store/slice.ts';

export type Told = { readonly id: number; readonly tone: 'news' | 'refusal'; readonly text: string };
export const toastStore = createSlice<{ readonly toasts: readonly Told[] }>({ toasts: [] });

/** More than three at once hide the page; the oldest goes first. */
const MOST_TOASTS = 3;
let next = 1;

/** A short message at the edge, in the operator's language. The same words twice in a row stand once. */
export function tell({ tone = 'news', text }: { tone?: Told['tone']; text: string }): void {
  const { toasts } = toastStore.getState();
  if (toasts.at(-1)?.text === text) return;
  toastStore.setState({ toasts: [...toasts, { id: next++, tone, text }].slice(-MOST_TOASTS) });
}

export const dropToast = (id: number): void =>
  toastStore.setState({ toasts: toastStore.getState().toasts.filter((one) => one.id !== id) });
