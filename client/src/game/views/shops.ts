import type { Scene } from 'phaser';
import { roomStore } from '../../store/room.ts';
import { settingsStore } from '../../store/settings.ts';
import type { FxKit } from '../fx/fx-kit.ts';
import type { HitList } from '../input/hit-list.ts';
import type { Disposables } from '../loop/disposables.ts';
import type { Liveliness } from '../loop/frame-driver.ts';
import type { Place } from '../place.ts';
import type { Frame, Part } from '../space/frame.ts';
import type { Px } from '../space/iso.ts';
import { badge } from '../textures/label-styles.ts';
import type { WorldContext } from '../world-context.ts';
import type { Scenery } from './scenery.ts';
import { ShopView } from './shop-view.ts';

/** The shops of the village, by spot. */
export class Shops implements Part {
  readonly #views = new Map<number, ShopView>();
  readonly #build: (spot: number) => void;
  #stale = true;
  #settled = false;
  readonly #world: WorldContext;

  constructor(
    scene: Scene,
    world: WorldContext,
    place: Place,
    fx: FxKit,
    scenery: Scenery,
    hits: HitList,
    owned: Disposables,
  ) {
    this.#world = world;
    this.#build = (spot) => {
      const at = place.map.spots.shops[spot];
      const facts = roomStore.getState().shops[spot];
      if (at === undefined || facts === undefined) return;
      const view = new ShopView(scene, fx, scenery, hits, at, facts);
      this.#views.set(spot, view);
      if (this.#settled) view.celebrate();
    };
    owned.add(
      roomStore.subscribe(
        (state) => state.shops,
        () => {
          this.#stale = true;
          world.driver.invalidate();
        },
      ),
    );
    owned.add(
      settingsStore.subscribe(
        (state) => state.marks,
        () => this.#mark(),
      ),
    );
    owned.add(() => {
      for (const view of this.#views.values()) view.destroy();
      this.#views.clear();
    });
  }

  at(spot: number): Px | null {
    return this.#views.get(spot)?.at ?? null;
  }

  answerTap(loanId: string): void {
    for (const view of this.#views.values()) if (view.facts.loanId === loanId) view.answerTap();
  }

  update(frame: Frame): Liveliness {
    if (this.#stale) this.#sync();
    let lively = false;
    for (const view of this.#views.values()) lively = view.update(frame.now / 1000, frame) || lively;
    return lively ? 'ambient' : 'still';
  }

  #mark(): void {
    const { labels, pixelRatio, driver } = this.#world;
    const { marks } = settingsStore.getState();
    for (const view of this.#views.values()) {
      const { state } = view.facts;
      view.mark(marks && state !== 'open' ? badge(labels, state) : null, pixelRatio);
    }
    driver.invalidate();
  }

  #sync(): void {
    this.#stale = false;
    const { shops } = roomStore.getState();
    for (const [spot, view] of this.#views) {
      const facts = shops[spot];
      if (facts?.loanId === view.facts.loanId) view.change(facts);
      else {
        view.destroy();
        this.#views.delete(spot);
      }
    }
    for (const key of Object.keys(shops)) if (!this.#views.has(Number(key))) this.#build(Number(key));
    // What stands when one comes in was built before: only later ones are celebrated.
    this.#settled = true;
    this.#mark();
  }
}
