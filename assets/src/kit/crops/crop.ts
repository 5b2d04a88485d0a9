import { dark, light, mix } from '../base/colour.ts';
import { project } from '../base/iso.ts';
import { PAL, SHADOW } from '../base/palette.ts';
import { rng } from '../base/random.ts';
import { each, ellipse, line, move, type Point } from '../base/svg.ts';
import { CROPS, type CropId, type CropLook, type Stage } from './crop-data.ts';
import { leaf } from './leaves.ts';
import { bushPlant } from './shapes/bush.ts';
import { grass } from './shapes/grass.ts';
import { head, low, vine } from './shapes/ground-plants.ts';
import type { Growth } from './shapes/plant-shape.ts';
import { root } from './shapes/root.ts';
import { stalk } from './shapes/stalk.ts';

/** Where the plants of a plot stand, in tiles from its middle. */
const FOUR: readonly Point[] = [
  [-0.22, -0.22],
  [0.22, -0.22],
  [-0.22, 0.22],
  [0.22, 0.22],
];
/** Pumpkins and melons need room. */
const TWO: readonly Point[] = [
  [-0.16, -0.2],
  [0.2, 0.14],
];

/** All plants of one plot, drawn together so that a plot is one sprite; the soil is drawn apart. */
export function crop(id: CropId, stage: Stage, seed = 'p'): string {
  const look: CropLook = CROPS[id];
  const random = rng(id + seed);
  if (look.shape === 'vine' && stage >= 2) {
    return each(TWO, (at, i) => placed(at, plant(id, stage, `${seed}${i}`), stage === 4 ? 0.98 : 1));
  }
  const spots = FOUR.map(([x, y], i) => ({ x: x + (random() - 0.5) * 0.05, y: y + (random() - 0.5) * 0.05, i }));
  spots.sort((a, b) => a.x + a.y - b.x - b.y);
  return each(spots, ({ x, y, i }) => placed([x, y], plant(id, stage, `${seed}${i}`)));
}

function placed([x, y]: Point, svg: string, scale = 1): string {
  const [px, py] = project(x, y);
  return move(px, py + 2, svg, scale);
}

const SIZE = { 2: 0.62, 3: 0.88, 4: 1 } as const;

function plant(id: CropId, stage: Stage, seed: string): string {
  const look: CropLook = CROPS[id];
  const random = rng(`${id}${stage}${seed}`);
  if (stage === 0) return sown(look);
  if (stage === 1) return sprout(look, random);
  const s = SIZE[stage];
  return ellipse(2, 1, 11 * s, 4 * s, SHADOW, 'opacity=".22"') + shape(look, { stage, s, random });
}

function shape(look: CropLook, growth: Growth): string {
  switch (look.shape) {
    case 'stalk':
      return stalk(look, growth);
    case 'grass':
      return grass(look, growth);
    case 'bush':
      return bushPlant(look, growth);
    case 'root':
      return root(look, growth);
    case 'head':
      return head(look, growth);
    case 'vine':
      return vine(look, growth);
    case 'low':
      return low(look, growth);
  }
}

/** A mound with three seeds. */
function sown(look: CropLook): string {
  const seed = light('fruit' in look ? look.fruit : look.ripe, 0.25);
  return (
    ellipse(0, 0, 12, 12 * 0.42, PAL.soilDk) +
    ellipse(-1, -1.6, 12 * 0.8, 12 * 0.3, mix(PAL.soil, PAL.soilRim, 0.3)) +
    each(
      [
        [-5, -2],
        [1, -4],
        [6, -1],
      ],
      ([x, y]) => ellipse(x, y, 2.2, 1.6, seed),
    )
  );
}

function sprout({ leaf: green }: CropLook, random: () => number): string {
  const turned = (): number => (random() - 0.5) * 14;
  return (
    ellipse(0, 0, 8, 3, PAL.soilDk) +
    line('M0 0C0 -4 0 -7 0 -9', dark(green, 0.1), 2.6) +
    leaf(0, -8, -150 + turned(), 11, 4, light(green, 0.18)) +
    leaf(0, -8, -30 + turned(), 11, 4, light(green, 0.1))
  );
}
