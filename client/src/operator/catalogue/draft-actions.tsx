import { useId, useState } from 'react';
import { Button } from '../../ui/parts/button.tsx';
import { Glyph } from '../../ui/parts/icon.tsx';
import { Select } from '../../ui/parts/select.tsx';
import { useSlice } from '../../ui/use-slice.ts';
import { useWords } from '../i18n/use-words.ts';
import { ask } from '../parts/ask.tsx';
import { hrefTo } from '../shell/route.ts';
import { chooseDraft, draftsStore, isOpen } from '../store/drafts.ts';
import { hasUnsaved, type Open, openCatalogue } from './editor/editor-store.ts';
import { ExportDialog } from './exchange/export-dialog.tsx';
import { ImportDialog } from './exchange/import-dialog.tsx';
import { NewDraft } from './new-draft.tsx';

const NEW = '+';

/** Which draft, import and export, and where it goes from here. */
export function DraftActions({ open, blocked }: { open: Open; blocked: string | null }) {
  const words = useWords();
  const { t } = words;
  const id = useId();
  const drafts = useSlice(draftsStore, (state) => state.drafts);
  const [dialog, setDialog] = useState<'new' | 'import' | 'export' | null>(null);
  const { draft, version } = open;
  const close = (): void => setDialog(null);
  const options = (drafts ?? []).filter(isOpen).map((one) => ({
    value: one.id,
    label: t('catalogue.pickDraft', { number: one.number, title: one.title }),
  }));
  const pick = async (value: string): Promise<void> => {
    if (value === NEW) return setDialog('new');
    const chosen = drafts?.find((one) => one.id === value);
    if (chosen === undefined || chosen.id === draft?.id) return;
    if (
      hasUnsaved() &&
      (await ask({
        title: t('catalogue.leaveTitle'),
        body: t('catalogue.leaveBody'),
        act: t('catalogue.leave'),
        danger: true,
      })) === null
    )
      return;
    chooseDraft(chosen.id);
    await openCatalogue(chosen, version);
  };
  return (
    <>
      {draft === null ? (
        <Button look="primary" blocked={blocked} onClick={() => setDialog('new')}>
          {t('catalogue.startDraft')}
        </Button>
      ) : (
        <span className="draft-pick">
          <label className="sr-only" htmlFor={id}>
            {t('catalogue.pick')}
          </label>
          <Select
            id={id}
            value={draft.id}
            options={blocked === null ? [...options, { value: NEW, label: t('catalogue.another') }] : options}
            onChange={(value) => void pick(value)}
          />
        </span>
      )}
      {draft !== null && blocked === null ? (
        <Button onClick={() => setDialog('import')}>
          <Glyph name="upload-simple" /> {t('catalogue.import')}
        </Button>
      ) : null}
      <Button onClick={() => setDialog('export')}>
        <Glyph name="download-simple" /> {t('catalogue.export')}
      </Button>
      {draft === null ? null : (
        <>
          <a className="btn" href={hrefTo(['draft', draft.id, 'fields'])}>
            {t('catalogue.compare')}
          </a>
          <a className="btn btn--primary" href={hrefTo(['draft', draft.id])}>
            {t('catalogue.preview')}
          </a>
        </>
      )}
      {dialog === 'new' ? <NewDraft onClose={close} /> : null}
      {dialog === 'import' && draft !== null ? <ImportDialog draft={draft} version={version} onClose={close} /> : null}
      {dialog === 'export' ? (
        <ExportDialog of={draft?.id ?? `v${version}`} unsaved={hasUnsaved()} onClose={close} />
      ) : null}
    </>
  );
}
