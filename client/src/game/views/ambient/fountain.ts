import { FX } from '@bloomvale/assets/frames';
import type { Scene } from 'phaser';
import { ATLAS_SCALE } from '../../textures/world-textures.ts';
import type { Piece } from '../ambient.ts';
import type { Thing } from '../scenery.ts';
import { atlasImage } from '../sprites.ts';

/** Height of the nozzle over the foot and width of the jet, drawn pixels. */
const SHAPES: Readonly<Record<string, { readonly top: number; readonly reach: number; readonly drops: number }>> = {
  'b/fountain': { top: 74, reach: 34, drops: 12 },
  'd/bowlFountain': { top: 44, reach: 17, drops: 6 },
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
        const share = (seconds * 0.9 + i / drops.length) % 1;
        const side = ((i * 7) % drops.length) / (drops.length - 1) - 0.5;
        const rise = 4 * share * (1 - share) * 20 - share * (shape.top - 20);
        const x = image.x + side * 2 * shape.reach * share * scale;
        drop.setPosition(x, image.y - (shape.top + rise) * scale);
        drop.setScale(ATLAS_SCALE * (0.55 - 0.15 * share) * scale).setAlpha(share < 0.85 ? 0.95 : (1 - share) / 0.15);
      }),
    show: (lively) => {
      for (const drop of drops) drop.setVisible(lively);
    },
    destroy: () => {
      for (const drop of drops) drop.destroy();
    },
  };
}
