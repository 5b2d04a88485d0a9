import { cropFrame, FX, soilFrame } from '@bloomvale/assets/frames';
import type { TilePoint } from '@bloomvale/shared/content/map';
import type { GameObjects, Scene } from 'phaser';
import type { FxKit } from '../fx/fx-kit.ts';
import { BubbleView } from '../people/bubble-view.ts';
import { DEPTH } from '../space/depths.ts';
import type { Frame } from '../space/frame.ts';
import { inDiamond, type Px, tileToWorld } from '../space/iso.ts';
import { glowOf } from '../textures/glow.ts';
import { ATLAS_SCALE } from '../textures/world-textures.ts';
import { atlasImage, knownFrame } from './sprites.ts';

/** What a plot shows. Plain facts: the garden derives them from the store and the clock. */
export type PlotLook =
  | { readonly kind: 'locked' }
  /** `asked`: so the player wishes it, and the server has not answered yet. */
  | { readonly kind: 'bare'; readonly asked: boolean }
  | {
      readonly kind: 'growing';
      readonly asked: boolean;
      readonly crop: string;
      readonly stage: number;
      /** Icon of what it yields; null when it is not to be shown. */
      readonly bubble: string | null;
      /** Ripe by lamplight: a long crop where the house has light. */
      readonly lit: boolean;
    };

/** The plants of a plot stand in front of its middle: the mock-ups' correction. */
const PLANT_NUDGE = -0.2;
const SOIL_NUDGE = -0.9;
/** Plots lie 1.13 tiles apart: a touch counts up to half way to the next. */
const TOUCH_SIZE = 1.1;
const LOCKED_ALPHA = 0.32;
const BUBBLE_Y = -46;
/** Lamplight over a ripe plot: height over its middle in drawn pixels, size, and strength by day as by night. */
const LAMP = { y: -16, size: 1.7, alpha: 0.75 } as const;

/** One plot: soil, plants, and the signs that it is ripe (never by colour alone: sparkle and bubble). */
export class PlotView {
  readonly at: Px;
  readonly #scene: Scene;
  readonly #fx: FxKit;
  readonly #depth: number;
  readonly #soil: GameObjects.Image;
  readonly #sway: number;
  #plant: GameObjects.Image | null = null;
  #sparkle: GameObjects.Image | null = null;
  #lamp: GameObjects.Image | null = null;
  #bubble: BubbleView | null = null;
  #bubbleIcon: string | null = null;
  #look: PlotLook = { kind: 'locked' };
  #press = 1;
  #drop = 0;
  #offset = 0;

  constructor(scene: Scene, fx: FxKit, tile: TilePoint) {
    this.#scene = scene;
    this.#fx = fx;
    this.at = tileToWorld(tile);
    this.#depth = tile[0] + tile[1];
    this.#sway = (tile[0] * 1.7 + tile[1] * 2.3) % 6.28;
    this.#soil = atlasImage(scene, soilFrame(false), this.at).setDepth(DEPTH.flat + this.#depth + SOIL_NUDGE);
    this.#soil.setAlpha(LOCKED_ALPHA);
  }

  get look(): PlotLook {
    return this.#look;
  }

  contains(point: Px): boolean {
    return inDiamond(point, this.at, TOUCH_SIZE);
  }

  /** Shows another look. `seen`: the change happens before the player's eyes. */
  show(look: PlotLook, seen: boolean): void {
    const before = this.#look;
    this.#look = look;
    if (sameLook(before, look)) return;
    // What was asked and refused is taken back without a show.
    const lively = seen && !(isAsked(before) && !isAsked(look));
    this.#soil.setAlpha(look.kind === 'locked' ? LOCKED_ALPHA : 1);
    this.#soil.setFrame(soilFrame(look.kind === 'growing'));
    if (look.kind === 'growing') this.#grow(before, look, lively);
    else this.#clear(before, lively);
    this.#mark(look.kind === 'growing' ? look.bubble : null);
    this.#light(look.kind === 'growing' && look.lit);
  }

