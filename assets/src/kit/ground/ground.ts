import { type Colour, mix } from '../base/colour.ts';
import { project } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { freshId, rng } from '../base/random.ts';
import { cycle, each, ellipse, move, type Point, repeat, tenth } from '../base/svg.ts';
import { flower, tuft } from '../nature/plants.ts';
import { cobbles, type Path, pathBands } from './paths.ts';
import { mosaic, plazaDisc } from './plaza.ts';
import { pond as drawPond } from './pond.ts';

/** A circle on the ground: tile x, tile y, size. */
export type Disc = readonly [x: number, y: number, size: number];
type FlowerBed = readonly [x: number, y: number, radius: number, colours: readonly Colour[]];
type Patch = readonly [x: number, y: number, radius: number, colour: Colour, opacity: number];

export type GroundSpec = {
  /** Where stones, tufts and flowers fall follows from it. */
  readonly seed: string;
  readonly paths: readonly Path[];
  readonly plaza: Disc | null;
  readonly pond: Disc | null;
  readonly flowers?: readonly FlowerBed[];
  readonly patches?: readonly Patch[];
  /** Half width and half height of the painted rectangle, px. */
  readonly half?: Point;
};

/**
 * The painted ground of a place, from data; tile (0, 0) lies on px (0, 0).
 * Nothing half transparent may lie far outside the painted rectangle: resvg 2.6 aborts the process on a layer beyond its canvas.
 */
export function ground({
  seed,
  paths,
  plaza,
  pond,
  flowers = [],
  patches = [],
  half = [1600, 900],
}: GroundSpec): string {
  const random = rng(seed);
  const base = lawn(half) + meadows(half, random);
  const discs = each(patches, ([x, y, radius, colour, opacity]) => {
    const [px, py] = project(x, y);
    return ellipse(px, py, radius * 68, radius * 34, colour, `opacity="${opacity}"`);
  });
  return (
    base +
    discs +
    pathBands(paths, (layer) => (plaza ? plazaDisc(plaza, layer) : '')) +
    (plaza ? mosaic(plaza, random) : '') +
    each(paths, (path) => cobbles(path, half, random)) +
    (pond ? drawPond(pond) : '') +
    wildPlants(paths, plaza, pond, random) +
    each(flowers, (bed) => flowerBed(bed, random))
  );
}

/** Grass in the light of the upper left, falling off to the edges. */
function lawn([halfWidth, halfHeight]: Point): string {
  const id = freshId('gg');
  const far = mix(PAL.grassMd, PAL.grassDk, 0.25);
  return (
    `<defs><radialGradient id="${id}" gradientUnits="userSpaceOnUse" cx="-260" cy="-260" r="1150"><stop offset="0" stop-color="${PAL.grassLt}"/><stop offset=".45" stop-color="${PAL.grass}"/><stop offset="1" stop-color="${far}"/></radialGradient></defs>` +
    `<rect x="${-halfWidth}" y="${-halfHeight}" width="${halfWidth * 2}" height="${halfHeight * 2}" fill="url(#${id})"/>`
  );
}

/** Soft, blurred patches of other greens, flattened as the ground is. Its region is the painted rectangle. */
function meadows([halfWidth, halfHeight]: Point, random: () => number): string {
  const id = freshId('soft');
  const blobs = repeat(70, (i) => {
    const [x, y, r] = [(random() - 0.5) * 2550, (random() - 0.5) * 1800, 50 + random() * 120];
    const colour = i % 3 ? PAL.grassLt : PAL.grassMd;
    const outline = Array.from({ length: 8 }, (_, k) => {
      const angle = (k / 8) * 6.283;
      const reach = r * (0.75 + random() * 0.4);
      return `${k ? 'L' : 'M'}${tenth(x + Math.cos(angle) * reach)} ${tenth(y + Math.sin(angle) * reach * 0.42)}`;
    });
    if (Math.abs(x) - r * 1.2 > halfWidth || Math.abs(y) - r * 0.6 > halfHeight) return '';
    return `<path d="${outline.join('')}Z" fill="${colour}" stroke="${colour}" stroke-width="26" stroke-linejoin="round" opacity="${i % 3 ? 0.42 : 0.34}"/>`;
  });
  return `<filter id="${id}" filterUnits="userSpaceOnUse" x="${-halfWidth}" y="${-halfHeight}" width="${halfWidth * 2}" height="${halfHeight * 2}"><feGaussianBlur stdDeviation="16 9"/></filter><g filter="url(#${id})">${blobs}</g>`;
}

/** Tufts and wild flowers, in tiles round the middle of the map. */
const WILD = { count: 420, spread: 36, colours: ['#fff', '#ffd95e', '#f59bb4', '#c6a8ef'] } as const;

function wildPlants(paths: readonly Path[], plaza: Disc | null, pond: Disc | null, random: () => number): string {
  const paved = (x: number, y: number): boolean =>
    paths.some((path) => distanceToPath(x, y, path) < path[1] * 0.62 + 0.25) ||
    (plaza !== null && Math.hypot(x - plaza[0], y - plaza[1]) < plaza[2] + 0.3) ||
    (pond !== null && Math.hypot(x - pond[0], y - pond[1]) < 2.4 * pond[2]);
  return repeat(WILD.count, (i) => {
    const [x, y] = [(random() - 0.5) * WILD.spread, (random() - 0.5) * WILD.spread];
    if (paved(x, y)) return '';
    const [px, py] = project(x, y);
    const plant = i % 9 === 0 ? flower(cycle(WILD.colours, i)) : tuft(i % 2 ? PAL.grassMd : PAL.grassDk);
    return move(px, py, plant, 0.55 + random() * 0.45);
  });
}

/** Distance in tiles from a point to the middle line of a path. */
function distanceToPath(x: number, y: number, [points]: Path): number {
  const distances = points.slice(1).map(([x1, y1], i) => {
    const [x0, y0] = points[i] ?? [x1, y1];
    const [dx, dy] = [x1 - x0, y1 - y0];
    const along = Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy)));
    return Math.hypot(x - x0 - dx * along, y - y0 - dy * along);
  });
  return Math.min(...distances);
}

const flowerBed = ([x, y, radius, colours]: FlowerBed, random: () => number): string =>
  repeat(Math.ceil(radius * 26), (i) => {
    const angle = random() * 6.283;
    const reach = Math.sqrt(random()) * radius;
    const [px, py] = project(x + Math.cos(angle) * reach, y + Math.sin(angle) * reach);
    return move(px, py, flower(cycle(colours, i)), 0.75 + random() * 0.35);
  });
