import { FX } from '@bloomvale/assets/frames';
import type { Scene } from 'phaser';
import { ATLAS_SCALE } from '../../textures/world-textures.ts';
import type { Piece } from '../ambient.ts';
import type { Thing } from '../scenery.ts';
import { atlasImage } from '../sprites.ts';

/** Where chimneys end, drawn pixels from the foot; read off the drawings. */
const CHIMNEYS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  'b/house': [-14, -176],
  'b/kitchen': [-20, -188],
  'h/player_2': [-14, -178],
  'h/player_3': [-14, -178],
  'h/player_4': [-14, -178],
};
const PUFFS = 5;
const LIFE = 4.5;
const RISE = 62;

/** A chimney's smoke; nothing for a house without one. */
export function smokeAt(scene: Scene, { object, image }: Thing): Piece[] {
  const chimney = CHIMNEYS[object.frame];
  if (chimney === undefined) return [];
  const side = object.flip ? -1 : 1;
  const at = { x: image.x + chimney[0] * object.scale * side, y: image.y + chimney[1] * object.scale };
  const puffs = Array.from({ length: PUFFS }, () => atlasImage(scene, FX.puff, at).setDepth(image.depth + 0.01));
  const piece: Piece = {
    at,
    update: (seconds) =>
      puffs.forEach((puff, i) => {
        const age = (seconds / LIFE + i / PUFFS) % 1;
        puff.setPosition(at.x + Math.sin(age * 5 + i) * 5 + age * 12, at.y - age * RISE);
        puff.setScale(ATLAS_SCALE * (0.45 + age * 1.1)).setAlpha(Math.min(1, age * 6) * (1 - age) * 0.8);
      }),
    show: (lively) => {
      for (const puff of puffs) puff.setVisible(lively);
    },
    destroy: () => {
      for (const puff of puffs) puff.destroy();
    },
  };
  return [piece];
}
