import { shopFrames } from '@bloomvale/assets/frames';
import { type Sector, SectorSchema } from '@bloomvale/shared/content/lending';
import type { TilePoint } from '@bloomvale/shared/content/map';
import type { GameObjects, Scene } from 'phaser';
import type { ShopView as ShopFacts } from '../../store/room.ts';
import type { FxKit } from '../fx/fx-kit.ts';
import { type HitList, PRIORITY } from '../input/hit-list.ts';
import type { Frame } from '../space/frame.ts';
import { type Px, tileToWorld } from '../space/iso.ts';
import type { Label } from '../textures/label-sheet.ts';
import { ATLAS_SCALE } from '../textures/world-textures.ts';
import { beesRound } from './ambient/bees.ts';
import type { Piece } from './ambient.ts';
import { LabelView } from './label-view.ts';
import type { Scenery } from './scenery.ts';
import { atlasImage, boundsOf, touches } from './sprites.ts';

/** Footprint of every shop, half widths in tiles, and the correction of its depth that the maps were composed with. */
const HALF: readonly [number, number] = [1.05, 0.85];
const NUDGE = 0.3;
/** The layer lies closer to its shop than anybody who stands before it (`depth-order.ts`, STEP). */
const OVER = 5e-5;
/** Over the roof, drawn pixels. */
const BADGE_Y = 128;

/** A funded entrepreneur's shop on its lot, in one of its four states. */
export class ShopView {
  readonly at: Px;
  readonly depth: number;
  readonly #scene: Scene;
  readonly #fx: FxKit;
  readonly #image: GameObjects.Image;
  /** What lies over the open shop when it is late or has repaid. */
  readonly #overlay: GameObjects.Image;
  readonly #release: (() => void)[] = [];
  #bees: Piece | null = null;
  #badge: LabelView | null = null;
  facts: ShopFacts;

  constructor(scene: Scene, fx: FxKit, scenery: Scenery, hits: HitList, spot: TilePoint, facts: ShopFacts) {
    this.#scene = scene;
    this.#fx = fx;
    this.facts = facts;
    this.at = tileToWorld(spot);
    this.depth = spot[0] + spot[1] + NUDGE;
    this.#image = atlasImage(scene, layersOf(facts)[0], this.at).setDepth(this.depth);
    this.#overlay = atlasImage(scene, layersOf(facts)[0], this.at).setDepth(this.depth + OVER);
    this.#drawOverlay();
    this.#release.push(scenery.addWall(spot, HALF, boundsOf(this.#image), this.depth));
    this.#release.push(
      hits.add({
        target: { kind: 'shop', loanId: facts.loanId },
        priority: PRIORITY.standing,
        depth: () => this.depth,
        contains: (point) => touches(this.#image, point),
      }),
    );
    this.#decorate();
  }

  /** Another state of the same shop: swaps the drawing with a little dust. */
  change(facts: ShopFacts): void {
    if (facts.state === this.facts.state && facts.sector === this.facts.sector) return;
    this.facts = facts;
    this.#image.setFrame(layersOf(facts)[0]);
    this.#drawOverlay();
    this.celebrate();
    this.#decorate();
  }

  /** It has just been built or come into another state. */
  celebrate(): void {
    this.#fx.burst('dust', this.at);
    if (this.facts.state === 'blooming') this.#fx.burst('petals', { x: this.at.x, y: this.at.y - 70 }, 120);
    this.answerTap();
  }

  /** Gives way a little, as everything does that is touched. */
  answerTap(): void {
    this.#fx.pop((scale) => {
      this.#image.setScale(ATLAS_SCALE, ATLAS_SCALE * scale);
      this.#overlay.setScale(ATLAS_SCALE, ATLAS_SCALE * scale);
    });
  }

  /** A sign over the roof for players who asked for marks; null takes it away. Takes the label over. */
  mark(label: Label | null, pixelRatio: number): void {
    this.#badge?.destroy();
    this.#badge = label === null ? null : new LabelView(this.#scene, label, pixelRatio);
  }

  update(seconds: number, frame: Frame): boolean {
    this.#badge?.place({ x: this.at.x, y: this.at.y - BADGE_Y }, frame, this.depth);
    if (this.#bees === null) return false;
    this.#bees.show(!frame.calm);
    if (!frame.calm) this.#bees.update(seconds, frame);
    return !frame.calm;
  }

  destroy(): void {
    for (const release of this.#release) release();
    this.#bees?.destroy();
    this.#badge?.destroy();
    this.#image.destroy();
    this.#overlay.destroy();
  }

  #drawOverlay(): void {
    const over = layersOf(this.facts)[1];
    this.#overlay.setVisible(over !== undefined);
    if (over !== undefined) this.#overlay.setFrame(over);
  }

  #decorate(): void {
    this.#bees?.destroy();
    this.#bees = null;
    if (this.facts.state === 'blooming')
      this.#bees = beesRound(this.#scene, { x: this.at.x, y: this.at.y - 60 }, this.depth, 3, 70);
  }
}

/** Sectors come from the server as text: an unknown one (a newer catalogue) is drawn as a plain shop. */
function layersOf({ sector, state }: ShopFacts): readonly [string, string?] {
  const known = SectorSchema.safeParse(sector);
  const drawn: Sector = known.success ? known.data : 'retail';
  return shopFrames(drawn, state);
}
