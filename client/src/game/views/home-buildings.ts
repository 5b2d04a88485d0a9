import { houseFrame, stationFrame } from '@bloomvale/assets/frames';
import { nextReadyAt, readyBatches } from '@bloomvale/shared/kitchen/kitchen-clock';
import type { Scene } from 'phaser';
import { serverNow } from '../../store/net.ts';
import { type RoomState, roomStore } from '../../store/room.ts';
import type { Disposables } from '../loop/disposables.ts';
import type { Liveliness } from '../loop/frame-driver.ts';
import type { Part } from '../space/frame.ts';
import { ATLAS } from '../textures/world-textures.ts';
import type { WorldContext } from '../world-context.ts';
import type { Scenery, Thing } from './scenery.ts';

/** A station that is not built yet stands there as a plan of itself. */
const PLAN_ALPHA = 0.32;
/** A timer may not be longer than 2^31 ms; looking again sooner costs nothing. */
const LONGEST_SLEEP_MS = 3_600_000;
const STATION = /^w\/([a-z]+)_/;

/** The house at its level, and the stations of the kitchen: planned, idle, at work, or with something to take out. */
export class HomeBuildings implements Part {
  readonly #scene: Scene;
  readonly #owned: Disposables;
  readonly #invalidate: () => void;
  readonly #house: Thing | null;
  readonly #stations: readonly { readonly id: string; readonly thing: Thing }[];
  #stale = true;
  #wake: () => void = () => {};

  constructor(scene: Scene, world: WorldContext, scenery: Scenery, owned: Disposables) {
    this.#scene = scene;
    this.#owned = owned;
    this.#invalidate = () => {
      this.#stale = true;
      world.driver.invalidate();
    };
    this.#house = scenery.things.find(({ object }) => object.action === 'home') ?? null;
    this.#stations = scenery.things.flatMap((thing) => {
      const id = STATION.exec(thing.object.frame)?.[1];
      return id === undefined ? [] : [{ id, thing }];
    });
    owned.add(roomStore.subscribe((state) => state.house, this.#invalidate));
    owned.add(roomStore.subscribe((state) => state.stations, this.#invalidate));
  }

  update(): Liveliness {
    if (!this.#stale) return 'still';
    this.#stale = false;
    const room = roomStore.getState();
    if (this.#house !== null) this.#draw(this.#house, houseFrame(room.house));
    const now = serverNow();
    for (const { id, thing } of this.#stations) this.#drawStation(id, thing, room, now);
    this.#sleep(room, now);
    return 'still';
  }

  #drawStation(id: string, thing: Thing, { stations }: RoomState, now: number): void {
    const station = Object.hasOwn(stations, id) ? stations[id] : undefined;
    thing.image.setAlpha(station === undefined ? PLAN_ALPHA : 1);
    if (station === undefined) this.#draw(thing, stationFrame(id, 'idle'));
    else if (readyBatches(station, now).length > 0) this.#draw(thing, stationFrame(id, 'ready'));
    else this.#draw(thing, stationFrame(id, station.queue.length > 0 ? 'working' : 'idle'));
  }

  /** An atlas of another build may lack a frame: what the map placed stays. */
  #draw({ image }: Thing, frame: string): void {
    if (image.frame.name !== frame && this.#scene.textures.get(ATLAS).has(frame)) image.setFrame(frame);
  }

  /** Until the next batch is ready nothing changes by itself. */
  #sleep({ stations }: RoomState, now: number): void {
    this.#wake();
    this.#wake = () => {};
    const ready = Object.values(stations).map((station) => nextReadyAt(station, now) ?? Number.POSITIVE_INFINITY);
    const next = Math.min(...ready);
    if (!Number.isFinite(next)) return;
    this.#wake = this.#owned.timeout(this.#invalidate, Math.min(LONGEST_SLEEP_MS, Math.max(20, next - now + 15)));
  }
}
