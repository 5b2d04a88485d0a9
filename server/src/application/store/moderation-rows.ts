import type { Minor } from '@bloomvale/shared/money/coins';
import type { ReportAction } from '@bloomvale/shared/operator/live-api';
import type { Instant } from '@bloomvale/shared/time/sim-clock';

/** One player's report of another, and what became of it. */
export type ReportRow = {
  readonly id: number;
  readonly playerId: string;
  /** Public id. */
  readonly target: string;
  readonly reason: string;
  readonly at: Instant;
  /** When an operator decided upon it; null while it waits. */
  readonly closedAt: Instant | null;
  /** Empty while it waits. */
  readonly action: ReportAction | '';
  /** Operator's id and name then, and why they decided so. */
  readonly closedBy: string;
  readonly closedByName: string;
  readonly decision: string;
};

export const ACT_KINDS = ['warn', 'mute', 'rename', 'suspend', 'correction'] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** What an operator did to a player. `report:{id}` for a decision about a report, `proposal:{id}` for a correction: each has one effect, once. */
export type OperatorActRow = {
  readonly id: string;
  readonly playerId: string;
  readonly kind: ActKind;
  readonly at: Instant;
  /** Of a mute or a suspension: when it ends by itself. */
  readonly until: Instant | null;
  /** Of a correction: minor units given, negative when taken. */
  readonly amount: Minor;
  readonly reason: string;
  /** When an operator took it back. */
  readonly liftedAt: Instant | null;
  /** When the player was told; null until they were there to hear it. */
  readonly toldAt: Instant | null;
};

/** Figures of the live page at one moment, as JSON. */
export type LiveSampleRow = { readonly at: Instant; readonly figures: string };
