import type { Player } from '../../support/browser.ts';

type TraceEvent = { readonly name: string; readonly ph: string; readonly dur?: number; readonly tdur?: number };
/** Milliseconds of each animation frame's script: of the processor's time, and as the clock on the wall saw it. */
export type AnimationFrames = { readonly processor: readonly number[]; readonly wall: readonly number[] };

/** What Chromium traced of the page's animation frames while somebody watched. */
export async function traceAnimationFrames(player: Player, watch: () => Promise<void>): Promise<AnimationFrames> {
  const browser = player.context.browser();
  if (browser === null) throw new Error('the player has no browser');
  await browser.startTracing(player.page, { categories: ['devtools.timeline'] });
  await watch();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8')) as { traceEvents: TraceEvent[] };
  const frames = traceEvents.filter(({ name, ph }) => name === 'FireAnimationFrame' && ph === 'X');
  const wall = frames.map(({ dur }) => (dur ?? 0) / 1_000);
  // Without a clock of its threads a platform has only the wall's.
  const processor = frames.map(({ dur, tdur }) => (tdur ?? dur ?? 0) / 1_000);
  return { processor, wall };
}