  /** The server refused what was asked of this plot. */
  shake(): void {
    this.#fx.shake((offset) => {
      this.#offset = offset;
    });
  }

  update(frame: Frame): void {
    const { now, calm } = frame;
    const x = this.at.x + this.#offset;
    this.#soil.setX(x);
    const plant = this.#plant;
    if (plant !== null) {
      const swing = calm ? 0 : Math.sin(now / 250 + this.#sway);
      const breath = calm ? 0 : Math.sin(now / 300 + this.#sway * 2);
      plant.setPosition(x, this.at.y - this.#drop);
      plant.setAngle(swing * 1.2);
      plant.setScale(ATLAS_SCALE * 1.02 * this.#press, ATLAS_SCALE * 1.02 * this.#press * (1 + 0.02 * breath));
    }
    this.#twinkle(now, calm);
    this.#bubble?.place({ x, y: this.at.y + BUBBLE_Y }, frame, this.#depth);
  }

  destroy(): void {
    this.#soil.destroy();
    this.#plant?.destroy();
    this.#sparkle?.destroy();
    this.#lamp?.destroy();
    this.#bubble?.destroy();
  }

  #grow(before: PlotLook, look: Extract<PlotLook, { kind: 'growing' }>, lively: boolean): void {
    const frame = knownFrame(this.#scene, cropFrame(look.crop, look.stage), cropFrame('cabbage', look.stage));
    if (this.#plant === null) {
      this.#plant = atlasImage(this.#scene, frame, this.at).setDepth(this.#depth + PLANT_NUDGE);
      if (lively) this.#sow();
    } else {
      this.#plant.setFrame(frame);
      const grown = before.kind === 'growing' && look.stage > before.stage;
      if (lively && grown) this.#fx.pop((scale) => this.#pressTo(scale));
      if (lively && grown && look.stage === 4) this.#fx.burst('sparkles', { x: this.at.x, y: this.at.y - 24 });
    }
  }

  /** Seeds fall in and soil jumps. */
  #sow(): void {
    if (this.#fx.calm) return;
    this.#drop = 26;
    this.#fx.drop((height) => {
      this.#drop = height;
    });
    this.#fx.burst('soil', this.at, 180);
  }

  #clear(before: PlotLook, lively: boolean): void {
    const plant = this.#plant;
    this.#plant = null;
    if (plant === null) return;
    if (!lively || before.kind !== 'growing') plant.destroy();
    else {
      this.#fx.pluck(plant);
      this.#fx.burst('leaves', { x: this.at.x, y: this.at.y - 14 });
    }
  }

  #pressTo(scale: number): void {
    this.#press = scale;
  }

  #mark(icon: string | null): void {
    const ripe = this.#look.kind === 'growing' && this.#look.stage === 4;
    if (!ripe) {
      this.#sparkle?.destroy();
      this.#sparkle = null;
    } else this.#sparkle ??= atlasImage(this.#scene, FX.sparkle, this.at).setDepth(this.#depth + 0.3);
    if (icon === this.#bubbleIcon) return;
    this.#bubbleIcon = icon;
    this.#bubble?.destroy();
    this.#bubble = icon === null ? null : new BubbleView(this.#scene, icon, 0.72);
  }

  #light(lit: boolean): void {
    if (lit === (this.#lamp !== null)) return;
    this.#lamp?.destroy();
    this.#lamp = null;
    if (!lit) return;
    const image = this.#scene.add.image(this.at.x, this.at.y + LAMP.y, glowOf(this.#scene));
    this.#lamp = image
      .setDepth(DEPTH.mood + 2)
      .setScale(LAMP.size)
      .setAlpha(LAMP.alpha);
  }

  #twinkle(now: number, calm: boolean): void {
    const sparkle = this.#sparkle;
    if (sparkle === null) return;
    const beat = (now / 1300 + this.#sway) % 1;
    const turn = Math.floor(now / 1300 + this.#sway);
    const [dx, dy] = calm ? [14, -30] : (SPARKLE_SPOTS[turn % SPARKLE_SPOTS.length] ?? [0, -30]);
    const size = calm ? 0.8 : Math.sin(beat * Math.PI);
    sparkle.setPosition(this.at.x + dx, this.at.y + dy).setScale(ATLAS_SCALE * 0.9 * size);
  }
}

/** Where a ripe plot glints in turn, drawn pixels from its middle. */
const SPARKLE_SPOTS: readonly (readonly [number, number])[] = [
  [14, -34],
  [-18, -22],
  [4, -48],
  [24, -16],
  [-8, -38],
];

const isAsked = (look: PlotLook): boolean => look.kind !== 'locked' && look.asked;

function sameLook(a: PlotLook, b: PlotLook): boolean {
  if (a.kind !== 'growing' || b.kind !== 'growing') return a.kind === b.kind;
  return a.crop === b.crop && a.stage === b.stage && a.bubble === b.bubble && a.lit === b.lit;
}
