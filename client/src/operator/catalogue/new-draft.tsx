import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/parts/button.tsx';
import { Field } from '../../ui/parts/field.tsx';
import { Modal } from '../../ui/parts/modal.tsx';
import { useAct } from '../api/use-act.ts';
import { useWords } from '../i18n/use-words.ts';
import { chooseDraft, noteDraft } from '../store/drafts.ts';
import { hasUnsaved } from './editor/editor-store.ts';

/** Forks the live version. */
export function NewDraft({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const { busy, act } = useAct();
  const [title, setTitle] = useState('');
  const [tried, setTried] = useState(false);
  const short = title.trim() === '';
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (short) return;
    const answer = await act('createDraft', { body: { title: title.trim() } });
    if (answer?.ok !== true) return;
    noteDraft(answer.value);
    // Unsaved edits of another draft are not left behind unasked: it is there to be picked.
    if (!hasUnsaved()) chooseDraft(answer.value.id);
    onClose();
  };
  return (
    <Modal title={t('catalogue.newDraft')} onClose={onClose} width={440}>
      <form className="stack" onSubmit={submit}>
        <Field
          label={t('catalogue.draftTitle')}
          hint={t('catalogue.draftTitleHint')}
          maxLength={80}
          value={title}
          error={tried && short ? t('catalogue.draftTitleMissing') : null}
          onChange={({ target }) => setTitle(target.value)}
        />
        <div className="dialog__foot row row--wrap">
          <Button look="primary" type="submit" busy={busy === null ? false : t('common.loading')}>
            {t('catalogue.startDraft')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}
