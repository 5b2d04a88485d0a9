import { dark, light } from '../base/colour.ts';
import { box, footprintShadow, onLeftWall, onRightWall } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { circle, cycle, each, ellipse, fill, line, move, rect } from '../base/svg.ts';
import { smoke } from '../buildings/walls.ts';
import { readyGlints, type StationState } from './station-parts.ts';

export const flame = (frame: number) => {
  const tall = cycle([14, 18, 15, 19], frame),
    lean = cycle([-1, 1, 2, -2], frame);
  return (
    fill(
      `M-8 0C-10 ${-tall * 0.6} ${-3 + lean} ${-tall * 0.7} ${-2 + lean} ${-tall}C${5 + lean} ${-tall * 0.7} 10 ${-tall * 0.5} 7 0Z`,
      '#f58a2c',
    ) +
    fill(
      `M-4 0C-5 ${-tall * 0.4} ${lean} ${-tall * 0.5} ${lean} ${-tall * 0.66}C${3 + lean} ${-tall * 0.4} 5 ${-tall * 0.3} 4 0Z`,
      '#ffe08a',
    )
  );
};

export function oven(state: StationState, frame: number) {
  const clay = '#e0a878',
    hot = state === 'working';
  const base =
    footprintShadow(-0.6, -0.6, 0.6, 0.6, 0.5) +
    box(-0.6, -0.6, 0.6, 0.6, 0, 0.42, PAL.stone) +
    onLeftWall(
      -0.6,
      0.6,
      0.42,
      line('M0 9H58M14 0V9M40 0V9M26 9V18M50 9V18', dark(PAL.stone, 0.22), 1.6, 'opacity=".6"') +
        fill('M16 18V10C16 4 34 4 34 10V18Z', '#5b4a4a'),
    ) +
    onRightWall(0.6, 0.6, 0.42, line('M0 9H58M20 0V9M44 9V18', dark(PAL.stone, 0.36), 1.6, 'opacity=".6"'));
  const dome =
    fill('M-42 -12C-44 -58 -20 -74 2 -74C26 -74 46 -56 42 -10C26 2 -24 2 -42 -12Z', clay) +
    fill('M18 -2C30 -20 26 -56 6 -74C30 -72 46 -56 42 -10C36 -5.500 28 -3 18 -2Z', dark(clay, 0.22)) +
    fill('M-34 -38C-30 -56 -16 -66 -4 -67C-18 -58 -26 -48 -28 -36Z', light(clay, 0.4), 'opacity=".7"');
  const mouth =
    fill('M-31 -8C-34 -40 4 -40 4 -3C-8 0 -22 -2 -31 -8Z', dark(clay, 0.32)) +
    fill('M-27 -8C-29 -34 0 -34 0 -3.500C-8 -1 -20 -3 -27 -8Z', hot ? '#7a2f22' : '#4a2f2c');
  const chimney =
    fill('M10 -70V-88H24V-64Z', PAL.brick) +
    fill('M17 -68V-88H24V-64Z', dark(PAL.brick, 0.22)) +
    rect(8, -91, 18, 5, light(PAL.brick, 0.2), 2);
  const bread = each(
    [
      [-22, 10],
      [-9, 15],
      [-16, 4],
      [4, 20],
    ],
    ([x, y]) =>
      ellipse(x, y - 1, 8, 5.4, '#b9743a') +
      ellipse(x - 0.8, y - 2.4, 7, 4.2, '#dd9d52') +
      line(`M${x - 4} ${y - 4}l3 3M${x} ${y - 5}l3 3`, '#f6dca9', 1.4),
  );
  const shelf = box(-0.5, 0.6, 0.35, 0.86, 0.3, 0.36, PAL.wood, { top: PAL.woodLt });
  return (
    base +
    chimney +
    dome +
    mouth +
    (hot
      ? move(-13, -6, circle(0, -8, 20, '#ffd27a', 'opacity=".28"') + flame(frame)) + move(17, -96, smoke(), 0.8)
      : '') +
    shelf +
    (state === 'ready'
      ? bread + readyGlints(-14, -30)
      : line('M8 14L34 -14', PAL.woodLt, 3.4) + ellipse(5, 16, 8, 4, PAL.woodLt, 'transform="rotate(-40 5 16)"'))
  );
}
