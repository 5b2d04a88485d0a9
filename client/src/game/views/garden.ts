import { nextStageAt } from '@bloomvale/shared/play/growth';
import type { Scene } from 'phaser';
import { contentStore, cropById, goodById } from '../../store/content.ts';
import { onEffect } from '../../store/effects.ts';
import { growthOf } from '../../store/garden.ts';
import { serverNow } from '../../store/net.ts';
import { pendingStore } from '../../store/pending.ts';
import { playerStore } from '../../store/player.ts';
import { type PlotView as PlotFacts, roomStore } from '../../store/room.ts';
import { settingsStore } from '../../store/settings.ts';
import type { Effects } from '../fx/effects.ts';
import { type HitList, PRIORITY } from '../input/hit-list.ts';
import type { Disposables } from '../loop/disposables.ts';
import type { Liveliness } from '../loop/frame-driver.ts';
import type { Place } from '../place.ts';
import type { Frame, Part } from '../space/frame.ts';
import type { Px } from '../space/iso.ts';
import type { WorldContext } from '../world-context.ts';
import { type PlotLook, PlotView } from './plot-view.ts';

/** A timer longer than this would wrap round; the garden looks again then. */
const LONGEST_SLEEP_MS = 3_600_000;
/** With more ripe plots than this a bubble over each would hide the garden: every third one then. */
const BUBBLES = 6;

/** The plots of a homestead: what is asked and not answered yet over what the server says, grown by the clock. */
export class Garden implements Part {
  readonly #views: readonly PlotView[];
  readonly #world: WorldContext;
  readonly #fx: Effects;
  readonly #owned: Disposables;
  readonly #goodsGo: () => Px | null;
  #stale = true;
  #settled = false;
  #wake: () => void = () => {};

  /** `goodsGo`: where harvested goods fly, world pixels. */
  constructor(
    scene: Scene,
    world: WorldContext,
    place: Place,
    fx: Effects,
    hits: HitList,
    owned: Disposables,
    goodsGo: () => Px | null,
  ) {
    this.#world = world;
    this.#fx = fx;
    this.#owned = owned;
    this.#goodsGo = goodsGo;
    this.#views = place.map.spots.plots.map((at) => new PlotView(scene, fx, at));
    this.#views.forEach((view, plot) => {
      const contains = (point: Px) => plot < roomStore.getState().plotCount && view.contains(point);
      owned.add(
        hits.add({ target: { kind: 'plot', plot }, priority: PRIORITY.plot, depth: () => view.at.y, contains }),
      );
    });
    const changed = () => this.#changed();
    owned.add(roomStore.subscribe((state) => state.plots, changed));
    owned.add(roomStore.subscribe((state) => state.plotCount, changed));
    owned.add(roomStore.subscribe((state) => state.needs, changed));
    owned.add(pendingStore.subscribe((state) => state.plots, changed));
    owned.add(settingsStore.subscribe((state) => state.marks, changed));
    owned.add(onEffect((effect) => this.#hear(effect)));
    owned.add(() => {
      for (const view of this.#views) view.destroy();
    });
  }

  at(plot: number): Px | null {
    return this.#views[plot]?.at ?? null;
  }

  /** What the plot shows now; null for a plot that does not exist. */
  lookOf(plot: number): PlotLook | null {
    return this.#views[plot] === undefined ? null : look(plot, serverNow());
  }

  update(frame: Frame): Liveliness {
    if (this.#stale) this.#sync(frame);
    for (const view of this.#views) view.update(frame);
    return frame.calm ? 'still' : 'ambient';
  }

  #changed(): void {
    this.#stale = true;
    this.#world.driver.invalidate();
  }

  #sync({ server }: Frame): void {
    this.#stale = false;
    const looks = this.#views.map((_, plot) => look(plot, server));
    const ripe = looks.flatMap((each, plot) => (each.kind === 'growing' && each.stage === 4 ? [plot] : []));
    const step = ripe.length > BUBBLES && !settingsStore.getState().marks ? 3 : 1;
    const marked = new Set(ripe.filter((_, i) => i % step === 0));
    this.#views.forEach((view, plot) => {
      const each = looks[plot] as PlotLook;
      const hidden = each.kind === 'growing' && !marked.has(plot);
      view.show(hidden ? { ...each, bubble: null } : each, this.#settled);
    });
    this.#settled = true;
    this.#sleepUntilGrowth(server);
  }

  /** Looks again when the next plot changes its stage: nothing is counted down meanwhile. */
  #sleepUntilGrowth(now: number): void {
    this.#wake();
    const { content } = contentStore.getState();
    const { timeScale } = playerStore.getState();
    let next = Number.POSITIVE_INFINITY;
    for (const plot of Object.values(roomStore.getState().plots)) {
      const crop = cropById(content, plot.crop);
      if (crop !== undefined) next = Math.min(next, nextStageAt(plot, crop, now, timeScale) ?? next);
    }
    if (!Number.isFinite(next)) return;
    this.#wake = this.#owned.timeout(() => this.#changed(), Math.min(LONGEST_SLEEP_MS, Math.max(20, next - now + 15)));
  }

  #hear(effect: Parameters<Parameters<typeof onEffect>[0]>[0]): void {
    if (effect.kind === 'refused') for (const plot of effect.plots) this.#views[plot]?.shake();
    if (effect.kind !== 'harvested' || !roomStore.getState().own) return;
    effect.items.forEach(({ plot, good, quantity }, i) => {
      const view = this.#views[plot];
      if (view === undefined) return;
      const icon = this.#fx.iconOf(good);
      const above = { x: view.at.x, y: view.at.y - 30 };
      this.#fx.float(`+${quantity}`, view.at, icon, i * 60);
      for (let n = 0; n < Math.min(3, quantity); n++) {
        const from = { x: above.x + (n - 1) * 12, y: above.y - (n % 2) * 8 };
        this.#fx.fly(icon, from, this.#goodsGo, i * 60 + n * 45);
      }
    });
  }
}

/** What a plot shows by the server's facts, with what the player has just asked for laid over them. */
function look(plot: number, now: number): PlotLook {
  const { plots, plotCount } = roomStore.getState();
  if (plot >= plotCount) return { kind: 'locked' };
  const pending = pendingStore.getState().plots[plot];
  if (pending?.kind === 'harvest') return { kind: 'bare', asked: true };
  if (pending?.kind === 'plant')
    return { kind: 'growing', asked: true, crop: pending.crop, stage: 0, bubble: null, lit: false };
  const facts = plots[plot];
  return facts === undefined ? { kind: 'bare', asked: false } : growing(facts, now);
}

function growing(facts: PlotFacts, now: number): PlotLook {
  const { content } = contentStore.getState();
  const { ripe, stage } = growthOf(facts, content, playerStore.getState().timeScale, now);
  const crop = cropById(content, facts.crop);
  const bubble = ripe ? (goodById(content, crop?.good ?? '')?.icon ?? null) : null;
  // As `plot-bonus.ts` counts it: what takes the night bears more where there is light.
  const night = content !== null && (crop?.growSeconds ?? 0) >= content.homestead.nightSeconds;
  const lit = ripe && night && roomStore.getState().needs.light > 0;
  return { kind: 'growing', asked: false, crop: facts.crop, stage: ripe ? 4 : stage, bubble, lit };
}
