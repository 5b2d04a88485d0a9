import { z } from 'zod';
import { IdSchema, InstantSchema, ReasonSchema, WhoSchema } from './common.ts';
import { endpoint } from './endpoint.ts';
import { ProposalSchema } from './release-api.ts';

/** Tiles of the live page, in its order; each described where it is computed. Shares 0 to 1, coins in minor units, times in hours. */
export const LIVE_FIGURES = [
  'fundedShare',
  'hoursToFund',
  'par30',
  'par90',
  'repaymentRate',
  'faucetSink',
  'velocity',
  'gini',
  'relent',
  'newLending',
  'players',
  'meanLoanLife',
] as const;
export const LiveFigureSchema = z.enum(LIVE_FIGURES);
export type LiveFigure = z.infer<typeof LiveFigureSchema>;

/** What operators can stop without a release. */
export const SwitchesSchema = z.strictObject({
  /** Nobody new is listed in the halls. */
  listingsPaused: z.boolean(),
  /** Faucets that pay nothing: accounts of the chart, `mint:minigame` and so on. */
  pausedFaucets: z.array(z.string().max(40)).max(20),
  /** Shown to everybody in play, in both languages; null for none. */
  notice: z.strictObject({ en: z.string().trim().min(1).max(200), fr: z.string().trim().min(1).max(200) }).nullable(),
});
export type Switches = z.infer<typeof SwitchesSchema>;

export const LiveViewSchema = z.strictObject({
  at: InstantSchema,
  days: z.number(),
  version: z.int(),
  monthSeconds: z.int(),
  /** The latest run of the ledger's invariants. */
  ledger: z.strictObject({ checkedAt: InstantSchema.nullable(), balances: z.boolean() }),
  figures: z.record(
    LiveFigureSchema,
    z.strictObject({
      value: z.number().nullable(),
      least: z.number().nullable(),
      most: z.number().nullable(),
      verdict: z.enum(['inside', 'low', 'high', 'unknown']),
      /** Oldest first, up to 28 points over the period. */
      trend: z.array(z.number().nullable()),
    }),
  ),
  /** Oldest first; minor units made and destroyed, by account of the chart. */
  flows: z.array(
    z.strictObject({
      from: InstantSchema,
      to: InstantSchema,
      faucets: z.record(z.string(), z.number()),
      sinks: z.record(z.string(), z.number()),
    }),
  ),
  supply: z.number(),
  rooms: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(['village', 'homestead']),
      name: z.string(),
      players: z.int(),
      seats: z.int(),
      /** 95 of 100 replies were faster, ms; null without any in the last hour. */
      p95Ms: z.number().nullable(),
      errors: z.int(),
    }),
  ),
  replies: z.strictObject({
    p50Ms: z.number().nullable(),
    p95Ms: z.number().nullable(),
    refused: z.int(),
    errors: z.int(),
  }),
  /** Latest faults of ours, newest first. */
  errors: z.array(
    z.strictObject({ at: InstantSchema, room: z.string(), type: z.string(), message: z.string(), count: z.int() }),
  ),
  switches: SwitchesSchema,
  reportsOpen: z.int(),
  proposalsOpen: z.int(),
});
export type LiveView = z.infer<typeof LiveViewSchema>;

/** What an operator may do with a report. */
export const REPORT_ACTIONS = ['dismiss', 'warn', 'mute', 'rename', 'suspend'] as const;
export const ReportActionSchema = z.enum(REPORT_ACTIONS);
export type ReportAction = z.infer<typeof ReportActionSchema>;

export const ReportViewSchema = z.strictObject({
  id: z.int(),
  at: InstantSchema,
  reason: z.string(),
  /** Public ids and names. */
  by: WhoSchema,
  target: WhoSchema,
  state: z.enum(['open', 'closed']),
  /** Reports of the same player that are open, this one among them. */
  alike: z.int(),
  trail: z.array(z.strictObject({ at: InstantSchema, who: WhoSchema, action: ReportActionSchema, reason: z.string() })),
});
export type ReportView = z.infer<typeof ReportViewSchema>;

export const PlayerViewSchema = z.strictObject({
  /** Public id. */
  id: z.string(),
  name: z.string(),
  village: z.string(),
  createdAt: InstantSchema,
  seenAt: InstantSchema,
  deleted: z.boolean(),
  guest: z.boolean().nullable(),
  level: z.int(),
  wallet: z.int(),
  lent: z.int(),
  outstanding: z.int(),
  owed: z.int(),
  reports: z.int(),
  sanctions: z.array(
    z.strictObject({
      kind: z.enum(['warn', 'mute', 'rename', 'suspend']),
      from: InstantSchema,
      until: InstantSchema.nullable(),
      reason: z.string(),
    }),
  ),
});
export type PlayerView = z.infer<typeof PlayerViewSchema>;

