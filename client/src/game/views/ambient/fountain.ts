import { FX } from '@bloomvale/assets/frames';
import type { Scene } from 'phaser';
import { ATLAS_SCALE } from '../../textures/world-textures.ts';
import type { Piece } from '../ambient.ts';
import type { Thing } from '../scenery.ts';
import { atlasImage } from '../sprites.ts';

/** Height of the nozzle over the foot and width of the jet, drawn pixels. */
const SHAPES: Readonly<Record<string, { readonly top: number; readonly reach: number; readonly drops: number }>> = {
  'b/fountain': { top: 66, reach: 44, drops: 12 },
  'd/bowlFountain': { top: 34, reach: 20, drops: 6 },
};

/** Drops that rise over the bowl and fall into the basin. */
export function fountainAt(scene: Scene, { object, image }: Thing): Piece {
  const shape = SHAPES[object.frame] ?? { top: 60, reach: 24, drops: 8 };
  const { scale } = object;
  const drops = Array.from({ length: shape.drops }, () =>
    atlasImage(scene, FX.drop, { x: image.x, y: image.y }).setDepth(image.depth + 0.01),
  );
  return {
    at: { x: image.x, y: image.y },
    update: (seconds) =>
      drops.forEach((drop, i) => {
        const share = (seconds * 0.8 + i / drops.length) % 1;
        const side = ((i * 5) % drops.length) / (drops.length - 1) - 0.5;
        // Thrown up from the nozzle, then down into the basin.
        const height = shape.top + 34 * share - (shape.top + 30) * share * share;
        const x = image.x + side * 2 * shape.reach * share * scale;
        drop.setPosition(x, image.y - height * scale);
        drop
          .setScale(ATLAS_SCALE * 0.42 * scale)
          .setAlpha(Math.min(1, share * 8) * (share < 0.8 ? 0.9 : (1 - share) * 4.5));
      }),
    show: (lively) => {
      for (const drop of drops) drop.setVisible(lively);
    },
    destroy: () => {
      for (const drop of drops) drop.destroy();
    },
  };
}
