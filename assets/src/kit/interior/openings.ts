import { type Colour, dark, light } from '../base/colour.ts';
import { onLeftWall, onRightWall } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { circle, fill, line, rect, repeat } from '../base/svg.ts';
import { D, H, WALL_D, WALL_W } from './room-geometry.ts';

export type RoofEdge = 'patched' | 'thatch' | 'tiles';

/** The cut edge of the roof above both walls. */
export function roofEdge(kind: RoofEdge): string {
  const styles: Readonly<Record<RoofEdge, (w: number) => string>> = {
    patched: (w) =>
      rect(-4, -16, w + 8, 18, '#b99a5a') +
      repeat(Math.floor(w / 9), (i) =>
        line(`M${i * 9} -14l${(i % 3) * 2 - 2} 15`, i % 2 ? '#8f7440' : '#d6b872', 2.4),
      ) +
      rect(w * 0.42, -18, 46, 20, '#5aa6c9', 2) +
      rect(w * 0.42 + 4, -15, 38, 3, '#83c4de') +
      rect(w * 0.72, -18, 20, 21, '#fdf6d8', 3),
    thatch: (w: number) =>
      rect(-6, -22, w + 12, 22, PAL.straw) +
      repeat(Math.floor(w / 7), (i) =>
        line(`M${i * 7} -20l${(i % 3) - 1} 26`, i % 2 ? dark(PAL.straw, 0.2) : light(PAL.straw, 0.2), 2.6),
      ),
    tiles: (w: number) =>
      rect(-6, -22, w + 12, 18, dark(PAL.terracotta, 0.12)) +
      repeat(
        Math.floor(w / 14) + 1,
        (i) =>
          fill(`M${i * 14 - 6} -24h14v18q-7 9 -14 0z`, i % 3 === 1 ? light(PAL.terracotta, 0.14) : PAL.terracotta) +
          line(`M${i * 14 + 8} -22v16`, dark(PAL.terracotta, 0.25), 1.2),
      ) +
      rect(-6, -2, w + 12, 5, PAL.woodDk),
  };
  return onLeftWall(0, 0, H, styles[kind](WALL_W)) + onRightWall(0, D, H, styles[kind](WALL_D));
}

/** The window of the home; its glass is the rectangle given. */
export const windowAt = (
  x: number,
  y: number,
  w: number,
  h: number,
  frame: Colour,
  { curtains = null, shutter = false }: { curtains?: Colour | null; shutter?: boolean } = {},
) =>
  rect(x - 5, y - 5, w + 10, h + 10, frame, 4) +
  rect(x, y, w, h, '#bfe6f2', 2) +
  fill(
    `M${x} ${y + h * 0.7}C${x + w * 0.3} ${y + h * 0.5} ${x + w * 0.6} ${y + h * 0.7} ${x + w} ${y + h * 0.52}V${y + h}H${x}Z`,
    PAL.grass,
  ) +
  circle(x + w * 0.76, y + h * 0.24, 5, '#fff3c4') +
  rect(x + w / 2 - 1.6, y, 3.2, h, frame) +
  rect(x - 8, y + h + 4, w + 16, 5, light(frame, 0.3), 2) +
  (shutter ? rect(x, y, w * 0.46, h, PAL.wood, 1) : '') +
  (curtains
    ? fill(
        `M${x - 5} ${y - 6}H${x + w * 0.36}C${x + w * 0.3} ${y + h * 0.5} ${x + w * 0.1} ${y + h * 0.7} ${x - 6} ${y + h + 4}Z`,
        curtains,
      ) +
      fill(
        `M${x + w + 5} ${y - 6}H${x + w * 0.64}C${x + w * 0.7} ${y + h * 0.5} ${x + w * 0.9} ${y + h * 0.7} ${x + w + 6} ${y + h + 4}Z`,
        dark(curtains, 0.12),
      ) +
      line(`M${x - 10} ${y - 7}H${x + w + 10}`, PAL.woodDk, 3.4)
    : '');
