import { type Colour, dark } from './colour.ts';
import { PAL } from './palette.ts';
import { circle, fill, line, rect, repeat } from './svg.ts';

/** Windows and doors: flat drawings for `onLeftWall` and `onRightWall`. */

type PaneOptions = {
  /** With a flower box under the sill. */
  box?: boolean;
  flower?: Colour;
  /** Warm light inside. */
  lit?: boolean;
};

/** A window whose glass is the rectangle given. */
export const windowPane = (
  x: number,
  y: number,
  w: number,
  h: number,
  frame: Colour = PAL.woodDk,
  { box = true, flower = PAL.rose, lit = false }: PaneOptions = {},
): string =>
  rect(x - 3, y - 3, w + 6, h + 6, frame, 4) +
  rect(x, y, w, h, lit ? '#ffe9a8' : '#9fd9e8', 3) +
  fill(`M${x} ${y + h * 0.62}L${x + w * 0.62} ${y}H${x + w * 0.9}L${x} ${y + h * 0.92}Z`, '#fff', 'opacity=".45"') +
  rect(x + w / 2 - 1.2, y, 2.4, h, frame) +
  rect(x, y + h * 0.45, w, 2.2, frame) +
  (box ? flowerBox(x, y, w, h, flower) : '');

const flowerBox = (x: number, y: number, w: number, h: number, flower: Colour): string =>
  rect(x - 5, y + h + 3, w + 10, 7, PAL.wood, 2) +
  rect(x - 5, y + h + 3, w + 10, 2.5, PAL.woodLt, 1) +
  repeat(4, (i) => circle(x - 1 + (i * (w + 2)) / 3, y + h + 1, 4.2, i % 2 ? PAL.leaf : '#4ba35a')) +
  repeat(3, (i) => circle(x + 1.5 + (i * (w - 2)) / 2.2, y + h - 1.5, 2.9, i % 2 ? '#fff3d0' : flower));

/** A plank door with a round top and a fanlight; (x, y) is its upper left corner. */
export const door = (x: number, y: number, w: number, h: number, colour: Colour = PAL.teal): string =>
  fill(
    `M${x - 3.5} ${y + h}V${y + w * 0.45}C${x - 3.5} ${y - 5} ${x + w + 3.5} ${y - 5} ${x + w + 3.5} ${y + w * 0.45}V${y + h}Z`,
    PAL.woodDk,
  ) +
  fill(`M${x} ${y + h}V${y + w * 0.45}C${x} ${y - 1} ${x + w} ${y - 1} ${x + w} ${y + w * 0.45}V${y + h}Z`, colour) +
  line(`M${x + w * 0.33} ${y + 5}V${y + h}M${x + w * 0.66} ${y + 5}V${y + h}`, dark(colour, 0.22), 1.5) +
  fill(`M${x + w * 0.26} ${y + h * 0.34}a${w * 0.24} ${w * 0.24} 0 0 1 ${w * 0.48} 0z`, '#ffe9a8') +
  circle(x + w * 0.82, y + h * 0.58, 2.3, PAL.gold);
