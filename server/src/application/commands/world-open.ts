import type { Batch } from '@bloomvale/shared/ledger/batch';
import { endow } from '@bloomvale/shared/ledger/postings';
import { coins } from '@bloomvale/shared/money/coins';
import { ok } from '@bloomvale/shared/result';
import type { Handler } from '../bus/handler.ts';
import { mustPost } from '../bus/posting.ts';
import type { Rules } from '../rules.ts';

export type OpenWorld = { readonly monthSeconds: number };
/** `meta` key that says when this world began. */
export const WORLD_OPENED = 'worldOpened';

/**
 * Coins the guarantee fund starts with. It promises every player half of a first loss (lending.md 2) from the first day on, and is
 * filled later by the repayments of matched starter projects (T12) alone; this is the largest loan's cover for twenty players.
 */
export const GUARANTEE_ENDOWMENT = coins(5_000);

/** First start on an empty store: the simulated clock starts, and the pool and the guarantee fund are endowed, once. */
export const worldOpen = (rules: Rules): Handler<OpenWorld, { readonly opened: boolean }> => ({
  type: 'world.open',
  needs: () => ({ meta: [WORLD_OPENED], account: ['mint:matching', 'pool:community', 'guarantee:fund'] }),
  decide({ monthSeconds }, work) {
    if (work.get('meta', WORLD_OPENED) !== null) return ok({ opened: false });
    work.put('meta', { key: WORLD_OPENED, value: String(work.now) });
    work.add('clockSegment', { realFrom: work.now, simFrom: 0, monthSeconds, reason: 'start' });
    const { endowment } = rules.content.economy.pool;
    if (endowment > 0) mustPost(work, endow('1', endowment), null);
    mustPost(work, guaranteeEndowment, null);
    return ok({ opened: true });
  },
});

const guaranteeEndowment: Batch = {
  key: 'endow:guarantee',
  kind: 'endow',
  actor: 'system',
  reason: 'endowment of the guarantee fund',
  transfers: [
    {
      debit: 'mint:matching',
      credit: 'guarantee:fund',
      amount: GUARANTEE_ENDOWMENT,
      kind: 'endow',
      ref: 'guarantee',
    },
  ],
};
