import type { DraftView } from '@bloomvale/shared/operator/catalogue-api';
import { createSlice } from '../../store/slice.ts';
import { call } from '../api/client.ts';
import type { Refusal } from '../api/refusal.ts';

/** Drafts, and the one this page works on; `chosen` is kept for the tab only, so that two tabs can work on two. */
export type Drafts = {
  readonly drafts: readonly DraftView[] | null;
  readonly chosen: string | null;
  readonly refusal: Refusal | null;
};
const KEY = 'bloomvale.console.draft';
const kept = (): string | null => {
  try {
    return globalThis.sessionStorage?.getItem(KEY) ?? null;
  } catch {
    return null;
  }
};
export const draftsStore = createSlice<Drafts>({ drafts: null, chosen: kept(), refusal: null });

export const isOpen = ({ state }: DraftView): boolean => state === 'open' || state === 'asked';

/** The draft that is worked on: the chosen one, else the one touched last; null when there is none. */
export function draftNow({ drafts, chosen }: Drafts): DraftView | null {
  const open = drafts?.filter(isOpen) ?? [];
  return open.find(({ id }) => id === chosen) ?? open.toSorted((a, b) => b.updatedAt - a.updatedAt)[0] ?? null;
}

export async function loadDrafts(): Promise<void> {
  const answer = await call('drafts', {});
  draftsStore.setState(answer.ok ? { drafts: answer.value.drafts, refusal: null } : { refusal: answer.error });
}

export function chooseDraft(id: string): void {
  draftsStore.setState({ chosen: id });
  try {
    sessionStorage.setItem(KEY, id);
  } catch {
    // it is forgotten with the page
  }
}

/** A draft as the server just answered it. */
export function noteDraft(draft: DraftView): void {
  const { drafts } = draftsStore.getState();
  const others = (drafts ?? []).filter(({ id }) => id !== draft.id);
  draftsStore.setState({ drafts: [draft, ...others] });
}
