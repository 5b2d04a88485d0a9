import type { Section } from '@bloomvale/shared/catalogue/catalogue-diff';
import { createSlice } from '../../../store/slice.ts';
import { PLAIN, type View } from './view-rows.ts';

/** How each list is filtered and sorted, and what is chosen in it: there when one comes back. */
export type TableState = {
  readonly views: Partial<Record<Section, View>>;
  readonly chosen: Partial<Record<Section, ReadonlySet<string>>>;
};
export const tableStore = createSlice<TableState>({ views: {}, chosen: {} });

const NOBODY: ReadonlySet<string> = new Set();
export const viewOf = (state: TableState, section: Section): View => state.views[section] ?? PLAIN;
export const chosenOf = (state: TableState, section: Section): ReadonlySet<string> => state.chosen[section] ?? NOBODY;

export function changeView(section: Section, change: Partial<View>): void {
  const state = tableStore.getState();
  tableStore.setState({ views: { ...state.views, [section]: { ...viewOf(state, section), ...change } } });
}

export function chooseRows(section: Section, ids: Iterable<string>, on: boolean): void {
  const { chosen } = tableStore.getState();
  const next = new Set(chosen[section]);
  for (const id of ids) {
    if (on) next.add(id);
    else next.delete(id);
  }
  tableStore.setState({ chosen: { ...chosen, [section]: next } });
}
export const chooseNobody = (section: Section): void =>
  tableStore.setState({ chosen: { ...tableStore.getState().chosen, [section]: NOBODY } });
