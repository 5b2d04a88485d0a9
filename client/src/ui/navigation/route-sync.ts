import { uiStore } from '../../store/ui.ts';
import { hrefOf, panelOf, samePanel } from './route.ts';

/** Marks entries that were pushed from the world, so that closing goes back instead of piling up entries. */
type Entry = { readonly from?: 'world' | 'panel' } | null;

/**
 * Keeps the address and `uiStore.panel` the same: a panel opened by a press has an address, Back closes it, and an address opened in a
 * new tab opens its panel. @returns what stops it.
 */
export function followRoute(): () => void {
  let fromAddress = false;
  const read = (): void => {
    // A jump inside the page, such as past its head, leads to no other panel.
    if (location.hash !== '' && !location.hash.startsWith('#/')) return;
    const panel = panelOf(location.hash);
    if (samePanel(panel, uiStore.getState().panel)) return;
    fromAddress = true;
    uiStore.setState({ panel });
    fromAddress = false;
  };
  const stop = uiStore.subscribe(
    (ui) => ui.panel,
    (panel, before) => {
      if (fromAddress || samePanel(panel, panelOf(location.hash))) return;
      const entry = history.state as Entry;
      if (panel === null && entry?.from === 'world') history.back();
      else history.pushState({ from: before === null ? 'world' : 'panel' } satisfies Entry, '', hrefOf(panel));
    },
  );
  addEventListener('popstate', read);
  addEventListener('hashchange', read);
  read();
  return () => {
    stop();
    removeEventListener('popstate', read);
    removeEventListener('hashchange', read);
  };
}
