import { createSlice } from './slice.ts';

/** The few words the world writes on its canvas, in the player's language. Written by `i18n/`. */
export type Words = { readonly you: string; readonly formerNeighbour: string };
export const wordsStore = createSlice<Words>({ you: 'You', formerNeighbour: 'Neighbour' });
