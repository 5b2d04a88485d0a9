import { applyChanges } from '@bloomvale/shared/catalogue/catalogue-apply';
import { describe, expect, it } from 'vitest';
import { edited, forgetEntry, openEditor, rebased, redo, stored, undo, unsaved } from './editor.ts';
import { entriesOf, rowsOf } from './entries.ts';
import { amountOf, SMALL } from './fixture.ts';

const opened = () => openEditor(SMALL, structuredClone(SMALL) as typeof SMALL);

describe('an editor', () => {
  it('has nothing to undo, redo or save at first', () => {
    const editor = opened();
    expect(undo(editor)).toBe(editor);
    expect(redo(editor)).toBe(editor);
    expect(unsaved(editor)).toEqual([]);
    expect(edited(editor, [])).toBe(editor);
  });

  it('shares with the live version what the draft did not touch', () => {
    expect(entriesOf(opened().now, 'entrepreneurs')[0]).toBe(entriesOf(SMALL, 'entrepreneurs')[0]);
  });

  it('sends what was typed as one change, and nothing when it was typed back', () => {
    const typed = edited(edited(opened(), [amountOf('awa', 600, 6)]), [amountOf('awa', 6, 650)]);
    expect(unsaved(typed)).toEqual([amountOf('awa', 600, 650)]);
    expect(unsaved(edited(typed, [amountOf('awa', 650, 600)]))).toEqual([]);
  });

  it('takes a word typed into one field back as a whole, and another field for itself', () => {
    const field = 'entrepreneurs awa loan.amount';
    let editor = edited(opened(), [amountOf('awa', 600, 6)], field);
    editor = edited(editor, [amountOf('awa', 6, 65)], field);
    editor = edited(editor, [amountOf('dan', 400, 450)], 'entrepreneurs dan loan.amount');
    editor = undo(editor);
    expect(unsaved(editor)).toEqual([amountOf('awa', 600, 65)]);
    editor = undo(editor);
    expect(unsaved(editor)).toEqual([]);
    expect(unsaved(redo(redo(editor)))).toEqual([amountOf('awa', 600, 65), amountOf('dan', 400, 450)]);
  });

  it('takes all of one entry back at once, and that back too', () => {
    const editor = edited(edited(opened(), [amountOf('awa', 600, 650)]), [amountOf('dan', 400, 450)]);
    const forgotten = forgetEntry(editor, 'entrepreneurs', 'awa');
    expect(unsaved(forgotten)).toEqual([amountOf('dan', 400, 450)]);
    expect(unsaved(undo(forgotten))).toEqual(unsaved(editor));
  });

  it('keeps what was typed while a save was under way', () => {
    const before = edited(opened(), [amountOf('awa', 600, 650)]);
    const after = edited(before, [amountOf('dan', 400, 450)]);
    expect(unsaved(stored(after, before.now))).toEqual([amountOf('dan', 400, 450)]);
  });

  it('goes on from what somebody else saved', () => {
    const theirs = applyChanges(SMALL, [amountOf('dan', 400, 500)]);
    const editor = rebased(edited(opened(), [amountOf('awa', 600, 650)]), theirs, [amountOf('awa', 600, 650)]);
    expect(unsaved(editor)).toEqual([amountOf('awa', 600, 650)]);
    expect(unsaved(undo(editor))).toEqual([]);
  });
});

describe('rows', () => {
  it('say what an entry is against the live version', () => {
    const saved = applyChanges(SMALL, [
      amountOf('awa', 600, 650),
      { section: 'entrepreneurs', id: 'dan', kind: 'removed', before: null },
      { section: 'entrepreneurs', id: 'eve', kind: 'added', after: { id: 'eve', name: 'Eve' } },
    ]);
    expect(rowsOf(openEditor(SMALL, saved), 'entrepreneurs').map(({ id, state }) => [id, state])).toEqual([
      ['awa', 'edited'],
      ['eve', 'new'],
      ['dan', 'retired'],
    ]);
    expect(rowsOf(opened(), 'entrepreneurs').map(({ state }) => state)).toEqual(['live', 'live']);
    expect(rowsOf(opened(), 'partners')).toEqual([]);
  });
});
