import { catalogueDiff, type Json } from '@bloomvale/shared/catalogue/catalogue-diff';
import { type Content, ContentSchema } from '@bloomvale/shared/content/content';
import type { OperatorRefusal } from '@bloomvale/shared/operator/operator-refusals';
import { ok, type Result } from '@bloomvale/shared/result';
import { z } from 'zod';
import type { Work } from '../bus/work.ts';
import { KNOWN, known } from '../former-catalogue.ts';
import { recordAudit } from '../proposals/audit-trail.ts';
import { refused, whoOf } from '../proposals/operator.ts';
import type { Mandate, ProposalKind } from '../proposals/proposal-kind.ts';
import type { InForce, Rules } from '../rules.ts';
import type { CatalogueDraftRow, CatalogueVersionRow } from '../store/catalogue-rows.ts';
import type { Needs, Reader } from '../store/store.ts';
import { type CatalogueCheck, errorsOf, sensitiveParts } from './catalogue-check.ts';
import { draftIdOf, draftNumber } from './catalogue-views.ts';
import type { ContentShelf } from './content-shelf.ts';
import { addVersion, fill, LIVE, liveNumber, type StoredContent, storedContent } from './live-catalogue.ts';

/** What both ways of changing the catalogue lean on. */
export type Publishing = {
  readonly reader: Reader;
  readonly shelf: ContentShelf;
  readonly rules: Rules;
  readonly check: CatalogueCheck;
};

/** A content that may go live, and what it was compared with. */
type Ready = {
  readonly stored: StoredContent;
  /** Number of the live version it was compared with. */
  readonly live: number;
  /** Fields that differ from it. */
  readonly changes: number;
  readonly sensitive: readonly string[];
};

/** Errors that are named in a refusal; the console shows the rest by `findings`. */
const ERRORS_SHOWN = 20;

/** Refused: DRAFT_INVALID with the first errors; DRAFT_EMPTY when it is the live version's content. */
async function readied({ shelf, reader, check }: Publishing, content: Json): Promise<Result<Ready, OperatorRefusal>> {
  const live = (await liveNumber(reader)) ?? 0;
  const changes = catalogueDiff((await shelf.version(live)) ?? {}, content);
  if (changes.length === 0) return refused('DRAFT_EMPTY');
  const parsed = ContentSchema.safeParse(content);
  const stored = parsed.success ? storedContent(parsed.data) : null;
  const errors = errorsOf(await check(stored?.text ?? JSON.stringify(content)));
  if (errors.length > 0 || stored === null) {
    return refused('DRAFT_INVALID', { errors: errors.length, findings: errors.slice(0, ERRORS_SHOWN) });
  }
  return ok({ stored, live, changes: changes.length, sensitive: sensitiveParts(changes) });
}

type Origin = Pick<CatalogueVersionRow, 'origin' | 'note'>;

/**
 * Lets a content go live: a version, the pointer to it, what is remembered of former ones, a line of the trail, and the word to everybody, in
 * the unit of the caller. The next group is decided by it.
 */
function goLive(work: Work, rules: Rules, ready: Ready, { origin, note }: Origin, mandate: Mandate): number {
  const { content, text, hash } = ready.stored;
  const asker = { id: mandate.askedBy, name: mandate.askedByName };
  const number = addVersion(work, {
    number: ready.live + 1,
    hash,
    content: text,
    author: asker.id,
    authorName: asker.name,
    note,
    origin,
    parent: ready.live,
  });
  const former = known(work.get('meta', KNOWN)?.value ?? null, content, rules.content);
  work.put('meta', { key: KNOWN, value: former.text });
  recordAudit(work, mandate.actor, {
    action: `catalogue.${origin}`,
    subject: `version:${number}`,
    detail: {
      version: number,
      hash,
      changes: ready.changes,
      askedBy: asker,
      by: whoOf(mandate.actor),
      proposal: mandate.proposalId,
    },
    reason: mandate.reason,
  });
  work.emit({ kind: 'content.changed', version: number, hash });
  work.holdNext();
  return number;
}

const META = { meta: [LIVE, KNOWN] } as const satisfies Needs;

const PublishSchema = z.strictObject({ draft: z.string(), revision: z.int().min(0), title: z.string() });
export type PublishPayload = z.infer<typeof PublishSchema>;

/**
 * A draft goes live. Refused: UNKNOWN_DRAFT, DRAFT_CLOSED, PROPOSAL_STALE once somebody saved again, BASE_OUTDATED once another version is live,
 * DRAFT_INVALID, DRAFT_EMPTY.
 */
