import type { GameObjects, Scene } from 'phaser';
import { motionReduced } from '../../store/settings.ts';
import type { CameraRig } from '../camera-rig.ts';
import { backOut, cubicIn, cubicOut, type Motions } from '../loop/motions.ts';
import { DEPTH } from '../space/depths.ts';
import type { Px } from '../space/iso.ts';
import { floatingText } from '../textures/label-styles.ts';
import { ATLAS_SCALE } from '../textures/world-textures.ts';
import { LabelView } from '../views/label-view.ts';
import { atlasImage } from '../views/sprites.ts';
import type { WorldContext } from '../world-context.ts';
import { BURSTS, type BurstName } from './bursts.ts';
import { bow, moteAt, motesOf } from './flight.ts';

/** Motes alive at once in all bursts: a storm of effects must not slow a phone down. */
const MOST_MOTES = 160;
const FLIGHT_MS = 450;
const CALM_FADE_MS = 120;

/** A point that may move while something flies to it: a counter of the HUD under a panning camera. */
export type Goal = () => Px | null;

/** The few moves that all effects are made of. With reduced motion nothing flies: words fade in and out, the rest is left out. */
export class FxKit {
  readonly scene: Scene;
  readonly #world: WorldContext;
  readonly #motions: Motions;
  readonly #rig: () => CameraRig;
  #motes = 0;

  constructor(scene: Scene, world: WorldContext, motions: Motions, rig: () => CameraRig) {
    this.scene = scene;
    this.#world = world;
    this.#motions = motions;
    this.#rig = rig;
  }

  get calm(): boolean {
    return motionReduced();
  }

  /** Where a counter of the interface is now, in world pixels. */
  hud(name: 'coins' | 'lent'): Px | null {
    const box = document.querySelector(`[data-hud="${name}"]`)?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return null;
    const canvas = this.scene.game.canvas.getBoundingClientRect();
    return this.#rig().toWorld({ x: box.x + box.width / 2 - canvas.x, y: box.y + box.height / 2 - canvas.y });
  }

  burst(name: BurstName, at: Px, delay = 0): void {
    const burst = BURSTS[name];
    if (this.calm || this.#motes + burst.count > MOST_MOTES) return;
    this.#motes += burst.count;
    const motes = motesOf(burst, at, Math.random);
    const images = motes.map(() => atlasImage(this.scene, burst.frame, at).setDepth(DEPTH.fx).setVisible(false));
    this.#motions.add({
      ms: burst.ms,
      delay,
      update: (t) =>
        motes.forEach((mote, i) => {
          const state = moteAt(mote, burst, t);
          const image = images[i];
          if (state === null || image === undefined) return;
          image.setPosition(state.at.x, state.at.y).setScale(state.scale * ATLAS_SCALE);
          image.setAngle(state.angle).setAlpha(state.alpha).setVisible(true);
        }),
      release: () => {
        this.#motes -= burst.count;
        for (const image of images) image.destroy();
      },
    });
    this.#world.driver.invalidate();
  }

  /** One thing flies in a bow; `landed` when it arrives. A goal that is gone lets it vanish. */
  fly(frame: string, from: Px, to: Goal, delay: number, landed?: () => void, size = 1): void {
    if (this.calm) {
      landed?.();
      return;
    }
    const image = atlasImage(this.scene, frame, from)
      .setDepth(DEPTH.fx + 1)
      .setVisible(false);
    const { zoom } = this.#rig().eye;
    this.#motions.add({
      ms: FLIGHT_MS,
      delay,
      ease: (t) => (t < 0.25 ? cubicOut(t * 4) * 0.12 : 0.12 + cubicIn((t - 0.25) / 0.75) * 0.88),
      update: (t) => {
        const goal = to();
        if (goal === null) return;
        const at = bow(from, goal, 40, Math.min(1, t));
        // Things that land in the interface end as large as its icons, whatever the zoom.
        const grown = size * (1 + (0.8 / zoom - 1) * t);
        image
          .setPosition(at.x, at.y)
          .setScale(grown * ATLAS_SCALE)
          .setVisible(true);
      },
      done: () => landed?.(),
      release: () => image.destroy(),
    });
    this.#world.driver.invalidate();
  }

  /** White figures that rise and fade, with an icon before them. */
  float(text: string, at: Px, icon: string | null, delay = 0): void {
    const label = floatingText(this.#world.labels, text);
    if (label === null) return;
    const view = new LabelView(this.scene, label, this.#world.pixelRatio);
    const image =
      icon === null
        ? null
        : atlasImage(this.scene, icon, at, 0.9)
            .setDepth(DEPTH.fx + 2)
            .setAlpha(0);
    view.image.setAlpha(0);
    const { calm } = this;
    this.#motions.add({
      ms: 1400,
      delay,
      update: (t) => {
        const { eye, view: size } = this.#rig();
        const y = at.y - 30 - (calm ? 0 : 34 * cubicOut(t));
        const alpha = Math.min(1, (t * 1400) / CALM_FADE_MS, (1 - t) / 0.25);
        const shift = image === null ? 0 : 15 / eye.zoom;
        view.place({ x: at.x + shift, y }, { eye, view: size, now: 0, delta: 0, server: 0, calm }, 1000);
        view.image.setAlpha(alpha);
        image?.setPosition(at.x - label.width / 2 / eye.zoom, y - 17 / eye.zoom).setAlpha(alpha);
        image?.setScale((ATLAS_SCALE * 0.9) / Math.max(0.7, eye.zoom));
      },
      release: () => {
        view.destroy();
        image?.destroy();
      },
    });
    this.#world.driver.invalidate();
  }

  /** A sprite answers a touch: presses in, swells, settles (80 + 120 ms and a soft end). */
  pop(set: (scale: number) => void): void {
    if (this.calm) return;
    this.#motions.add({
      ms: 300,
      update: (t) => {
        if (t < 0.27) set(1 - 0.06 * (t / 0.27));
        else if (t < 0.67) set(0.94 + 0.12 * ((t - 0.27) / 0.4));
        else set(1.06 - 0.06 * backOut((t - 0.67) / 0.33));
      },
      release: () => set(1),
    });
    this.#world.driver.invalidate();
  }

  /** Something falls into its place; `set` gets the height still to fall, world pixels. */
  drop(set: (height: number) => void, height = 26): void {
    this.#motions.add({ ms: 180, ease: cubicIn, update: (t) => set(height * (1 - t)), release: () => set(0) });
    this.#world.driver.invalidate();
  }

  /** A sprite springs up 24 px and is gone; takes the sprite over. */
  pluck(image: GameObjects.Image): void {
    if (this.calm) {
      image.destroy();
      return;
    }
    const { y, scaleX, scaleY } = image;
    this.#motions.add({
      ms: 220,
      update: (t) => {
        image.setY(y - 24 * cubicOut(t)).setAlpha(t < 0.5 ? 1 : (1 - t) * 2);
        image.setScale(scaleX * (1 + 0.1 * t), scaleY * (1 + 0.1 * t));
      },
      release: () => image.destroy(),
    });
    this.#world.driver.invalidate();
  }

  shake(set: (offset: number) => void): void {
    if (this.calm) return;
    this.#motions.add({
      ms: 260,
      update: (t) => set(Math.sin(t * Math.PI * 6) * 4 * (1 - t)),
      release: () => set(0),
    });
    this.#world.driver.invalidate();
  }
}
