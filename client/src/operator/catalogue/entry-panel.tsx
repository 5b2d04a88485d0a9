import type { Json, Section } from '@bloomvale/shared/catalogue/catalogue-diff';
import { useEffect, useId, useMemo, useRef } from 'react';
import { Button } from '../../ui/parts/button.tsx';
import { useSlice } from '../../ui/use-slice.ts';
import { useWords } from '../i18n/use-words.ts';
import { Kbd } from '../parts/kbd.tsx';
import { Tag } from '../parts/tag.tsx';
import { edit, editorStore, forget, isWritable, type Open } from './editor/editor-store.ts';
import { entriesById, entryNow, type Row } from './editor/entries.ts';
import { entryKey, findingsStore } from './findings/findings-store.ts';
import { EntryForm } from './form/entry-form.tsx';
import { FindingSummary } from './form/field-links.tsx';
import { saveNow } from './save-now.ts';
import { titleOf } from './table/columns.ts';

type Props = {
  readonly open: Open;
  readonly section: Section;
  readonly row: Row;
  readonly blocked: string | null;
};

/** One entry: what was found about it, every field, and what can be done with it. */
export function EntryPanel({ open, section, row, blocked }: Props) {
  const words = useWords();
  const { t } = words;
  const heading = useId();
  const panel = useRef<HTMLElement>(null);
  const { editor, draft } = open;
  const own = useSlice(findingsStore, ({ byEntry }) => byEntry.get(entryKey(section, row.id)));
  const findings = useMemo(() => (row.state === 'retired' ? [] : (own ?? [])), [own, row.state]);
  const saving = useSlice(editorStore, (state) => state.saving);
  const live: Json = entriesById(editor.live, section).get(row.id) ?? null;
  const saved = entryNow(editor.saved, section, row.id);
  const now = entryNow(editor.now, section, row.id);
  const touched = saved !== now;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  const readOnly = blocked !== null || !isWritable(open) || row.state === 'retired';
  // On a phone the form stands below the list: what was pressed there shows nothing otherwise.
  useEffect(() => {
    const { current } = panel;
    if (current !== null && current.getBoundingClientRect().top > innerHeight - 80)
      current.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <section className="panel entry-panel" aria-labelledby={heading} ref={panel}>
      <header>
        <h2 id={heading}>{titleOf(section, row.entry, words)}</h2>
        <span className="row row--wrap push">
          {errors > 0 ? <Tag tone="error">{t('catalogue.errors', { count: errors })}</Tag> : null}
          {warnings > 0 ? <Tag tone="late">{t('catalogue.warnings', { count: warnings })}</Tag> : null}
        </span>
      </header>
      <div className="panel-body">
        <FindingSummary findings={findings} />
        <EntryForm
          section={section}
          id={row.id}
          now={editor.now}
          entry={row.entry}
          live={live}
          findings={findings}
          readOnly={readOnly}
        />
        <p className="muted">{t('catalogue.id', { id: row.id })}</p>
      </div>
      <div className="entry-panel__acts">
        {draft === null ? (
          <span className="muted">{t('catalogue.noDraft')}</span>
        ) : blocked !== null ? (
          <span className="muted">{blocked}</span>
        ) : row.state === 'retired' ? (
          <Button onClick={() => edit([{ section, id: row.id, kind: 'added', after: row.entry }])}>
            {t('catalogue.bringBack')}
          </Button>
        ) : (
          <>
            <Button look="primary" busy={saving ? t('catalogue.saving') : false} onClick={() => void saveNow(words)}>
              {t('catalogue.save', { number: draft.number })}
            </Button>
            {touched ? <Button onClick={() => forget(section, row.id)}>{t('catalogue.undoMine')}</Button> : null}
            {section === 'sectors' ? null : (
              <Button look="quiet" onClick={() => edit([{ section, id: row.id, kind: 'removed', before: row.entry }])}>
                {t('catalogue.retire')}
              </Button>
            )}
            <span className="push only-wide only-keys">
              <Kbd keys="mod+s" />
            </span>
          </>
        )}
      </div>
    </section>
  );
}