export const publishKind = (parts: Publishing): ProposalKind<PublishPayload, Ready> => ({
  kind: 'publish',
  payload: PublishSchema,
  askers: 'editor',
  subject: ({ draft }) => `draft:${draft}`,
  async prepare({ draft, revision }) {
    const row = await parts.shelf.draftRow(draft);
    const fits = draftFits(row, revision, await liveNumber(parts.reader));
    return fits.ok ? readied(parts, await parts.shelf.draft(fits.value)) : fits;
  },
  needs: ({ draft }) => ({ ...META, catalogueDraft: [draftNumber(draft) ?? 0] }),
  check({ draft, revision }, ready, work) {
    const live = Number(work.must('meta', LIVE).value);
    const fits = draftFits(work.get('catalogueDraft', draftNumber(draft) ?? 0), revision, live);
    if (!fits.ok) return fits;
    return ready.live === live ? ok(ready.sensitive) : refused('BASE_OUTDATED');
  },
  carryOut({ draft }, ready, mandate, work) {
    const row = work.must('catalogueDraft', draftNumber(draft) ?? 0);
    const number = goLive(work, parts.rules, ready, { origin: 'publish', note: noteOf(row, mandate) }, mandate);
    work.put('catalogueDraft', { ...row, state: 'published', publishedAs: number });
    return ok({ version: number });
  },
  asked: ({ draft }, work) => setState(work, draft, 'open', 'asked'),
  dropped: ({ draft }, work) => setState(work, draft, 'asked', 'open'),
  droppedNeeds: ({ draft }) => ({ catalogueDraft: [draftNumber(draft) ?? 0] }),
});

function draftFits(
  row: CatalogueDraftRow | null,
  revision: number,
  live: number | null,
): Result<CatalogueDraftRow, OperatorRefusal> {
  if (row === null) return refused('UNKNOWN_DRAFT');
  if (row.state !== 'open' && row.state !== 'asked') return refused('DRAFT_CLOSED');
  if (row.revision !== revision) return refused('PROPOSAL_STALE', { revision: row.revision });
  return row.base === live ? ok(row) : refused('BASE_OUTDATED');
}

/** Title and reason: what a list of versions says of each. */
const noteOf = ({ title }: CatalogueDraftRow, { reason }: Mandate): string => `${title}: ${reason}`;

function setState(work: Work, draft: string, from: 'open' | 'asked', to: 'open' | 'asked'): void {
  const row = work.get('catalogueDraft', draftNumber(draft) ?? 0);
  if (row !== null && row.state === from) work.put('catalogueDraft', { ...row, state: to });
}

const RollbackSchema = z.strictObject({ to: z.int().min(1) });
export type RollbackPayload = z.infer<typeof RollbackSchema>;

/**
 * A former version goes live again, as a new one. Refused: UNKNOWN_VERSION, ALREADY_LIVE, PROPOSAL_STALE when another went live meanwhile,
 * DRAFT_INVALID when this release can no longer play it.
 */
export const rollbackKind = (parts: Publishing): ProposalKind<RollbackPayload, Ready> => ({
  kind: 'rollback',
  payload: RollbackSchema,
  askers: 'publisher',
  subject: ({ to }) => `version:${to}`,
  async prepare({ to }) {
    const content = await parts.shelf.version(to);
    if (content === null) return refused('UNKNOWN_VERSION');
    // Parts that the catalogue did not have then stay as they are.
    const ready = await readied(parts, fill(content, parts.rules.content as unknown as Json));
    return !ready.ok && ready.error.code === 'DRAFT_EMPTY' ? refused('ALREADY_LIVE') : ready;
  },
  needs: () => META,
  check: (_payload, ready, work) =>
    ready.live === Number(work.must('meta', LIVE).value) ? ok(ready.sensitive) : refused('PROPOSAL_STALE'),
  carryOut: ({ to }, ready, mandate, work) =>
    ok({
      version: goLive(work, parts.rules, ready, { origin: 'rollback', note: `v${to}: ${mandate.reason}` }, mandate),
    }),
});

/** Names a draft in a proposal. */
export const publishPayload = (row: CatalogueDraftRow): PublishPayload => ({
  draft: draftIdOf(row.id),
  revision: row.revision,
  title: row.title,
});

/** Takes over what a committed group published; null when it published nothing. */
export function publishedIn(work: Work): InForce | null {
  const row = work.added('catalogueVersion').at(-1);
  if (row === undefined) return null;
  const content = JSON.parse(row.content) as Content;
  const remembered = work.found('meta', KNOWN)?.[0]?.value ?? null;
  return { version: row.number, content, hash: row.hash, former: known(remembered, content, null).former };
}
