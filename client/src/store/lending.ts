import type { LoanMore } from '@bloomvale/shared/protocol/lending-views';
import type { LoanCard, LoanPage, Portfolio, StatementLine } from '@bloomvale/shared/protocol/views';
import { createSlice } from './slice.ts';

export type LoadStatus = 'idle' | 'loading' | 'ready' | 'error';

/** A loan's page; what a server of the former release does not tell yet is left out, and so is its part of the page. */
export type WholeLoan = LoanPage & Partial<LoanMore>;

/** A lend of one's own that may still be taken back. */
export type TakeBack = {
  readonly loanId: string;
  readonly lendId: string;
  readonly amount: number;
  /** By the server's clock, epoch ms. */
  readonly until: number;
};

export type LendingState = {
  readonly hall: {
    readonly status: LoadStatus;
    readonly village: string;
    readonly loans: Readonly<Record<string, LoanCard>>;
    /** Ids in the order in which the server listed them. */
    readonly order: readonly string[];
  };
  readonly page: { readonly status: LoadStatus; readonly loan: WholeLoan | null };
  readonly portfolio: { readonly status: LoadStatus; readonly value: Portfolio | null };
  readonly statement: {
    readonly status: LoadStatus;
    readonly lines: readonly StatementLine[];
    /** Where the next page begins; null when the first line ever is shown. */
    readonly before: number | null;
  };
  readonly takeBack: TakeBack | null;
  /** Grows whenever something of the player's own loans changed: pages that show sums read them again. */
  readonly moved: number;
};

/** Written by `net/` only. The world reads it to put a face to a shop. */
export const lendingStore = createSlice<LendingState>({
  hall: { status: 'idle', village: '', loans: {}, order: [] },
  page: { status: 'idle', loan: null },
  portfolio: { status: 'idle', value: null },
  statement: { status: 'idle', lines: [], before: null },
  takeBack: null,
  moved: 0,
});
