import type { Refusal } from '../api/refusal.ts';
import type { Words } from './words.ts';

/** What did not happen, why, and what one can do. */
export function refusalText({ code, detail }: Refusal, { t, clock }: Words): string {
  if (code === 'LOCKED' && typeof detail?.until === 'number')
    return t('refusal.LOCKED_UNTIL', { time: clock(detail.until) });
  return t(`refusal.${code}`);
}
