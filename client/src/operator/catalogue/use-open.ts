import { useEffect } from 'react';
import { useSlice } from '../../ui/use-slice.ts';
import { useWords } from '../i18n/use-words.ts';
import { useKeys } from '../keys/registry.ts';
import { draftNow, draftsStore } from '../store/drafts.ts';
import { sessionStore } from '../store/session.ts';
import { editorStore, hasUnsaved, type Open, openCatalogue, redoEdit, undoEdit } from './editor/editor-store.ts';
import { followFindings } from './findings/findings-store.ts';
import { saveNow } from './save-now.ts';

/** Leaving the page with unsaved edits asks first; the browser has its own words for it. */
addEventListener('beforeunload', (event) => {
  if (hasUnsaved()) event.preventDefault();
});

/** Opens the draft that is worked on, or the live version, for a page that edits; judges it meanwhile; saves and undoes by keys. */
export function useOpen(): { readonly open: Open | null; readonly retry: () => void } {
  const words = useWords();
  const draft = useSlice(draftsStore, draftNow);
  const listed = useSlice(draftsStore, ({ drafts }) => drafts !== null);
  const live = useSlice(sessionStore, ({ me }) => me?.liveVersion ?? null);
  const open = useSlice(editorStore, (state) => state.open);
  const wanted = draft?.id ?? (live === null ? null : `v${live}`);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a draft is opened when it is another one, not whenever something of it changed
  useEffect(() => {
    if (!listed || live === null || wanted === null) return;
    // Published or discarded under one's hands: what was typed stays in sight until somebody decides.
    if (hasUnsaved() && editorStore.getState().open?.key !== wanted) return;
    void openCatalogue(draft, live);
  }, [wanted, listed]);
  // Brought up to date, imported into or saved by somebody else meanwhile; what is unsaved here meets it when it is saved.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the server's draft is another than the one that is open
  useEffect(() => {
    const { open: opened, saving, conflicted } = editorStore.getState();
    if (draft === null || live === null || opened?.draft?.id !== draft.id || saving || conflicted !== null) return;
    if (opened.draft.revision === draft.revision && opened.draft.base === draft.base) return;
    if (!hasUnsaved()) void openCatalogue(draft, live, true);
  }, [draft?.revision, draft?.base]);
  useEffect(() => followFindings(), []);
  useKeys([
    { keys: ['mod+s'], text: 'save', typing: true, run: () => void saveNow(words) },
    { keys: ['mod+z'], text: 'undo', run: undoEdit },
    { keys: ['mod+shift+z', 'mod+y'], text: 'redo', run: redoEdit },
  ]);
  return { open, retry: () => (live === null ? undefined : void openCatalogue(draft, live, true)) };
}
