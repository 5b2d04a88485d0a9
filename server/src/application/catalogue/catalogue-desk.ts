import { applyChanges } from '@bloomvale/shared/catalogue/catalogue-apply';
import { CatalogueChangesSchema } from '@bloomvale/shared/catalogue/catalogue-changes';
import { type CatalogueChange, catalogueDiff, type Json } from '@bloomvale/shared/catalogue/catalogue-diff';
import { mergeCatalogues } from '@bloomvale/shared/catalogue/catalogue-merge';
import { changesOnto } from '@bloomvale/shared/catalogue/changes-onto';
import type { Content } from '@bloomvale/shared/content/content';
import type { DraftView, FindingView, VersionView } from '@bloomvale/shared/operator/catalogue-api';
import { PAGE } from '@bloomvale/shared/operator/common';
import type { OperatorRefusal } from '@bloomvale/shared/operator/operator-refusals';
import type { AuditLine, Proposal } from '@bloomvale/shared/operator/release-api';
import { ok, type Result } from '@bloomvale/shared/result';
import type { CommandBus } from '../bus/command-bus.ts';
import { type Operator, refused } from '../proposals/operator.ts';
import { runOperator } from '../proposals/operator-handler.ts';
import type { ProposalDesk, Wish } from '../proposals/proposal-desk.ts';
import type { Rules } from '../rules.ts';
import type { CatalogueDraftRow, DraftState } from '../store/catalogue-rows.ts';
import type { Reader } from '../store/store.ts';
import { type CatalogueCheck, sensitiveParts } from './catalogue-check.ts';
import { draftView, versionView } from './catalogue-views.ts';
import { ContentShelf, changesOf } from './content-shelf.ts';
import { draftCreate, draftDiscard, draftKeep, type KeepDraft } from './draft-commands.ts';
import { type ListingsAhead, listingsAhead } from './listings-ahead.ts';
import { liveNumber } from './live-catalogue.ts';
import { publishKind, publishPayload, rollbackKind } from './publishing.ts';

/** Drafts open at a time: each may hold megabytes, and nobody reads more. */
export const OPEN_DRAFTS_MAX = 40;
/** Closed ones that are listed after the open. */
const CLOSED_SHOWN = 20;
/** Characters of a draft's changes, as JSON: a whole new catalogue of ten thousand people and the old one to remove. */
export const DRAFT_LENGTH_MAX = 48 * 1024 * 1024;
/** Saves of others that may come between while one is worked out. */
const SAVE_TRIES = 5;
const OPEN: readonly DraftState[] = ['open', 'asked'];
const CLOSED: readonly DraftState[] = ['published', 'discarded'];

export type Saved = { readonly draft: DraftView; readonly merged: boolean };
export type Keep = 'ask' | 'mine' | 'theirs';
/** What a draft is to be, worked out from one of its revisions. */
type Next = Pick<KeepDraft, 'base' | 'saved' | 'how'> & {
  readonly changes: readonly CatalogueChange[];
  readonly merged: boolean;
};

/**
 * The catalogue as operators work on it: versions, drafts, differences, and the way from a draft to the live version. Everything that writes
 * goes through the command bus; what takes long is worked out before and holds nobody up.
 */
export class CatalogueDesk {
  readonly #bus: CommandBus;
  readonly #reader: Reader;
  readonly #proposals: ProposalDesk;
  readonly #check: CatalogueCheck;
  readonly #shelf: ContentShelf;
  readonly #publish: ReturnType<typeof publishKind>;
  readonly #rollback: ReturnType<typeof rollbackKind>;

