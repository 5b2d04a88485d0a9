import { contentStore, cropById } from '../../store/content.ts';
import { emitEffect } from '../../store/effects.ts';
import { growthOf } from '../../store/garden.ts';
import { registerIntents } from '../../store/intents.ts';
import { serverNow } from '../../store/net.ts';
import { type PendingPlot, pendingStore } from '../../store/pending.ts';
import { playerStore } from '../../store/player.ts';
import { type Cell, type PlotView, roomStore } from '../../store/room.ts';
import { uiStore } from '../../store/ui.ts';

/** Plays net and ui: answers what the world asks for after `latency` milliseconds. Every call is kept for the test to read. */
export function answerIntents(latency: number): void {
  const log: unknown[] = [];
  Object.assign(window, { __intents: log });
  const later = (run: () => void) => setTimeout(run, latency);
  let stroke: 'harvest' | 'plant' | null = null;
  registerIntents({
    walkTo: (to, from) => {
      log.push(['walkTo', to, from, performance.now()]);
      walk(to, from, later);
    },
    strokePlots: (phase, plots) => {
      log.push(['strokePlots', phase, plots]);
      if (phase === 'start') stroke = isRipe(plots[0] ?? -1) ? 'harvest' : 'plant';
      if (stroke !== null) touchPlots(stroke, plots, later);
      if (phase === 'end') stroke = null;
    },
    showPlot: (plot, x, y) => {
      log.push(['showPlot', plot]);
      uiStore.setState({ plotInfo: plot === null ? null : { plot, x, y } });
    },
    tapObject: (action) => log.push(['tapObject', action]),
    tapAvatar: (id) => log.push(['tapAvatar', id]),
    tapShop: (loanId) => log.push(['tapShop', loanId]),
    tapWish: (wish) => {
      log.push(['tapWish', wish]);
      later(() => {
        const { [wish]: served, ...wishes } = roomStore.getState().wishes;
        if (served === undefined) return;
        roomStore.setState({ wishes });
        emitEffect({ kind: 'served', wish, good: served.good, quantity: served.quantity, paid: 600 });
      });
    },
  });
}

function walk(to: Cell, from: Cell, later: (run: () => void) => void): void {
  roomStore.setState({ ownWalk: { from, to, departAt: serverNow() } });
  later(() => {
    const { id } = playerStore.getState();
    const { avatars } = roomStore.getState();
    const self = avatars[id];
    if (self === undefined) return;
    roomStore.setState({
      ownWalk: null,
      avatars: { ...avatars, [id]: { ...self, from, to, departAt: serverNow() - 100 } },
    });
  });
}

const isRipe = (plot: number): boolean => {
  const facts = roomStore.getState().plots[plot];
  return facts !== undefined && growthOf(facts, contentStore.getState().content, 1, serverNow()).ripe;
};

function touchPlots(kind: 'harvest' | 'plant', plots: readonly number[], later: (run: () => void) => void): void {
  const taken = plots.filter((plot) =>
    kind === 'harvest' ? isRipe(plot) : roomStore.getState().plots[plot] === undefined,
  );
  if (taken.length === 0) return;
  const asked: PendingPlot = kind === 'harvest' ? { kind } : { kind, crop: 'cabbage' };
  const pending = Object.fromEntries(taken.map((plot) => [plot, asked]));
  pendingStore.setState({ plots: { ...pendingStore.getState().plots, ...pending } });
  later(() => {
    const facts: Record<number, PlotView> = { ...roomStore.getState().plots };
    const items = taken.map((plot) => {
      const crop = cropById(contentStore.getState().content, facts[plot]?.crop ?? '');
      return { plot, good: crop?.good ?? 'cabbage', quantity: crop?.yield ?? 1 };
    });
    for (const plot of taken) {
      if (kind === 'harvest') delete facts[plot];
      else facts[plot] = { crop: 'cabbage', plantedAt: serverNow() };
    }
    roomStore.setState({ plots: facts });
    pendingStore.setState({ plots: {} });
    if (kind === 'harvest') emitEffect({ kind: 'harvested', items });
    else emitEffect({ kind: 'planted', plots: taken, crop: 'cabbage', cost: 0 });
  });
}
