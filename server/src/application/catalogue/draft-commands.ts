import { ok } from '@bloomvale/shared/result';
import { recordAudit } from '../proposals/audit-trail.ts';
import { allowed, type Operator, refused } from '../proposals/operator.ts';
import { operatorHandler } from '../proposals/operator-handler.ts';
import type { CatalogueDraftRow } from '../store/catalogue-rows.ts';
import { draftIdOf } from './catalogue-views.ts';
import { LIVE } from './live-catalogue.ts';

const subjectOf = (id: number): string => `draft:${draftIdOf(id)}`;

export type CreateDraft = { readonly operator: Operator; readonly title: string };

/** Forks the live version. Refused: FORBIDDEN. */
export const draftCreate = operatorHandler<CreateDraft, CatalogueDraftRow>({
  type: 'draft.create',
  needs: () => ({ meta: [LIVE] }),
  decide({ operator, title }, work) {
    const may = allowed(operator, 'editor');
    if (!may.ok) return may;
    const id = work.nextId('draft');
    const base = Number(work.must('meta', LIVE).value);
    const { operatorId: by, name } = operator;
    const row: CatalogueDraftRow = {
      id,
      title,
      base,
      changes: '[]',
      changeCount: 0,
      revision: 0,
      state: 'open',
      createdBy: by,
      createdByName: name,
      createdAt: work.now,
      updatedBy: by,
      updatedByName: name,
      updatedAt: work.now,
      publishedAs: null,
    };
    work.put('catalogueDraft', row);
    recordAudit(work, operator, { action: 'draft.create', subject: subjectOf(id), detail: { title, base } });
    return ok(row);
  },
});

export type KeepDraft = {
  readonly operator: Operator;
  readonly id: number;
  /** The revision that `changes` were worked out from: another one means that somebody was quicker. */
  readonly revision: number;
  readonly base: number;
  readonly changes: string;
  readonly changeCount: number;
  /** How many changes this save brought. */
  readonly saved: number;
  readonly how: 'draft.save' | 'draft.rebase';
};

/**
 * Stores what a draft is to be now. A draft that was asked for is open again: what was asked for is no longer what there is. Null when another
 * save came first: work it out again. Refused: UNKNOWN_DRAFT, FORBIDDEN, DRAFT_CLOSED.
 */
export const draftKeep = operatorHandler<KeepDraft, CatalogueDraftRow | null>({
  type: 'draft.keep',
  needs: ({ id }) => ({ catalogueDraft: [id] }),
  decide({ operator, id, revision, base, changes, changeCount, saved, how }, work) {
    const row = work.get('catalogueDraft', id);
    if (row === null) return refused('UNKNOWN_DRAFT');
    const may = allowed(operator, 'editor');
    if (!may.ok) return may;
    if (row.state !== 'open' && row.state !== 'asked') return refused('DRAFT_CLOSED');
    if (row.revision !== revision) return ok(null);
    const kept: CatalogueDraftRow = {
      ...row,
      base,
      changes,
      changeCount,
      revision: row.revision + 1,
      state: 'open',
      updatedBy: operator.operatorId,
      updatedByName: operator.name,
      updatedAt: work.now,
    };
    work.put('catalogueDraft', kept);
    const detail = { revision: kept.revision, saved, changes: changeCount, base };
    recordAudit(work, operator, { action: how, subject: subjectOf(id), detail });
    return ok(kept);
  },
});

export type DiscardDraft = { readonly operator: Operator; readonly id: number; readonly revision: number };

/** Puts a draft away. Refused: UNKNOWN_DRAFT, FORBIDDEN, DRAFT_CLOSED, DRAFT_CONFLICT when somebody has saved since. */
export const draftDiscard = operatorHandler<DiscardDraft, CatalogueDraftRow>({
  type: 'draft.discard',
  needs: ({ id }) => ({ catalogueDraft: [id] }),
  decide({ operator, id, revision }, work) {
    const row = work.get('catalogueDraft', id);
    if (row === null) return refused('UNKNOWN_DRAFT');
    const may = allowed(operator, 'editor');
    if (!may.ok) return may;
    if (row.state !== 'open' && row.state !== 'asked') return refused('DRAFT_CLOSED');
    if (row.revision !== revision) return refused('DRAFT_CONFLICT', { revision: row.revision });
    const { operatorId: updatedBy, name: updatedByName } = operator;
    const put: CatalogueDraftRow = { ...row, state: 'discarded', updatedBy, updatedByName, updatedAt: work.now };
    work.put('catalogueDraft', put);
    recordAudit(work, operator, { action: 'draft.discard', subject: subjectOf(id), detail: { revision } });
    return ok(put);
  },
});
