import type { DraftView } from '@bloomvale/shared/operator/catalogue-api';
import { mayAct } from '@bloomvale/shared/operator/operator-roles';
import type { Proposal } from '@bloomvale/shared/operator/release-api';
import { useEffect, useRef } from 'react';
import { useSlice } from '../../ui/use-slice.ts';
import type { CallAnswer } from '../api/client.ts';
import { type Called, useCall } from '../api/use-call.ts';
import { sessionStore } from '../store/session.ts';
import { type DraftPreview, usePreview } from './preview/use-preview.ts';
import type { Release } from './use-release.ts';
import { proposalOfDraft } from './view/proposal-acts.ts';
import { type PublishGate, publishGate } from './view/publish-gate.ts';

export type DraftFacts = {
  readonly diff: Called<CallAnswer<'diff'>>;
  readonly findings: Called<CallAnswer<'findings'>>;
  readonly latest: DraftPreview;
  readonly proposal: Proposal | null;
  readonly gate: PublishGate;
  /** Parts that need a second person, whoever asks. */
  readonly sensitive: readonly string[];
  /** The same, and `role` when whoever looks may not publish alone. */
  readonly needsSecond: readonly string[];
  readonly canAsk: boolean;
  readonly reload: () => void;
};

/** All that is asked about a draft: what it changes, what is wrong with it, its preview, and whether it may be asked for. */
export function useDraftFacts(draft: DraftView, release: Release): DraftFacts {
  const role = useSlice(sessionStore, ({ me }) => me?.operator.role ?? 'viewer');
  const diff = useCall('diff', { query: { from: `v${draft.base}`, to: draft.id } });
  const findings = useCall('findings', { params: { id: draft.id } });
  const latest = usePreview(draft.id);
  const seen = useRef(draft.revision);
  const again = (): void => {
    diff.reload();
    findings.reload();
  };
  useEffect(() => {
    // Somebody saved: what was answered is about an earlier revision.
    if (seen.current === draft.revision) return;
    seen.current = draft.revision;
    again();
  });
  const sensitive = diff.answer?.sensitive ?? [];
  const current = findings.answer !== null && findings.answer.revision >= draft.revision;
  const gate = publishGate({
    role,
    draft,
    errors: current ? findings.answer.findings.filter(({ severity }) => severity === 'error').length : null,
    preview: latest.preview,
    live: release.live,
  });
  return {
    diff,
    findings,
    latest,
    proposal: proposalOfDraft(release.proposals, draft.id),
    gate,
    sensitive,
    needsSecond: mayAct(role, 'publisher') ? sensitive : [...sensitive, 'role'],
    canAsk: gate.blocks.length === 0 && diff.answer !== null,
    reload: () => {
      release.reload();
      again();
      latest.reload();
    },
  };
}
