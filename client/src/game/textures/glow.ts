import type { Scene, Textures } from 'phaser';

const KEY = 'glow';
const SIZE = 64;

/** Texture key of a soft warm light, drawn once: lamps, lit windows, and what ripened by lamplight. */
export function glowOf(scene: Scene): string {
  if (!scene.textures.exists(KEY)) drawGlow(canvasOf(scene, KEY, SIZE, SIZE));
  return KEY;
}

/** The canvas texture of that name, made when there is none yet. */
export function canvasOf(scene: Scene, key: string, width: number, height: number): Textures.CanvasTexture {
  const { textures } = scene;
  if (textures.exists(key)) return textures.get(key) as Textures.CanvasTexture;
  return textures.createCanvas(key, width, height) as Textures.CanvasTexture;
}

function drawGlow(texture: Textures.CanvasTexture): void {
  const context = texture.getContext();
  const middle = SIZE / 2;
  const light = context.createRadialGradient(middle, middle, 2, middle, middle, middle);
  light.addColorStop(0, 'rgb(255 236 170 / 0.85)');
  light.addColorStop(0.35, 'rgb(255 222 130 / 0.4)');
  light.addColorStop(1, 'rgb(255 210 110 / 0)');
  context.clearRect(0, 0, SIZE, SIZE);
  context.fillStyle = light;
  context.fillRect(0, 0, SIZE, SIZE);
  texture.refresh();
}
