import { FX } from '@bloomvale/assets/frames';
import type { GameObjects, Scene } from 'phaser';
import type { Highlight } from '../../store/ui.ts';
import type { Disposables } from '../loop/disposables.ts';
import type { Liveliness } from '../loop/frame-driver.ts';
import { backOut, type Motions } from '../loop/motions.ts';
import { DEPTH } from '../space/depths.ts';
import type { Frame, Part } from '../space/frame.ts';
import { type Px, worldToTile } from '../space/iso.ts';
import { ATLAS_SCALE } from '../textures/world-textures.ts';
import { atlasImage } from './sprites.ts';

const TARGET_MS = 700;

/** Marks on the ground: where a walk leads, and what the list "Around me" points at. */
export class GroundMarks implements Part {
  readonly #scene: Scene;
  readonly #locate: (highlight: Highlight) => Px | null;
  readonly #ring: GameObjects.Image;
  #highlight: Highlight | null = null;

  constructor(scene: Scene, locate: (highlight: Highlight) => Px | null, owned: Disposables) {
    this.#scene = scene;
    this.#locate = locate;
    this.#ring = atlasImage(scene, FX.ring, { x: 0, y: 0 }).setVisible(false);
    owned.add(() => this.#ring.destroy());
  }

  highlight(highlight: Highlight | null): void {
    this.#highlight = highlight;
    if (highlight === null) this.#ring.setVisible(false);
  }

  /** A ring that closes where the player tapped. */
  target(at: Px, motions: Motions): void {
    const [x, y] = worldToTile(at);
    const image = atlasImage(this.#scene, FX.target, at).setDepth(DEPTH.flat + x + y + 1);
    motions.add({
      ms: TARGET_MS,
      update: (t) => {
        image.setScale(ATLAS_SCALE * (1.35 - 0.4 * backOut(Math.min(1, t * 2.5))));
        image.setAlpha(t < 0.6 ? 1 : (1 - t) / 0.4);
      },
      release: () => image.destroy(),
    });
  }

  update({ now, calm }: Frame): Liveliness {
    const at = this.#highlight === null ? null : this.#locate(this.#highlight);
    this.#ring.setVisible(at !== null);
    if (at === null || this.#highlight === null) return 'still';
    const pulse = calm ? 0 : Math.sin(now / 220) * 0.05;
    const size = this.#highlight.kind === 'object' || this.#highlight.kind === 'shop' ? 1.7 : 1.12;
    const [x, y] = worldToTile(at);
    this.#ring.setPosition(at.x, at.y).setScale(ATLAS_SCALE * size * (1 + pulse));
    this.#ring.setDepth(this.#highlight.kind === 'plot' ? DEPTH.flat + x + y + 2 : DEPTH.flat + x + y + 1);
    return calm ? 'still' : 'ambient';
  }
}
