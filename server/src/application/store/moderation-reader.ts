import type { Rows } from './tables.ts';

/** A report with the people in it as they are called now; empty names for who has left. */
export type ReportLine = Rows['report'] & {
  readonly byPublicId: string;
  readonly byName: string;
  readonly targetName: string;
  /** Open reports of the same player. */
  readonly alike: number;
};

/** Where a page of closed reports begins: the last one of the page before. */
export type ClosedCursor = { readonly closedAt: number; readonly id: number };

/** What moderation asks of committed state. Every list is bounded by its arguments. */
export interface ModerationReader {
  /** Reports that wait, the oldest first, above number `after`. */
  openReports(after: number, limit: number): Promise<readonly ReportLine[]>;
  /** Decided ones, the latest first. */
  closedReports(before: ClosedCursor | null, limit: number): Promise<readonly ReportLine[]>;
  reportLine(id: number): Promise<ReportLine | null>;
  /** Decided reports of a player, by public id, the latest first. */
  decisionsAbout(target: string, limit: number): Promise<readonly Rows['report'][]>;
  openReportCount(): Promise<number>;
  reportCountAbout(target: string): Promise<number>;
}
