import { createSlice } from '../../store/slice.ts';

/** Where the console is: the words of `#/draft/ab12?tab=diff` are `['draft', 'ab12']`. */
export type Route = { readonly words: readonly string[]; readonly query: Readonly<Record<string, string>> };

/** Broken escapes in a typed address stand for themselves. */
function word(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** One-time links carry their token behind the hash, where no log of a server sees it. */
const WELCOME = /^#welcome=/;

export function routeOf(hash: string): Route {
  if (WELCOME.test(hash)) return { words: ['redeem', word(hash.replace(WELCOME, ''))], query: {} };
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?');
  return {
    words: path
      .split('/')
      .filter((part) => part !== '')
      .map(word),
    query: Object.fromEntries(new URLSearchParams(search)),
  };
}

/** The address of a page: `hrefTo(['draft', id], { tab: 'diff' })`. */
export function hrefTo(words: readonly string[], query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(query).toString();
  return `#/${words.map(encodeURIComponent).join('/')}${search === '' ? '' : `?${search}`}`;
}

export const routeStore = createSlice<Route>(routeOf(typeof location === 'undefined' ? '' : location.hash));

export function go(words: readonly string[], query: Readonly<Record<string, string>> = {}): void {
  location.hash = hrefTo(words, query);
}
/** The same page with another address, without a step for Back. */
export function goQuietly(words: readonly string[], query: Readonly<Record<string, string>> = {}): void {
  history.replaceState(null, '', hrefTo(words, query));
  routeStore.setState(routeOf(location.hash));
}

export function followAddress(): void {
  addEventListener('hashchange', () => {
    // A jump inside the page, such as past its head, leads to no other page.
    if (location.hash !== '' && !location.hash.startsWith('#/') && !WELCOME.test(location.hash)) return;
    routeStore.setState(routeOf(location.hash));
  });
}
