import { applyChanges, invert } from '@bloomvale/shared/catalogue/catalogue-apply';
import {
  type CatalogueChange,
  catalogueDiff,
  type Json,
  type Section,
} from '@bloomvale/shared/catalogue/catalogue-diff';

/** What one key press, one bulk edit or one new entry did; `field` names what was typed into, so that a word is one step and not ten. */
export type Step = { readonly changes: readonly CatalogueChange[]; readonly field: string | null };

/** A catalogue under edit. Everything that was not touched is the same object in all three, so comparing is quick. */
export type Editor = {
  /** The version the draft was forked from: what players have. */
  readonly live: Json;
  /** The draft as the server has it. */
  readonly saved: Json;
  /** With what is not saved yet. */
  readonly now: Json;
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
};

/** `saved` shares with `live` whatever the draft did not change. */
export function openEditor(live: Json, saved: Json): Editor {
  const shared = applyChanges(live, catalogueDiff(live, saved));
  return { live, saved: shared, now: shared, done: [], undone: [] };
}

/** Steps kept for undo: more than anybody presses, few enough to stay small. */
const MOST_STEPS = 500;

/** The catalogue with `changes` done to it. Typing on in one field (`field`) belongs to the step before. */
export function edited(editor: Editor, changes: readonly CatalogueChange[], field: string | null = null): Editor {
  if (changes.length === 0) return editor;
  const last = editor.done.at(-1);
  const step: Step =
    last !== undefined && field !== null && last.field === field
      ? { changes: [...last.changes, ...changes], field }
      : { changes, field };
  const before = step.field !== null && last?.field === step.field ? editor.done.slice(0, -1) : editor.done;
  return {
    ...editor,
    now: applyChanges(editor.now, changes),
    done: [...before, step].slice(-MOST_STEPS),
    undone: [],
  };
}

/** Takes the latest step back; the same editor when there is none. */
export function undo(editor: Editor): Editor {
  const last = editor.done.at(-1);
  if (last === undefined) return editor;
  return {
    ...editor,
    now: applyChanges(editor.now, invert(last.changes)),
    done: editor.done.slice(0, -1),
    undone: [...editor.undone, last],
  };
}

export function redo(editor: Editor): Editor {
  const last = editor.undone.at(-1);
  if (last === undefined) return editor;
  return {
    ...editor,
    now: applyChanges(editor.now, last.changes),
    // Typing on does not belong to what was done again.
    done: [...editor.done, { ...last, field: null }],
    undone: editor.undone.slice(0, -1),
  };
}

/** What a save would send: the shortest list, with the values its editor saw. */
export const unsaved = ({ saved, now }: Editor): CatalogueChange[] => catalogueDiff(saved, now);

/** Everything that is not saved, of one entry or part, taken back; as a step of its own. */
export function forgetEntry(editor: Editor, section: Section, id: string | null): Editor {
  const own = unsaved(editor).filter((change) => change.section === section && change.id === id);
  return edited(editor, invert(own));
}

/** After a save, or when somebody else saved: what stands on the server now, and what of ours is left to do there. */
export function rebased(editor: Editor, saved: Json, left: readonly CatalogueChange[]): Editor {
  const shared = applyChanges(editor.live, catalogueDiff(editor.live, saved));
  const now = applyChanges(shared, left);
  return { ...editor, saved: shared, now, done: left.length === 0 ? [] : [{ changes: left, field: null }], undone: [] };
}

/** After a save that stored everything: what was typed meanwhile stays unsaved, and every step can still be taken back. */
export const stored = (editor: Editor, sent: Json): Editor => ({ ...editor, saved: sent });
