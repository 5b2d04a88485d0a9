import { intents } from '../../store/intents.ts';
import { roomStore } from '../../store/room.ts';
import { type Highlight, type Panel, uiStore } from '../../store/ui.ts';
import type { Target } from '../input/hit-list.ts';
import { Customers } from '../people/customers.ts';
import type { Part } from '../space/frame.ts';
import { type Px, type Rect, tileToWorld } from '../space/iso.ts';
import { Garden } from '../views/garden.ts';
import { HomeBuildings } from '../views/home-buildings.ts';
import { Pollen } from '../views/pollen.ts';
import { StallView } from '../views/stall-view.ts';
import type { WorldContext } from '../world-context.ts';
import { PlaceScene } from './place-scene.ts';

/** One household's plots, stall and customers; one's own, or a neighbour's to look at. */
export class HomesteadScene extends PlaceScene {
  #garden!: Garden;
  #stall!: StallView;
  #customers!: Customers;
  /** Plots of the stroke under way: each counts once. */
  #stroked = new Set<number>();

  constructor(world: WorldContext) {
    super('homestead', world);
  }

  protected furnish(): readonly Part[] {
    const { world, place, scenery, hits, owned, effects, players } = this;
    this.#stroked = new Set();
    this.#stall = new StallView(this, world, scenery, effects, owned);
    this.#garden = new Garden(this, world, place, effects, hits, owned, () => aboveOf(this.#stall.at));
    this.#customers = new Customers(this, world, place, effects, scenery, hits, owned);
    effects.anchor = (anchor) => {
      if (anchor === 'self') return players.self?.view.at ?? null;
      return anchor === 'stall' ? this.#stall.at : null;
    };
    const gate = scenery.things.find(({ object }) => object.frame === 'd/gateArch')?.image ?? null;
    const placeOf = (target: number | 'stall'): Px | null =>
      target === 'stall' ? this.#stall.at : this.#garden.at(target);
    return [
      this.#garden,
      this.#stall,
      new HomeBuildings(this, world, scenery, owned),
      this.#customers,
      new Pollen(this, world, gate === null ? null : { x: gate.x, y: gate.y - 40 }, placeOf, owned),
    ];
  }

  protected locate(highlight: Highlight): Px | null {
    if (highlight.kind === 'plot') return this.#garden.at(highlight.plot);
    if (highlight.kind === 'wish') return this.#customers.at(highlight.wish);
    return this.locateCommon(highlight);
  }

  /** The unlocked plots and the stall, with the customers between them. */
  protected opening(): Rect {
    return around(this.#stall.at === null ? this.#plotPoints() : [...this.#plotPoints(), this.#stall.at]);
  }

  /** While one chooses seeds, the plots they are for; while one reads who pollinates them, the plots with their figures. */
  protected override besidePanel(panel: Panel): Rect | null {
    return panel.kind === 'crops' || panel.kind === 'pollination' ? around(this.#plotPoints()) : null;
  }

  #plotPoints(): Px[] {
    const count = Math.max(1, roomStore.getState().plotCount);
    return this.place.map.spots.plots.slice(0, count).map((at) => tileToWorld(at));
  }

  /** Ripe plots are harvested and, with a seed in hand, bare ones planted by drawing over them; anything else drags the camera. */
  protected override strokes(target: Target | null): boolean {
    if (target?.kind !== 'plot' || !roomStore.getState().own) return false;
    const look = this.#garden.lookOf(target.plot);
    if (look?.kind === 'bare') return uiStore.getState().tool.kind === 'plant';
    return look?.kind === 'growing' && look.stage === 4;
  }

  protected override strokeOver(phase: 'start' | 'move' | 'end', from: Px, to: Px): void {
    if (phase === 'start') this.#stroked.clear();
    const over = phase === 'end' ? [] : this.hits.plotsBetween(from, to);
    const fresh = over.filter((plot) => !this.#stroked.has(plot));
    for (const plot of fresh) this.#stroked.add(plot);
    if (phase !== 'move' || fresh.length > 0) intents.strokePlots(phase, fresh);
  }

  /** A bare plot without a seed in hand asks for one; a growing one tells how long it takes. */
  protected override tapPlot(plot: number, at: Px, screen: Px): void {
    const look = this.#garden.lookOf(plot);
    if (look?.kind === 'growing' && look.stage < 4) this.#tell(plot, screen);
    else if (!roomStore.getState().own) this.walkTowards(at);
    else {
      intents.strokePlots('start', [plot]);
      intents.strokePlots('end', []);
    }
  }

  protected override hover(target: Target | null, screen: Px): void {
    const look = target?.kind === 'plot' ? this.#garden.lookOf(target.plot) : null;
    if (target?.kind === 'plot' && look?.kind === 'growing' && look.stage < 4) this.#tell(target.plot, screen);
    else this.#tell(null, screen);
  }

  /** How long a plot takes, beside the pointer; the same plot is not told twice. */
  #tell(plot: number | null, { x, y }: Px): void {
    if ((uiStore.getState().plotInfo?.plot ?? null) !== plot) intents.showPlot(plot, x, y);
  }
}

const aboveOf = (at: Px | null): Px | null => (at === null ? null : { x: at.x, y: at.y - 50 });

/** Points are feet and middles: half a plot, and half a roof, stand out on each side. */
function around(points: readonly Px[]): Rect {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, top] = [Math.min(...xs) - 50, Math.min(...ys) - 60];
  return { x: left, y: top, width: Math.max(...xs) + 60 - left, height: Math.max(...ys) + 40 - top };
}
