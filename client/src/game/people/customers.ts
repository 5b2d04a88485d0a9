import type { TilePoint } from '@bloomvale/shared/content/map';
import { type Cell, nearestFree } from '@bloomvale/shared/play/walk-grid';
import type { Scene } from 'phaser';
import { contentStore, goodById } from '../../store/content.ts';
import { type Effect, onEffect } from '../../store/effects.ts';
import { roomStore, type WishView } from '../../store/room.ts';
import type { Effects } from '../fx/effects.ts';
import { type HitList, PRIORITY } from '../input/hit-list.ts';
import type { Disposables } from '../loop/disposables.ts';
import type { Liveliness } from '../loop/frame-driver.ts';
import { backOut } from '../loop/motions.ts';
import type { Place } from '../place.ts';
import type { Frame, Part } from '../space/frame.ts';
import type { Px } from '../space/iso.ts';
import type { Scenery } from '../views/scenery.ts';
import type { WorldContext } from '../world-context.ts';
import { AvatarView, HEAD } from './avatar-view.ts';
import { BubbleView } from './bubble-view.ts';
import { WalkTrack } from './walk-track.ts';

const POP_MS = 260;
/** One who was served walks off and is gone after this many milliseconds, or when there. */
const LEAVE_MS = 5000;

type Customer = {
  readonly view: AvatarView;
  readonly track: WalkTrack;
  readonly bubble: BubbleView;
  readonly spot: number;
  readonly off: () => void;
  /** Milliseconds of the frame clock; null until the bubble has come up. */
  arrivedAt: number | null;
  /** Server time at which one who leaves is taken away. */
  goneAt: number | null;
};

/** Customers with a wish, before the stall: regulars who walk in, wait as long as it takes, and walk off. Nobody's avatar: they carry no name. */
export class Customers implements Part {
  readonly #scene: Scene;
  readonly #world: WorldContext;
  readonly #place: Place;
  readonly #scenery: Scenery;
  readonly #hits: HitList;
  readonly #effects: Effects;
  readonly #people = new Map<number, Customer>();
  #stale = true;
  #settled = false;

