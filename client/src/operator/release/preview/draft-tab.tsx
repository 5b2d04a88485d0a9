import type { DraftView } from '@bloomvale/shared/operator/catalogue-api';
import type { PreviewView } from '@bloomvale/shared/operator/preview-api';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '../../../ui/parts/button.tsx';
import { useAct } from '../../api/use-act.ts';
import { refusalText } from '../../i18n/refusal-text.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Panel } from '../../parts/panel.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { Page } from '../../shell/page.tsx';
import { tell } from '../../store/toasts.ts';
import { useBlocked } from '../../store/use-may.ts';
import { HeldButton } from '../publish/held-button.tsx';
import { PublishDialog } from '../publish/publish.tsx';
import { Standing } from '../publish/standing.tsx';
import type { Decide } from '../publish/use-decide.ts';
import { type DraftFacts, useDraftFacts } from '../use-draft-facts.ts';
import type { Release } from '../use-release.ts';
import { DiffWords } from './diff-words.tsx';
import { Listings } from './listings.tsx';
import { PreviewDialog } from './preview-dialog.tsx';
import { PreviewProgress } from './preview-progress.tsx';
import { PreviewResult } from './preview-result.tsx';
import { RunNote, VerdictTag } from './run-note.tsx';

type Props = {
  readonly draft: DraftView;
  readonly release: Release;
  readonly decide: Decide;
  readonly tabs: ReactNode;
};
type Open = 'preview' | 'publish' | 'schedule' | null;

/** A draft against the live version: what would happen, what changes, what keeps it from going live. */
export function DraftTab({ draft, release, decide, tabs }: Props) {
  const { t } = useWords();
  const facts = useDraftFacts(draft, release);
  const mayPreview = useBlocked('editor');
  const [open, setOpen] = useState<Open>(null);
  const why = useId();
  const { preview } = facts.latest;
  const heldBy = facts.canAsk ? null : why;
  const close = (): void => setOpen(null);
  return (
    <Page
      title={t('release.title', { number: draft.number, live: draft.base })}
      about={
        <>
          {preview === null ? null : <VerdictTag preview={preview} />}
          {preview?.state === 'done' ? <RunNote preview={preview} /> : null}
        </>
      }
      actions={
        <>
          <Button blocked={mayPreview} onClick={() => setOpen('preview')}>
            {preview === null ? t('preview.run') : t('preview.again')}
          </Button>
          <HeldButton heldBy={heldBy} onPress={() => setOpen('schedule')}>
            {t('release.schedule')}
          </HeldButton>
          <HeldButton primary heldBy={heldBy} onPress={() => setOpen('publish')}>
            {t('release.publish')}
          </HeldButton>
        </>
      }
    >
      {tabs}
      <div className="op-grid">
        <Standing id={why} draft={draft} live={release.live} facts={facts} decide={decide} />
        <Found draft={draft} facts={facts} blocked={mayPreview} onStart={() => setOpen('preview')} />
      </div>
      {open === 'preview' ? <Ask draft={draft} facts={facts} onClose={close} /> : null}
      {(open === 'publish' || open === 'schedule') && facts.diff.answer !== null ? (
        <PublishDialog
          draft={draft}
          gate={facts.gate}
          diff={facts.diff.answer}
          needsSecond={facts.needsSecond}
          scheduled={open === 'schedule'}
          onClose={close}
          onDone={() => {
            close();
            facts.reload();
          }}
        />
      ) : null}
    </Page>
  );
}

function Ask({ draft, facts, onClose }: { draft: DraftView; facts: DraftFacts; onClose: () => void }) {
  const words = useWords();
  const { busy, act } = useAct();
  return (
    <PreviewDialog
      draft={draft.id}
      last={facts.latest.preview?.ask ?? null}
      busy={busy === 'startPreview'}
      onClose={onClose}
      onAsk={async (asked) => {
        const answer = await act('startPreview', { body: asked }, true);
        if (answer === null) return;
        if (!answer.ok) {
          const invalid = answer.error.code === 'DRAFT_INVALID';
          const text = invalid ? words.t('preview.errorsFirst') : refusalText(answer.error, words);
          return tell({ tone: 'refusal', text });
        }
        onClose();
        facts.latest.reload();
      }}
    />
  );
}

type FoundProps = { draft: DraftView; facts: DraftFacts; blocked: string | null; onStart: () => void };

/** What the preview found out, or why there is nothing yet; what changes stands beside it either way. */
function Found({ draft, facts: { latest, diff }, blocked, onStart }: FoundProps) {
  const { t } = useWords();
  const { busy, act } = useAct();
  const { preview } = latest;
  const words = (
    <Answered called={diff}>
      {({ changes, listings }) => (
        <>
          <DiffWords from={`v${draft.base}`} to={draft.id} changes={changes} />
          <Listings listings={listings} />
        </>
      )}
    </Answered>
  );
  if (preview !== null && preview.result !== null) {
    return <PreviewResult preview={preview} draft={draft} words={words} />;
  }
  return (
    <>
      {preview?.state === 'running' ? (
        <PreviewProgress
          preview={preview}
          busy={busy === 'cancelPreview'}
          onCancel={async () => {
            await act('cancelPreview', { params: { id: preview.id }, body: {} });
            latest.reload();
          }}
        />
      ) : (
        <Answered called={latest}>
          {() => <NoPreview state={preview?.state ?? null} blocked={blocked} onStart={onStart} />}
        </Answered>
      )}
      <Panel title={t('release.inWords')}>{words}</Panel>
    </>
  );
}

type NoPreviewProps = {
  state: PreviewView['state'] | null;
  blocked: string | null;
  onStart: () => void;
};

function NoPreview({ state, blocked, onStart }: NoPreviewProps) {
  const { t } = useWords();
  const title =
    state === 'cancelled' ? t('preview.wasCancelled') : state === 'failed' ? t('preview.hasFailed') : t('preview.none');
  return (
    <Empty title={title}>
      <p>{t('preview.noneBody')}</p>
      <Button look="primary" blocked={blocked} onClick={onStart}>
        {t('preview.run')}
      </Button>
    </Empty>
  );
}
