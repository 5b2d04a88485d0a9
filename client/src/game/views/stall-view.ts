import { stallFrame } from '@bloomvale/assets/frames';
import type { Scene } from 'phaser';
import { roomStore } from '../../store/room.ts';
import type { FxKit } from '../fx/fx-kit.ts';
import type { Disposables } from '../loop/disposables.ts';
import type { Liveliness } from '../loop/frame-driver.ts';
import type { Part } from '../space/frame.ts';
import type { Px } from '../space/iso.ts';
import { ATLAS } from '../textures/world-textures.ts';
import type { WorldContext } from '../world-context.ts';
import type { Scenery, Thing } from './scenery.ts';

/** The stall of the homestead, as large as its level: its counter is full or sold out, by its slots. */
export class StallView implements Part {
  readonly #thing: Thing | null;
  readonly #scene: Scene;
  readonly #fx: FxKit;
  #stale = true;
  #pieces = -1;

  constructor(scene: Scene, world: WorldContext, scenery: Scenery, fx: FxKit, owned: Disposables) {
    this.#scene = scene;
    this.#fx = fx;
    this.#thing = scenery.things.find(({ object }) => object.action === 'stall') ?? null;
    owned.add(
      roomStore.subscribe(
        (state) => [state.slots, state.stallLevel] as const,
        () => {
          this.#stale = true;
          world.driver.invalidate();
        },
        { equalityFn: ([a, x], [b, y]) => a === b && x === y },
      ),
    );
  }

  /** Foot of the stall, world pixels. */
  get at(): Px | null {
    return this.#thing === null ? null : { x: this.#thing.image.x, y: this.#thing.image.y };
  }

  update(): Liveliness {
    if (!this.#stale || this.#thing === null) return 'still';
    this.#stale = false;
    const { image, object } = this.#thing;
    const pieces = Object.values(roomStore.getState().slots).reduce((sum, slot) => sum + slot.quantity, 0);
    const wanted = stallFrame(roomStore.getState().stallLevel, 'grocer', pieces > 0);
    const drawn = this.#scene.textures.get(ATLAS).has(wanted) ? wanted : object.frame;
    if (image.frame.name !== drawn) image.setFrame(drawn);
    const { scaleX, scaleY } = { scaleX: object.scale * 0.5, scaleY: object.scale * 0.5 };
    if (this.#pieces >= 0 && pieces > this.#pieces) this.#fx.pop((scale) => image.setScale(scaleX, scaleY * scale));
    this.#pieces = pieces;
    return 'still';
  }
}
