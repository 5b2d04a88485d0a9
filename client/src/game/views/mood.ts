import { BlendModes, type GameObjects, type Scene, type Textures } from 'phaser';
import { cssColour, type Daylight, daylightAt } from '../light/daylight.ts';
import type { Disposables } from '../loop/disposables.ts';
import type { Liveliness } from '../loop/frame-driver.ts';
import { toWorld } from '../space/camera-math.ts';
import { DEPTH } from '../space/depths.ts';
import type { Frame, Part } from '../space/frame.ts';
import { canvasOf, glowOf } from '../textures/glow.ts';
import type { Scenery, Thing } from './scenery.ts';

const KEY = 'mood';
/** The picture is stretched over the view: gradients need no more. */
const SIZE = 128;
/** The light moves on in steps this long, in milliseconds: nobody sees a smaller one. */
const STEP_MS = 60_000;
/** Lights after dusk by frame: height over the foot in drawn pixels, and size. Lamps first, then lit windows and shop fronts. */
const LAMPS: Readonly<Record<string, number>> = { 'p/lamp': 78, 'd/lamp': 78 };
const LAMP_SIZE = 1.5;
/** Windows of the two walls one sees, drawn pixels from the foot of a house. */
const WINDOWS = [
  [-50, 2],
  [56, -4],
] as const;
const WINDOW_SIZE = 1.35;
const isHouse = (frame: string): boolean => frame.startsWith('h/') || /^b\/(house|hall|kitchen|school)$/.test(frame);

type Light = { readonly image: GameObjects.Image; readonly strength: number };

/** Sun, dark corners and the colour of the hour over the world; lamps and windows glow after dusk. */
export class Mood implements Part {
  readonly #canvas: Textures.CanvasTexture;
  readonly #overlay: GameObjects.Image;
  readonly #filter: GameObjects.Image;
  readonly #lights: readonly Light[];
  #drawnFor = Number.NaN;

  constructor(scene: Scene, scenery: Scenery, owned: Disposables) {
    this.#canvas = canvasOf(scene, KEY, SIZE, SIZE);
    this.#filter = scene.add.image(0, 0, '__WHITE').setOrigin(0, 0).setDepth(DEPTH.mood);
    this.#filter.setBlendMode(BlendModes.MULTIPLY);
    this.#overlay = scene.add
      .image(0, 0, KEY)
      .setOrigin(0, 0)
      .setDepth(DEPTH.mood + 1);
    this.#lights = scenery.things.flatMap((thing) => lightOf(scene, thing));
    owned.add(() => {
      for (const { image } of this.#lights) image.destroy();
    });
  }

  update({ eye, view }: Frame): Liveliness {
    const corner = toWorld({ x: 0, y: 0 }, eye, view);
    for (const image of [this.#filter, this.#overlay]) {
      image.setPosition(corner.x - 1, corner.y - 1);
      image.setDisplaySize(view.width / eye.zoom + 2, view.height / eye.zoom + 2);
    }
    const minute = Math.floor(Date.now() / STEP_MS);
    if (minute === this.#drawnFor) return 'still';
    this.#drawnFor = minute;
    this.#draw(daylightAt(localHour()));
    return 'still';
  }

  #draw(light: Daylight): void {
    this.#filter.setTint(light.filter).setVisible(light.filter !== 0xffffff);
    const context = this.#canvas.getContext();
    context.clearRect(0, 0, SIZE, SIZE);
    const sun = context.createRadialGradient(SIZE * 0.12, 0, 0, SIZE * 0.12, 0, SIZE * 0.9);
    sun.addColorStop(0, cssColour(light.sun, light.sunStrength));
    sun.addColorStop(1, cssColour(light.sun, 0));
    context.fillStyle = sun;
    context.fillRect(0, 0, SIZE, SIZE);
    const middle = SIZE / 2;
    const corners = context.createRadialGradient(middle, SIZE * 0.46, SIZE * 0.44, middle, SIZE * 0.46, SIZE * 0.75);
    corners.addColorStop(0, cssColour(0x2c2a55, 0));
    corners.addColorStop(1, cssColour(0x2c2a55, light.vignette));
    context.fillStyle = corners;
    context.fillRect(0, 0, SIZE, SIZE);
    this.#canvas.refresh();
    for (const { image, strength } of this.#lights) {
      image.setAlpha(light.lamps * strength).setVisible(light.lamps > 0.05);
    }
  }
}

function lightOf(scene: Scene, { image, object }: Thing): Light[] {
  const { frame, scale, flip } = object;
  const glow = (dx: number, dy: number, size: number, strength: number): Light => {
    const light = scene.add.image(image.x + (flip ? -dx : dx) * scale, image.y + dy * scale, glowOf(scene));
    return { image: light.setDepth(DEPTH.mood + 2).setScale(size * scale), strength };
  };
  const lamp = LAMPS[frame];
  if (lamp !== undefined) return [glow(0, -lamp, LAMP_SIZE, 0.9)];
  return isHouse(frame) ? WINDOWS.map(([dx, dy]) => glow(dx, dy, WINDOW_SIZE, 0.6)) : [];
}

/** The device's own time of day; `?hour=21.5` in the address shows another one (screenshots, tests). */
const FIXED_HOUR = Number.parseFloat(new URLSearchParams(globalThis.location?.search ?? '').get('hour') ?? '');
function localHour(): number {
  if (Number.isFinite(FIXED_HOUR)) return FIXED_HOUR;
  const now = new Date();
  return now.getHours() + now.getMinutes() / 60;
}
