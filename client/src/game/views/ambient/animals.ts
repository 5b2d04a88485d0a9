import type { Scene } from 'phaser';
import { ATLAS } from '../../textures/world-textures.ts';
import type { Piece } from '../ambient.ts';
import type { Thing } from '../scenery.ts';

/** Frames an animal is drawn in at most. */
const MOST_FRAMES = 3;

/** A grazing or pecking animal: now and then another of its frames for a moment. */
export function animalAt(scene: Scene, { object, image }: Thing): Piece {
  const kind = object.frame.replace(/_\d$/, '');
  const atlas = scene.textures.get(ATLAS);
  const frames = Array.from({ length: MOST_FRAMES }, (_, n) => `${kind}_${n}`).filter((frame) => atlas.has(frame));
  const own = object.frame;
  const seed = Math.abs(object.at[0] * 3.1 + object.at[1] * 1.7);
  const pace = kind.includes('hen') ? 0.9 : 0.3;
  const show = (frame: string) => {
    if (image.frame.name !== frame) image.setFrame(frame);
  };
  return {
    at: { x: image.x, y: image.y },
    update: (seconds) => {
      const beat = Math.floor(seconds * pace + seed);
      // A steady but uneven rhythm: most beats at rest, some in another pose.
      const other = (beat * 7 + Math.floor(seed)) % 5;
      show(other < frames.length ? (frames[other] ?? own) : own);
    },
    show: () => show(own),
    destroy: () => {},
  };
}

/** The duck rides the pond: a slow sway, never far. */
export function duckAt({ image }: Thing): Piece {
  const { x, y } = image;
  return {
    at: { x, y },
    update: (seconds) => {
      image.setPosition(
        x + Math.sin(seconds * 0.25) * 26,
        y + Math.sin(seconds * 0.5) * 5 + Math.sin(seconds * 2) * 0.8,
      );
      image.setFlipX(Math.cos(seconds * 0.25) < 0);
    },
    show: () => void image.setPosition(x, y),
    destroy: () => {},
  };
}
