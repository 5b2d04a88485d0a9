import type { FindingView } from '@bloomvale/shared/operator/catalogue-api';
import i18next from 'i18next';
import type { Words } from '../../i18n/words.ts';

/** A finding in words; one that is newer than this page stands for itself. */
export function findingText({ code, detail, path }: FindingView, { t }: Words): string {
  const key = `finding.${code}`;
  if (!i18next.exists(key, { ns: 'operator' })) return [path.join(' › '), code].filter(Boolean).join(': ');
  return t(key as 'refusal.INTERNAL', detail);
}
