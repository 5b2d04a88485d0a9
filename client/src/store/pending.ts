import type { CommandType } from '@bloomvale/shared/protocol/commands';
import { createSlice } from './slice.ts';

export type PendingCommand = { readonly commandId: string; readonly type: CommandType; readonly since: number };
/** What was asked of a plot and is not answered yet; the world may draw it at once and takes it back when it vanishes. */
export type PendingPlot = { readonly kind: 'plant'; readonly crop: string } | { readonly kind: 'harvest' };
export type PendingState = {
  readonly commands: readonly PendingCommand[];
  readonly plots: Readonly<Record<number, PendingPlot>>;
};

/** Written by `net/` only. */
export const pendingStore = createSlice<PendingState>({ commands: [], plots: {} });
