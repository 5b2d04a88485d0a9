/**
 * Draws `src/ui/lending/map/land.ts` from Natural Earth's land at 1:110 million (public domain, package world-atlas): projected as the map
 * projects its pins, thinned to what a window shows, small islands left out. Run it again when the projection changes:
 * `node client/tools/make-land.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import { MAP_HEIGHT, project } from '../src/ui/lending/map/projection.ts';

type Point = readonly [number, number];

/** Points closer to the line than this are dropped, in map units: half a pixel of a desktop window. */
const TOLERANCE = 0.7;
/** Islands smaller than this are dropped, in square map units. */
const LEAST_AREA = 9;
/** Antarctica lies below the picture. */
const SOUTHERNMOST = -58;

const distance = ([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number => {
  const length = Math.hypot(bx - ax, by - ay);
  return length === 0
    ? Math.hypot(x - ax, y - ay)
    : Math.abs((by - ay) * x - (bx - ax) * y + bx * ay - by * ax) / length;
};

/** Douglas and Peucker's thinning. */
function thinned(points: readonly Point[]): readonly Point[] {
  const first = points[0] as Point;
  const last = points.at(-1) as Point;
  let farthest = 0;
  let most = 0;
  for (let i = 1; i < points.length - 1; i++) {
    const far = distance(points[i] as Point, first, last);
    if (far > most) [most, farthest] = [far, i];
  }
  if (most <= TOLERANCE) return [first, last];
  return [...thinned(points.slice(0, farthest + 1)).slice(0, -1), ...thinned(points.slice(farthest))];
}

const area = (points: readonly Point[]): number =>
  Math.abs(
    points.reduce((sum, [x, y], i) => {
      const [nx, ny] = points[(i + 1) % points.length] as Point;
      return sum + x * ny - nx * y;
    }, 0) / 2,
  );

/** Coasts that cross the date line go on beyond it instead of jumping to the other edge. */
function unwrapped(ring: readonly Position[]): readonly Position[] {
  let turn = 0;
  let before = ring[0]?.[0] ?? 0;
  const line = ring.map(([longitude = 0, latitude = 0]) => {
    if (longitude - before > 180) turn -= 360;
    if (longitude - before < -180) turn += 360;
    before = longitude;
    return [longitude + turn, latitude];
  });
  const west = Math.min(...line.map(([longitude = 0]) => longitude)) < -180;
  return west ? line.map(([longitude = 0, latitude = 0]) => [longitude + 360, latitude]) : line;
}

function ringPath(ring: readonly Position[]): string {
  if (ring.every(([, latitude = 0]) => latitude < SOUTHERNMOST)) return '';
  const points = unwrapped(ring).map(([longitude = 0, latitude = 0]) => project(longitude, latitude));
  if (area(points) < LEAST_AREA) return '';
  const half = Math.floor(points.length / 2);
  const line = [...thinned(points.slice(0, half + 1)).slice(0, -1), ...thinned(points.slice(half))];
  let [px, py] = [0, 0];
  const steps = line.slice(0, -1).map(([x, y], i) => {
    const [rx, ry] = [Math.round(x), Math.round(Math.min(y, MAP_HEIGHT + 40))];
    const step = i === 0 ? `M${rx} ${ry}` : `l${rx - px} ${ry - py}`;
    [px, py] = [rx, ry];
    return step;
  });
  return `${steps.filter((step) => step !== 'l0 0').join('')}z`;
}

const atlas = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('world-atlas/land-110m.json'), 'utf8'));
const land = feature(atlas, atlas.objects.land) as unknown as {
  features: readonly { geometry: Polygon | MultiPolygon }[];
};
const path = land.features
  .flatMap(({ geometry }) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates))
  .flatMap((polygon) => polygon.map(ringPath))
  .join('');
writeFileSync(
  new URL('../src/ui/lending/map/land.ts', import.meta.url),
  `/** The world's land as one SVG path. Made by client/tools/make-land.ts from Natural Earth (public domain); do not edit. */\nexport const LAND =\n  '${path}';\n`,
);
process.stdout.write(`${path.length} characters\n`);
