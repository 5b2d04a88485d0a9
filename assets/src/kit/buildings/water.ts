import { dark, light } from '../base/colour.ts';
import { PAL, SHADOW } from '../base/palette.ts';
import { each, ellipse, fill, line, rect, repeat, tenth } from '../base/svg.ts';

/** The fountain of the square, 148 px wide. */
export const fountain = (): string => ellipse(12, 10, 84, 36, SHADOW, 'opacity=".18"') + basin() + column() + jets();

function basin(): string {
  const joints = repeat(9, (i) => {
    const share = (i - 4) / 4.6;
    const y = 38 * Math.sqrt(1 - share * share) * 0.93;
    return line(`M${tenth(share * 74)} ${tenth(y - 8)}v9`, dark(PAL.stoneDk, 0.22), 1.8, 'opacity=".5"');
  });
  return (
    fill('M-74 -4V8C-74 46 74 46 74 8V-4Z', PAL.stoneDk) +
    joints +
    ellipse(0, -4, 74, 35, light(PAL.stone, 0.25)) +
    ellipse(0, -2, 63, 28, PAL.waterDk) +
    ellipse(0, 0, 61, 25, PAL.water) +
    ellipse(-14, -4, 30, 9, PAL.foam, 'opacity=".55"') +
    line('M-44 6q8 -5 16 0M18 12q8 -5 16 0M24 -10q7 -4 14 0', PAL.foam, 2.2, 'opacity=".9"')
  );
}

const column = (): string =>
  fill('M-13 4C-9 -14 -8 -24 -9 -36H9C8 -24 9 -14 13 4C7 9 -7 9 -13 4Z', PAL.stone) +
  fill('M3 7.5C5 -10 4 -24 4 -36H9C8 -24 9 -14 13 4C10 6 7 7 3 7.5Z', dark(PAL.stone, 0.2)) +
  fill('M-32 -44C-28 -28 28 -28 32 -44Z', PAL.stoneDk) +
  ellipse(0, -44, 32, 12, light(PAL.stone, 0.25)) +
  ellipse(0, -44, 26, 9, PAL.water) +
  fill('M-6 -44C-5 -56 -5 -62 -6 -68H6C5 -62 5 -56 6 -44Z', PAL.stone) +
  ellipse(0, -70, 11, 5, light(PAL.stone, 0.2));

const jets = (): string =>
  line(
    'M0 -72C-4 -92 -24 -86 -26 -48M0 -72C4 -92 24 -86 26 -48M0 -72C-1 -88 -10 -84 -11 -46M0 -72C1 -88 10 -84 11 -46',
    '#fff',
    3,
    'opacity=".8"',
  ) +
  line(
    'M-31 -42C-40 -34 -44 -20 -44 -6M31 -42C40 -34 44 -20 44 -4M-14 -36C-18 -24 -20 -10 -20 4M14 -36C18 -24 20 -10 20 6',
    '#fff',
    2.6,
    'opacity=".6"',
  ) +
  each(
    [
      [-44, -4],
      [44, -2],
      [-20, 6],
      [20, 8],
    ],
    ([x, y]) => ellipse(x, y, 7, 3, '#fff', 'opacity=".7"'),
  );

/** A roofed draw well. */
export const well = (): string =>
  ellipse(8, 4, 34, 13, SHADOW, 'opacity=".2"') +
  fill('M-28 -20V0C-28 16 28 16 28 0V-20Z', PAL.stone) +
  fill('M8 12C18 11 28 7 28 0V-20H10Z', dark(PAL.stone, 0.2)) +
  line('M-28 -6C-20 8 20 8 28 -6M-18 2V10M0 6V-4M16 3V10', dark(PAL.stone, 0.26), 1.8, 'opacity=".6"') +
  ellipse(0, -20, 28, 12, light(PAL.stone, 0.3)) +
  ellipse(0, -20, 21, 8, '#3f6f86') +
  rect(-25, -66, 5, 48, PAL.wood, 2) +
  rect(20, -66, 5, 48, PAL.woodDk, 2) +
  line('M0 -62V-34', PAL.woodLt, 2) +
  fill('M-6 -36H6L4.5 -24H-4.5Z', PAL.woodLt) +
  fill('M-36 -62L-2 -88L36 -66L34 -58L-2 -80L-34 -56Z', dark(PAL.brick, 0.15)) +
  fill('M-36 -62L-2 -88L8 -82L-28 -54Z', PAL.brick);
