import { dark, light } from '../../base/colour.ts';
import { PAL } from '../../base/palette.ts';
import { each, ellipse, fill, line, rect } from '../../base/svg.ts';
import {
  closeCap,
  fullBehind,
  fullMass,
  type HairColours,
  type HairSeen,
  type HairStyle,
  napeMass,
  parted,
  plait,
  plaitBehind,
  shortMass,
} from './hair-style.ts';

/** Many thin braids or locs down the back. */
const ropesBehind = (colours: HairColours, { back }: HairSeen): string =>
  back +
  fullMass(colours) +
  each([-34, -22, -10, 2, 14, 26, 36], (x, i) =>
    rect(x - 6, -30, 11, 88 + ((i * 37) % 14), i % 2 ? light(colours.base, 0.13) : colours.base, 5.5),
  );

/** Ropes hanging beside the face: x, then top, usual length and how much it varies. */
const ropes = (
  xs: readonly number[],
  top: number,
  length: number,
  step: number,
  range: number,
  { base, deep }: HairColours,
): string => each(xs, (x, i) => rect(x - 6, top, 12, length + ((i * step) % range), i % 2 ? base : deep, 6));

/** Hair that is plaited. */
export const BRAIDED_HAIR = {
  braid: {
    back: ({ deep }) => napeMass(deep),
    front: (colours) =>
      parted(colours) +
      plait(37, 50, 1.2, colours) +
      rect(27, 109, 11, 6, PAL.marigold, 3) +
      ellipse(32, 120, 5, 7, colours.base),
    behind: (colours) => fullBehind(colours) + plaitBehind(0, 44, colours),
  },
  braids2: {
    back: ({ deep }) => napeMass(deep),
    front: (colours) =>
      parted(colours) +
      each(
        [-1, 1],
        (side) =>
          plait(side * 40, 46, side * 1.2, colours) +
          rect(side * 35 - 5, 105, 10, 6, PAL.tomato, 3) +
          ellipse(side * 35, 116, 5, 7, colours.base),
      ),
    behind: (colours) =>
      fullBehind(colours) +
      line('M0 -48V38', dark(colours.base, 0.25), 2.2) +
      plaitBehind(-22, 42, colours) +
      plaitBehind(22, 42, colours),
  },
  boxbraids: {
    back: (colours) =>
      ropes([-48, -38, -28, -18, 18, 28, 38, 48], -20, 104, 37, 14, colours) +
      fill('M-48 0C-54 -64 54 -64 48 0Z', colours.deep),
    front: (colours) =>
      parted(colours) +
      each([-30, -20, -10, 12, 22, 31], (x) =>
        line(`M${x * 0.5} -41C${x * 0.85} -38 ${x * 1.05} -32 ${x * 1.12} -25`, colours.deep, 1.6),
      ),
    behind: ropesBehind,
  },
  locs: {
    back: (colours) => ropes([-46, -38, -29, 29, 38, 46], -24, 74, 29, 16, colours),
    front: (colours) =>
      closeCap(colours) +
      each([-34, -24, -13, -2, 9, 20, 31], (x, i) =>
        rect(
          x - 5,
          -48,
          11,
          20 + ((i * 7) % 8),
          i % 2 ? colours.deep : colours.base,
          5.5,
          `transform="rotate(${x * 0.5} ${x} -40)"`,
        ),
      ),
    behind: ropesBehind,
  },
  cornrows: {
    // Ends beside the neck: gathered behind it, they would look like a beard.
    back: (colours) => ropes([-42, -34, 34, 42], -4, 72, 23, 12, colours),
    front: (colours) =>
      closeCap(colours) +
      each([-26, -16, -6, 6, 16, 26], (x) =>
        line(
          `M${x * 0.55} ${-42 + Math.abs(x) * 0.12}C${x * 0.8} -39 ${x * 0.95} -36 ${x * 1.05} -32.5`,
          light(colours.base, 0.3),
          1.6,
          'opacity=".6"',
        ),
      ),
    behind: (colours) =>
      shortMass(colours) +
      each([-30, -18, -6, 6, 18, 30], (x) =>
        line(
          `M${x * 0.5} -42C${x} -20 ${x} 0 ${x * 0.7} 24`,
          light(colours.base, 0.3),
          2,
          'opacity=".7" stroke-dasharray="4 3"',
        ),
      ) +
      ellipse(0, 36, 26, 18, dark(colours.base, 0.25)),
  },
} satisfies Record<string, HairStyle>;
