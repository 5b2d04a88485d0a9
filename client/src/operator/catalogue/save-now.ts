import { refusalText } from '../i18n/refusal-text.ts';
import type { Words } from '../i18n/words.ts';
import { tell } from '../store/toasts.ts';
import { editorStore, type Saved, save } from './editor/editor-store.ts';

/** Saves and says what came of it; a conflict opens its own dialog. */
export async function saveNow(words: Words): Promise<void> {
  tellSaved(await save(), words);
}

export function tellSaved(saved: Saved, words: Words): void {
  const number = editorStore.getState().open?.draft?.number ?? 0;
  if (saved === 'saved') tell({ text: words.t('catalogue.saved', { number }) });
  else if (saved === 'merged') tell({ text: words.t('catalogue.savedMerged', { number }) });
  else if (saved === 'nothing') tell({ text: words.t('catalogue.nothingToSave') });
  else if (saved !== 'conflict' && saved.code !== 'SIGN_IN') tell({ tone: 'refusal', text: refusalText(saved, words) });
}