/** A posting of the player's wallet, newest first; minor units, positive when coins came in. */
export const WalletLineSchema = z.strictObject({
  id: z.int(),
  at: InstantSchema,
  kind: z.string(),
  amount: z.int(),
  balance: z.int(),
  other: z.string(),
  actor: z.string(),
  reason: z.string(),
  loan: z.string().nullable(),
});

const PublicId = z.string().regex(/^[\w-]{4,40}$/);
const OfPlayer = z.strictObject({ id: PublicId });
const OfLoan = z.strictObject({ id: IdSchema });

export const LIVE_API = {
  live: endpoint({
    method: 'GET',
    path: '/live',
    summary: 'Health of the game over a period',
    access: 'viewer',
    scope: 'live',
    query: z.strictObject({ days: z.enum(['1', '7', '28']) }),
    answer: LiveViewSchema,
  }),
  setSwitches: endpoint({
    method: 'POST',
    path: '/switches',
    summary: 'Pause listings or faucets, put up or take down a notice; at once',
    access: 'publisher',
    scope: 'publish',
    body: z.strictObject({ switches: SwitchesSchema, reason: ReasonSchema }),
    answer: SwitchesSchema,
  }),
  reports: endpoint({
    method: 'GET',
    path: '/reports',
    summary: 'Reports of players, open ones oldest first, or the latest closed',
    access: 'viewer',
    scope: 'moderate',
    query: z.strictObject({ state: z.enum(['open', 'closed']), after: z.coerce.number().int().min(0).optional() }),
    answer: z.strictObject({ reports: z.array(ReportViewSchema), open: z.int() }),
  }),
  decideReport: endpoint({
    method: 'POST',
    path: '/reports/:id/decide',
    summary: 'Close a report, and what is done about it; `days` for a mute or a suspension',
    access: 'editor',
    scope: 'moderate',
    params: z.strictObject({ id: z.coerce.number().int().min(1) }),
    body: z.strictObject({
      action: ReportActionSchema,
      days: z.int().min(1).max(365).nullable(),
      reason: ReasonSchema,
    }),
    answer: ReportViewSchema,
  }),
  liftSanction: endpoint({
    method: 'POST',
    path: '/players/:id/lift',
    summary: 'Take a mute or a suspension back',
    access: 'editor',
    scope: 'moderate',
    params: OfPlayer,
    body: z.strictObject({ kind: z.enum(['mute', 'suspend']), reason: ReasonSchema }),
    answer: PlayerViewSchema,
  }),
  player: endpoint({
    method: 'GET',
    path: '/players/:id',
    summary: 'A player by public id',
    access: 'viewer',
    scope: 'moderate',
    params: OfPlayer,
    answer: PlayerViewSchema,
  }),
  playerLines: endpoint({
    method: 'GET',
    path: '/players/:id/lines',
    summary: 'Postings of a player’s wallet; reading them is logged',
    access: 'editor',
    scope: 'moderate',
    params: OfPlayer,
    query: z.strictObject({ before: z.coerce.number().int().min(1).optional() }),
    answer: z.strictObject({ lines: z.array(WalletLineSchema), before: z.int().nullable() }),
  }),
  askCorrection: endpoint({
    method: 'POST',
    path: '/players/:id/correct',
    summary: 'Ask for coins to be given or taken back, by a ledger entry that another publisher approves; minor units',
    access: 'publisher',
    scope: null,
    params: OfPlayer,
    body: z.strictObject({
      amount: z
        .int()
        .min(-10_000_000)
        .max(10_000_000)
        .refine((amount) => amount !== 0),
      reason: ReasonSchema,
    }),
    answer: ProposalSchema,
  }),
  cancelLoan: endpoint({
    method: 'POST',
    path: '/loans/:id/cancel',
    summary: 'Cancel a loan before it is disbursed; every share goes back',
    access: 'publisher',
    scope: null,
    params: OfLoan,
    body: z.strictObject({ reason: ReasonSchema }),
    answer: z.strictObject({ loanId: z.string(), amount: z.int(), lenders: z.int() }),
  }),
  refundLoan: endpoint({
    method: 'POST',
    path: '/loans/:id/refund',
    summary: 'Hand what is still owed of a running loan back to its lenders (a case of fraud)',
    access: 'publisher',
    scope: null,
    params: OfLoan,
    body: z.strictObject({ reason: ReasonSchema }),
    answer: z.strictObject({ loanId: z.string(), amount: z.int(), lenders: z.int() }),
  }),
} as const;
