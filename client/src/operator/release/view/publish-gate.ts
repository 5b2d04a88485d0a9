import type { DraftView } from '@bloomvale/shared/operator/catalogue-api';
import { mayAct, type OperatorRole } from '@bloomvale/shared/operator/operator-roles';
import type { PreviewView } from '@bloomvale/shared/operator/preview-api';
import { countJudgements } from './guard-rows.ts';

/** What keeps a draft from being asked for; the first is the one to mend first. */
export type PublishBlock =
  | { readonly kind: 'role' }
  | { readonly kind: 'asked' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'outdated' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'errors'; readonly count: number };

/** What one should know before asking: each is said in words, and has to be acknowledged. */
export type PublishCaution =
  | { readonly kind: 'no-preview' }
  | { readonly kind: 'old-preview'; readonly revision: number }
  | { readonly kind: 'old-live'; readonly version: number }
  | { readonly kind: 'broken'; readonly count: number }
  | { readonly kind: 'unsure'; readonly count: number };

export type PublishGate = { readonly blocks: readonly PublishBlock[]; readonly cautions: readonly PublishCaution[] };

export type PublishFacts = {
  readonly role: OperatorRole;
  readonly draft: DraftView;
  /** Errors among the findings of this revision; null while they are still being checked. */
  readonly errors: number | null;
  readonly preview: PreviewView | null;
  readonly live: number;
};

/** Whether a draft may be asked for, and what to say first. */
export function publishGate({ role, draft, errors, preview, live }: PublishFacts): PublishGate {
  const blocks: PublishBlock[] = [];
  if (!mayAct(role, 'editor')) blocks.push({ kind: 'role' });
  if (draft.state === 'asked') blocks.push({ kind: 'asked' });
  else if (draft.state !== 'open') blocks.push({ kind: 'closed' });
  if (draft.changes === 0) blocks.push({ kind: 'empty' });
  if (!draft.current) blocks.push({ kind: 'outdated' });
  if (errors === null) blocks.push({ kind: 'checking' });
  else if (errors > 0) blocks.push({ kind: 'errors', count: errors });
  return { blocks, cautions: cautionsOf(draft, preview, live) };
}

function cautionsOf(draft: DraftView, preview: PreviewView | null, live: number): PublishCaution[] {
  if (preview === null || preview.result === null || preview.state !== 'done') return [{ kind: 'no-preview' }];
  const cautions: PublishCaution[] = [];
  if (preview.draftRevision !== draft.revision) cautions.push({ kind: 'old-preview', revision: preview.draftRevision });
  if (preview.liveVersion !== live) cautions.push({ kind: 'old-live', version: preview.liveVersion });
  const { stop, caution } = countJudgements(preview.result.verdicts);
  if (stop > 0) cautions.push({ kind: 'broken', count: stop });
  if (caution > 0) cautions.push({ kind: 'unsure', count: caution });
  return cautions;
}

/** A rail that cannot be told apart from its bound is worth a word, but nobody has to answer for it. */
export const mustAcknowledge = ({ cautions }: PublishGate): boolean => cautions.some(({ kind }) => kind !== 'unsure');
