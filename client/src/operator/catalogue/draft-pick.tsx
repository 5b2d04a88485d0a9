import { useId, useState } from 'react';
import { Select } from '../../ui/parts/select.tsx';
import { useSlice } from '../../ui/use-slice.ts';
import { useWords } from '../i18n/use-words.ts';
import { ask } from '../parts/ask.tsx';
import { chooseDraft, draftsStore, isOpen } from '../store/drafts.ts';
import { hasUnsaved, type Open, openCatalogue } from './editor/editor-store.ts';
import { NewDraft } from './new-draft.tsx';

const NEW = '+';

/** Which draft is worked on; the others, and a new one, are a press away. */
export function DraftPick({ open, blocked }: { open: Open; blocked: string | null }) {
  const { t } = useWords();
  const id = useId();
  const drafts = useSlice(draftsStore, (state) => state.drafts);
  const [adding, setAdding] = useState(false);
  const { draft, version } = open;
  if (draft === null) return null;
  const others = (drafts ?? []).filter((one) => isOpen(one) && one.id !== draft.id);
  const options = [
    {
      value: draft.id,
      label: t(draft.current ? 'catalogue.draftLive' : 'catalogue.draft', {
        number: draft.number,
        version: draft.base,
      }),
    },
    ...others.map((one) => ({
      value: one.id,
      label: t('catalogue.pickDraft', { number: one.number, title: one.title }),
    })),
    ...(blocked === null ? [{ value: NEW, label: t('catalogue.another') }] : []),
  ];
  const pick = async (value: string): Promise<void> => {
    if (value === NEW) return setAdding(true);
    const chosen = drafts?.find((one) => one.id === value);
    if (chosen === undefined || chosen.id === draft.id) return;
    if (hasUnsaved()) {
      const question = {
        title: t('catalogue.leaveTitle'),
        body: t('catalogue.leaveBody'),
        act: t('catalogue.leave'),
        danger: true,
      };
      if ((await ask(question)) === null) return;
    }
    chooseDraft(chosen.id);
    await openCatalogue(chosen, version);
  };
  return (
    <span className="draft-pick">
      <label className="sr-only" htmlFor={id}>
        {t('catalogue.pick')}
      </label>
      <Select id={id} value={draft.id} options={options} onChange={(value) => void pick(value)} />
      {adding ? <NewDraft onClose={() => setAdding(false)} /> : null}
    </span>
  );
}
