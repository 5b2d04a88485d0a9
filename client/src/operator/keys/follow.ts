import { settingsStore } from '../../store/settings.ts';
import { bindingsNow, type KeyBinding, keyStore } from './registry.ts';

const TYPING =
  'input:not([type="radio"], [type="checkbox"], [type="range"], [type="file"], [type="color"]), textarea, select, [contenteditable="true"]';
/** A dialog or menu has the keyboard to itself. */
const MODAL = '[role="dialog"], [role="alertdialog"], [role="menu"]';
/** A press of G waits this long for its second key. */
const SECOND_KEY_MS = 1_500;
/** What these do by themselves is not ours to take. */
const OWN_ENTER = 'a, button, summary, input, [role="button"]';

const isTyping = (target: EventTarget | null): boolean => target instanceof Element && target.closest(TYPING) !== null;

/** `event` as bindings name keys. Shift is part of the character. */
export const nameOf = (event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey'>): string => {
  const key = event.key.toLowerCase();
  if (!event.ctrlKey && !event.metaKey) return key;
  return `mod+${event.shiftKey ? 'shift+' : ''}${key}`;
};

/** Finds what `name` does, `first` being a key pressed just before; null when nothing. */
export function found(bindings: readonly KeyBinding[], first: string | null, name: string): KeyBinding | null {
  const wanted = first === null ? name : `${first} ${name}`;
  return bindings.findLast(({ keys }) => keys.includes(wanted)) ?? null;
}

/** Shortcuts for the whole page. @returns what stops it. */
export function followKeys(): () => void {
  let first: { readonly key: string; readonly at: number } | null = null;
  const press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || event.isComposing || document.querySelector(MODAL) !== null) return;
    const name = nameOf(event);
    const single = !name.startsWith('mod+');
    const typing = isTyping(event.target);
    // Single letters are off while typing, and where somebody does not want them (WCAG 2.1.4).
    if (single && (typing || !settingsStore.getState().shortcuts)) return;
    if (name === 'enter' && event.target instanceof Element && event.target.closest(OWN_ENTER) !== null) return;
    const bindings = bindingsNow(keyStore.getState().layers);
    const before = first !== null && Date.now() - first.at < SECOND_KEY_MS ? first.key : null;
    first = null;
    const binding = (before === null ? null : found(bindings, before, name)) ?? found(bindings, null, name);
    if (binding !== null && (!typing || binding.typing === true)) {
      if (binding.run() !== false) event.preventDefault();
    } else if (single && bindings.some(({ keys }) => keys.some((key) => key.startsWith(`${name} `)))) {
      first = { key: name, at: Date.now() };
    }
  };
  addEventListener('keydown', press);
  return () => removeEventListener('keydown', press);
}