  constructor(bus: CommandBus, reader: Reader, rules: Rules, proposals: ProposalDesk, check: CatalogueCheck) {
    this.#bus = bus;
    this.#reader = reader;
    this.#proposals = proposals;
    this.#check = check;
    this.#shelf = new ContentShelf(reader);
    const parts = { reader, rules, check, shelf: this.#shelf };
    this.#publish = publishKind(parts);
    this.#rollback = rollbackKind(parts);
    proposals.register(this.#publish);
    proposals.register(this.#rollback);
  }

  /** Number of the version in force. */
  async live(): Promise<number> {
    return (await liveNumber(this.#reader)) ?? 0;
  }

  /** Newest first; `before` is the last number of the page before. */
  async versions(before: number | null): Promise<{ readonly live: number; readonly versions: readonly VersionView[] }> {
    const [live, rows] = await Promise.all([this.live(), this.#reader.versions(before, PAGE)]);
    return { live, versions: rows.map((row) => versionView(row, live)) };
  }

  async version(number: number): Promise<{ readonly version: VersionView; readonly content: Json } | null> {
    const [live, [line], content] = await Promise.all([
      this.live(),
      this.#reader.versions(number + 1, 1),
      this.#shelf.version(number),
    ]);
    return content === null || line?.number !== number ? null : { version: versionView(line, live), content };
  }

  /** Content by name: `v7` or a draft's id. */
  content(name: string): Promise<Json | null> {
    return this.#shelf.named(name);
  }

  /** What turns one version (`v7`) or draft (`d3`) into another. Refused: UNKNOWN_VERSION. */
  async diff(
    from: string,
    to: string,
  ): Promise<
    Result<
      {
        readonly changes: readonly CatalogueChange[];
        readonly sensitive: readonly string[];
        readonly listings: ListingsAhead;
      },
      OperatorRefusal
    >
  > {
    const [before, after] = [await this.#shelf.named(from), await this.#shelf.named(to)];
    if (before === null || after === null) return refused('UNKNOWN_VERSION');
    const changes = catalogueDiff(before, after);
    const listings = await listingsAhead(this.#reader, before, after);
    return ok({ changes, sensitive: sensitiveParts(changes), listings });
  }

  /** The open ones, then the latest closed. */
  async drafts(): Promise<readonly DraftView[]> {
    const [live, open, closed] = await Promise.all([
      this.live(),
      this.#reader.drafts(OPEN, OPEN_DRAFTS_MAX),
      this.#reader.drafts(CLOSED, CLOSED_SHOWN),
    ]);
    return [...open, ...closed].map((row) => draftView(row, live));
  }

  /** Refused: FORBIDDEN, TOO_MANY_DRAFTS. */
  async createDraft(operator: Operator, title: string): Promise<Result<DraftView, OperatorRefusal>> {
    const open = await this.#reader.drafts(OPEN, OPEN_DRAFTS_MAX);
    if (open.length === OPEN_DRAFTS_MAX) return refused('TOO_MANY_DRAFTS', { most: OPEN_DRAFTS_MAX });
    return this.#viewed(await runOperator(this.#bus, draftCreate, { operator, title }));
  }

  async draft(id: string): Promise<{ readonly draft: DraftView; readonly content: Json } | null> {
    const row = await this.#shelf.draftRow(id);
    if (row === null) return null;
    return { draft: draftView(row, await this.live()), content: await this.#shelf.draft(row) };
  }

  /** What is wrong or doubtful in a draft; null for none such. */
  async findings(id: string): Promise<{ readonly revision: number; readonly findings: readonly FindingView[] } | null> {
    const row = await this.#shelf.draftRow(id);
    if (row === null) return null;
    const findings = await this.#check(JSON.stringify(await this.#shelf.draft(row)));
    return { revision: row.revision, findings: findings.map((one) => ({ ...one, path: [...one.path] })) };
  }

  /**
   * Saves changes that were made on `revision`: all of them, or none. `merged` when somebody else had saved other fields meanwhile. Refused:
   * BAD_SHAPE, UNKNOWN_DRAFT, FORBIDDEN, DRAFT_CLOSED, DRAFT_TOO_LARGE, DRAFT_CONFLICT with `conflicts` (mine, theirs).
   */
  async saveDraft(
    operator: Operator,
    id: string,
    revision: number,
    changes: unknown,
  ): Promise<Result<Saved, OperatorRefusal>> {
    const parsed = CatalogueChangesSchema.safeParse(changes);
    if (!parsed.success) return refused('BAD_SHAPE');
    return this.#keepDraft(operator, id, revision, async (row) => {
      const base = await this.#shelf.version(row.base);
      const { next, applied, conflicts } = changesOnto(applyChanges(base, changesOf(row)), parsed.data);
      if (conflicts.length > 0) {
        const shown = conflicts.slice(0, CONFLICTS_SHOWN).map(({ mine, theirs }) => ({ mine, theirs }));
        return refused('DRAFT_CONFLICT', { conflicts: shown, more: conflicts.length - shown.length });
      }
      return ok({
        base: row.base,
        changes: catalogueDiff(base, next),
        saved: applied.length,
        merged: row.revision !== revision,
        how: 'draft.save' as const,
      });
    });
  }

  /**
   * Brings a draft up to the live version. Where both changed a field: `ask` refuses with all of them (DRAFT_CONFLICT), else one side's stays.
   * Refused besides: UNKNOWN_DRAFT, FORBIDDEN, DRAFT_CLOSED, DRAFT_TOO_LARGE.
   */
  async rebaseDraft(
    operator: Operator,
    id: string,
    revision: number,
    keep: Keep,
  ): Promise<Result<Saved, OperatorRefusal>> {
    return this.#keepDraft(operator, id, revision, async (row) => {
      if (row.revision !== revision) return refused('DRAFT_CONFLICT', { conflicts: [], revision: row.revision });
      const live = await this.live();
      const [base, theirs, mine] = [
        await this.#shelf.version(row.base),
        await this.#shelf.version(live),
        await this.#shelf.draft(row),
      ];
      const merge = mergeCatalogues(
        base as unknown as Content,
        mine as unknown as Content,
        theirs as unknown as Content,
      );
      const { merged, conflicts } = merge;
      if (conflicts.length > 0 && keep === 'ask') {
        const shown = conflicts
          .slice(0, CONFLICTS_SHOWN)
          .map((one) => ({ mine: one.mine, theirs: standing(one.theirs) }));
        return refused('DRAFT_CONFLICT', { conflicts: shown, more: conflicts.length - shown.length });
      }
      const next = keep === 'mine' ? withMine(merged, mine, conflicts) : merged;
      return ok({
        base: live,
        changes: catalogueDiff(theirs, next),
        saved: conflicts.length,
        merged: true,
        how: 'draft.rebase' as const,
      });
    });
  }

  /** Refused: UNKNOWN_DRAFT, FORBIDDEN, DRAFT_CLOSED, DRAFT_CONFLICT. */
  async discardDraft(operator: Operator, id: string, revision: number): Promise<Result<DraftView, OperatorRefusal>> {
    const row = await this.#shelf.draftRow(id);
    if (row === null) return refused('UNKNOWN_DRAFT');
    return this.#viewed(await runOperator(this.#bus, draftDiscard, { operator, id: row.id, revision }));
  }

  /**
   * Asks for a draft to go live, at once or at a time. Refused: UNKNOWN_DRAFT, FORBIDDEN, DRAFT_CLOSED (also while it waits already),
   * DRAFT_CONFLICT when somebody has saved since, BASE_OUTDATED, DRAFT_INVALID, DRAFT_EMPTY, NOT_IN_FUTURE, BUSY.
   */
  async askPublish(
    operator: Operator,
    id: string,
    revision: number,
    wish: Wish,
  ): Promise<Result<Proposal, OperatorRefusal>> {
    const row = await this.#shelf.draftRow(id);
    if (row === null) return refused('UNKNOWN_DRAFT');
    if (row.state !== 'open') return refused('DRAFT_CLOSED', { state: row.state });
    if (row.revision !== revision) return refused('DRAFT_CONFLICT', { conflicts: [], revision: row.revision });
    return this.#proposals.ask(operator, this.#publish, publishPayload(row), wish);
  }

  /** Asks for a former version to go live again. Refused: UNKNOWN_VERSION, ALREADY_LIVE, FORBIDDEN, DRAFT_INVALID, NOT_IN_FUTURE, BUSY. */
  rollBack(operator: Operator, to: number, wish: Wish): Promise<Result<Proposal, OperatorRefusal>> {
    return this.#proposals.ask(operator, this.#rollback, { to }, wish);
  }

  /** Lines of the trail below `before`, newest first; `before` of the answer asks for the next page, null at the end. */
  async audit(
    search: string,
    before: number | null,
    limit: number = PAGE,
  ): Promise<{ readonly lines: readonly AuditLine[]; readonly before: number | null }> {
    const rows = await this.#reader.auditLines(search, before, limit);
    const lines = rows.map(({ actorName: name, detail, ...line }) => ({
      ...line,
      name,
      detail: JSON.parse(detail) as AuditLine['detail'],
    }));
    return { lines, before: rows.length < limit ? null : (rows.at(-1)?.id ?? null) };
  }

  /** Works out what a draft is to be, and again when somebody else's save came first. */
  async #keepDraft(
    operator: Operator,
    id: string,
    revision: number,
    workOut: (row: CatalogueDraftRow) => Promise<Result<Next, OperatorRefusal>>,
  ): Promise<Result<Saved, OperatorRefusal>> {
    for (let i = 0; i < SAVE_TRIES; i++) {
      const row = await this.#shelf.draftRow(id);
      if (row === null) return refused('UNKNOWN_DRAFT');
      if (revision > row.revision) return refused('BAD_SHAPE');
      if (row.state !== 'open' && row.state !== 'asked') return refused('DRAFT_CLOSED');
      const next = await workOut(row);
      if (!next.ok) return next;
      const { changes, merged, ...rest } = next.value;
      const text = JSON.stringify(changes);
      if (text.length > DRAFT_LENGTH_MAX) return refused('DRAFT_TOO_LARGE', { most: DRAFT_LENGTH_MAX });
      const command = {
        operator,
        id: row.id,
        revision: row.revision,
        changes: text,
        changeCount: changes.length,
        ...rest,
      };
      const kept = await runOperator(this.#bus, draftKeep, command);
      if (!kept.ok) return kept;
      if (kept.value !== null) return ok({ draft: draftView(kept.value, await this.live()), merged });
    }
    return refused('BUSY');
  }

  async #viewed(done: Result<CatalogueDraftRow, OperatorRefusal>): Promise<Result<DraftView, OperatorRefusal>> {
    return done.ok ? ok(draftView(done.value, await this.live())) : done;
  }
}

/** Conflicts that are answered; more are counted. */
const CONFLICTS_SHOWN = 500;

/** What a change leaves standing. */
const standing = (change: CatalogueChange): Json => (change.kind === 'removed' ? null : change.after);

/** My side of each conflict on top; an entry that they removed and I changed comes back as mine. */
function withMine(
  merged: Json,
  mine: Json,
  conflicts: readonly { readonly mine: CatalogueChange; readonly theirs: CatalogueChange }[],
): Json {
  const changes = conflicts.map(({ mine: own, theirs }): CatalogueChange => {
    if (theirs.kind !== 'removed' || own.kind !== 'changed') return own;
    const { section, id } = own;
    return { section, id, kind: 'added', after: entryOf(mine, own) };
  });
  return applyChanges(merged, changes);
}

function entryOf(content: Json, { section, id }: CatalogueChange): Json {
  const part = (content as { readonly [key: string]: Json })[section] ?? null;
  if (id === null || !Array.isArray(part)) return part;
  return (part as readonly Json[]).find((entry) => (entry as { readonly id?: string }).id === id) ?? null;
}
