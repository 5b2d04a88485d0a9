import type { WelcomeBack } from '@bloomvale/shared/protocol/replies';
import { createSlice } from './slice.ts';

export type ReportState = { readonly report: WelcomeBack | null };
/** Written by `net/`: what happened since the last visit; null when there is nothing to tell. */
export const reportStore = createSlice<ReportState>({ report: null });
