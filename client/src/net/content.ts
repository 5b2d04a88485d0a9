import type { Content } from '@bloomvale/shared/content/content';
import { contentStore } from '../store/content.ts';
import { requestJson } from './http.ts';

/** Fetches the catalogue of this hash unless it is there; the address names the content, so the browser keeps it for ever. */
export async function loadContent(hash: string): Promise<boolean> {
  if (contentStore.getState().hash === hash) return true;
  const answer = await requestJson<Content>(`/content/${encodeURIComponent(hash)}.json`);
  if (!answer.ok) return false;
  contentStore.setState({ hash, content: answer.value });
  return true;
}
