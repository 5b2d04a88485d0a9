import { z } from 'zod';
import { IdSchema, InstantSchema, WhoSchema } from './common.ts';
import { endpoint, LARGE_BODY } from './endpoint.ts';

/** JSON as it stands in a catalogue; `shared/catalogue` bounds and reads it. */
const Json = z.json();

/** `CatalogueChange` of `shared/catalogue/catalogue-diff`; checked whole by `CatalogueChangesSchema` there. */
const Named = { section: z.string().max(40), id: z.string().max(80).nullable() };
export const ChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...Named, kind: z.literal('added'), after: Json }),
  z.strictObject({ ...Named, kind: z.literal('removed'), before: Json }),
  z.strictObject({
    ...Named,
    kind: z.literal('changed'),
    path: z.array(z.string().max(60)).max(12),
    before: Json,
    after: Json,
  }),
]);

export const VersionViewSchema = z.strictObject({
  number: z.int().min(1),
  hash: z.string(),
  at: InstantSchema,
  author: WhoSchema,
  note: z.string(),
  origin: z.enum(['seed', 'publish', 'rollback']),
  parent: z.int().nullable(),
  live: z.boolean(),
});
export type VersionView = z.infer<typeof VersionViewSchema>;

export const DraftViewSchema = z.strictObject({
  id: IdSchema,
  /** Small number people say: "draft 42". */
  number: z.int().min(1),
  title: z.string(),
  base: z.int().min(1),
  /** False once another version went live: bring it up to date first. */
  current: z.boolean(),
  revision: z.int().min(0),
  state: z.enum(['open', 'asked', 'published', 'discarded']),
  changes: z.int().min(0),
  createdBy: WhoSchema,
  createdAt: InstantSchema,
  updatedBy: WhoSchema,
  updatedAt: InstantSchema,
  publishedAs: z.int().nullable(),
});
export type DraftView = z.infer<typeof DraftViewSchema>;

/** A field both sides changed: `mine` was not saved, `theirs` stands. */
export const ConflictSchema = z.strictObject({ mine: ChangeSchema, theirs: Json });
export type Conflict = z.infer<typeof ConflictSchema>;

