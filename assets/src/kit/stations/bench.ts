import { dark } from '../base/colour.ts';
import { atTile, box, footprintShadow, onLeftWall, post, project } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { circle, cycle, each, ellipse, fill, line, move, rect, rotate } from '../base/svg.ts';
import { readyGlints, type StationState } from './station-parts.ts';

export const saw = (frame: number) =>
  move(
    cycle([-8, -2, 6, 0], frame),
    cycle([-4, -1, 3, 0], frame),
    rotate(
      26,
      fill('M-20 -4L16 -8V2L-20 0Z', '#c3ccd4') +
        line('M-19 0L16 2', '#8d97a3', 1.6, 'stroke-dasharray="2 2"') +
        fill('M14 -10H24C28 -10 28 4 24 4H14Z', PAL.tomato) +
        ellipse(20, -3, 2.6, 3.6, '#fff3df'),
    ),
  );

export function bench(state: StationState, frame: number) {
  const top = 0.72,
    legs = each(
      [
        [-0.7, -0.28],
        [0.66, -0.28],
        [-0.7, 0.3],
        [0.66, 0.3],
      ],
      ([x, y]) => post(x, y, 0, top, PAL.woodDk, 0.12),
    );
  const board = box(-0.82, -0.42, 0.82, 0.42, top, top + 0.12, PAL.wood, { top: PAL.woodLt });
  const toolWall =
    each([-0.75, 0.75], (x) => post(x, -0.5, 0, 1.75, PAL.wood, 0.08)) +
    box(-0.8, -0.54, 0.8, -0.48, 1.1, 1.7, dark(PAL.woodLt, 0.12)) +
    onLeftWall(
      -0.8,
      -0.48,
      1.7,
      line('M12 5V20', PAL.woodDk, 3.4) +
        rect(6, 3, 13, 6, '#7d8794', 2) +
        line('M30 4V20', PAL.tomato, 4) +
        line('M30 12V22', '#8d97a3', 2.4) +
        circle(50, 9, 5, 'none', 'stroke="#7d8794" stroke-width="3"') +
        line('M50 14V22', '#7d8794', 3.4) +
        line('M66 4L62 22M66 4L70 22', '#7d8794', 2.6),
    );
  const vice = atTile(
    -0.55,
    0.2,
    rect(-7, -12, 14, 8, '#5b6570', 2) + rect(-7, -5, 14, 5, '#7d8794', 2) + line('M-12 -3H-6', '#c3ccd4', 2.6),
    1,
    top + 0.12,
  );
  const plank = box(-0.25, -0.1, 0.7, 0.14, top + 0.12, top + 0.2, '#e0b070');
  const shavings = each(
    [
      [0, 26],
      [10, 30],
      [-8, 31],
      [18, 27],
    ],
    ([x, y]) => line(`M${x - 3} ${y}q3 -4 6 0`, '#f0cf9a', 2.4),
  );
  const product = atTile(
    0.25,
    0.05,
    line('M-12 0L-9 -18M12 0L9 -18M-3 2L-2 -16', PAL.woodDk, 3.6) +
      ellipse(0, -18, 16, 6.4, dark(PAL.wood, 0.06)) +
      ellipse(0, -20, 15.5, 6, PAL.woodLt) +
      circle(0, -20, 3, PAL.tomato),
    1,
    top + 0.12,
  );
  const [x, y] = project(0.2, 0.02, top + 0.35);
  return (
    footprintShadow(-0.8, -0.45, 0.8, 0.42, 0.5) +
    toolWall +
    legs +
    box(-0.7, -0.3, 0.7, 0.34, 0.2, 0.26, PAL.wood) +
    board +
    vice +
    (state === 'ready' ? product + readyGlints(8, -66) : plank) +
    (state === 'working'
      ? move(x, y, saw(frame)) + shavings
      : state === 'idle'
        ? atTile(0.45, 0.25, rect(-9, -3, 18, 3, '#c3ccd4', 1) + rect(7, -5, 9, 6, PAL.tomato, 2), 1, top + 0.12)
        : '')
  );
}
