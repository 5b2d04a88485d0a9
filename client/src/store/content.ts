import type { Content } from '@bloomvale/shared/content/content';
import type { Crop, Good } from '@bloomvale/shared/content/play';
import { createSlice } from './slice.ts';

export type ContentState = { readonly hash: string | null; readonly content: Content | null };

/** Written by `net/` after `/content/<hash>.json` was fetched and parsed. */
export const contentStore = createSlice<ContentState>({ hash: null, content: null });

export const cropById = (content: Content | null, id: string): Crop | undefined =>
  content?.crops.find((crop) => crop.id === id);
export const goodById = (content: Content | null, id: string): Good | undefined =>
  content?.goods.find((good) => good.id === id);
