import type { LoanCard, LoanPage, Portfolio, StatementLine } from '@bloomvale/shared/protocol/views';
import { createSlice } from './slice.ts';

export type LoadStatus = 'idle' | 'loading' | 'ready' | 'error';

export type LendingState = {
  readonly hall: {
    readonly status: LoadStatus;
    readonly village: string;
    readonly loans: Readonly<Record<string, LoanCard>>;
    /** Ids in the order in which the server listed them. */
    readonly order: readonly string[];
  };
  readonly page: { readonly status: LoadStatus; readonly loan: LoanPage | null };
  readonly portfolio: { readonly status: LoadStatus; readonly value: Portfolio | null };
  readonly statement: {
    readonly status: LoadStatus;
    readonly lines: readonly StatementLine[];
    /** Where the next page begins; null when the first line ever is shown. */
    readonly before: number | null;
  };
};

/** Written by `net/` only. The world reads it to put a face to a shop. */
export const lendingStore = createSlice<LendingState>({
  hall: { status: 'idle', village: '', loans: {}, order: [] },
  page: { status: 'idle', loan: null },
  portfolio: { status: 'idle', value: null },
  statement: { status: 'idle', lines: [], before: null },
});
