import { dark, light, mix } from '../base/colour.ts';
import { atTile, box, post, project } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { heap } from '../base/solids.ts';
import { circle, cycle, each, ellipse, fill, move, repeat } from '../base/svg.ts';
import type { Direction } from '../people/avatar/poses.ts';
import { bowl } from './food-corner.ts';
import type { LightSource } from './light-source.ts';
import type { Tiers } from './need-tiers.ts';
import { floorQuad } from './room.ts';

export const TABLE = { x: 2.9, y: 2.7 };

/** Where the family stands: tile x, tile y, direction. */
export const FAMILY_SPOTS: readonly (readonly [x: number, y: number, direction: Direction])[] = [
  [1.85, 2.85, 'front-right'],
  [3.1, 1.65, 'front-left'],
  [3.75, 3.55, 'front-left'],
];

/** The family table with the meal of the food tier. */
export function table(tiers: Tiers, source: LightSource): string {
  const { x, y } = TABLE,
    c = tiers.food >= 2 ? '#c98d57' : '#b98250',
    w = 0.55,
    d = 0.42;
  const meal = cycle(
    [
      bowl('#b9804f'),
      bowl() + move(16, 5, bowl('#5aa6c9')),
      bowl() + move(20, 4, bowl(PAL.teal)) + move(-16, 5, ellipse(0, -3, 8, 5, '#dd9d52')),
      bowl() +
        move(22, 4, bowl(PAL.teal)) +
        move(-20, 4, ellipse(0, -2, 12, 5, '#fff') + heap('#ea4a3d', 14, 3.6, 2)) +
        move(2, 12, ellipse(0, -3, 9, 5.4, '#dd9d52')),
    ],
    tiers.food,
  );
  return (
    each(
      [
        [-w, -d],
        [w, -d],
        [-w, d],
        [w, d],
      ],
      ([a, b]) => post(x + a * 0.9, y + b * 0.9, 0, 0.62, dark(c, 0.2), 0.1),
    ) +
    box(x - w, y - d, x + w, y + d, 0.62, 0.71, c, { top: light(c, 0.3) }) +
    atTile(x, y, meal + move(-2, -6, source.onTable), 1, 0.74)
  );
}

export const rug = (tier: number) =>
  tier === 0
    ? ''
    : floorQuad(1.75, 1.6, 4.3, 3.9, tier === 1 ? '#d6b872' : PAL.tomato) +
      floorQuad(1.9, 1.75, 4.15, 3.75, tier === 1 ? '#e3c98a' : '#f7cbb0') +
      (tier > 1 ? floorQuad(2.05, 1.9, 4.0, 3.6, mix(PAL.tomato, PAL.plum, 0.3)) : '') +
      repeat(9, (i) => {
        const p = project(2.0 + i * 0.25, 3.75);
        return circle(p[0], p[1] - 1, 2.2, tier > 1 ? PAL.marigold : '#c2a25e');
      });

export const leak = () => {
  const p = project(3.8, 3.9),
    top = project(3.8, 3.9, 2.4);
  return (
    ellipse(p[0], p[1], 30, 12, PAL.water, 'opacity=".55"') +
    move(p[0], p[1], fill('M-11 -14H11L8 0C4 3 -4 3 -8 0Z', '#8d97a3') + ellipse(0, -14, 11, 4, PAL.water)) +
    each([0, 1, 2], (i) => ellipse(p[0], top[1] + 24 + i * 24, 2.2, 4.2, PAL.waterDk, 'opacity=".8"'))
  );
};
