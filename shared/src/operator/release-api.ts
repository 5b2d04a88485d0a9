import { z } from 'zod';
import { IdSchema, InstantSchema, NothingSchema, ReasonSchema, WhoSchema } from './common.ts';
import { endpoint } from './endpoint.ts';

/** What may need a second pair of eyes. */
export const PROPOSAL_KINDS = ['publish', 'rollback', 'clock', 'correction'] as const;

export const ProposalSchema = z.strictObject({
  id: IdSchema,
  kind: z.enum(PROPOSAL_KINDS),
  /** By kind: publish {draft, revision, title}; rollback {to}; clock {monthSeconds, from}; correction {player, name, amount}. */
  payload: z.record(z.string(), z.json()),
  reason: z.string(),
  /** Another publisher must approve. */
  fourEyes: z.boolean(),
  /** Why: parts of the catalogue that are touched, or the kind. */
  because: z.array(z.string()),
  state: z.enum(['waiting', 'scheduled', 'done', 'refused', 'withdrawn', 'failed']),
  askedBy: WhoSchema,
  askedAt: InstantSchema,
  decidedBy: WhoSchema.nullable(),
  decidedAt: InstantSchema.nullable(),
  /** When it is to be carried out; null for at once. */
  dueAt: InstantSchema.nullable(),
  /** What came of it: publish and rollback {version}; failed {code}. */
  outcome: z.record(z.string(), z.json()).nullable(),
});
export type Proposal = z.infer<typeof ProposalSchema>;

const OfProposal = z.strictObject({ id: IdSchema });
/** Null: at once. */
const At = InstantSchema.nullable();

export const AuditLineSchema = z.strictObject({
  id: z.int(),
  at: InstantSchema,
  /** `operator:<id>`, `token:<id>` or `system`. */
  actor: z.string(),
  name: z.string(),
  role: z.string(),
  /** Text by key: `audit.<action>` with `detail`. */
  action: z.string(),
  subject: z.string(),
  detail: z.record(z.string(), z.json()),
  reason: z.string(),
});
export type AuditLine = z.infer<typeof AuditLineSchema>;
const AuditQuery = z.strictObject({
  before: z.coerce.number().int().min(0).optional(),
  /** Part of a name, an action or a subject. */
  search: z.string().trim().max(60).optional(),
});

export const RELEASE_API = {
  askPublish: endpoint({
    method: 'POST',
    path: '/catalogue/drafts/:id/publish',
    summary: 'Ask for a draft to go live, at once or at a time; carried out when nobody else needs to approve',
    access: 'editor',
    scope: 'publish',
    params: OfProposal,
    body: z.strictObject({ revision: z.int().min(0), at: At, reason: ReasonSchema }),
    answer: ProposalSchema,
  }),
  rollBack: endpoint({
    method: 'POST',
    path: '/catalogue/versions/:number/roll-back',
    summary: 'Let a former version go live again, as a new one',
    access: 'publisher',
    scope: 'publish',
    params: z.strictObject({ number: z.coerce.number().int().min(1) }),
    body: z.strictObject({ at: At, reason: ReasonSchema }),
    answer: ProposalSchema,
  }),
  proposals: endpoint({
    method: 'GET',
    path: '/proposals',
    summary: 'What waits for a second person or for its time, then the latest decided',
    access: 'viewer',
    scope: 'audit',
    answer: z.strictObject({ proposals: z.array(ProposalSchema) }),
  }),
  approve: endpoint({
    method: 'POST',
    path: '/proposals/:id/approve',
    summary: 'Approve what somebody else asked for; it is carried out at once or at its time',
    access: 'publisher',
    scope: 'publish',
    params: OfProposal,
    body: NothingSchema,
    answer: ProposalSchema,
  }),
  refuse: endpoint({
    method: 'POST',
    path: '/proposals/:id/refuse',
    summary: 'Refuse it',
    access: 'publisher',
    scope: 'publish',
    params: OfProposal,
    body: z.strictObject({ reason: ReasonSchema }),
    answer: ProposalSchema,
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/proposals/:id/withdraw',
    summary: 'Take back what one asked for oneself, or what is scheduled',
    access: 'editor',
    scope: 'publish',
    params: OfProposal,
    body: NothingSchema,
    answer: ProposalSchema,
  }),
  clock: endpoint({
    method: 'GET',
    path: '/clock',
    summary: 'Segments of the simulated clock, newest first',
    access: 'viewer',
    scope: 'catalogue:read',
    answer: z.strictObject({
      now: InstantSchema,
      simNow: z.int(),
      segments: z.array(
        z.strictObject({ realFrom: InstantSchema, simFrom: z.int(), monthSeconds: z.int(), reason: z.string() }),
      ),
    }),
  }),
  askClock: endpoint({
    method: 'POST',
    path: '/clock',
    summary: 'Ask for another tempo of simulated time from an instant on; 0 stands still',
    access: 'publisher',
    scope: 'publish',
    body: z.strictObject({ monthSeconds: z.int().min(0).max(2_592_000), at: At, reason: ReasonSchema }),
    answer: ProposalSchema,
  }),
  audit: endpoint({
    method: 'GET',
    path: '/audit',
    summary: 'Who did what, when and why; newest first',
    access: 'viewer',
    scope: 'audit',
    query: AuditQuery,
    answer: z.strictObject({ lines: z.array(AuditLineSchema), before: z.int().nullable() }),
  }),
  exportAudit: endpoint({
    method: 'GET',
    path: '/audit/export',
    summary: 'The log as CSV',
    access: 'viewer',
    scope: 'audit',
    gives: 'file',
    answer: z.string(),
  }),
} as const;
