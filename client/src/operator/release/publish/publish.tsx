import type { DraftView } from '@bloomvale/shared/operator/catalogue-api';
import type { CallAnswer } from '../../api/client.ts';
import { useAct } from '../../api/use-act.ts';
import { useWords } from '../../i18n/use-words.ts';
import { loadDrafts } from '../../store/drafts.ts';
import { refreshSession } from '../../store/session.ts';
import { tell } from '../../store/toasts.ts';
import { DiffWords } from '../preview/diff-words.tsx';
import { Listings } from '../preview/listings.tsx';
import { mustAcknowledge, type PublishGate } from '../view/publish-gate.ts';
import { Cautions } from './gate-words.tsx';
import { becauseText } from './proposal-words.ts';
import { ReleaseDialog } from './release-dialog.tsx';

type Props = {
  readonly draft: DraftView;
  readonly gate: PublishGate;
  readonly diff: CallAnswer<'diff'>;
  /** Whoever asks may not carry it out alone. */
  readonly needsSecond: readonly string[];
  readonly scheduled: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** Asks for a draft to go live: what changes, what to know before, why, and when. */
export function PublishDialog({ draft, gate, diff, needsSecond, scheduled, onClose, onDone }: Props) {
  const words = useWords();
  const { t } = words;
  const { busy, act } = useAct();
  return (
    <ReleaseDialog
      title={t('release.publishTitle', { number: draft.number })}
      act={needsSecond.length > 0 ? t('release.askPublish') : t('release.publishNow')}
      actAt={needsSecond.length > 0 ? t('release.askPublish') : t('release.schedulePublish')}
      busy={busy !== null}
      scheduled={scheduled}
      acknowledge={mustAcknowledge(gate) ? t('release.acknowledge') : null}
      onClose={onClose}
      onSubmit={async (order) => {
        const answer = await act('askPublish', {
          params: { id: draft.id },
          body: { revision: draft.revision, ...order },
        });
        if (answer?.ok !== true) return;
        tell({ text: t(`release.came.${answer.value.state}`) });
        void refreshSession();
        void loadDrafts();
        onDone();
      }}
    >
      <Cautions cautions={gate.cautions} />
      <DiffWords from={`v${draft.base}`} to={draft.id} changes={diff.changes} short />
      <Listings listings={diff.listings} />
      {needsSecond.length > 0 ? (
        <p>{t('release.willNeedSecond', { because: becauseText(needsSecond, words) })}</p>
      ) : null}
    </ReleaseDialog>
  );
}