  constructor(
    scene: Scene,
    world: WorldContext,
    place: Place,
    effects: Effects,
    scenery: Scenery,
    hits: HitList,
    owned: Disposables,
  ) {
    this.#scene = scene;
    this.#world = world;
    this.#place = place;
    this.#scenery = scenery;
    this.#hits = hits;
    this.#effects = effects;
    owned.add(
      roomStore.subscribe(
        (state) => state.wishes,
        () => {
          this.#stale = true;
          world.driver.invalidate();
        },
      ),
    );
    owned.add(onEffect((effect) => this.#hear(effect)));
    // Fetched before they come: nobody stands there unseen.
    for (const spot of place.map.spots.customers.keys()) this.#expect(spot, owned);
    owned.add(() => {
      for (const customer of this.#people.values()) destroy(customer);
      this.#people.clear();
    });
  }

  at(wish: number): Px | null {
    return this.#people.get(wish)?.view.at ?? null;
  }

  update(frame: Frame): Liveliness {
    if (this.#stale) this.#sync(frame);
    let moving = false;
    for (const [wish, customer] of this.#people) {
      if (customer.goneAt !== null && frame.server >= customer.goneAt) {
        destroy(customer);
        this.#people.delete(wish);
      } else moving = this.#draw(customer, frame) || moving;
    }
    return moving ? 'moving' : 'still';
  }

  #draw(customer: Customer, frame: Frame): boolean {
    const { track, view, bubble } = customer;
    const walking = view.update(track.stand(frame.server), frame);
    if (customer.goneAt !== null) return true;
    if (!track.walking(frame.server)) {
      track.face([-1, -1]); // towards the counter
      customer.arrivedAt ??= frame.now;
    }
    const age = customer.arrivedAt === null ? -1 : frame.now - customer.arrivedAt;
    bubble.visible = age >= 0;
    bubble.grown = frame.calm ? 1 : backOut(Math.min(1, Math.max(0, age / POP_MS)));
    bubble.place({ x: view.at.x, y: view.at.y - HEAD + 4 }, frame, view.depth);
    return walking || age < POP_MS;
  }

  #sync(frame: Frame): void {
    this.#stale = false;
    const { wishes } = roomStore.getState();
    for (const [id, customer] of this.#people) if (!(id in wishes)) this.#sendOff(customer, frame);
    const waiting = Object.values(wishes).sort((a, b) => a.id - b.id);
    for (const wish of waiting) {
      const known = this.#people.get(wish.id);
      if (known === undefined) this.#receive(wish, frame);
      else known.bubble.icon = iconOf(wish.good);
    }
    this.#settled = true;
  }

  #receive(wish: WishView, frame: Frame): void {
    const { customers } = this.#place.map.spots;
    const taken = new Set([...this.#people.values()].filter(({ goneAt }) => goneAt === null).map(({ spot }) => spot));
    const spot = customers.findIndex((_, index) => !taken.has(index));
    const to = this.#cell(customers[spot]);
    if (to === null) return; // more wishes than places to stand: the list in the stall's panel still has it
    // Those who were there already when one came in simply stand there.
    const from = this.#settled && !frame.calm ? (this.#gate() ?? to) : to;
    const view = new AvatarView(this.#scene, this.#world.people, this.#world.pixelRatio, (at, box) =>
      this.#scenery.depthOf(at, box),
    );
    view.wear(this.#look(spot), () => this.#world.driver.invalidate());
    const track = new WalkTrack(this.#place.grid, { from, to, departAt: frame.server });
    const bubble = new BubbleView(this.#scene, iconOf(wish.good), 1);
    const off = this.#hits.add({
      target: { kind: 'wish', wish: wish.id },
      priority: PRIORITY.bubble,
      depth: () => view.depth,
      contains: (point) => view.contains(point) || bubble.contains(point),
    });
    this.#people.set(wish.id, { view, track, bubble, spot, off, arrivedAt: null, goneAt: null });
  }

  #sendOff(customer: Customer, frame: Frame): void {
    if (customer.goneAt !== null) return;
    customer.off();
    customer.bubble.visible = false;
    const from = customer.track.cell(frame.server);
    const to = frame.calm ? null : this.#gate();
    customer.goneAt = frame.server + (to === null ? 0 : LEAVE_MS);
    if (to !== null) customer.track.follow({ from, to, departAt: frame.server });
  }

  /** The regulars of this homestead, one a place to stand: the same faces every day. */
  #look(spot: number): string {
    return this.#world.people.substitute(`customers of ${roomStore.getState().ownerId}`, spot);
  }

  #expect(spot: number, owned: Disposables): void {
    const { people } = this.#world;
    people.acquire(this.#look(spot)).then(
      (sheet) => owned.add(() => people.release(sheet)),
      () => {}, // asked for again when the customer comes
    );
  }

  /** Where customers come from: the gate to the village. */
  #gate(): Cell | null {
    const gate = this.#place.map.objects.find(({ action }) => action === 'village');
    return this.#cell(gate?.at ?? this.#place.map.spots.spawn[0]);
  }

  #cell(at: TilePoint | undefined): Cell | null {
    const { grid } = this.#place;
    return at === undefined ? null : nearestFree(grid, grid.cellOf(at[0], at[1]));
  }

  #hear(effect: Effect): void {
    if (effect.kind !== 'served') return;
    const at = this.#people.get(effect.wish)?.view.at ?? this.#effects.anchor('stall');
    if (at === null) return;
    const above = { x: at.x, y: at.y - HEAD };
    this.#effects.burst('hearts', above);
    this.#effects.coinsFrom(above, effect.paid);
  }
}

function destroy({ view, bubble, off }: Customer): void {
  off();
  view.destroy();
  bubble.destroy();
}

const iconOf = (good: string): string => goodById(contentStore.getState().content, good)?.icon ?? 'basket';
