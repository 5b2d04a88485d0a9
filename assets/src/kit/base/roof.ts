import { type Colour, dark, light, mix } from './colour.ts';
import { project } from './iso.ts';
import { PAL } from './palette.ts';
import { freshId, rng } from './random.ts';
import { line, type Point, pointList, polygon, repeat, tenth, through } from './svg.ts';

export type RoofTile = 'scallop' | 'thatch' | 'plank';
type RoofOptions = {
  /** How far the roof reaches over the walls, in tiles. */
  o?: number;
  /** Colour of the gable triangle; without it none is drawn. */
  wall?: Colour | null;
  /** Courses of tiles or straw. */
  rows?: number;
  tile?: RoofTile;
};

/** A point of the front slope: `u` along the ridge, `v` down the slope, both 0 to 1. */
type Slope = (u: number, v: number) => Point;

/** A gable roof over the footprint, its ridge along x: eaves at height `eave`, ridge at height `ridge`. */
export function gable(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  eave: number,
  ridge: number,
  colour: Colour,
  { o = 0.22, wall = null, rows = 6, tile = 'scallop' }: RoofOptions = {},
): string {
  const ym = (y0 + y1) / 2;
  const low = eave - ((ridge - eave) * o) / ((y1 - y0) / 2);
  const ridgeLeft = project(x0 - o, ym, ridge);
  const ridgeRight = project(x1 + o, ym, ridge);
  const eaveLeft = project(x0 - o, y1 + o, low);
  const eaveRight = project(x1 + o, y1 + o, low);
  const slope: Slope = (u, v) => [
    ridgeLeft[0] + (ridgeRight[0] - ridgeLeft[0]) * u + (eaveLeft[0] - ridgeLeft[0]) * v,
    ridgeLeft[1] + (ridgeRight[1] - ridgeLeft[1]) * u + (eaveLeft[1] - ridgeLeft[1]) * v,
  ];
  const columns = Math.max(4, Math.round((x1 - x0 + 2 * o) * 3.1));
  const back = polygon(
    [project(x0 - o, y0 - o, low), project(x1 + o, y0 - o, low), ridgeRight, ridgeLeft],
    dark(colour, 0.4),
  );
  const triangle = wall
    ? polygon([project(x1, y0, eave), project(x1, y1, eave), project(x1, ym, ridge - 0.06)], wall)
    : '';
  const outline = [ridgeLeft, ridgeRight, eaveRight, eaveLeft];
  const sheen = polygon(
    [ridgeLeft, slope(0.5, 0), slope(0.38, 1), eaveLeft],
    light(colour, 0.5),
    'opacity=".10" stroke="none"',
  );
  return (
    back +
    triangle +
    polygon(outline, dark(colour, 0.04)) +
    clipped(outline, covering(tile, slope, rows, columns, colour, `roof${x0}${colour}`) + sheen) +
    edges(
      x1 + o,
      [y0 - o, ym, y1 + o],
      [low, ridge],
      [eaveLeft, eaveRight, ridgeRight],
      project(x0 - o, y1 + o, low - EDGE),
      colour,
    ) +
    line(through(ridgeLeft, ridgeRight), light(colour, 0.3), 5) +
    line(through(ridgeLeft, ridgeRight), light(colour, 0.48), 1.8, 'transform="translate(0 -1.2)"')
  );
}

function clipped(outline: readonly Point[], svg: string): string {
  const clip = freshId('rf');
  return `<clipPath id="${clip}"><polygon points="${pointList(outline)}"/></clipPath><g clip-path="url(#${clip})">${svg}</g>`;
}

/** Thickness of the roof's edge, in units of height. */
const EDGE = 0.11;

