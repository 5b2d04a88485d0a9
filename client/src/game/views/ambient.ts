import type { Scene } from 'phaser';
import type { Disposables } from '../loop/disposables.ts';
import type { Liveliness } from '../loop/frame-driver.ts';
import type { Frame, Part } from '../space/frame.ts';
import { contains, type Px } from '../space/iso.ts';
import { animalAt, duckAt } from './ambient/animals.ts';
import { beesAt } from './ambient/bees.ts';
import { birds } from './ambient/birds.ts';
import { fountainAt } from './ambient/fountain.ts';
import { smokeAt } from './ambient/smoke.ts';
import type { Scenery, Thing } from './scenery.ts';

/** Something small that lives by itself. Its look follows from the time alone, so a skipped frame changes nothing. */
export type Piece = {
  /** Seen only near here; null everywhere. World pixels. */
  readonly at: Px | null;
  /** `seconds` since the page was opened. */
  readonly update: (seconds: number, frame: Frame) => void;
  /** Shown in motion, or put to rest when motion is to be spared. */
  readonly show: (lively: boolean) => void;
  readonly destroy: () => void;
};

/** World pixels beyond the view within which pieces are kept going. */
const REACH = 160;

/** Smoke, water, birds, bees and animals: a few sprites that move a little, at a low frame rate, and not at all with reduced motion. */
export class Ambient implements Part {
  readonly #pieces: Piece[];
  #calm: boolean | null = null;

  constructor(scene: Scene, scenery: Scenery, owned: Disposables) {
    this.#pieces = [...scenery.things.flatMap((thing) => piecesOf(scene, thing)), birds(scene)];
    owned.add(() => {
      for (const piece of this.#pieces) piece.destroy();
    });
  }

  update(frame: Frame): Liveliness {
    if (this.#calm !== frame.calm) {
      this.#calm = frame.calm;
      for (const piece of this.#pieces) piece.show(!frame.calm);
    }
    if (frame.calm) return 'still';
    const { eye, view } = frame;
    const halfW = view.width / eye.zoom / 2 + REACH;
    const halfH = view.height / eye.zoom / 2 + REACH;
    const seen = { x: eye.x - halfW, y: eye.y - halfH, width: halfW * 2, height: halfH * 2 };
    for (const piece of this.#pieces) {
      if (piece.at === null || contains(seen, piece.at)) piece.update(frame.now / 1000, frame);
    }
    return 'ambient';
  }
}

function piecesOf(scene: Scene, thing: Thing): Piece[] {
  const { frame } = thing.object;
  if (frame === 'b/fountain' || frame === 'd/bowlFountain') return [fountainAt(scene, thing)];
  if (frame.startsWith('an/hive') || frame === 'p/beehive' || frame === 'd/beeHotel') return [beesAt(scene, thing)];
  if (frame.startsWith('an/')) return [animalAt(scene, thing)];
  if (frame === 'p/duck') return [duckAt(thing)];
  return smokeAt(scene, thing);
}
