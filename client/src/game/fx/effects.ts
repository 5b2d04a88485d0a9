import { FX, itemFrame } from '@bloomvale/assets/frames';
import type { Scene } from 'phaser';
import { contentStore, goodById } from '../../store/content.ts';
import { type Effect, onEffect } from '../../store/effects.ts';
import type { CameraRig } from '../camera-rig.ts';
import type { Disposables } from '../loop/disposables.ts';
import type { Motions } from '../loop/motions.ts';
import type { Px } from '../space/iso.ts';
import { ATLAS_SCALE } from '../textures/world-textures.ts';
import type { Thing } from '../views/scenery.ts';
import { knownFrame } from '../views/sprites.ts';
import type { WorldContext } from '../world-context.ts';
import { FxKit } from './fx-kit.ts';

/** Between two of several things that fly the same way, in milliseconds. */
const STAGGER = 60;
/** However many coins came: so many fly at most. */
const MOST_COINS = 8;

export type Anchor = 'self' | 'stall' | 'hall';

/** Shows what happened to the purse: coins fly to and from the counters of the interface. What happens to plots belongs to the garden. */
export class Effects extends FxKit {
  /** Set by the scene once its parts exist. World pixels; null when that is not here. */
  anchor: (anchor: Anchor) => Px | null = () => null;

  constructor(scene: Scene, world: WorldContext, motions: Motions, rig: () => CameraRig, owned: Disposables) {
    super(scene, world, motions, rig);
    owned.add(onEffect((effect) => this.#show(effect)));
  }

  /** Frame of a good's icon; the basket when the catalogue does not know it. */
  iconOf(good: string): string {
    const icon = goodById(contentStore.getState().content, good)?.icon ?? 'basket';
    return knownFrame(this.scene, itemFrame(icon), itemFrame('basket'));
  }

  /** A building answers a tap. */
  popThing({ image, object }: Thing): void {
    const size = object.scale * ATLAS_SCALE;
    this.pop((scale) => image.setScale(size, size * scale));
  }

  /** Coins from a place of the world into the purse. `amount` in minor units decides how many are seen. */
  coinsFrom(at: Px, amount: number): void {
    const count = Math.max(1, Math.min(MOST_COINS, Math.round(amount / 200)));
    for (let i = 0; i < count; i++) this.fly(FX.coin, scatter(at, i), () => this.hud('coins'), i * STAGGER);
  }

  #show(effect: Effect): void {
    if (effect.kind === 'sold') this.#sold(effect.gains, effect.earned);
    else if (effect.kind === 'lent') this.#lent(effect.funded);
    else if (effect.kind === 'repaid') this.#repaid(effect.amount, effect.ended);
    else if (effect.kind === 'refunded') this.#repaid(effect.amount, false);
    else if (effect.kind === 'level-up') this.#level();
  }

  #sold(gains: readonly { readonly good: string; readonly quantity: number }[], earned: number): void {
    const at = this.anchor('stall');
    if (at === null || gains.length === 0) return;
    const above = { x: at.x, y: at.y - 90 };
    gains.slice(0, 3).forEach((gain, i) => {
      this.float(`−${gain.quantity}`, { x: above.x + (i - 1) * 46, y: above.y }, this.iconOf(gain.good), i * 160);
    });
    if (earned > 0) this.coinsFrom(above, earned);
  }

  #lent(funded: boolean): void {
    const at = this.#middle('hall');
    if (at === null) return;
    const from = this.hud('coins') ?? at;
    this.fly(
      FX.coin,
      from,
      () => ({ x: at.x, y: at.y - 70 }),
      0,
      () => {
        this.burst('hearts', { x: at.x, y: at.y - 70 });
        if (funded) this.burst('petals', { x: at.x, y: at.y - 90 }, 200);
      },
    );
  }

  #repaid(amount: number, ended: boolean): void {
    const at = this.#middle('hall');
    if (at === null) return;
    const above = { x: at.x, y: at.y - 60 };
    this.coinsFrom(above, amount);
    if (ended) this.burst('petals', above);
  }

  /** One big moment: petals, then stars, round oneself. */
  #level(): void {
    const at = this.anchor('self');
    if (at === null) return;
    const above = { x: at.x, y: at.y - 60 };
    this.burst('petals', above);
    this.burst('stars', above, 120);
    this.burst('sparkles', { x: at.x, y: at.y - 30 }, 260);
  }

  #middle(anchor: Anchor): Px | null {
    return this.anchor(anchor) ?? this.anchor('self');
  }
}

const scatter = ({ x, y }: Px, i: number): Px => ({ x: x + ((i * 37) % 40) - 20, y: y + ((i * 23) % 16) - 8 });
