import { dark, light } from '../base/colour.ts';
import { PAL } from '../base/palette.ts';
import { jar } from '../base/solids.ts';
import { circle, each, ellipse, fill, line, move, rect, repeat } from '../base/svg.ts';
import { flowerPot } from '../props/garlands.ts';
import { books, herbJars } from '../shops/trade-props.ts';
import { stool } from '../shops/yard-props.ts';
import { shelf } from './settings.ts';

/** Scenes of education, health and entertainment. */

export function classroom(): string {
  const board =
    rect(142, 10, 138, 76, PAL.woodDk, 5) +
    rect(147, 15, 128, 66, '#3d6b5a', 3) +
    line('M158 30H196M158 42H210M158 54H188', '#fff', 2.6, 'opacity=".85"') +
    circle(246, 36, 12, 'none', 'stroke="#ffe9a8" stroke-width="2.6"') +
    line('M246 24V48M234 36H258', '#ffe9a8', 2.2) +
    line('M226 70L240 56L254 70Z', '#f59bb4', 2.6) +
    rect(206, 80, 22, 4, '#fff', 1.5);
  const desk =
    rect(-60, -30, 120, 8, PAL.woodLt, 3) +
    rect(-54, -22, 10, 40, PAL.woodDk, 2) +
    rect(44, -22, 10, 40, PAL.woodDk, 2) +
    rect(-54, -22, 108, 14, PAL.wood, 2);
  const globe =
    line('M0 0V-8', '#7d8794', 4) +
    ellipse(0, 0, 12, 4, '#7d8794') +
    circle(0, -22, 15, '#7fd3e0') +
    fill(
      'M-10 -30C-4 -36 6 -34 6 -28C4 -22 -2 -24 -4 -18C-10 -18 -13 -24 -10 -30ZM4 -18C9 -20 13 -18 12 -14C9 -9 4 -10 4 -18Z',
      PAL.grassMd,
    ) +
    line('M-17 -22C-17 -44 17 -44 17 -22', '#7d8794', 2.4);
  return (
    board +
    move(262, 132, desk) +
    move(226, 102, books(), 1.5) +
    move(296, 102, globe, 0.95) +
    move(186, 148, stool(PAL.tomato), 1.5) +
    move(344, 148, stool(PAL.indigo), 1.5)
  );
}

export function clinic(): string {
  const cabinet =
    rect(0, 0, 78, 92, '#f6f3ea', 5) +
    rect(5, 5, 68, 52, '#cfe8e4', 3) +
    rect(5, 29, 68, 4, '#f6f3ea') +
    each(
      [
        [14, 29, '#c8503a'],
        [28, 29, '#f6c945'],
        [42, 29, '#8fb86a'],
        [58, 29, PAL.teal],
        [16, 55, '#8b5aa6'],
        [34, 55, PAL.teal],
        [54, 55, '#f08aa0'],
      ],
      ([x, y, c]) => rect(x - 5, y - 14, 11, 14, light(c, 0.25), 3) + rect(x - 4, y - 18, 9, 5, PAL.woodDk, 1.5),
    ) +
    rect(5, 62, 68, 26, '#eae3d2', 3) +
    circle(66, 75, 2.4, PAL.goldDk) +
    fill('M39 86C26 77 28 68 34 68C37 68 39 70 39 72C39 70 41 68 44 68C50 68 52 77 39 86Z', PAL.tomato);
  const scales =
    rect(-22, -8, 44, 9, '#7d8794', 4) +
    rect(-3, -50, 6, 44, '#8d97a3', 2) +
    circle(0, -56, 15, '#eef1ea') +
    circle(0, -56, 15, 'none', 'stroke="#7d8794" stroke-width="3.4"') +
    line('M0 -56L6 -64', PAL.tomato, 2.8);
  return (
    shelf(134, 46, 84) +
    move(152, 46, jar(8, 20, PAL.teal)) +
    move(176, 46, jar(7, 16, PAL.paper)) +
    move(200, 46, jar(8, 22, '#8fb86a')) +
    move(236, 28, cabinet) +
    move(190, 142, scales) +
    move(252, 148, herbJars(), 1.1) +
    move(338, 146, flowerPot(PAL.rose, PAL.teal), 1.5)
  );
}

export function stage(): string {
  const curtain = (x: number, w: number): string =>
    fill(`M${x} 0H${x + w}C${x + w * 0.94} 50 ${x + w} 90 ${x + w * 0.7} 112H${x}Z`, PAL.tomato) +
    repeat(3, (i) =>
      line(
        `M${x + w * (0.22 + i * 0.24)} 4C${x + w * (0.2 + i * 0.22)} 50 ${x + w * (0.22 + i * 0.2)} 80 ${x + w * (0.14 + i * 0.18)} 108`,
        dark(PAL.tomato, 0.22),
        3,
      ),
    );
  const drum = (r: number, h: number, c: string): string =>
    fill(`M${-r} ${-h}L${-r * 0.86} -3C${-r * 0.5} 4 ${r * 0.5} 4 ${r * 0.86} -3L${r} ${-h}Z`, c) +
    fill(`M${r * 0.3} 1.6C${r * 0.6} 1 ${r * 0.8} 0 ${r * 0.86} -3L${r} ${-h}H${r * 0.36}Z`, dark(c, 0.2)) +
    ellipse(0, -h, r, r * 0.3, PAL.paper) +
    ellipse(0, -h, r, r * 0.3, 'none', `stroke="${PAL.woodDk}" stroke-width="2.6"`);
  const microphone =
    ellipse(0, 0, 16, 5, '#4a4156') +
    line('M0 0V-74', '#5b5068', 4) +
    circle(0, -80, 9, '#4a4156') +
    line('M-6 -82H6M-7 -78H7', '#8b8797', 1.6);
  const speaker =
    rect(-20, -58, 40, 58, '#4a4156', 5) +
    circle(0, -40, 9, '#2f2838') +
    circle(0, -40, 4, '#8b8797') +
    circle(0, -17, 14, '#2f2838') +
    circle(0, -17, 6, '#8b8797');
  const bulbs = repeat(
    7,
    (i) =>
      circle(150 + i * 30, 18 + 10 * Math.sin((i / 6) * 3.14), 9, '#ffe7a0', 'opacity=".35"') +
      circle(150 + i * 30, 18 + 10 * Math.sin((i / 6) * 3.14), 4.4, '#ffe08a'),
  );
  return (
    line('M132 12Q240 44 348 12', '#4a4156', 2) +
    bulbs +
    move(0, 0, curtain(318, 60)) +
    move(214, 136, drum(24, 44, PAL.terracotta)) +
    move(258, 144, drum(18, 30, PAL.indigo)) +
    move(172, 146, microphone) +
    move(310, 146, speaker)
  );
}
