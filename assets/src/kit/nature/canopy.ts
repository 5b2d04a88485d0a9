import { type Colour, dark, light } from '../base/colour.ts';
import { PAL } from '../base/palette.ts';
import { rng } from '../base/random.ts';
import { circle, each, fill, line, repeat, tenth } from '../base/svg.ts';

type CanopyOptions = {
  /** Number of puffs round the middle. */
  k?: number;
  /** Radius of a puff, as a share of the smaller radius. */
  r?: number;
};

/** A cloud of leaves centred on (cx, cy): puffs in three shades, with strokes of light and shade. */
export function canopy(
  cx: number,
  cy: number,
  rx: number,
  ry: number,
  colour: Colour,
  seed: string,
  { k = 9, r = 0.5 }: CanopyOptions = {},
): string {
  const random = rng(seed);
  const small = Math.min(rx, ry);
  const puffs = Array.from({ length: k }, (_, i): readonly [number, number, number] => {
    const angle = (i / k) * 6.283 + random() * 0.4;
    return [
      cx + Math.cos(angle) * rx * (0.62 + random() * 0.1),
      cy + Math.sin(angle) * ry * (0.58 + random() * 0.1),
      small * (r + random() * 0.12),
    ];
  });
  puffs.push([cx, cy, small * 0.8]);
  const lit = puffs.filter(([x, y]) => y < cy + ry * 0.25 && x < cx + rx * 0.55);
  return (
    each(puffs, ([x, y, radius]) => circle(x + 1, y + 5, radius + 1, dark(colour, 0.32))) +
    each(puffs, ([x, y, radius]) => circle(x - 1, y - 1, radius * 0.97, colour)) +
    each(lit, ([x, y, radius]) =>
      circle(x - radius * 0.18, y - radius * 0.24, radius * 0.66, light(colour, 0.2), 'opacity=".85"'),
    ) +
    repeat(Math.round(rx / 2.2), () => {
      const angle = random() * 6.283;
      const reach = Math.sqrt(random()) * 0.92;
      const x = cx + Math.cos(angle) * rx * reach;
      const y = cy + Math.sin(angle) * ry * reach;
      const up = y < cy && x < cx + rx * 0.3;
      return line(
        `M${tenth(x - 3.5)} ${tenth(y)}Q${tenth(x)} ${tenth(y - 4)} ${tenth(x + 3.5)} ${tenth(y)}`,
        up ? light(colour, 0.42) : dark(colour, 0.14),
        2.2,
        `opacity="${up ? 0.8 : 0.6}"`,
      );
    })
  );
}

/** A tree trunk `w` px to each side at the foot and `h` px high. */
export const trunk = (w: number, h: number, colour: Colour = PAL.woodDk): string =>
  fill(
    `M${-w} 1C${-w * 0.7} ${-h * 0.4} ${-w * 0.6} ${-h * 0.7} ${-w * 0.8} ${-h}H${w * 0.8}C${w * 0.6} ${-h * 0.7} ${w * 0.7} ${-h * 0.4} ${w} 1C${w * 0.4} 4 ${-w * 0.4} 4 ${-w} 1Z`,
    colour,
  ) +
  fill(
    `M${w * 0.15} 2.5C${w * 0.3} ${-h * 0.4} ${w * 0.2} ${-h * 0.7} ${w * 0.2} ${-h}H${w * 0.8}C${w * 0.6} ${-h * 0.7} ${w * 0.7} ${-h * 0.4} ${w} 1Z`,
    dark(colour, 0.24),
  );
