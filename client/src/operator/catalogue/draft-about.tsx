import { useMemo } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { Tag } from '../parts/tag.tsx';
import { DraftPick } from './draft-pick.tsx';
import { unsaved } from './editor/editor.ts';
import type { Open } from './editor/editor-store.ts';

/** Beside the title: which draft it is, what it changes, when it was saved, and what is not saved yet. */
export function DraftAbout({ open, blocked }: { open: Open; blocked: string | null }) {
  const { t, clock, date } = useWords();
  const { draft, version, editor } = open;
  const left = useMemo(() => (editor.now === editor.saved ? 0 : unsaved(editor).length), [editor]);
  if (draft === null) return <Tag tone="info">{t('catalogue.live', { version })}</Tag>;
  const sameDay = date(draft.updatedAt) === date(Date.now());
  return (
    <>
      <DraftPick open={open} blocked={blocked} />
      <span className="muted" role="status">
        {t('catalogue.changes', { count: draft.changes })},{' '}
        {t('catalogue.savedAt', { time: sameDay ? clock(draft.updatedAt) : date(draft.updatedAt) })}
        {left === 0 ? null : `, ${t('catalogue.unsaved', { count: left })}`}
      </span>
      {draft.current ? null : <Tag tone="late">{t('catalogue.outdated')}</Tag>}
    </>
  );
}
