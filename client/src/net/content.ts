import type { Content } from '@bloomvale/shared/content/content';
import type { Result } from '@bloomvale/shared/result';
import { contentStore } from '../store/content.ts';
import { type HttpFault, requestJson } from './http.ts';

/** The catalogue that was asked for last: a slower answer to an earlier one is dropped. */
let wanted = '';
let ahead: { readonly hash: string; readonly answer: Promise<Result<Content, HttpFault>> } | null = null;

/** Begins to fetch the catalogue that the server named with the page, if it did: one is told the hash only when signed in. */
export function fetchContentAhead(): void {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const hash = page?.serverTiming?.find(({ name }) => name === 'content')?.description ?? '';
  if (hash !== '') ahead = { hash, answer: fetchContent(hash) };
}

/** Fetches the catalogue of this hash unless it is there; the address names the content, so the browser keeps it for ever. */
export async function loadContent(hash: string): Promise<boolean> {
  wanted = hash;
  if (contentStore.getState().hash === hash) return true;
  const early = ahead?.hash === hash ? await ahead.answer : null;
  ahead = null;
  const answer = early?.ok === true ? early : await fetchContent(hash);
  if (!answer.ok) return false;
  if (wanted === hash) contentStore.setState({ hash, content: answer.value });
  return true;
}

const fetchContent = (hash: string): Promise<Result<Content, HttpFault>> =>
  requestJson<Content>(`/content/${encodeURIComponent(hash)}.json`);
