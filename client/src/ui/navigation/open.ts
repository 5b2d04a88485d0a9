import { emitEffect } from '../../store/effects.ts';
import { type Panel, uiStore } from '../../store/ui.ts';

export function openPanel(panel: Panel): void {
  emitEffect({ kind: 'open' });
  uiStore.setState({ panel, plotInfo: null });
}

export function closePanel(): void {
  emitEffect({ kind: 'close' });
  uiStore.setState({ panel: null });
}

/** Back to where one came from when that was another panel, else to `fallback`. */
export function goBack(fallback: Panel | null): void {
  const entry = history.state as { readonly from?: string } | null;
  if (entry?.from === 'panel') history.back();
  else if (fallback === null) closePanel();
  else openPanel(fallback);
}
