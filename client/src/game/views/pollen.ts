import { FX } from '@bloomvale/assets/frames';
import type { GameObjects, Scene } from 'phaser';
import { pollenStore } from '../../store/pollen.ts';
import type { Disposables } from '../loop/disposables.ts';
import type { Liveliness } from '../loop/frame-driver.ts';
import { DEPTH } from '../space/depths.ts';
import type { Frame, Part } from '../space/frame.ts';
import type { Px } from '../space/iso.ts';
import { nameTag } from '../textures/label-styles.ts';
import { ATLAS_SCALE } from '../textures/world-textures.ts';
import type { WorldContext } from '../world-context.ts';
import { LabelView } from './label-view.ts';
import { atlasImage } from './sprites.ts';

/** A bee's way from the gate, where the village's shops lie, to what they pollinate; seconds. */
const WAY_SECONDS = 3.4;
const BEES_A_WAY = 2;
const ARC_PX = 120;

type Way = { readonly to: Px; readonly label: LabelView; readonly bees: readonly GameObjects.Image[] };

/** The pollination overlay: figures over plots and stall, and bees that come for them through the gate. Only while its card is open. */
export class Pollen implements Part {
  readonly #scene: Scene;
  readonly #world: WorldContext;
  readonly #gate: Px | null;
  readonly #placeOf: (target: number | 'stall') => Px | null;
  #ways: Way[] = [];
  #stale = true;

  constructor(
    scene: Scene,
    world: WorldContext,
    gate: Px | null,
    placeOf: (target: number | 'stall') => Px | null,
    owned: Disposables,
  ) {
    this.#scene = scene;
    this.#world = world;
    this.#gate = gate;
    this.#placeOf = placeOf;
    owned.add(
      pollenStore.subscribe(
        (state) => state,
        () => {
          this.#stale = true;
          world.driver.invalidate();
        },
      ),
    );
    owned.add(() => this.#clear());
  }

  update(frame: Frame): Liveliness {
    if (this.#stale) this.#build();
    for (const way of this.#ways) {
      way.label.place({ x: way.to.x, y: way.to.y - 34 }, frame, way.to.y);
      this.#fly(way, frame);
    }
    return this.#ways.length === 0 || frame.calm ? 'still' : 'ambient';
  }

  #fly({ to, bees }: Way, { now, calm }: Frame): void {
    const from = this.#gate;
    for (const [i, bee] of bees.entries()) {
      bee.setVisible(from !== null && !calm);
      if (from === null || calm) continue;
      const t = (now / 1_000 / WAY_SECONDS + i / BEES_A_WAY + to.x * 0.013) % 1;
      const y = from.y + (to.y - from.y) * t - Math.sin(t * Math.PI) * ARC_PX + Math.sin(now / 120 + i) * 4;
      bee.setPosition(from.x + (to.x - from.x) * t, y).setFlipX(to.x > from.x);
      const wings = Math.floor(now / 70 + i) % 2 === 0 ? FX.bee : FX.beeWingsUp;
      if (bee.frame.name !== wings) bee.setFrame(wings);
    }
  }

  #build(): void {
    this.#stale = false;
    this.#clear();
    const { plots, stall } = pollenStore.getState();
    for (const [plot, text] of Object.entries(plots)) this.#add(this.#placeOf(Number(plot)), text);
    if (stall !== null) this.#add(this.#placeOf('stall'), stall);
  }

  #add(to: Px | null, text: string): void {
    if (to === null) return;
    const label = nameTag(this.#world.labels, text, 'self');
    if (label === null) return;
    const bees = Array.from({ length: BEES_A_WAY }, () =>
      atlasImage(this.#scene, FX.bee, this.#gate ?? to)
        .setDepth(DEPTH.label)
        .setScale(ATLAS_SCALE),
    );
    this.#ways.push({ to, label: new LabelView(this.#scene, label, this.#world.pixelRatio), bees });
  }

  #clear(): void {
    for (const { label, bees } of this.#ways) {
      label.destroy();
      for (const bee of bees) bee.destroy();
    }
    this.#ways = [];
  }
}
