import { type Colour, dark, light, mix } from '../base/colour.ts';
import { box, onLeftWall, onRightWall, project } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { each, ellipse, line, polygon, rect, repeat } from '../base/svg.ts';
import type { Tier } from './need-tiers.ts';
import type { RoofEdge } from './openings.ts';
import { D, H, W, WALL_D, WALL_H, WALL_W } from './room-geometry.ts';

export type Finish = {
  readonly wall: Colour;
  readonly floor: 'earth' | 'mat' | 'planks' | 'tiles';
  readonly edge: RoofEdge;
  readonly skirting: Colour | null;
};
/** Finish of the room per roof tier. */
export const FINISH: Readonly<Record<Tier, Finish>> = {
  0: { wall: '#cf9f6d', floor: 'earth', edge: 'patched', skirting: null },
  1: { wall: '#e6c391', floor: 'mat', edge: 'thatch', skirting: null },
  2: { wall: '#fae6c0', floor: 'planks', edge: 'tiles', skirting: '#c98d57' },
  3: { wall: '#fdf0d6', floor: 'tiles', edge: 'tiles', skirting: PAL.teal },
};

export const floorQuad = (x0: number, y0: number, x1: number, y1: number, colour: Colour, extra = '') =>
  polygon([project(x0, y0), project(x1, y0), project(x1, y1), project(x0, y1)], colour, extra);

/** The slab one stands on. */
export function floor(kind: Finish['floor']): string {
  const base = { earth: '#b98a5c', mat: '#c79a68', planks: '#d9a468', tiles: '#f0dcb4' }[kind];
  const slab = box(0, 0, W, D, -0.22, 0, base, { top: base, left: dark(base, 0.28), right: dark(base, 0.42) });
  if (kind === 'planks')
    return (
      slab +
      repeat(12, (i) => {
        const y = (D * (i + 1)) / 13,
          [a, b] = [project(0, y), project(W, y)];
        return line(`M${a}L${b}`, dark(base, 0.2), 1.6, 'opacity=".6"');
      }) +
      repeat(20, (i) => {
        const y = (D * (i % 13)) / 13,
          x = (i * 1.7) % W,
          [a, b] = [project(x, y), project(x, y + D / 13)];
        return line(`M${a}L${b}`, dark(base, 0.2), 1.4, 'opacity=".5"');
      })
    );
  if (kind === 'tiles')
    return (
      slab +
      repeat(10, (i) =>
        repeat(9, (j) =>
          (i + j) % 2
            ? floorQuad(
                (i * W) / 10,
                (j * D) / 9,
                ((i + 1) * W) / 10,
                ((j + 1) * D) / 9,
                mix(base, PAL.terracotta, 0.16),
                'stroke="none"',
              )
            : '',
        ),
      )
    );
  return (
    slab +
    repeat(26, (i) => {
      const p = project(((i * 1.37) % 1) * W, ((i * 0.61) % 1) * D);
      return ellipse(
        p[0],
        p[1],
        5 + (i % 4) * 2,
        2 + (i % 3),
        i % 2 ? dark(base, 0.1) : light(base, 0.14),
        'opacity=".7"',
      );
    })
  );
}

/** Cracks and patches on a poor wall. */
const cracks = (tone: Colour) =>
  each(
    [
      [40, 50],
      [150, 80],
      [200, 30],
    ],
    ([x, y]) => line(`M${x} ${y}l6 9l-4 8l7 10`, dark(tone, 0.3), 2),
  ) +
  rect(96, 70, 30, 22, mix(tone, PAL.sky, 0.35), 2) +
  line('M98 72h26M98 90h26', PAL.paper, 1.4, 'stroke-dasharray="3 3"');

/** The two back walls; at tier 0 they are cracked. */
export function walls(finish: Finish, tier: Tier): string {
  const lit = dark(finish.wall, 0.02),
    shade = dark(finish.wall, 0.14);
  const band = (w: number, tone: Colour) =>
    finish.skirting
      ? rect(0, WALL_H - 12, w, 12, mix(finish.skirting, tone, 0.25))
      : rect(0, WALL_H - 10, w, 10, dark(tone, 0.12));
  const stripe = (w: number) =>
    tier === 3 ? line(`M4 ${WALL_H - 46}H${w - 4}`, PAL.terracotta, 3, 'stroke-dasharray="2 8" opacity=".8"') : '';
  return (
    polygon([project(0, 0, H), project(W, 0, H), project(W, 0), project(0, 0)], lit) +
    polygon([project(0, D, H), project(0, 0, H), project(0, 0), project(0, D)], shade) +
    onLeftWall(0, 0, H, band(WALL_W, lit) + stripe(WALL_W) + (tier === 0 ? cracks(lit) : '')) +
    onRightWall(0, D, H, band(WALL_D, shade) + stripe(WALL_D) + (tier === 0 ? cracks(shade) : '')) +
    line(`M${project(0, 0, H)}L${project(0, 0)}`, dark(finish.wall, 0.24), 3)
  );
}
