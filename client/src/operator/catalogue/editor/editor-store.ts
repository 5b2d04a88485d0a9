import type { CatalogueChange, Json, Section } from '@bloomvale/shared/catalogue/catalogue-diff';
import type { FieldConflict } from '@bloomvale/shared/catalogue/changes-onto';
import type { DraftView } from '@bloomvale/shared/operator/catalogue-api';
import { createSlice } from '../../../store/slice.ts';
import { call } from '../../api/client.ts';
import type { Refusal } from '../../api/refusal.ts';
import { noteDraft } from '../../store/drafts.ts';
import { type Editor, edited, forgetEntry, openEditor, rebased, redo, stored, undo, unsaved } from './editor.ts';
import { compare, decided, type Side } from './merge.ts';

/** What is open: a draft, or the live version to look at when there is none. */
export type Open = {
  readonly key: string;
  readonly draft: DraftView | null;
  readonly version: number;
  readonly editor: Editor;
};
export type Conflicted = {
  readonly conflicts: readonly FieldConflict[];
  readonly holds: readonly CatalogueChange[];
  readonly theirs: Json;
  readonly draft: DraftView;
};
export type EditorState = {
  readonly open: Open | null;
  readonly refusal: Refusal | null;
  readonly saving: boolean;
  readonly conflicted: Conflicted | null;
};
/** It outlives its page, so that unsaved edits are there when one comes back to it. */
export const editorStore = createSlice<EditorState>({ open: null, refusal: null, saving: false, conflicted: null });

let asked = 0;
const keyOf = (draft: DraftView | null, version: number): string => draft?.id ?? `v${version}`;

/** Opens a draft, or the live version without one, unless it is open already. Unsaved edits of what was open are lost: ask first. */
export async function openCatalogue(draft: DraftView | null, liveVersion: number, again = false): Promise<void> {
  const key = keyOf(draft, liveVersion);
  if (!again && editorStore.getState().open?.key === key) return;
  asked += 1;
  const own = asked;
  // Read again, it stays in sight until it is there.
  editorStore.setState(again ? { refusal: null, conflicted: null } : { open: null, refusal: null, conflicted: null });
  const [version, drafted] = await Promise.all([
    call('version', { params: { number: draft?.base ?? liveVersion } }),
    draft === null ? null : call('draft', { params: { id: draft.id } }),
  ]);
  if (own !== asked) return;
  if (!version.ok) return editorStore.setState({ refusal: version.error });
  if (drafted !== null && !drafted.ok) return editorStore.setState({ refusal: drafted.error });
  const live = version.value.content as Json;
  if (drafted !== null) noteDraft(drafted.value.draft);
  editorStore.setState({
    open: {
      key,
      draft: drafted?.value.draft ?? null,
      version: version.value.version.number,
      editor: openEditor(live, (drafted?.value.content as Json | undefined) ?? live),
    },
  });
}

/** Whether what is open may be changed at all; roles are asked elsewhere. */
export const isWritable = (open: Open | null): boolean =>
  open?.draft?.state === 'open' || open?.draft?.state === 'asked';

function change(next: (editor: Editor) => Editor): void {
  const { open } = editorStore.getState();
  if (open === null || !isWritable(open)) return;
  editorStore.setState({ open: { ...open, editor: next(open.editor) } });
}
/** @param field names what was typed into: typing on is one step of undo */
export const edit = (changes: readonly CatalogueChange[], field: string | null = null): void =>
  change((editor) => edited(editor, changes, field));
export const undoEdit = (): void => change(undo);
export const redoEdit = (): void => change(redo);
export const forget = (section: Section, id: string | null): void =>
  change((editor) => forgetEntry(editor, section, id));
export const hasUnsaved = (): boolean => {
  const { open } = editorStore.getState();
  return open !== null && open.editor.now !== open.editor.saved && unsaved(open.editor).length > 0;
};

export type Saved = 'saved' | 'merged' | 'nothing' | 'conflict' | Refusal;

/** Saves what is not saved yet: all of it, or nothing when somebody else changed the same fields; then `conflicted` says which. */
export async function save(): Promise<Saved> {
  const { open, saving } = editorStore.getState();
  if (open?.draft == null || saving) return 'nothing';
  const { draft, editor } = open;
  const changes = unsaved(editor);
  if (changes.length === 0) return 'nothing';
  editorStore.setState({ saving: true });
  const answer = await call('saveDraft', {
    params: { id: draft.id },
    body: { revision: draft.revision, changes: changes as never },
  });
  editorStore.setState({ saving: false });
  if (!answer.ok) return answer.error.code === 'DRAFT_CONFLICT' ? findConflicts() : answer.error;
  noteDraft(answer.value.draft);
  const now = editorStore.getState().open;
  if (now?.draft?.id !== draft.id) return 'saved';
  editorStore.setState({ open: { ...now, draft: answer.value.draft, editor: stored(now.editor, editor.now) } });
  if (!answer.value.merged) return 'saved';
  await catchUp();
  return 'merged';
}

/** The draft as the server has it now. */
async function fetchDraft(id: string): Promise<{ draft: DraftView; content: Json } | Refusal> {
  const answer = await call('draft', { params: { id } });
  if (!answer.ok) return answer.error;
  noteDraft(answer.value.draft);
  return { draft: answer.value.draft, content: answer.value.content as Json };
}

/** Somebody else saved too: their fields come in, ours stay. */
async function catchUp(): Promise<void> {
  const before = editorStore.getState().open;
  if (before?.draft == null) return;
  const fetched = await fetchDraft(before.draft.id);
  const { open } = editorStore.getState();
  if ('code' in fetched || open?.key !== before.key) return;
  const { holds } = compare(fetched.content, unsaved(open.editor));
  editorStore.setState({
    open: { ...open, draft: fetched.draft, editor: rebased(open.editor, fetched.content, holds) },
  });
}

async function findConflicts(): Promise<Saved> {
  const before = editorStore.getState().open;
  if (before?.draft == null) return 'nothing';
  const fetched = await fetchDraft(before.draft.id);
  const { open } = editorStore.getState();
  if ('code' in fetched) return fetched;
  if (open?.key !== before.key) return 'nothing';
  const { holds, conflicts } = compare(fetched.content, unsaved(open.editor));
  editorStore.setState({ conflicted: { holds, conflicts, theirs: fetched.content, draft: fetched.draft } });
  return 'conflict';
}

/** Goes on after a conflict with the sides that were chosen, and saves. */
export async function settle(sides: readonly Side[]): Promise<Saved> {
  const { open, conflicted } = editorStore.getState();
  if (open === null || conflicted === null) return 'nothing';
  const left = decided(conflicted.holds, conflicted.conflicts, sides, open.editor.now);
  editorStore.setState({
    conflicted: null,
    open: { ...open, draft: conflicted.draft, editor: rebased(open.editor, conflicted.theirs, left) },
  });
  return left.length === 0 ? 'saved' : save();
}
export const leaveConflict = (): void => editorStore.setState({ conflicted: null });
