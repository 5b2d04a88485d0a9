import { dark, light } from '../base/colour.ts';
import { PAL, SHADOW } from '../base/palette.ts';
import { circle, each, ellipse, fill, group, line, move, rect, repeat, tenth } from '../base/svg.ts';

/** The Lending Hall: a round house under layered thatch, with the coin and the sprout over its door. */
export const lendingHall = (): string =>
  ellipse(30, 10, 74, 30, SHADOW, 'opacity=".2"') + walls() + doorway() + sideWindow() + thatch() + emblem();

const R = 58;
const H = 84;

const walls = (): string =>
  fill('M-64 0V8C-64 40 64 40 64 8V0Z', PAL.stoneDk) +
  ellipse(0, 0, 64, 32, PAL.stone) +
  fill(`M-${R} ${-H}V0C-${R} 36 ${R} 36 ${R} 0V${-H}Z`, PAL.wallOchre) +
  fill(`M14 27C40 24 ${R} 14 ${R} 0V${-H}H22C26 -30 24 4 14 27Z`, dark(PAL.wallOchre, 0.2)) +
  // a hand-painted frieze
  line('M-58 -24C-58 12 58 12 58 -24', PAL.brick, 9) +
  line('M-58 -24C-58 12 58 12 58 -24', PAL.paper, 3.2, 'stroke-dasharray="2 8"') +
  line('M-58 -33C-58 3 58 3 58 -33', PAL.teal, 3);

const doorway = (): string =>
  move(
    -12,
    -22,
    fill('M-19 48V10C-19 -14 19 -14 19 10V48C10 51 -10 51 -19 48Z', PAL.woodDk) +
      fill('M-14.5 47V11C-14.5 -8 14.5 -8 14.5 11V47C8 49.5 -8 49.5 -14.5 47Z', PAL.teal) +
      line('M0 -2V49', dark(PAL.teal, 0.25), 2) +
      circle(-4, 24, 2, PAL.gold) +
      circle(4, 24, 2, PAL.gold),
  );

const sideWindow = (): string =>
  group(
    'translate(34 -18) skewY(-16)',
    rect(-9, -11, 18, 22, PAL.woodDk, 7) + rect(-6, -8, 12, 16, '#ffe9a8', 5) + line('M0 -8V8', PAL.woodDk, 2),
  );

/** Layers of thatch from below: half width, half height of the rim, and where it lies. */
const LAYERS = [
  [82, 38, -70],
  [68, 32, -91],
  [52, 25, -112],
  [34, 17, -133],
] as const;

const thatch = (): string =>
  each(LAYERS, ([rx, ry, y], i) => layer(rx, ry, y, i)) +
  circle(0, -177, 8, PAL.brick) +
  circle(-2, -179, 2.6, '#fff', 'opacity=".6"');

function layer(rx: number, ry: number, y: number, i: number): string {
  const top = y - 34 + i;
  const ends = repeat(11, (m) => {
    const share = (m - 5) / 5.6;
    const x = share * rx;
    const rim = y + ry * 0.86 * Math.sqrt(1 - share * share);
    return line(
      `M${tenth(x)} ${tenth(rim - 1)}L${tenth(x * 0.93)} ${tenth(rim - 11)}`,
      dark(PAL.straw, 0.3),
      1.8,
      'opacity=".45"',
    );
  });
  return (
    fill(
      `M${-rx} ${y}C${-rx * 0.9} ${y + ry * 1.25} ${rx * 0.9} ${y + ry * 1.25} ${rx} ${y}C${rx * 0.6} ${y - 22} ${rx * 0.4} ${top} 0 ${top - 6}C${-rx * 0.4} ${top} ${-rx * 0.6} ${y - 22} ${-rx} ${y}Z`,
      dark(PAL.straw, 0.16 - 0.03 * i),
    ) +
    fill(
      `M${-rx} ${y}C${-rx * 0.9} ${y + ry * 1.25} ${rx * 0.1} ${y + ry * 1.05} ${rx * 0.12} ${y + ry * 0.8}C${rx * 0.2} ${y - 10} ${rx * 0.1} ${top + 10} 0 ${top - 6}C${-rx * 0.4} ${top} ${-rx * 0.6} ${y - 22} ${-rx} ${y}Z`,
      light(PAL.straw, 0.05 + 0.05 * i),
    ) +
    ends
  );
}

const emblem = (): string =>
  move(
    -12,
    -70,
    circle(0, 0, 19, PAL.woodDk) +
      circle(0, 0, 16, PAL.gold) +
      circle(0, 0, 16, 'none', `stroke="${PAL.goldDk}" stroke-width="2"`) +
      move(
        0,
        8,
        line('M0 2C0 -4 0 -8 0 -11', PAL.primary, 3) +
          fill('M0 -9C-2 -17 -9 -18 -12 -17C-12 -11 -7 -7 0 -9Z', PAL.primary) +
          fill('M0 -11C1 -19 7 -22 11 -21C12 -15 7 -10 0 -11Z', PAL.leaf),
      ),
  );
