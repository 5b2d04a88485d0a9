import type { CatalogueChange } from '@bloomvale/shared/catalogue/catalogue-diff';
import { type Conflict, ConflictSchema, type DraftView } from '@bloomvale/shared/operator/catalogue-api';
import { useState } from 'react';
import { z } from 'zod';
import { Banner } from '../../../ui/parts/banner.tsx';
import { Button } from '../../../ui/parts/button.tsx';
import { Modal } from '../../../ui/parts/modal.tsx';
import { ScrollTable } from '../../../ui/parts/scroll-table.tsx';
import { useAct } from '../../api/use-act.ts';
import { useWords } from '../../i18n/use-words.ts';
import { loadDrafts, noteDraft } from '../../store/drafts.ts';
import { tell } from '../../store/toasts.ts';
import { useBlocked } from '../../store/use-may.ts';
import { fieldRows } from '../fields/field-rows.ts';
import { valueText } from '../fields/value-text.ts';

/** Conflicts shown; a draft may hold thousands, and one answer goes for all. */
const SHOWN = 50;

type Props = { readonly draft: DraftView; readonly live: number; readonly onDone: () => void };

/** Another version went live since the draft was started: brings the draft up to it, and asks where both changed the same field. */
export function BringUpToDate({ draft, live, onDone }: Props) {
  const { t } = useWords();
  const blocked = useBlocked('editor');
  const { busy, act } = useAct();
  const [conflicts, setConflicts] = useState<readonly Conflict[] | null>(null);
  const rebase = async (keep: 'ask' | 'mine' | 'theirs'): Promise<void> => {
    const answer = await act(
      'rebaseDraft',
      { params: { id: draft.id }, body: { revision: draft.revision, keep } },
      true,
    );
    if (answer === null) return;
    if (answer.ok) {
      setConflicts(null);
      noteDraft(answer.value.draft);
      tell({ text: t('release.upToDate', { number: live }) });
      onDone();
      return;
    }
    const read = z.array(ConflictSchema).safeParse(answer.error.detail?.conflicts);
    // Without any, somebody saved meanwhile: what stands here is an earlier revision.
    if (answer.error.code === 'DRAFT_CONFLICT' && read.success && read.data.length > 0) setConflicts(read.data);
    else {
      setConflicts(null);
      tell({ tone: 'refusal', text: t(`refusal.${answer.error.code}`) });
      void loadDrafts();
    }
  };
  return (
    <Banner kind="caution" title={t('release.outdated', { base: draft.base, live })}>
      <p>{t('release.outdatedBody')}</p>
      <Button blocked={blocked} busy={busy === null ? false : t('release.bringing')} onClick={() => void rebase('ask')}>
        {t('release.bring')}
      </Button>
      {conflicts === null ? null : (
        <Modal
          title={t('release.conflictsTitle', { count: conflicts.length })}
          onClose={() => setConflicts(null)}
          width={760}
        >
          <div className="stack">
            <p>{t('release.conflictsBody')}</p>
            <ConflictTable conflicts={conflicts} />
            <div className="dialog__foot row row--wrap">
              <Button
                look="primary"
                busy={busy === null ? false : t('release.bringing')}
                onClick={() => void rebase('mine')}
              >
                {t('release.keepMine')}
              </Button>
              <Button onClick={() => void rebase('theirs')}>{t('release.keepTheirs')}</Button>
              <Button look="quiet" onClick={() => setConflicts(null)}>
                {t('common.cancel')}
              </Button>
            </div>
          </div>
        </Modal>
      )}
    </Banner>
  );
}

function ConflictTable({ conflicts }: { conflicts: readonly Conflict[] }) {
  const { t } = useWords();
  return (
    <>
      <ScrollTable label={t('release.conflictsRegion')} caption={t('release.conflictsRegion')}>
        <thead>
          <tr>
            <th scope="col">{t('release.column.field')}</th>
            <th scope="col">{t('release.mine')}</th>
            <th scope="col">{t('release.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {conflicts.slice(0, SHOWN).map(({ mine, theirs }) => {
            const [row] = fieldRows([mine as CatalogueChange]);
            if (row === undefined) return null;
            return (
              <tr key={row.key}>
                <th scope="row">{[row.entry ?? row.section, ...row.path].join(' › ')}</th>
                <td>{row.after ?? t('release.absent')}</td>
                <td>{theirs === null ? t('release.absent') : valueText(theirs)}</td>
              </tr>
            );
          })}
        </tbody>
      </ScrollTable>
      {conflicts.length > SHOWN ? (
        <p className="muted">{t('release.moreConflicts', { count: conflicts.length - SHOWN })}</p>
      ) : null}
    </>
  );
}
