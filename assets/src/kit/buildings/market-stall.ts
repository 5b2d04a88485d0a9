import { type Colour, dark, light } from '../base/colour.ts';
import { box, footprintShadow, onLeftWall, post, project } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { circle, each, fill, line, rect, repeat, tenth } from '../base/svg.ts';
import { awning } from './awning.ts';

type MarketStallOptions = { c?: Colour; goods?: readonly Colour[] };

const WIDTH = 2.2;
const [X0, X1, Y0, Y1] = [-1.1, 1.1, -0.6, 0.6];

/** A stall of the village market: `c` is the awning's colour, `goods` one colour a crate. */
export function marketStall({
  c = PAL.tomato,
  goods = ['#ea4a3d', '#f58a2c', '#8dc457', '#7a4aa8'],
}: MarketStallOptions = {}): string {
  return (
    footprintShadow(X0, Y0, X1, Y1, 0.55) +
    pole(X0 + 0.05, Y0 + 0.05, 1.9) +
    pole(X1 - 0.05, Y0 + 0.05, 1.9) +
    box(X0 + 0.05, Y0 + 0.02, X1 - 0.05, Y0 + 0.1, 0.1, 1, PAL.woodDk) +
    counter(c) +
    each(goods, (colour, i) => crateOnCounter(colour, i, goods.length)) +
    pole(X0 + 0.05, Y1 - 0.02, 1.62) +
    pole(X1 - 0.05, Y1 - 0.02, 1.62) +
    awning(X0 - 0.14, X1 + 0.14, Y0 - 0.06, 2.12, Y1 + 0.2, 1.58, c, PAL.paper, 9) +
    each(goods, (colour, i) => frontCrate(colour, i, goods.length))
  );
}

const pole = (x: number, y: number, z: number): string => post(x, y, 0, z, PAL.wood);

function counter(cloth: Colour): string {
  const width = (WIDTH - 0.12) * 48;
  const scallops = repeat(10, () => `q${tenth(-width / 20)} 9 ${tenth(-width / 10)} 0`);
  return (
    box(X0 + 0.06, Y1 - 0.5, X1 - 0.06, Y1 - 0.04, 0, 0.62, PAL.wood, { top: PAL.woodLt }) +
    onLeftWall(
      X0 + 0.06,
      Y1 - 0.04,
      0.62,
      repeat(7, (i) => line(`M${tenth((width * (i + 1)) / 8)} 2V26`, PAL.woodDk, 1.6, 'opacity=".5"')) +
        fill(`M0 0H${tenth(width)}V9${scallops}Z`, light(cloth, 0.1)) +
        rect(0, 0, width, 3.2, PAL.woodLt),
    )
  );
}

/** A glossy fruit of radius `r`. */
const fruit = (x: number, y: number, r: number, colour: Colour): string => {
  const small = r < 4.4;
  return (
    circle(x, y, r, dark(colour, 0.16)) +
    circle(x - 0.5, y - (small ? 0.7 : 0.8), r - 0.6, colour) +
    circle(x - (small ? 1.6 : 1.7), y - (small ? 2 : 2.2), 1.2, '#fff', 'opacity=".6"')
  );
};

function crateOnCounter(colour: Colour, i: number, count: number): string {
  const x = X0 + 0.14 + (i * (WIDTH - 0.3)) / count;
  const w = (WIDTH - 0.3) / count - 0.06;
  const [a, b] = [project(x + 0.07, Y1 - 0.28, 0.8), project(x + w - 0.05, Y1 - 0.28, 0.8)];
  const fruits = repeat(9, (m) => {
    const front = m > 4;
    const along = front ? ((m % 5) / 4) * 0.8 + 0.1 : (m % 5) / 4;
    return fruit(a[0] + (b[0] - a[0]) * along, a[1] + (b[1] - a[1]) * along - (front ? -4 : 2.5), 4.3, colour);
  });
  return box(x, Y1 - 0.46, x + w, Y1 - 0.1, 0.62, 0.78, PAL.woodDk, { top: dark(PAL.woodDk, 0.3) }) + fruits;
}

function frontCrate(colour: Colour, i: number, count: number): string {
  const x = X0 + 0.1 + (i * (WIDTH - 0.16)) / count;
  const w = (WIDTH - 0.16) / count - 0.05;
  const [back, front] = [Y1 + 0.02, Y1 + 0.4];
  const fruits = repeat(3, (row) =>
    repeat(3, (m) => {
      const [px, py] = project(x + w * (0.2 + 0.3 * m), back + 0.07 + row * 0.12, 0.3 + (row === 1 ? 0.05 : 0));
      return fruit(px, py, 4.5, colour);
    }),
  );
  return (
    box(x, back, x + w, front, 0, 0.26, PAL.wood, { top: dark(PAL.woodDk, 0.3) }) +
    onLeftWall(x, front, 0.26, line(`M2 6H${tenth(w * 48 - 2)}`, PAL.woodDk, 1.4, 'opacity=".6"')) +
    fruits
  );
}
