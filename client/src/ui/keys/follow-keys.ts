import { playerStore } from '../../store/player.ts';
import { reportStore } from '../../store/report.ts';
import { settingsStore } from '../../store/settings.ts';
import { uiStore } from '../../store/ui.ts';
import { closePanel } from '../navigation/open.ts';
import { runKey } from './shortcuts.ts';

const TYPING =
  'input:not([type="radio"], [type="checkbox"], [type="range"]), textarea, select, [contenteditable="true"]';
/** A dialog or menu has the keyboard to itself, Esc included. */
const MODAL = '[role="dialog"], [role="alertdialog"], [role="menu"]';

const isTyping = (target: EventTarget | null): boolean => target instanceof Element && target.closest(TYPING) !== null;

/** Single keys and Esc for the whole page; tells the world when the keyboard is not its own. @returns what stops it. */
export function followKeys(): () => void {
  const note = (): void => uiStore.setState({ typing: isTyping(document.activeElement) });
  const press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (playerStore.getState().phase !== 'playing' && uiStore.getState().panel === null) return;
    if (document.querySelector(MODAL) !== null || reportStore.getState().report !== null) return;
    const { panel, tool } = uiStore.getState();
    if (event.key === 'Escape') {
      if (panel !== null) closePanel();
      else if (tool.kind === 'plant') uiStore.setState({ tool: { kind: 'auto' } });
      else return;
      event.preventDefault();
      return;
    }
    if (isTyping(event.target) || !settingsStore.getState().shortcuts) return;
    if (runKey(event.key, panel?.kind)) event.preventDefault();
  };
  addEventListener('keydown', press);
  addEventListener('focusin', note);
  addEventListener('focusout', note);
  return () => {
    removeEventListener('keydown', press);
    removeEventListener('focusin', note);
    removeEventListener('focusout', note);
  };
}
