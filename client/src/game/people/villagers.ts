import type { TilePoint } from '@bloomvale/shared/content/map';
import { nearestFree } from '@bloomvale/shared/play/walk-grid';
import type { Scene } from 'phaser';
import { lendingStore } from '../../store/lending.ts';
import { roomStore } from '../../store/room.ts';
import { type HitList, PRIORITY } from '../input/hit-list.ts';
import type { Disposables } from '../loop/disposables.ts';
import type { Liveliness } from '../loop/frame-driver.ts';
import type { Place } from '../place.ts';
import type { Frame, Part } from '../space/frame.ts';
import type { Scenery } from '../views/scenery.ts';
import type { WorldContext } from '../world-context.ts';
import { AvatarView } from './avatar-view.ts';
import { nameAvatar } from './name-avatar.ts';
import { strollOf } from './stroll.ts';
import { WalkTrack } from './walk-track.ts';

/** So many entrepreneurs stroll at once: the square is alive, and its players are still easy to find. */
const STROLLERS = 5;
/** Where an owner stands before the shop, tiles from its middle. */
const BEFORE_SHOP: TilePoint = [-0.3, 1.45];

type Villager = {
  readonly view: AvatarView;
  readonly track: WalkTrack;
  /** Strolls by the server's clock; null for one who stays. */
  readonly stroller: string | null;
  readonly leave: () => void;
};
type Wanted = {
  readonly id: string;
  readonly entrepreneur: string;
  readonly loanId: string;
  readonly name: string;
  readonly stand: TilePoint | null;
};

/** Entrepreneurs in the village: owners before their shops, and some of those who ask for a loan, strolling. The game moves them; their tags say so. */
export class Villagers implements Part {
  readonly #scene: Scene;
  readonly #world: WorldContext;
  readonly #place: Place;
  readonly #scenery: Scenery;
  readonly #hits: HitList;
  readonly #people = new Map<string, Villager>();
  #stale = true;

  constructor(scene: Scene, world: WorldContext, place: Place, scenery: Scenery, hits: HitList, owned: Disposables) {
    this.#scene = scene;
    this.#world = world;
    this.#place = place;
    this.#scenery = scenery;
    this.#hits = hits;
    const changed = () => {
      this.#stale = true;
      world.driver.invalidate();
    };
    owned.add(roomStore.subscribe((state) => state.shops, changed));
    owned.add(lendingStore.subscribe((state) => state.hall, changed));
    owned.add(() => {
      for (const villager of this.#people.values()) villager.leave();
      this.#people.clear();
    });
  }

  update(frame: Frame): Liveliness {
    if (this.#stale) this.#sync(frame);
    let moving = false;
    for (const { view, track, stroller } of this.#people.values()) {
      if (stroller !== null && !frame.calm) this.#stroll(stroller, track, frame);
      moving = view.update(track.stand(frame.server), frame) || moving;
    }
    return moving ? 'moving' : 'still';
  }

  #stroll(who: string, track: WalkTrack, frame: Frame): void {
    const walk = strollOf(who, this.#place.map.spots.strolls, this.#place.grid, frame.server);
    if (walk !== null) track.follow(walk);
  }

  #sync(frame: Frame): void {
    this.#stale = false;
    const wanted = new Map([...owners(this.#place.map.spots.shops), ...strollers()].map((each) => [each.id, each]));
    for (const [id, villager] of this.#people) {
      if (wanted.has(id)) continue;
      villager.leave();
      this.#people.delete(id);
    }
    for (const each of wanted.values()) if (!this.#people.has(each.id)) this.#arrive(each, frame);
  }

  #arrive({ id, entrepreneur, loanId, name, stand }: Wanted, frame: Frame): void {
    const { people, pixelRatio, driver } = this.#world;
    const { grid, map } = this.#place;
    const stroll = stand === null ? strollOf(entrepreneur, map.spots.strolls, grid, frame.server) : null;
    const at = stand ?? [0, 0];
    const cell = nearestFree(grid, grid.cellOf(at[0], at[1]));
    if (cell === null) return;
    const view = new AvatarView(this.#scene, people, pixelRatio, (where, box) => this.#scenery.depthOf(where, box));
    const track = new WalkTrack(grid, stroll ?? { from: cell, to: cell, departAt: 0 });
    view.wear(entrepreneur, () => driver.invalidate());
    nameAvatar(view, this.#world, name, 'villager');
    const off = this.#hits.add({
      target: { kind: 'shop', loanId },
      priority: PRIORITY.standing,
      depth: () => view.depth,
      contains: (point) => view.contains(point),
    });
    const leave = () => {
      off();
      view.destroy();
    };
    this.#people.set(id, { view, track, stroller: stand === null ? entrepreneur : null, leave });
  }
}

function owners(spots: readonly TilePoint[]): Wanted[] {
  const { loans } = lendingStore.getState().hall;
  return Object.values(roomStore.getState().shops).flatMap((shop) => {
    const spot = spots[shop.spot];
    if (spot === undefined || shop.state === 'construction') return [];
    const stand: TilePoint = [spot[0] + BEFORE_SHOP[0], spot[1] + BEFORE_SHOP[1]];
    const name = loans[shop.loanId]?.shortName ?? '';
    return [{ id: `owner-${shop.loanId}-${name}`, entrepreneur: shop.entrepreneur, loanId: shop.loanId, name, stand }];
  });
}

function strollers(): Wanted[] {
  const { order, loans } = lendingStore.getState().hall;
  return order
    .flatMap((id) => loans[id] ?? [])
    .filter((loan) => loan.state === 'fundraising' && loan.listed)
    .slice(0, STROLLERS)
    .map((loan) => ({
      id: `stroll-${loan.id}`,
      entrepreneur: loan.entrepreneur,
      loanId: loan.id,
      name: loan.shortName,
      stand: null,
    }));
}
