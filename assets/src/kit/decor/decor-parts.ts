import { type Colour, light } from '../base/colour.ts';
import { PAL } from '../base/palette.ts';
import { cylinder } from '../base/solids.ts';
import { cycle, each, ellipse, line, move, repeat } from '../base/svg.ts';
import { flower } from '../nature/plants.ts';

/** Parts that decorations share. */

export const INK = '#2b1a16';

/** Flowers scattered on an iso ellipse of rx px, drawn back to front. */
export function flowers(rx: number, colours: readonly Colour[], count = 11) {
  const spots = [...Array(count)].map((_, i) => {
    const angle = i * 2.4,
      reach = Math.sqrt((i + 0.5) / count) * rx;
    return { x: Math.cos(angle) * reach, y: Math.sin(angle) * reach * 0.42, colour: cycle(colours, i) };
  });
  return each(
    spots.sort((p, q) => p.y - q.y),
    ({ x, y, colour }) => move(x, y, flower(colour), 1.1),
  );
}

export const waterDisc = (rx: number, ry: number, y = 0) =>
  ellipse(0, y, rx, ry, PAL.waterDk) +
  ellipse(0, y + 1, rx * 0.94, ry * 0.86, PAL.water) +
  line(`M${-rx * 0.5} ${y}q5 -3 10 0M${rx * 0.1} ${y + ry * 0.4}q5 -3 10 0`, PAL.foam, 1.8);

export const stones = (rx: number, ry: number, count = 12) =>
  repeat(count, (i) => {
    const a = (i / count) * 6.283;
    return ellipse(Math.cos(a) * rx, Math.sin(a) * ry, 7, 4.4, i % 3 ? PAL.stone : light(PAL.stone, 0.3));
  });

/** Base shared by the statues. */
export const pedestal = (h = 18) => cylinder(18, 6, PAL.stoneDk) + cylinder(13, h, PAL.stone);
