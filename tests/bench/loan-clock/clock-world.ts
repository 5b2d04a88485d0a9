import { loadCatalogue } from '@bloomvale/assets/load-catalogue';
import { buildGame } from '@bloomvale/server/application/game';
import type { GameParts } from '@bloomvale/server/application/game-core';
import type { Store } from '@bloomvale/server/application/store/store';
import type { Content } from '@bloomvale/shared/content/content';

/** A simulated month of 30 real seconds: between two instants of the bench lies no silence that would count as an outage. */
const MONTH_SECONDS = 30;
/** When the loans are disbursed, and when their first period is over. Host clocks only stand at these two. */
export const DISBURSED_AT = Date.UTC(2026, 0, 15, 10);
export const PERIOD_OVER_AT = DISBURSED_AT + Math.ceil(MONTH_SECONDS * 1_000 * 1.01);

/** Nobody plays here: no listings of its own, so that the loans of the bench are the only ones. */
const quiet = (content: Content): Content => {
  const { economy } = content;
  return { ...content, economy: { ...economy, lending: { ...economy.lending, openMin: 1, openMax: 1 } } };
};

/** The real game over a store, without sockets and timers; its host clock stands still. */
export const clockWorld = (store: Store, hostClock: () => number): Promise<GameParts> =>
  buildGame({
    store,
    content: quiet(loadCatalogue()),
    masterSecret: '5a'.repeat(32),
    monthSeconds: MONTH_SECONDS,
    timeScale: 1,
    hostClock,
  });
