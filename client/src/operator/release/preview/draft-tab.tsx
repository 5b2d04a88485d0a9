import type { DraftView, FindingView } from '@bloomvale/shared/operator/catalogue-api';
import { mayAct } from '@bloomvale/shared/operator/operator-roles';
import { type ReactNode, useId, useState } from 'react';
import { Banner } from '../../../ui/parts/banner.tsx';
import { Button } from '../../../ui/parts/button.tsx';
import { useSlice } from '../../../ui/use-slice.ts';
import { useAct } from '../../api/use-act.ts';
import { useCall } from '../../api/use-call.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Panel } from '../../parts/panel.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { Page } from '../../shell/page.tsx';
import { sessionStore } from '../../store/session.ts';
import { useBlocked } from '../../store/use-may.ts';
import { BringUpToDate } from '../publish/bring-up-to-date.tsx';
import { FourEyes } from '../publish/four-eyes.tsx';
import { blockText } from '../publish/gate-words.tsx';
import { HeldButton } from '../publish/held-button.tsx';
import { becauseText } from '../publish/proposal-words.ts';
import { PublishDialog } from '../publish/publish.tsx';
import type { Decide } from '../publish/use-decide.ts';
import type { Release } from '../use-release.ts';
import { proposalOfDraft } from '../view/proposal-acts.ts';
import { publishGate } from '../view/publish-gate.ts';
import { DiffWords } from './diff-words.tsx';
import { Findings } from './findings.tsx';
import { Listings } from './listings.tsx';
import { PreviewDialog } from './preview-dialog.tsx';
import { PreviewProgress } from './preview-progress.tsx';
import { PreviewResult } from './preview-result.tsx';
import { RunNote, VerdictTag } from './run-note.tsx';
import { usePreview } from './use-preview.ts';

type Props = {
  readonly draft: DraftView;
  readonly release: Release;
  readonly decide: Decide;
  readonly tabs: ReactNode;
};
type Open = 'preview' | 'publish' | 'schedule' | null;

const errorsOf = (findings: readonly FindingView[]): number =>
  findings.filter(({ severity }) => severity === 'error').length;

/** A draft against the live version: what would happen, what changes, what keeps it from going live. */
export function DraftTab({ draft, release, decide, tabs }: Props) {
  const words = useWords();
  const { t } = words;
  const role = useSlice(sessionStore, ({ me }) => me?.operator.role ?? 'viewer');
  const mayPreview = useBlocked('editor');
  const [open, setOpen] = useState<Open>(null);
  const [held, waits] = [useId(), useId()];
  const { busy, act } = useAct();
  // A new revision changes what is asked, so that the answers are asked for again.
  const diff = useCall('diff', { query: { from: `v${draft.base}`, to: draft.id } });
  const findings = useCall('findings', { params: { id: draft.id } });
  const latest = usePreview(draft.id);
  const { preview } = latest;
  const proposal = proposalOfDraft(release.proposals, draft.id);
  const gate = publishGate({
    role,
    draft,
    errors: findings.answer === null ? null : errorsOf(findings.answer.findings),
    preview,
    live: release.live,
  });
  const sensitive = diff.answer?.sensitive ?? [];
  const needsSecond = mayAct(role, 'publisher') ? sensitive : [...sensitive, 'role'];
  const canAsk = gate.blocks.length === 0 && diff.answer !== null;
  const heldBy = canAsk ? null : proposal === null ? held : waits;
  const reload = (): void => {
    release.reload();
    diff.reload();
    findings.reload();
    latest.reload();
  };
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
        {proposal === null ? null : <FourEyes id={waits} proposal={proposal} decide={decide} />}
        {draft.current || draft.state === 'published' ? null : (
          <BringUpToDate draft={draft} live={release.live} onDone={reload} />
        )}
        {proposal !== null || canAsk ? null : (
          <div id={held}>
            <Banner kind="info" title={t('release.notYet')}>
              {diff.answer === null && gate.blocks.length === 0 ? t('release.block.checking') : null}
              {gate.blocks.map((block) => blockText(block, words)).join(' ')}
            </Banner>
          </div>
        )}
        {proposal === null && canAsk && sensitive.length > 0 ? (
          <Banner kind="info" title={t('release.fourEyes')}>
            {t('release.willNeedSecond', { because: becauseText(sensitive, words) })}
          </Banner>
        ) : null}
        {findings.answer === null ? null : <Findings answer={findings.answer} />}
        {preview?.state === 'running' ? (
          <PreviewProgress
            preview={preview}
            busy={busy === 'cancelPreview'}
            onCancel={async () => {
              await act('cancelPreview', { params: { id: preview.id }, body: {} });
              latest.reload();
            }}
          />
        ) : null}
        {preview === null || preview.result === null ? (
          <>
            {preview?.state === 'running' ? null : (
              <NoPreview state={preview?.state ?? null} blocked={mayPreview} onStart={() => setOpen('preview')} />
            )}
            <Panel title={t('release.inWords')}>
              <Answered called={diff}>
                {({ changes, listings }) => (
                  <>
                    <DiffWords from={`v${draft.base}`} to={draft.id} changes={changes} />
                    <Listings listings={listings} />
                  </>
                )}
              </Answered>
            </Panel>
          </>
        ) : (
          <PreviewResult
            preview={preview}
            draft={draft}
            words={
              <Answered called={diff}>
                {({ changes, listings }) => (
                  <>
                    <DiffWords from={`v${draft.base}`} to={draft.id} changes={changes} />
                    <Listings listings={listings} />
                  </>
                )}
              </Answered>
            }
          />
        )}
      </div>
      {open === 'preview' ? (
        <PreviewDialog
          draft={draft.id}
          last={preview?.ask ?? null}
          busy={busy === 'startPreview'}
          onClose={() => setOpen(null)}
          onAsk={async (asked) => {
            const answer = await act('startPreview', { body: asked });
            if (answer?.ok !== true) return;
            setOpen(null);
            latest.reload();
          }}
        />
      ) : null}
      {(open === 'publish' || open === 'schedule') && diff.answer !== null ? (
        <PublishDialog
          draft={draft}
          gate={gate}
          diff={diff.answer}
          needsSecond={needsSecond}
          scheduled={open === 'schedule'}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            reload();
          }}
        />
      ) : null}
    </Page>
  );
}

type NoPreviewProps = {
  state: 'running' | 'done' | 'cancelled' | 'failed' | null;
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
