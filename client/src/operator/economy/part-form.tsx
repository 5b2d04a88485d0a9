import type { Section } from '@bloomvale/shared/catalogue/catalogue-diff';
import { Banner } from '../../ui/parts/banner.tsx';
import { Button } from '../../ui/parts/button.tsx';
import { useSlice } from '../../ui/use-slice.ts';
import { editorStore, forget, isWritable, type Open } from '../catalogue/editor/editor-store.ts';
import { entryNow } from '../catalogue/editor/entries.ts';
import { entryKey, findingsStore } from '../catalogue/findings/findings-store.ts';
import { EntryForm } from '../catalogue/form/entry-form.tsx';
import { FindingSummary } from '../catalogue/form/field-links.tsx';
import { saveNow } from '../catalogue/save-now.ts';
import { useWords } from '../i18n/use-words.ts';
import { Kbd } from '../parts/kbd.tsx';
import { Tag } from '../parts/tag.tsx';

type Props = { readonly open: Open; readonly section: Section; readonly blocked: string | null };

/** A part of the catalogue that is one entry: its figures as its schema groups them. */
export function PartForm({ open, section, blocked }: Props) {
  const words = useWords();
  const { t } = words;
  const { editor, draft } = open;
  const findings = useSlice(findingsStore, ({ byEntry }) => byEntry.get(entryKey(section, null))) ?? [];
  const saving = useSlice(editorStore, (state) => state.saving);
  const entry = entryNow(editor.now, section, null);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (entry === null) return <Banner kind="info" title={t('economy.absent')} />;
  return (
    <section className="panel economy entry-form" aria-label={t(`section.${section as 'economy'}`)}>
      <header>
        <h2>{t(`section.${section as 'economy'}`)}</h2>
        {errors > 0 ? <Tag tone="error">{t('catalogue.errors', { count: errors })}</Tag> : null}
      </header>
      <div className="panel-body stack">
        {draft === null ? <Banner kind="info" title={t('catalogue.noDraft')} /> : null}
        <FindingSummary findings={findings} />
        <EntryForm
          section={section}
          id={null}
          now={editor.now}
          entry={entry}
          live={entryNow(editor.live, section, null)}
          findings={findings}
          readOnly={blocked !== null || !isWritable(open)}
        />
      </div>
      {draft === null || blocked !== null ? null : (
        <div className="entry-panel__acts">
          <Button look="primary" busy={saving ? t('catalogue.saving') : false} onClick={() => void saveNow(words)}>
            {t('catalogue.save', { number: draft.number })}
          </Button>
          {entry === entryNow(editor.saved, section, null) ? null : (
            <Button onClick={() => forget(section, null)}>{t('catalogue.undoMine')}</Button>
          )}
          <span className="push only-wide only-keys">
            <Kbd keys="mod+s" />
          </span>
        </div>
      )}
    </section>
  );
}
