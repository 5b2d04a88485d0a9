import { GameObjects, type Scene } from 'phaser';
import type { Px, Rect } from '../space/iso.ts';
import { opacityAt } from '../textures/gl-pictures.ts';
import { ATLAS, ATLAS_SCALE } from '../textures/world-textures.ts';

/** A newer catalogue may name what this build has not drawn: something that was drawn stands in for it. */
export const knownFrame = (scene: Scene, frame: string, substitute: string): string =>
  scene.textures.get(ATLAS).has(frame) ? frame : substitute;

/** An atlas sprite standing on `at` (its pivot), at `scale` times its drawn size. */
export function atlasImage(scene: Scene, frame: string, at: Px, scale = 1): GameObjects.Image {
  const image = new GameObjects.Image(scene, at.x, at.y, ATLAS, frame);
  image.setScale(scale * ATLAS_SCALE);
  scene.add.existing(image);
  return image;
}

/** What a sprite covers of the world, unrotated. */
export function boundsOf(image: GameObjects.Image): Rect {
  const width = Math.abs(image.displayWidth);
  const height = Math.abs(image.displayHeight);
  const originX = image.flipX ? 1 - image.originX : image.originX;
  return { x: image.x - originX * width, y: image.y - image.originY * height, width, height };
}

/** Whether the sprite is drawn at a world point, and not see-through there. */
export function touches(image: GameObjects.Image, point: Px, slack = 0): boolean {
  const bounds = boundsOf(image);
  const across = (point.x - bounds.x) / bounds.width;
  const down = (point.y - bounds.y) / bounds.height;
  const slackX = slack / bounds.width;
  const slackY = slack / bounds.height;
  if (across < -slackX || across > 1 + slackX || down < -slackY || down > 1 + slackY) return false;
  if (slack > 0) return true;
  const { frame } = image;
  const x = Math.min(frame.cutWidth - 1, Math.floor((image.flipX ? 1 - across : across) * frame.cutWidth));
  const y = Math.min(frame.cutHeight - 1, Math.floor(down * frame.cutHeight));
  const picture = frame.glTexture;
  return picture === null || opacityAt(picture, frame.cutX + x, frame.cutY + y) > 40;
}
