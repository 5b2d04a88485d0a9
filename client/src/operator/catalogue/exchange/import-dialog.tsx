import { type DraftView, ImportFaultsSchema } from '@bloomvale/shared/operator/catalogue-api';
import { type FormEvent, useId, useState } from 'react';
import { Banner } from '../../../ui/parts/banner.tsx';
import { Button } from '../../../ui/parts/button.tsx';
import { Modal } from '../../../ui/parts/modal.tsx';
import { Select } from '../../../ui/parts/select.tsx';
import type { Refusal } from '../../api/refusal.ts';
import { useAct } from '../../api/use-act.ts';
import { refusalText } from '../../i18n/refusal-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import { ScrollBox } from '../../parts/scroll-box.tsx';
import { noteDraft } from '../../store/drafts.ts';
import { tell } from '../../store/toasts.ts';
import { hasUnsaved, openCatalogue } from '../editor/editor-store.ts';

const FORMATS = ['csv', 'json', 'catalogue'] as const;
type Format = (typeof FORMATS)[number];
type Props = { readonly draft: DraftView; readonly version: number; readonly onClose: () => void };

/** A file into the draft: all of it, or nothing and what is wrong, cell by cell. */
export function ImportDialog({ draft, version, onClose }: Props) {
  const words = useWords();
  const { t } = words;
  const id = useId();
  const { busy, act } = useAct();
  const [file, setFile] = useState<File | null>(null);
  const [format, setFormat] = useState<Format>('csv');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [tried, setTried] = useState(false);
  const unsaved = hasUnsaved();
  const pick = (chosen: File | null): void => {
    setFile(chosen);
    setRefusal(null);
    if (chosen?.name.toLowerCase().endsWith('.csv') === true) setFormat('csv');
    else if (chosen !== null && format === 'csv') setFormat('json');
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (file === null || unsaved) return;
    const answer = await act(
      'importLoans',
      { params: { id: draft.id }, query: { format, revision: draft.revision }, body: file },
      true,
    );
    if (answer === null) return;
    if (!answer.ok) return setRefusal(answer.error);
    const { added, changed, same } = answer.value;
    noteDraft(answer.value.draft);
    tell({
      text: t('exchange.done', {
        added: words.integer(added),
        changed: words.integer(changed),
        same: words.integer(same),
      }),
    });
    onClose();
    await openCatalogue(answer.value.draft, version, true);
  };
  return (
    <Modal title={t('exchange.importTitle')} onClose={onClose} width={680}>
      <form className="stack" onSubmit={submit}>
        {unsaved ? <Banner kind="caution" title={t('exchange.saveFirst')} /> : null}
        <div className="field">
          <label htmlFor={`${id}-file`}>{t('exchange.file')}</label>
          <input
            id={`${id}-file`}
            className="input"
            type="file"
            accept=".csv,.json,text/csv,application/json"
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => pick(target.files?.[0] ?? null)}
          />
          <p className={tried && file === null ? 'error' : 'hint'} id={`${id}-hint`}>
            {tried && file === null ? t('exchange.fileMissing') : t('exchange.fileHint')}
          </p>
        </div>
        <div className="field">
          <label htmlFor={`${id}-format`}>{t('exchange.format')}</label>
          <Select
            id={`${id}-format`}
            value={format}
            options={FORMATS.map((value) => ({ value, label: t(`exchange.${value}`) }))}
            onChange={setFormat}
          />
        </div>
        {refusal === null ? null : <Faults refusal={refusal} />}
        <div className="dialog__foot row row--wrap">
          <Button
            look="primary"
            type="submit"
            busy={busy === null ? false : t('exchange.reading')}
            blocked={unsaved ? t('exchange.saveFirst') : null}
          >
            {t('exchange.act')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}

function Faults({ refusal }: { refusal: Refusal }) {
  const words = useWords();
  const { t } = words;
  const read = ImportFaultsSchema.safeParse(refusal.detail);
  return (
    <>
      <Banner kind="error" title={t('exchange.nothing')} role="alert">
        <p>{refusalText(refusal, words)}</p>
      </Banner>
      {read.success ? (
        <ScrollBox className="faults" label={t('exchange.faults')}>
          <table className="dense">
            <thead>
              <tr>
                <th scope="col" className="n">
                  {t('exchange.row')}
                </th>
                <th scope="col">{t('exchange.column')}</th>
                <th scope="col">{t('exchange.fault')}</th>
              </tr>
            </thead>
            {/* Written by the reader of the file, for whoever wrote it; in English in every language. */}
            <tbody lang="en">
              {read.data.faults.map(({ row, column, message }) => (
                <tr key={`${row} ${column} ${message}`}>
                  <td className="n">{row}</td>
                  <td>{column}</td>
                  <td>{message}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {read.data.more > 0 ? <p className="muted">{t('exchange.more', { count: read.data.more })}</p> : null}
        </ScrollBox>
      ) : null}
    </>
  );
}
