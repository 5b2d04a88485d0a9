import type { Instant } from '@bloomvale/shared/time/sim-clock';
import type { DraftState, ProposalState } from './catalogue-rows.ts';
import type { Rows } from './tables.ts';

/** A version without its content, which may be megabytes. */
export type VersionLine = Omit<Rows['catalogueVersion'], 'content'>;
/** A draft without its changes. */
export type DraftLine = Omit<Rows['catalogueDraft'], 'changes'>;

export type LoansUnderWay = {
  readonly entrepreneur: string;
  readonly open: boolean;
  readonly lent: boolean;
  readonly loans: number;
};

/** What the operator's console asks of committed state. Every list is bounded by its arguments. */
export interface CatalogueReader {
  /** Versions below `before` (of all when null), newest first. */
  versions(before: number | null, limit: number): Promise<readonly VersionLine[]>;
  versionByHash(hash: string): Promise<Rows['catalogueVersion'] | null>;
  /** Drafts in these states, the one changed last first. */
  drafts(states: readonly DraftState[], limit: number): Promise<readonly DraftLine[]>;
  /** Proposals in these states below `before`, newest first. */
  proposals(
    states: readonly ProposalState[],
    before: number | null,
    limit: number,
  ): Promise<readonly Rows['proposal'][]>;
  /** Scheduled proposals whose moment has come, the earliest first. */
  dueProposals(at: Instant, limit: number): Promise<readonly Rows['proposal'][]>;
  /** Lines below `before`, newest first; with `search`, those with this text in name, action or subject, in any case. */
  auditLines(search: string, before: number | null, limit: number): Promise<readonly Rows['auditLine'][]>;
  /** Loans that are open, funded or being repaid, counted by person; `lent`: a player has lent to it. */
  loansUnderWay(): Promise<readonly LoansUnderWay[]>;
  /** Every loan of a village that is fundraising and to which no player has lent. */
  unlentLoans(villageId: string): Promise<readonly Rows['loan'][]>;
}
