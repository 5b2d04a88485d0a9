import { useState } from 'react';
import { Button } from '../../ui/parts/button.tsx';
import { Glyph } from '../../ui/parts/icon.tsx';
import { useWords } from '../i18n/use-words.ts';
import { hrefTo } from '../shell/route.ts';
import { hasUnsaved, type Open } from './editor/editor-store.ts';
import { ExportDialog } from './exchange/export-dialog.tsx';
import { ImportDialog } from './exchange/import-dialog.tsx';
import { NewDraft } from './new-draft.tsx';

/** Import and export, and where the draft goes from here; without one, how to begin one. */
export function DraftActions({ open, blocked }: { open: Open; blocked: string | null }) {
  const { t } = useWords();
  const [dialog, setDialog] = useState<'new' | 'import' | 'export' | null>(null);
  const { draft, version } = open;
  const close = (): void => setDialog(null);
  return (
    <>
      {draft !== null && blocked === null ? (
        <Button onClick={() => setDialog('import')}>
          <Glyph name="upload-simple" /> {t('catalogue.import')}
        </Button>
      ) : null}
      <Button onClick={() => setDialog('export')}>
        <Glyph name="download-simple" /> {t('catalogue.export')}
      </Button>
      {draft === null ? (
        <Button look="primary" blocked={blocked} onClick={() => setDialog('new')}>
          {t('catalogue.startDraft')}
        </Button>
      ) : (
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
