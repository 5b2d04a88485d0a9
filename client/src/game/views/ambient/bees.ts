import { FX } from '@bloomvale/assets/frames';
import type { Scene } from 'phaser';
import type { Px } from '../../space/iso.ts';
import { ATLAS_SCALE } from '../../textures/world-textures.ts';
import type { Piece } from '../ambient.ts';
import type { Thing } from '../scenery.ts';
import { atlasImage } from '../sprites.ts';

export const beesAt = (scene: Scene, { image }: Thing): Piece =>
  beesRound(scene, { x: image.x, y: image.y - 26 }, image.depth, 2);

/** Bees that wander round a point, each on a path of its own, nearer and farther than it. */
export function beesRound(scene: Scene, at: Px, depth: number, count: number, radius = 46): Piece {
  const seed = Math.abs(at.x * 0.37 + at.y * 0.91);
  const bees = Array.from({ length: count }, () => atlasImage(scene, FX.bee, at));
  return {
    at,
    update: (seconds) =>
      bees.forEach((bee, i) => {
        const t = seconds * (0.55 + 0.13 * i) + seed + i * 2.4;
        const x = Math.sin(t * 1.3) * radius + Math.sin(t * 3.1) * 9;
        const y = Math.cos(t * 0.9) * radius * 0.45 + Math.sin(t * 4.3) * 6;
        const heading = Math.cos(t * 1.3);
        bee
          .setPosition(at.x + x, at.y + y)
          .setFlipX(heading > 0)
          .setDepth(depth + (y > 0 ? 0.05 : -0.05));
        bee.setScale(ATLAS_SCALE * 0.85);
        const frame = Math.floor(seconds * 14 + i) % 2 === 0 ? FX.bee : FX.beeWingsUp;
        if (bee.frame.name !== frame) bee.setFrame(frame);
      }),
    show: (lively) => {
      for (const bee of bees) bee.setVisible(lively);
    },
    destroy: () => {
      for (const bee of bees) bee.destroy();
    },
  };
}
