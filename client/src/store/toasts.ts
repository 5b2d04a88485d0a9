import type { IconName } from '@bloomvale/assets/manifest';
import { createSlice } from './slice.ts';

/** A short message at the edge, told politely. `key` and `values` are a text and its figures, already formatted. */
export type Toast = {
  readonly id: number;
  readonly tone: 'news' | 'refusal';
  readonly icon: IconName | null;
  readonly text: string;
  /** Something that can be done about it for a while, by pressing; `until` is the server's clock, epoch ms. */
  readonly act: ToastAct | null;
};
export type ToastAct = { readonly text: string; readonly until: number; readonly run: () => void };
export type ToastState = { readonly toasts: readonly Toast[] };
export const toastStore = createSlice<ToastState>({ toasts: [] });

/** More than three at once hide the world; the oldest goes first. */
const MOST_TOASTS = 3;
let next = 1;

/** `text` in the player's language. The same words twice in a row stand once. */
export function showToast(toast: { tone?: Toast['tone']; icon?: IconName; text: string; act?: ToastAct }): void {
  const { toasts } = toastStore.getState();
  if (toasts.at(-1)?.text === toast.text) return;
  const { tone = 'news', icon = null, text, act = null } = toast;
  const added: Toast = { id: next++, tone, icon, text, act };
  toastStore.setState({ toasts: [...toasts, added].slice(-MOST_TOASTS) });
}

export function dropToast(id: number): void {
  const toasts = toastStore.getState().toasts.filter((toast) => toast.id !== id);
  toastStore.setState({ toasts });
}