/** Text by key: `finding.<code>` with `detail`. */
export const FindingSchema = z.strictObject({
  severity: z.enum(['error', 'warning']),
  section: z.string(),
  id: z.string().nullable(),
  path: z.array(z.string()),
  code: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type FindingView = z.infer<typeof FindingSchema>;

const OfDraft = z.strictObject({ id: IdSchema });
const OfVersion = z.strictObject({ number: z.coerce.number().int().min(1) });
const Revision = z.int().min(0);

/** Saved: everything; `merged` when somebody else had saved other fields meanwhile. */
const SavedSchema = z.strictObject({ draft: DraftViewSchema, merged: z.boolean() });

export const CATALOGUE_API = {
  versions: endpoint({
    method: 'GET',
    path: '/catalogue/versions',
    summary: 'Versions, newest first',
    access: 'viewer',
    scope: 'catalogue:read',
    query: z.strictObject({ before: z.coerce.number().int().min(1).optional() }),
    answer: z.strictObject({ live: z.int(), versions: z.array(VersionViewSchema) }),
  }),
  version: endpoint({
    method: 'GET',
    path: '/catalogue/versions/:number',
    summary: 'A version with its content',
    access: 'viewer',
    scope: 'catalogue:read',
    params: OfVersion,
    answer: z.strictObject({ version: VersionViewSchema, content: Json }),
  }),
  diff: endpoint({
    method: 'GET',
    path: '/catalogue/diff',
    summary: 'What turns one version (v7) or draft (its id) into another, field by field',
    access: 'viewer',
    scope: 'catalogue:read',
    query: z.strictObject({ from: IdSchema, to: IdSchema }),
    answer: z.strictObject({
      changes: z.array(ChangeSchema),
      /** Parts whose change needs a second person. */
      sensitive: z.array(z.string()),
      /** Open listings of each changed person or product that keep, and that get, new terms. */
      listings: z.strictObject({ kept: z.int(), relisted: z.int(), running: z.int() }),
    }),
  }),
  drafts: endpoint({
    method: 'GET',
    path: '/catalogue/drafts',
    summary: 'Open drafts, and the latest closed ones',
    access: 'viewer',
    scope: 'catalogue:read',
    answer: z.strictObject({ drafts: z.array(DraftViewSchema) }),
  }),
  createDraft: endpoint({
    method: 'POST',
    path: '/catalogue/drafts',
    summary: 'Fork the live version',
    access: 'editor',
    scope: 'catalogue:write',
    body: z.strictObject({ title: z.string().trim().min(1).max(80) }),
    answer: DraftViewSchema,
  }),
  draft: endpoint({
    method: 'GET',
    path: '/catalogue/drafts/:id',
    summary: 'A draft with its content',
    access: 'viewer',
    scope: 'catalogue:read',
    params: OfDraft,
    answer: z.strictObject({ draft: DraftViewSchema, content: Json }),
  }),
  findings: endpoint({
    method: 'GET',
    path: '/catalogue/drafts/:id/findings',
    summary: 'Errors that keep a draft from being published, and warnings',
    access: 'viewer',
    scope: 'catalogue:read',
    params: OfDraft,
    answer: z.strictObject({ revision: Revision, findings: z.array(FindingSchema), more: z.int() }),
  }),
  saveDraft: endpoint({
    method: 'POST',
    path: '/catalogue/drafts/:id/changes',
    summary:
      'Save changes: all of them, or none and the fields somebody else changed (DRAFT_CONFLICT, detail.conflicts)',
    access: 'editor',
    scope: 'catalogue:write',
    params: OfDraft,
    body: z.strictObject({ revision: Revision, changes: z.array(ChangeSchema).min(1).max(200_000) }),
    bodyBytes: LARGE_BODY,
    answer: SavedSchema,
  }),
  rebaseDraft: endpoint({
    method: 'POST',
    path: '/catalogue/drafts/:id/rebase',
    summary: 'Bring a draft up to the live version; `keep` says for each conflict whose field stays',
    access: 'editor',
    scope: 'catalogue:write',
    params: OfDraft,
    body: z.strictObject({ revision: Revision, keep: z.enum(['ask', 'mine', 'theirs']) }),
    answer: SavedSchema,
  }),
  discardDraft: endpoint({
    method: 'POST',
    path: '/catalogue/drafts/:id/discard',
    summary: 'Put a draft away',
    access: 'editor',
    scope: 'catalogue:write',
    params: OfDraft,
    body: z.strictObject({ revision: Revision }),
    answer: DraftViewSchema,
  }),
  exportLoans: endpoint({
    method: 'GET',
    path: '/catalogue/export',
    summary: 'Entries with Kiva-like field names, as JSON or CSV, or the whole catalogue as JSON',
    access: 'viewer',
    scope: 'catalogue:read',
    query: z.strictObject({ of: IdSchema, format: z.enum(['json', 'csv', 'catalogue']) }),
    gives: 'file',
    answer: z.string(),
  }),
  importLoans: endpoint({
    method: 'POST',
    path: '/catalogue/drafts/:id/import',
    summary:
      'Bring entries of a file into a draft: all of them, or none and every fault by row and column (IMPORT_FAULTS)',
    access: 'editor',
    scope: 'catalogue:write',
    params: OfDraft,
    query: z.strictObject({ format: z.enum(['json', 'csv', 'catalogue']), revision: z.coerce.number().int().min(0) }),
    takes: 'bytes',
    bodyBytes: LARGE_BODY,
    answer: z.strictObject({ draft: DraftViewSchema, added: z.int(), changed: z.int(), same: z.int() }),
  }),
} as const;

/** Detail of IMPORT_FAULTS. */
export const ImportFaultsSchema = z.strictObject({
  faults: z.array(z.strictObject({ row: z.int(), column: z.string(), message: z.string() })),
  more: z.int(),
});
