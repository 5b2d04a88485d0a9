import { type Colour, dark, light } from '../base/colour.ts';
import { PAL } from '../base/palette.ts';
import { circle, each, fill, line, move, rect, repeat } from '../base/svg.ts';
import { sky } from './settings.ts';

export function sea(water: Colour) {
  const waves =
    rect(0, 78, 360, 72, water) +
    rect(0, 78, 360, 10, light(water, 0.2), 0, 'opacity=".5"') +
    line('M20 96q10 -6 20 0t20 0M120 90q8 -5 16 0t16 0M300 92q8 -5 16 0t16 0', light(water, 0.5), 3);
  const beach =
    fill('M120 150C150 128 220 122 360 126V150Z', PAL.sand) +
    fill('M120 150C150 130 220 126 360 130', 'none', `stroke="#fff" stroke-width="3" opacity=".6"`);
  const boat =
    fill('M-70 -26C-56 4 -30 10 6 10C40 10 62 0 76 -30C50 -12 -42 -10 -70 -26Z', PAL.tomato) +
    fill('M14 10C44 8 64 -2 76 -30C62 -20 40 -15 20 -13.500Z', dark(PAL.tomato, 0.2)) +
    fill('M-70 -26C-46 -38 52 -42 76 -30C50 -12 -42 -10 -70 -26Z', PAL.woodDk) +
    fill('M-56 -26C-34 -33 44 -36 60 -30C40 -19 -34 -17 -56 -26Z', '#b98250') +
    line('M-69 -23C-42 -8 50 -10 75 -27', PAL.paper, 4) +
    line('M-20 -34L-16 -19M22 -36L26 -19', PAL.woodLt, 6) +
    line('M4 -30V-96', PAL.woodDk, 5) +
    fill('M8 -94C40 -80 46 -56 44 -42H8Z', '#fff6e0') +
    fill('M26 -82C40 -70 46 -56 44 -42H28Z', dark('#fff6e0', 0.12)) +
    fill('M0 -90C-16 -76 -26 -58 -28 -44H0Z', PAL.marigold) +
    circle(-52, -8, 3.4, PAL.paper);
  const fish = (x: number, y: number, a: number) =>
    `<g transform="translate(${x} ${y}) rotate(${a})">` +
    fill('M-13 0C-7 -8 7 -8 11 -1L18 -6V7L11 1C7 8 -7 8 -13 0Z', '#9fb9c8') +
    fill('M-13 0C-7 8 7 8 11 1L2 1Z', dark('#9fb9c8', 0.16)) +
    circle(-7, -1.6, 1.6, '#21425a') +
    '</g>';
  const crate =
    rect(-32, -22, 64, 24, '#5aa6c9', 4) +
    rect(-32, -22, 64, 7, '#8fd0e2', 3) +
    line('M-24 -8H24', dark('#5aa6c9', 0.2), 2.4);
  const net =
    line('M-36 0V-56M36 0V-52', PAL.woodDk, 5) +
    fill('M-36 -52Q0 -36 36 -48V-20Q0 -4 -36 -22Z', PAL.teal, 'opacity=".3"') +
    repeat(7, (i) =>
      line(
        `M${-36 + i * 12} ${-52 + 9 * Math.sin((i / 6) * 3.14)}V${-22 + 8 * Math.sin((i / 6) * 3.14)}`,
        PAL.paper,
        1.6,
      ),
    ) +
    repeat(4, (i) => line(`M-36 ${-52 + i * 10}Q0 ${-36 + i * 10} 36 ${-48 + i * 9.5}`, PAL.paper, 1.6)) +
    each([-28, -8, 14, 32], (x) => circle(x, -46 + Math.abs(x) * -0.12, 4.4, PAL.marigold));
  return (
    sky('#c4ecf6') +
    waves +
    beach +
    move(206, 124, boat, 0.94) +
    move(318, 142, net, 0.9) +
    move(286, 148, fish(-14, -26, -10) + fish(8, -28, 8) + fish(20, -25, -4) + crate, 0.82) +
    line('M140 34q6 -6 10 0q5 -6 10 0M316 70q4 -4 7 0q3 -4 7 0', '#fff', 2.6)
  );
}
