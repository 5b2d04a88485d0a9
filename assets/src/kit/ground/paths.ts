import { mix } from '../base/colour.ts';
import { project } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { each, ellipse, line, type Point, repeat, tenth, xy } from '../base/svg.ts';

/** A path: points in tiles, and its width in tiles. */
export type Path = readonly [points: readonly Point[], width: number];

/** Half a tile's diagonal, near enough: what one tile of width is across a path, in px. */
const PX_PER_TILE = 34;

/** Bands of a path from below: shade on the grass, rim, sand. The plaza is laid between them, so that the two run together. */
export type PathLayer = 'shade' | 'rim' | 'sand';

export function pathBands(paths: readonly Path[], plaza: (layer: PathLayer) => string): string {
  const band = (draw: (d: string, width: number) => string): string =>
    each(paths, ([points, width]) => draw(smooth(points), width * PX_PER_TILE));
  return (
    band((d, w) => line(d, PAL.grassDk, w + 13, 'opacity=".28"')) +
    plaza('shade') +
    band((d, w) => line(d, PAL.pathDk, w + 6)) +
    plaza('rim') +
    band((d, w) => line(d, PAL.path, w)) +
    plaza('sand') +
    band((d, w) => line(d, PAL.sand, w * 0.55, 'opacity=".55"'))
  );
}

/** A smooth curve through the points (Catmull-Rom as cubic Béziers). */
function smooth(points: readonly Point[]): string {
  const px = points.map(([x, y]) => project(x, y));
  const at = (i: number): Point => px[Math.max(0, Math.min(px.length - 1, i))] ?? [0, 0];
  const curves = Array.from({ length: px.length - 1 }, (_, i) => {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    return `C${tenth(p1[0] + (p2[0] - p0[0]) / 6)} ${tenth(p1[1] + (p2[1] - p0[1]) / 6)} ${tenth(p2[0] - (p3[0] - p1[0]) / 6)} ${tenth(p2[1] - (p3[1] - p1[1]) / 6)} ${xy(p2)}`;
  });
  return `M${xy(at(0))}${curves.join('')}`;
}

/** Stones strewn along a path, as far as the painted rectangle reaches. */
export function cobbles([points, width]: Path, [halfWidth, halfHeight]: Point, random: () => number): string {
  return each(points.slice(1), ([x1, y1], i) => {
    const [x0, y0] = points[i] ?? [x1, y1];
    const count = Math.ceil(Math.hypot(x1 - x0, y1 - y0) * 3.4);
    return repeat(count, () => {
      const along = random();
      const [px, py] = project(x0 + (x1 - x0) * along, y0 + (y1 - y0) * along);
      const aside = (random() - 0.5) * width * PX_PER_TILE * 0.8;
      const stone = cobble(px + aside * 0.7, py + aside * 0.42, random);
      return Math.abs(px) > halfWidth + 40 || Math.abs(py) > halfHeight + 40 ? '' : stone;
    });
  });
}

function cobble(x: number, y: number, random: () => number): string {
  const rx = 4.5 + random() * 4.5;
  const ry = rx * 0.46;
  return (
    ellipse(x, y + 1.7, rx, ry, PAL.pathDk, 'opacity=".85"') +
    ellipse(x, y, rx, ry, mix(PAL.sand, PAL.stone, random() * 0.6)) +
    ellipse(x - rx * 0.2, y - ry * 0.25, rx * 0.5, ry * 0.4, '#fff', 'opacity=".35"')
  );
}
