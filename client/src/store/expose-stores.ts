import { contentStore } from './content.ts';
import { lendingStore } from './lending.ts';
import { netStore } from './net.ts';
import { pendingStore } from './pending.ts';
import { playerStore } from './player.ts';
import { roomStore } from './room.ts';
import { settingsStore } from './settings.ts';
import { uiStore } from './ui.ts';

const STORES = {
  content: contentStore,
  lending: lendingStore,
  net: netStore,
  pending: pendingStore,
  player: playerStore,
  room: roomStore,
  settings: settingsStore,
  ui: uiStore,
};
export type ExposedStores = {
  readonly [N in keyof typeof STORES]: () => ReturnType<(typeof STORES)[N]['getState']>;
};

/** Browser tests and benches read what the client knows as `window.__bloomvale`; there only with `?debug` in the address, and only to read. */
export function exposeStores(): void {
  if (!new URLSearchParams(location.search).has('debug')) return;
  const readers = Object.fromEntries(Object.entries(STORES).map(([name, store]) => [name, () => store.getState()]));
  Object.assign(window, { __bloomvale: readers as unknown as ExposedStores });
}
