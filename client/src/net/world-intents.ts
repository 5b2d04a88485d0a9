import type { CommandReply } from '@bloomvale/shared/protocol/replies';
import { actions, type Place } from '../store/actions.ts';
import { contentStore } from '../store/content.ts';
import { emitEffect } from '../store/effects.ts';
import { growthOf } from '../store/garden.ts';
import type { Intents } from '../store/intents.ts';
import { serverNow } from '../store/net.ts';
import { type PendingPlot, pendingStore } from '../store/pending.ts';
import { playerStore } from '../store/player.ts';
import { type Cell, roomStore } from '../store/room.ts';
import { type Panel, uiStore } from '../store/ui.ts';
import type { Connection } from './connection.ts';

/** A finger drawn over the garden is sent in pieces of this length, so that the first plots are sown while it still moves. */
const BATCH_MS = 150;

type Stroke = { readonly does: 'plant' | 'harvest'; readonly crop: string; waiting: number[] };

const openPanel = (panel: Panel): void => uiStore.setState({ panel, plotInfo: null });

const plotRipe = (plot: number): boolean => {
  const planted = roomStore.getState().plots[plot];
  if (planted === undefined) return false;
  return growthOf(planted, contentStore.getState().content, playerStore.getState().timeScale, serverNow()).ripe;
};

const isFree = (plot: number): boolean => {
  const { plots, plotCount } = roomStore.getState();
  return plot < plotCount && plots[plot] === undefined && pendingStore.getState().plots[plot] === undefined;
};

function setPending(plots: readonly number[], mark: PendingPlot | null): void {
  const next = { ...pendingStore.getState().plots };
  for (const plot of plots) {
    if (mark === null) delete next[plot];
    else next[plot] = mark;
  }
  pendingStore.setState({ plots: next });
}

/** What the world's touches do. `connection` is asked anew each time: it changes with the session. */
export class WorldIntents implements Intents {
  readonly #connection: () => Connection | null;
  #stroke: Stroke | null = null;
  #batch: ReturnType<typeof setTimeout> | undefined;
  #walks = 0;

  constructor(connection: () => Connection | null) {
    this.#connection = connection;
  }

  walkTo(to: Cell, from: Cell): void {
    const walk = ++this.#walks;
    // Drawn before the server has answered: the avatar leaves at once, whatever the distance to the server.
    roomStore.setState({ ownWalk: { from, to, departAt: serverNow() } });
    void this.#connection()
      ?.gesture('walk', { to: [to[0], to[1]] })
      .then((reply) => {
        if (walk !== this.#walks) return;
        if (reply?.ok !== true) {
          roomStore.setState({ ownWalk: null });
          return;
        }
        const { from: start, to: end, departAt } = reply.value;
        const mine = roomStore.getState().avatars[playerStore.getState().id];
        // The room's own patch may have come first; then its word is enough.
        roomStore.setState({ ownWalk: mine?.departAt === departAt ? null : { from: start, to: end, departAt } });
      });
  }

  strokePlots(phase: 'start' | 'move' | 'end', plots: readonly number[]): void {
    if (!roomStore.getState().own) return;
    const first = plots[0];
    if (phase === 'start' && first !== undefined) this.#begin(first);
    if (this.#stroke === null) return;
    for (const plot of plots) this.#touch(this.#stroke, plot);
    if (phase === 'end') this.#flush(true);
    else this.#batch ??= setTimeout(() => this.#flush(false), BATCH_MS);
  }

  #begin(plot: number): void {
    this.#flush(true);
    const { tool } = uiStore.getState();
    if (plotRipe(plot)) this.#stroke = { does: 'harvest', crop: '', waiting: [] };
    else if (!isFree(plot)) this.#stroke = null;
    else if (tool.kind === 'plant') this.#stroke = { does: 'plant', crop: tool.crop, waiting: [] };
    else {
      // Bare ground and no crop chosen: this is the question that the crop list answers.
      this.#stroke = null;
      openPanel({ kind: 'crops' });
    }
  }

  #touch(stroke: Stroke, plot: number): void {
    if (pendingStore.getState().plots[plot] !== undefined) return;
    if (stroke.does === 'harvest' ? !plotRipe(plot) : !isFree(plot)) return;
    setPending([plot], stroke.does === 'harvest' ? { kind: 'harvest' } : { kind: 'plant', crop: stroke.crop });
    stroke.waiting.push(plot);
    emitEffect({ kind: 'tap' });
  }

  #flush(over: boolean): void {
    clearTimeout(this.#batch);
    this.#batch = undefined;
    const stroke = this.#stroke;
    if (over) this.#stroke = null;
    if (stroke === null || stroke.waiting.length === 0) return;
    const plots = stroke.waiting.splice(0);
    const answer: Promise<CommandReply<'garden.plant'> | CommandReply<'garden.harvest'>> =
      stroke.does === 'harvest'
        ? actions().command('garden.harvest', { plots })
        : actions().command('garden.plant', { plots, crop: stroke.crop });
    // The room's patch arrives before the reply, so nothing flickers when the mark goes.
    void answer.then(() => setPending(plots, null));
  }

  showPlot(plot: number | null, x: number, y: number): void {
    uiStore.setState({ plotInfo: plot === null ? null : { plot, x, y } });
  }

  tapObject(action: Parameters<Intents['tapObject']>[0]): void {
    const go = (place: Place) => void actions().goTo(place);
    if (action === 'hall') openPanel({ kind: 'hall' });
    else if (action === 'home' && roomStore.getState().own) openPanel({ kind: 'family' });
    else if (action === 'home') go({ kind: 'homestead' });
    else if (action === 'village') go({ kind: 'village' });
    else if (action === 'stall' && roomStore.getState().own) openPanel({ kind: 'stall' });
    else if (action === 'kitchen' && roomStore.getState().own) openPanel({ kind: 'stall', tab: 'kitchen' });
  }

  tapAvatar(id: string): void {
    if (id === playerStore.getState().id) openPanel({ kind: 'account' });
    else openPanel({ kind: 'person', id });
  }

  tapShop(loanId: string): void {
    openPanel({ kind: 'shop', loanId });
  }

  tapWish(): void {
    if (roomStore.getState().own) openPanel({ kind: 'stall' });
  }
}
