import type { CDPSession } from 'playwright-core';
import type { Player } from '../../support/browser.ts';

/** Chromium's own counters of a page. */
export type PageMetrics = {
  /** Seconds of script since the page began. */
  readonly ScriptDuration: number;
  readonly TaskDuration: number;
  readonly JSHeapUsedSize: number;
  readonly JSEventListeners: number;
  readonly Nodes: number;
};

const session = async (player: Player): Promise<CDPSession> => {
  const cdp = await player.cdp();
  await cdp.send('Performance.enable');
  return cdp;
};

export async function pageMetrics(player: Player): Promise<PageMetrics> {
  const { metrics } = await (await session(player)).send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value])) as PageMetrics;
}

/** What is left after everything unreachable was thrown away: twice, for what finalizers let go of. */
export async function settledMetrics(player: Player): Promise<PageMetrics> {
  const cdp = await session(player);
  for (let round = 0; round < 2; round++) {
    await cdp.send('HeapProfiler.collectGarbage');
    await player.page.waitForTimeout(100);
  }
  return pageMetrics(player);
}
