import type { Json } from '@bloomvale/shared/catalogue/catalogue-diff';
import type { Refusal } from '../../api/refusal.ts';
import { useCall } from '../../api/use-call.ts';

export type Contents = { readonly content: Json | null; readonly refusal: Refusal | null; readonly reload: () => void };

const versionOf = (name: string): string | null => /^v(\d+)$/.exec(name)?.[1] ?? null;

/** The whole content of a version (`v7`) or a draft (its id). */
export function useContent(name: string): Contents {
  const number = versionOf(name);
  const version = useCall('version', number === null ? null : { params: { number } });
  const draft = useCall('draft', number === null ? { params: { id: name } } : null);
  const called = number === null ? draft : version;
  return { content: (called.answer?.content ?? null) as Json | null, refusal: called.refusal, reload: called.reload };
}
