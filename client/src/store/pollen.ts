import { createSlice } from './slice.ts';

/**
 * What the world shows over plots and stall while the pollination card is open: "+12 %", written already. Empty while it is closed. Written by
 * `ui/`.
 */
export type PollenState = { readonly plots: Readonly<Record<number, string>>; readonly stall: string | null };
export const NO_POLLEN: PollenState = { plots: {}, stall: null };
export const pollenStore = createSlice<PollenState>(NO_POLLEN);
