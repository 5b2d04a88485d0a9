import { dark } from '../base/colour.ts';
import { atTile, box, project, softShadow } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { ball, cylinder, jar } from '../base/solids.ts';
import { circle, each, ellipse, fill, line, move, polygon, rect, repeat } from '../base/svg.ts';

/** Seats and tables. */

/** A split log on two blocks. */
export const logBench = () =>
  softShadow(28, 9) +
  each([-16, 16], (x) => rect(x - 4, -10, 8, 10, PAL.woodDk, 2)) +
  fill('M-28 -18C-30 -10 -26 -8 -24 -8H24C28 -8 30 -16 27 -18Z', PAL.wood) +
  rect(-28, -19, 56, 5, PAL.woodLt, 2.5) +
  ellipse(27, -13, 4, 6, '#e8c08a') +
  ellipse(27, -13, 2, 3, PAL.wood);

/** Stone slab on two feet. */
export const stoneBench = () =>
  softShadow(26, 9) +
  box(-0.38, -0.12, -0.24, 0.16, 0, 0.24, PAL.stoneDk) +
  box(0.24, -0.12, 0.38, 0.16, 0, 0.24, PAL.stoneDk) +
  box(-0.48, -0.18, 0.48, 0.2, 0.24, 0.34, PAL.stone);

/** Checked cloth with basket, plate and jug. */
export const picnic = () =>
  polygon([project(-0.6, -0.5), project(0.6, -0.5), project(0.6, 0.5), project(-0.6, 0.5)], PAL.paper) +
  each([0, 1, 2], (i) =>
    polygon(
      [
        project(-0.6 + i * 0.4, -0.5),
        project(-0.4 + i * 0.4, -0.5),
        project(-0.4 + i * 0.4, 0.5),
        project(-0.6 + i * 0.4, 0.5),
      ],
      PAL.tomato,
      'opacity=".55" stroke="none"',
    ),
  ) +
  each([0, 1], (i) =>
    polygon(
      [
        project(-0.6, -0.5 + i * 0.5),
        project(0.6, -0.5 + i * 0.5),
        project(0.6, -0.25 + i * 0.5),
        project(-0.6, -0.25 + i * 0.5),
      ],
      PAL.tomato,
      'opacity=".4" stroke="none"',
    ),
  ) +
  move(
    -14,
    -2,
    fill('M-12 -10H12L9 2C4 5 -4 5 -9 2Z', PAL.wood) +
      rect(-13, -12, 26, 5, PAL.woodLt, 2) +
      line('M-9 -11C-8 -24 8 -24 9 -11', PAL.woodDk, 2.6),
  ) +
  move(16, 2, ellipse(0, 0, 11, 5, '#fff') + ball(-3, -4, 4, PAL.tomato) + ball(4, -3, 4, PAL.marigold)) +
  move(6, -12, jar(5, 12, '#f6c945'));

/** Round table, two stools, striped parasol. */
export const parasolTable = () =>
  softShadow(40, 14) +
  line('M0 0V-84', PAL.woodDk, 4) +
  ellipse(0, -26, 26, 10, dark(PAL.wood, 0.1)) +
  ellipse(0, -28, 26, 10, PAL.woodLt) +
  move(-9, -30, jar(4, 9, PAL.teal)) +
  each(
    [
      [-30, 6],
      [30, 6],
    ],
    ([x, y]) =>
      ellipse(x, y - 12, 10, 4.5, PAL.woodLt) + line(`M${x - 6} ${y}V${y - 12}M${x + 6} ${y}V${y - 12}`, PAL.woodDk, 3),
  ) +
  fill(
    'M0 -94C-26 -92 -44 -80 -48 -66Q-40 -72 -30 -64Q-22 -72 -10 -63Q0 -71 12 -63Q22 -72 32 -64Q40 -72 48 -66C44 -80 26 -92 0 -94Z',
    PAL.marigold,
  ) +
  fill(
    'M0 -94C-12 -90 -22 -78 -30 -64Q-22 -72 -10 -63C-8 -76 -4 -88 0 -94ZM0 -94C4 -88 10 -76 12 -63Q22 -72 32 -64C24 -80 12 -90 0 -94Z',
    PAL.paper,
  ) +
  circle(0, -95, 3, PAL.woodDk);

/** Striped hammock between two posts. */
export const hammock = () =>
  softShadow(44, 12) +
  each([-40, 40], (x) => rect(x - 3.5, -58, 7, 58, x < 0 ? PAL.wood : PAL.woodDk, 3)) +
  fill('M-38 -46C-24 -8 24 -8 38 -46C26 -26 -26 -26 -38 -46Z', PAL.tomato) +
  fill('M-34 -40C-20 -12 20 -12 34 -40C22 -28 -22 -28 -34 -40Z', PAL.marigold) +
  line('M-30 -34C-16 -20 16 -20 30 -34', PAL.teal, 3) +
  line('M-40 -52L-38 -46M40 -52L38 -46', PAL.woodLt, 2.4);

/** One dark square of the board. */
function chessSquare(x: number, y: number): string {
  const side = 0.12;
  const corners = [
    project(x, y, 0.63),
    project(x + side, y, 0.63),
    project(x + side, y + side, 0.63),
    project(x, y + side, 0.63),
  ];
  return polygon(corners, PAL.woodDk, 'stroke="none"');
}

/** Chess board on a stone foot. */
export const chessTable = () =>
  softShadow(24, 8) +
  cylinder(6, 24, PAL.stone) +
  box(-0.36, -0.36, 0.36, 0.36, 0.54, 0.62, PAL.wood, { top: PAL.woodLt }) +
  repeat(16, (i) =>
    (i + Math.floor(i / 4)) % 2 ? chessSquare(-0.24 + (i % 4) * 0.12, -0.24 + Math.floor(i / 4) * 0.12) : '',
  ) +
  atTile(-0.1, 0.1, cylinder(2.4, 7, PAL.paper) + circle(0, -9, 2.6, PAL.paper), 1, 0.63) +
  atTile(0.12, -0.06, cylinder(2.4, 7, '#4a3328') + circle(0, -9, 2.6, '#4a3328'), 1, 0.63);
