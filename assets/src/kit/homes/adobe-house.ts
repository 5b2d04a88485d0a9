import { type Colour, dark, light, mix } from '../base/colour.ts';
import { atTile, box, footprintShadow, onLeftWall, onRightWall, post, project, softShadow } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { jar } from '../base/solids.ts';
import { circle, ellipse, fill, line, polygon, rect, repeat } from '../base/svg.ts';
import { flowerPot } from '../props/garlands.ts';
import { arch } from './home-parts.ts';

type AdobeOptions = {
  /** Colour of the earth. */
  wall?: Colour;
  /** Door and painted band. */
  trim?: Colour;
  /** Shifts which peppers on the roof are red. */
  seed?: number;
};

/** Half width, half depth, height of the roof terrace and of the parapet round it. */
const [X1, Y1, H, TOP] = [1.2, 1.05, 1.5, 1.74];
const PARAPET = 0.13;

/** Earthen house with a flat roof used as a terrace: drying peppers, jars, beam ends, a ladder, a canopy and a bread oven. */
export function adobeHouse({ wall = '#e2ab74', trim = PAL.teal, seed = 1 }: AdobeOptions = {}): string {
  const left = dark(wall, 0.04);
  return (
    footprintShadow(-X1, -Y1, X1, Y1, 0.8) +
    box(-X1 - 0.07, -Y1 - 0.07, X1 + 0.07, Y1 + 0.07, 0, 0.1, dark(wall, 0.12)) +
    box(-X1, -Y1, X1, Y1, 0.08, H, wall, { left, right: dark(wall, 0.22), top: light(wall, 0.12) }) +
    box(-X1, -Y1, X1, -Y1 + PARAPET, H, TOP, wall) +
    box(-X1, -Y1, -X1 + PARAPET, Y1, H, TOP, wall) +
    pepperMat(seed) +
    atTile(0.65, -0.55, jar(9, 20, PAL.terracotta), 1, H) +
    atTile(0.75, 0.1, jar(7, 15, '#c98d57'), 1, H) +
    box(X1 - PARAPET, -Y1, X1, Y1, H, TOP, wall) +
    box(-X1, Y1 - PARAPET, X1, Y1, H, TOP, wall, { left }) +
    onLeftWall(-X1, Y1, TOP, front(wall, trim)) +
    onRightWall(X1, Y1, TOP, side(wall)) +
    canopy(trim) +
    atTile(0.78, Y1 + 0.2, ladder()) +
    atTile(1.75, 0.55, oven(wall), 0.8) +
    atTile(0.3, Y1 + 0.35, flowerPot(PAL.marigold))
  );
}

const front = (wall: Colour, trim: Colour): string =>
  beamEnds(115, wall) +
  line('M0 25H115', trim, 3, 'stroke-dasharray="1 8"') +
  arch(22, 76, trim) +
  smallWindow(74, 38, PAL.woodDk, wall);

const side = (wall: Colour): string =>
  beamEnds(101, dark(wall, 0.2)) +
  smallWindow(24, 38, dark(PAL.woodDk, 0.2), wall) +
  smallWindow(62, 38, dark(PAL.woodDk, 0.2), wall);

/** Ends of the roof beams along a wall `w` px wide. */
const beamEnds = (w: number, colour: Colour): string =>
  repeat(
    Math.floor(w / 17),
    (i) => circle(12 + i * 17, 14, 3.6, dark(colour, 0.3)) + circle(11.4 + i * 17, 13.4, 2.6, PAL.wood),
  );

const smallWindow = (x: number, y: number, frame: Colour, wall: Colour): string =>
  rect(x - 4, y - 4, 24, 24, light(wall, 0.4), 6) +
  rect(x, y, 16, 16, frame, 4) +
  rect(x + 2, y + 2, 12, 12, '#5b3a3a', 2) +
  line(`M${x + 8} ${y}v16M${x} ${y + 8}h16`, frame, 2.4);

/** Peppers drying on a mat. */
function pepperMat(seed: number): string {
  const z = H + 0.03;
  const mat = polygon(
    [project(-0.7, -0.5, z), project(0.05, -0.5, z), project(0.05, 0.3, z), project(-0.7, 0.3, z)],
    PAL.straw,
  );
  const peppers = repeat(15, (i) => {
    const [x, y] = project(-0.6 + (i % 5) * 0.15, -0.38 + Math.floor(i / 5) * 0.25, H + 0.06);
    const colour = (i * 7 + seed) % 4 ? PAL.tomato : PAL.marigold;
    return ellipse(x, y, 5, 2.6, colour, `transform="rotate(${((i * 50) % 60) - 30} ${x} ${y})"`);
  });
  return mat + peppers;
}

/** A cloth on two poles over the door. */
function canopy(trim: Colour): string {
  const pole = (x: number): string => post(x, Y1 + 0.42, 0, 1.12, PAL.wood, 0.06);
  const cloth = [
    project(-1.16, Y1, 1.25),
    project(0, Y1, 1.25),
    project(0, Y1 + 0.46, 1.1),
    project(-1.16, Y1 + 0.46, 1.1),
  ];
  return pole(-1.1) + pole(-0.05) + polygon(cloth, mix(trim, PAL.paper, 0.25));
}

const ladder = (): string =>
  line('M-6 0L-1 -84M7 0L12 -84', PAL.wood, 3.2) +
  repeat(8, (i) => line(`M${-5 + i * 0.6} ${-9 - i * 10}h13`, PAL.woodLt, 2.6));

const oven = (wall: Colour): string =>
  softShadow(24, 9) +
  fill('M-22 4C-26 -30 26 -30 22 4C10 12 -10 12 -22 4Z', light(wall, 0.12)) +
  fill('M6 9.6C14 0 14 -18 8 -22C26 -18 24 -4 22 4C16 8 10 9.5 6 9.6Z', dark(wall, 0.22)) +
  fill('M-14 8C-16 -8 4 -8 3 9.6C-2 10 -10 9.5 -14 8Z', '#5b2f2a') +
  ellipse(-6, 5, 5, 2.6, '#f58a2c');