/** The eave's underside and the two bargeboards of the right gable. */
function edges(
  x: number,
  [back, middle, front]: readonly [number, number, number],
  [low, ridge]: readonly [number, number],
  [eaveLeft, eaveRight, ridgeRight]: readonly [Point, Point, Point],
  underLeft: Point,
  colour: Colour,
): string {
  const trim = light(mix(colour, PAL.woodLt, 0.55), 0.3);
  const under = project(x, front, low - EDGE);
  const peak = project(x, middle, ridge - EDGE * 1.35);
  return (
    polygon([eaveLeft, eaveRight, under, underLeft], dark(colour, 0.3)) +
    polygon([ridgeRight, eaveRight, under, peak], trim) +
    polygon([ridgeRight, project(x, back, low), project(x, back, low - EDGE), peak], dark(trim, 0.16))
  );
}

function covering(tile: RoofTile, slope: Slope, rows: number, columns: number, colour: Colour, seed: string): string {
  const random = rng(seed);
  switch (tile) {
    case 'scallop':
      return repeat(rows, (row) => scallops(slope, row, rows, columns, colour, random));
    case 'thatch':
      return repeat(rows, (row) => straw(slope, row, rows, columns, colour, random));
    case 'plank':
      return (
        repeat(rows, (row) =>
          line(
            through(slope(0, (row + 1) / rows), slope(1, (row + 1) / rows)),
            dark(colour, 0.22),
            1.8,
            'opacity=".6"',
          ),
        ) +
        repeat(columns - 1, (i) =>
          line(
            through(slope((i + 1) / columns, 0), slope((i + 1) / columns, 1)),
            dark(colour, 0.2),
            1.4,
            'opacity=".35"',
          ),
        )
      );
  }
}

/** One course of rounded tiles; every other course is shifted by half a tile. */
function scallops(
  slope: Slope,
  row: number,
  rows: number,
  columns: number,
  colour: Colour,
  random: () => number,
): string {
  const [top, bottom] = [row / rows, (row + 1) / rows];
  const base = dark(colour, 0.04);
  return repeat(columns + 2, (i) => {
    const left = (i - 1 + (row % 2 ? 0.5 : 0)) / columns;
    const right = left + 1 / columns;
    const [a, b] = [slope(left, top), slope(right, top)];
    const [c, d] = [slope(right, bottom - 0.25 / rows), slope(left, bottom - 0.25 / rows)];
    const m = slope((left + right) / 2, bottom + 0.22 / rows);
    const shade =
      random() < 0.16
        ? light(colour, 0.16)
        : random() < 0.2
          ? dark(colour, 0.12)
          : mix(base, light(colour, 0.1), 1 - top);
    const path =
      `M${tenth(a[0])} ${tenth(a[1])}L${tenth(b[0])} ${tenth(b[1])}L${tenth(c[0])} ${tenth(c[1])}` +
      `Q${tenth((c[0] + m[0]) / 2 + (m[0] - d[0]) * 0.06)} ${tenth(m[1] + (c[1] - m[1]) * 0.15)} ${tenth(m[0])} ${tenth(m[1])}` +
      `Q${tenth((d[0] + m[0]) / 2)} ${tenth(m[1] + (d[1] - m[1]) * 0.1)} ${tenth(d[0])} ${tenth(d[1])}Z`;
    return `<path d="${path}" fill="${shade}" stroke="${dark(colour, 0.24)}" stroke-width="1.1" stroke-opacity=".55"/>`;
  });
}

/** One course of thatch: overlapping bundles with ragged ends, and the shaded line below them. */
function straw(slope: Slope, row: number, rows: number, columns: number, colour: Colour, random: () => number): string {
  const [top, bottom] = [row / rows, (row + 1) / rows];
  const count = columns * 3;
  const bundles = repeat(count, (i) => {
    const u = (i + random() * 0.8) / count;
    const a = slope(u, top + 0.02);
    const b = slope(u + (random() - 0.5) * 0.012, bottom + ((random() - 0.3) * 0.35) / rows);
    return line(
      through(a, b),
      random() < 0.45 ? light(colour, 0.18) : dark(colour, 0.1 + random() * 0.12),
      2.2,
      'opacity=".7"',
    );
  });
  return (
    bundles +
    line(
      through(slope(0, bottom), slope(1, bottom)),
      dark(colour, 0.26),
      2.2,
      'opacity=".5" stroke-dasharray="7 4 11 3 4 5"',
    )
  );
}
