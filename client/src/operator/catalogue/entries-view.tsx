import type { Section } from '@bloomvale/shared/catalogue/catalogue-diff';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { Button } from '../../ui/parts/button.tsx';
import { Glyph } from '../../ui/parts/icon.tsx';
import { useSlice } from '../../ui/use-slice.ts';
import { useWords } from '../i18n/use-words.ts';
import { useKeys } from '../keys/registry.ts';
import { Kbd } from '../parts/kbd.tsx';
import { go, goQuietly } from '../shell/route.ts';
import { BulkBar } from './bulk/bulk-bar.tsx';
import { isWritable, type Open } from './editor/editor-store.ts';
import { partOf, rowsOf } from './editor/entries.ts';
import { EntryPanel } from './entry-panel.tsx';
import { findingsStore } from './findings/findings-store.ts';
import { NewEntry } from './new-entry.tsx';
import { EntryTable } from './table/entry-table.tsx';
import { changeView, chooseNobody, chooseRows, chosenOf, tableStore, viewOf } from './table/table-store.ts';
import { errorsOf, makeDrawer, viewRows } from './table/view-rows.ts';

type Props = {
  readonly open: Open;
  readonly section: Section;
  /** Words of the address before an entry's id. */
  readonly base: readonly string[];
  readonly current: string | null;
  readonly blocked: string | null;
  readonly tabs: ReactNode;
  /** Below the list: what belongs to the one that is open. */
  readonly extra?: ReactNode;
};

/** Entries that are fixed: which sectors there are is the game's business. */
const FIXED: ReadonlySet<Section> = new Set<Section>(['sectors']);

/** A list of entries with its filter, and beside it the one that is open. */
export function EntriesView({ open, section, base, current, blocked, tabs, extra }: Props) {
  const words = useWords();
  const { t, integer } = words;
  const { editor } = open;
  const { byEntry } = useSlice(findingsStore, (state) => state);
  const view = useSlice(tableStore, (state) => viewOf(state, section));
  const chosen = useSlice(tableStore, (state) => chosenOf(state, section));
  const search = useRef<HTMLInputElement>(null);
  const [adding, setAdding] = useState(false);
  const writable = blocked === null && isWritable(open);
  const rows = useMemo(() => rowsOf(editor, section), [editor, section]);
  // Names of other parts stand in cells: what they are made from is part of what they are made for.
  const named = ['partners', 'products', 'sectors', 'goods', 'model', 'entrepreneurs'] as const;
  const parts = named.map((part) => (part === section ? null : partOf(editor.now, part)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `now` changes with every key press, what cells name does not
  const draw = useMemo(() => makeDrawer(section, editor.now, words), [section, words, ...parts]);
  const shown = useMemo(() => viewRows(rows, section, view, draw), [rows, section, view, draw]);
  const errors = useCallback((id: string) => errorsOf(byEntry, section, id), [byEntry, section]);
  const at = current === null ? -1 : shown.findIndex(({ id }) => id === current);

  const step = (by: number) => () => {
    const next = shown[at < 0 ? 0 : at + by];
    if (next !== undefined) goQuietly([...base, next.id]);
  };
  const canAdd = writable && !FIXED.has(section);
  useKeys([
    { keys: ['j'], text: 'nextRow', run: step(1) },
    { keys: ['k'], text: 'previousRow', run: step(-1) },
    {
      keys: ['enter'],
      text: 'editRow',
      run: () => document.querySelector<HTMLElement>('.entry-panel .form :is(input, select, textarea)')?.focus(),
    },
    {
      keys: ['x'],
      text: 'chooseRow',
      run: () => (current === null ? false : chooseRows(section, [current], !chosen.has(current))),
    },
    { keys: ['n'], text: 'newRow', run: () => (canAdd ? setAdding(true) : false) },
    { keys: ['/'], text: 'filter', run: () => search.current?.focus() },
  ]);
  const choose = useCallback((id: string, on: boolean) => chooseRows(section, [id], on), [section]);
  const row = current === null ? undefined : rows.find(({ id }) => id === current);
  return (
    <div className={row === undefined ? 'op-grid entries-view' : 'op-grid op-grid--edit entries-view'}>
      <div className="entries-list">
        <section className="panel" aria-label={t(`section.${section as 'entrepreneurs'}`)}>
          <header>
            {tabs}
            <div className="filter push">
              <input
                ref={search}
                type="search"
                className="input"
                placeholder={t('catalogue.filter')}
                aria-label={t('catalogue.filter')}
                value={view.filter}
                onChange={({ target }) => changeView(section, { filter: target.value })}
              />
              <span className="only-keys only-wide">
                <Kbd keys="/" />
              </span>
              <label className="check">
                <input
                  type="checkbox"
                  checked={view.changed}
                  onChange={({ target }) => changeView(section, { changed: target.checked })}
                />
                {t('catalogue.changed')}
              </label>
              {canAdd ? (
                <Button onClick={() => setAdding(true)}>
                  <Glyph name="plus" /> {t('catalogue.new')}
                </Button>
              ) : null}
            </div>
          </header>
          {chosen.size === 0 ? null : (
            <BulkBar
              section={section}
              now={editor.now}
              ids={[...chosen]}
              writable={writable}
              onDone={() => chooseNobody(section)}
            />
          )}
          <EntryTable
            section={section}
            base={base}
            now={editor.now}
            rows={shown}
            draw={draw}
            errors={errors}
            current={current}
            chosen={chosen}
            sort={view.sort}
            onSort={(sort) => changeView(section, { sort })}
            onChoose={choose}
            onChooseAll={(on) =>
              chooseRows(
                section,
                shown.map(({ id }) => id),
                on,
              )
            }
          />
          <footer className="panel-foot">
            <span>
              {t('catalogue.shown', { shown: integer(shown.length), all: integer(rows.length) })}{' '}
              {section === 'entrepreneurs' ? t('catalogue.lossNote') : null}
            </span>
            <span className="push only-wide only-keys">
              <Kbd keys="j" />
              <Kbd keys="k" /> {t('catalogue.keyRow')} <Kbd keys="enter" /> {t('catalogue.keyEdit')} <Kbd keys="n" />{' '}
              {t('catalogue.keyNew')}
            </span>
          </footer>
        </section>
        {extra}
      </div>
      {row === undefined ? null : (
        <EntryPanel key={`${section} ${row.id}`} open={open} section={section} row={row} blocked={blocked} />
      )}
      {adding ? (
        <NewEntry
          section={section}
          now={editor.now}
          like={row?.entry ?? null}
          onClose={() => setAdding(false)}
          onMade={(id) => {
            setAdding(false);
            changeView(section, { filter: '' });
            go([...base, id]);
          }}
        />
      ) : null}
    </div>
  );
}
