import { dark, light } from '../base/colour.ts';
import { PAL } from '../base/palette.ts';
import { circle, each, ellipse, fill, line, move, rect, repeat } from '../base/svg.ts';
import { clothBolt, vase } from './props.ts';
import { shelf } from './settings.ts';

/** Scenes of tailors, potters and repairers. */

export function textile() {
  const machine =
    rect(-50, -5, 104, 8, PAL.woodDk, 3) +
    rect(-50, -6, 104, 4, PAL.woodLt, 2) +
    fill('M-32 -6V-12H40V-6Z', '#3f4a63') +
    fill('M20 -12V-44C20 -48 24 -52 30 -52H38V-12Z', '#4d5a78') +
    fill('M-34 -52H34V-40H-22V-26H-34Z', '#5a6a8f') +
    fill('M-34 -52H34V-48H-34Z', '#7d8eb5') +
    rect(-31, -26, 6, 11, '#c3ccd4', 1) +
    line('M-28 -15V-7', '#c3ccd4', 2) +
    circle(44, -34, 12, '#3f4a63') +
    circle(44, -34, 6, '#7d8eb5') +
    rect(8, -62, 9, 10, PAL.rose, 2) +
    line('M12 -62C4 -70 -20 -66 -28 -50', PAL.rose, 1.4) +
    line('M-14 -33H12', PAL.gold, 2);
  const fabric =
    fill('M-86 3C-70 -6 -50 -10 -24 -9L-20 3Z', '#c83e63') +
    fill('M-98 30C-92 14 -84 2 -70 -1L-34 3C-44 12 -48 22 -46 34Z', '#c83e63') +
    fill('M-62 3L-34 3C-44 12 -48 22 -46 34L-62 33Z', dark('#c83e63', 0.18)) +
    repeat(5, (i) => circle(-84 + i * 9, 20 - i * 3.4, 2.2, '#f7d774'));
  const dress =
    line('M0 -96V-86M-12 -84C-4 -90 4 -90 12 -84', PAL.woodDk, 2.6) +
    fill('M-13 -84L-4 -87H4L13 -84L9 -66C12 -52 20 -36 22 -24H-22C-20 -36 -12 -52 -9 -66Z', PAL.teal) +
    fill('M4 -87L13 -84L9 -66C12 -52 20 -36 22 -24H8C8 -44 6 -70 4 -87Z', dark(PAL.teal, 0.18)) +
    line('M-9 -66H9', PAL.marigold, 3.4) +
    line('M-21 -29H21', PAL.marigold, 3, 'stroke-dasharray="3 4"');
  const spools = each(
    [
      ['#e5484d', 0],
      ['#f6a821', 15],
      ['#2f9d94', 30],
      ['#5067b8', 45],
      ['#8b5aa6', 60],
    ],
    ([c, x]) =>
      rect(140 + x, 32, 11, 20, PAL.woodLt, 2) +
      rect(141 + x, 35, 9, 14, c, 1) +
      line(`M${141 + x} 39l9 -1M${141 + x} 44l9 -1`, dark(c, 0.25), 1.2),
  );
  return (
    shelf(134, 52, 92) +
    spools +
    move(258, 110, dress, 0.95) +
    move(206, 124, machine + fabric) +
    clothBolt(292, 148, 44, '#5067b8') +
    clothBolt(318, 150, 54, '#f6a821') +
    clothBolt(344, 148, 40, '#2f9d94')
  );
}

export function craft() {
  const wheel =
    fill('M-38 -4H38L30 26H-30Z', PAL.wood) +
    fill('M10 -4H38L30 26H8Z', dark(PAL.wood, 0.18)) +
    ellipse(0, -4, 38, 11, PAL.woodDk) +
    ellipse(0, -7, 34, 9, '#b7adb8');
  const pot =
    vase(0, -8, 26, 56, '#cf7f56') +
    line('M-18 -44C-22 -30 -20 -22 -14 -12', '#fff', 3, 'opacity=".35"') +
    line('M-25 -30Q0 -20 25 -30M-24 -22Q0 -11 24 -22', dark('#cf7f56', 0.16), 2);
  const pots =
    vase(154, 52, 12, 32, PAL.teal) +
    vase(184, 52, 13, 24, '#d8a25a') +
    vase(214, 52, 10, 34, PAL.indigo) +
    vase(242, 52, 12, 22, PAL.terracotta) +
    vase(268, 52, 9, 28, PAL.plum);
  const basketWork =
    fill('M-30 -34H30L22 0C10 4 -10 4 -22 0Z', '#d0a15e') +
    repeat(4, (i) =>
      line(`M${-28 + i * 2} ${-27 + i * 8}H${28 - i * 2}`, dark('#d0a15e', 0.2), 2.4, 'stroke-dasharray="6 4"'),
    ) +
    ellipse(0, -34, 31, 8, light('#d0a15e', 0.3)) +
    ellipse(0, -34, 25, 5.4, dark('#d0a15e', 0.35)) +
    line('M-18 -36V-58M-6 -36V-64M8 -36V-60', PAL.woodDk, 3) +
    rect(-22, -72, 8, 16, PAL.tomato, 3) +
    rect(-10, -78, 8, 16, PAL.marigold, 3) +
    rect(4, -74, 8, 16, PAL.sky, 3);
  return (
    shelf() +
    pots +
    move(214, 120, wheel + pot) +
    move(318, 146, basketWork, 1.05) +
    vase(276, 148, 13, 30, '#f3c77c') +
    each(
      [
        [168, 136],
        [176, 142],
        [162, 143],
      ],
      ([x, y]) => ellipse(x, y, 9, 5, '#cf7f56'),
    )
  );
}
