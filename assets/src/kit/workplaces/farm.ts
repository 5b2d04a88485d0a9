import { type Colour, dark, light } from '../base/colour.ts';
import { PAL } from '../base/palette.ts';
import { circle, cycle, each, fill, line, move, rect, repeat } from '../base/svg.ts';
import { fruit } from './props.ts';
import { sky } from './settings.ts';

export function farm(ground: Colour) {
  const hills =
    fill('M0 86C60 60 120 66 180 80C240 92 300 66 360 74V150H0Z', dark(ground, 0.1)) +
    fill('M0 104C80 86 160 98 220 104C280 110 330 96 360 98V150H0Z', ground);
  const furrows =
    fill('M196 103L118 150H360V100C310 104 250 108 196 103Z', '#a9764a') +
    repeat(5, (i) => line(`M${214 + i * 30} 104L${150 + i * 62} 150`, '#8a5d38', 4));
  const tomato = (x: number, y: number, s: number) =>
    move(
      x,
      y,
      line('M0 0V-40', PAL.woodDk, 3) +
        each(
          [
            [-9, -12, 10],
            [9, -14, 10],
            [0, -26, 12],
            [-6, -36, 8],
            [7, -34, 8],
          ],
          ([cx, cy, r]) =>
            circle(cx + 0.8, cy + 2.4, r, dark('#4f9d4a', 0.22)) +
            circle(cx, cy, r, '#4f9d4a') +
            circle(cx - r * 0.3, cy - r * 0.3, r * 0.5, light('#4f9d4a', 0.22)),
        ) +
        each(
          [
            [-10, -8],
            [8, -10],
            [-2, -22],
            [10, -24],
            [-5, -34],
          ],
          ([cx, cy]) => fruit(cx, cy, 4.6, PAL.tomato),
        ),
      s,
    );
  const barn =
    fill('M-30 0V-28L0 -46L30 -28V0Z', PAL.brick) +
    fill('M0 -46L30 -28V0H8V-42Z', dark(PAL.brick, 0.18)) +
    fill('M-36 -26L0 -50L36 -26L31 -22L0 -43L-31 -22Z', PAL.indigo) +
    rect(-9, -20, 18, 20, PAL.paper, 2) +
    line('M-9 -20L9 0M9 -20L-9 0', PAL.brick, 2);
  const barrow =
    line('M22 -20L56 -34', PAL.woodDk, 6) +
    fill('M-40 -40H34L22 -12H-26Z', PAL.teal) +
    fill('M10 -40H34L22 -12H8Z', dark(PAL.teal, 0.2)) +
    circle(-26, -10, 13, '#4a4156') +
    circle(-26, -10, 6, PAL.woodLt) +
    line('M20 -12V2', PAL.woodDk, 6) +
    each(
      [
        [-26, -44],
        [-8, -46],
        [10, -44],
        [-16, -54],
        [2, -56],
        [22, -42],
      ],
      ([x, y], i) => fruit(x, y, 9, cycle(['#f28a2a', '#8dc457', PAL.tomato], i)),
    );
  return (
    sky('#c4e9f4') +
    hills +
    move(160, 92, barn, 0.75) +
    furrows +
    tomato(222, 122, 0.72) +
    tomato(262, 116, 0.6) +
    tomato(252, 146, 1.0) +
    tomato(200, 148, 0.95) +
    move(310, 146, barrow, 0.86) +
    line('M186 60q5 -5 8 0q4 -5 8 0M330 62q4 -4 7 0q3 -4 7 0', PAL.ink2, 2)
  );
}
