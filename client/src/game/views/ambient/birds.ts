import { GameObjects, type Scene, type Textures } from 'phaser';
import { DEPTH } from '../../space/depths.ts';
import type { Piece } from '../ambient.ts';

const KEY = 'bird';
/** A flock passes this often, in seconds, and takes so long to cross. */
const EVERY = 34;
const CROSSING = 13;
const FLOCK = 4;
/** Drawn at twice the size. */
const SCALE = 0.5;

/** A few small birds that cross the view now and then, high above everything. */
export function birds(scene: Scene): Piece {
  drawBird(scene);
  const flock = Array.from({ length: FLOCK }, () => image(scene).setDepth(DEPTH.label - 1));
  const visible = (shown: boolean) => {
    for (const bird of flock) bird.setVisible(shown);
  };
  visible(false);
  return {
    at: null,
    update: (seconds, { eye, view }) => {
      const round = Math.floor(seconds / EVERY);
      const share = (seconds % EVERY) / CROSSING;
      visible(share < 1);
      if (share >= 1) return;
      const width = view.width / eye.zoom + 240;
      const height = view.height / eye.zoom;
      const leftwards = round % 2 === 1;
      flock.forEach((bird, i) => {
        const x = eye.x + (leftwards ? 0.5 - share : share - 0.5) * width + (leftwards ? 1 : -1) * ((i * 53) % 90);
        const y = eye.y - height * (0.14 + 0.1 * (round % 3)) + ((i * 31) % 56) + Math.sin(seconds * 1.4 + i) * 8;
        const flap = 0.55 + 0.45 * Math.sin(seconds * 11 + i * 1.9);
        bird.setPosition(x, y).setScale(leftwards ? SCALE : -SCALE, SCALE * flap);
      });
    },
    show: (lively) => {
      if (!lively) visible(false);
    },
    destroy: () => {
      for (const bird of flock) bird.destroy();
    },
  };
}

function image(scene: Scene): GameObjects.Image {
  const bird = new GameObjects.Image(scene, 0, 0, KEY);
  scene.add.existing(bird);
  return bird;
}

/** Two bowed wings and a small body, once a game. */
function drawBird(scene: Scene): void {
  if (scene.textures.exists(KEY)) return;
  const texture = scene.textures.createCanvas(KEY, 48, 28) as Textures.CanvasTexture;
  const context = texture.getContext();
  context.fillStyle = '#fffdf6';
  context.beginPath();
  context.moveTo(2, 8);
  context.quadraticCurveTo(14, 2, 24, 15);
  context.quadraticCurveTo(34, 2, 46, 8);
  context.quadraticCurveTo(33, 9, 26, 21);
  context.quadraticCurveTo(24, 24, 22, 21);
  context.quadraticCurveTo(15, 9, 2, 8);
  context.fill();
  context.fillStyle = 'rgb(80 103 184 / 0.35)';
  context.beginPath();
  context.moveTo(2, 8);
  context.quadraticCurveTo(13, 6, 21, 17);
  context.quadraticCurveTo(14, 9, 2, 8);
  context.moveTo(46, 8);
  context.quadraticCurveTo(35, 6, 27, 17);
  context.quadraticCurveTo(34, 9, 46, 8);
  context.fill();
  texture.refresh();
}
