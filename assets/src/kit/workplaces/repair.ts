import { light } from '../base/colour.ts';
import { PAL } from '../base/palette.ts';
import { circle, each, ellipse, line, move, rect, repeat } from '../base/svg.ts';

export function repair() {
  const wheel = (x: number) =>
    circle(x, 0, 27, 'none', 'stroke="#4a4156" stroke-width="6"') +
    circle(x, 0, 22, 'none', 'stroke="#c3ccd4" stroke-width="2"') +
    repeat(
      6,
      (i) =>
        `<path d="M${x - 22} 0H${x + 22}" stroke="#c3ccd4" stroke-width="1.2" transform="rotate(${i * 30} ${x} 0)"/>`,
    ) +
    circle(x, 0, 4, '#4a4156');
  const bike =
    wheel(-40) +
    wheel(40) +
    line('M-40 0L-18 -38H22L0 0ZM-18 -38L0 0M22 -38L40 0M22 -38L17 -54H34', PAL.tomato, 5.5) +
    line('M-40 0H0', '#4a4156', 3.4) +
    line('M-27 -43H-9', '#4a4156', 7) +
    line('M-18 -38L-17 -43', '#7d8794', 4) +
    circle(0, 0, 8, 'none', 'stroke="#7d8794" stroke-width="3.4"') +
    line('M0 0L7 9', '#4a4156', 3.4) +
    line('M34 -54C38 -54 38 -48 34 -48', '#4a4156', 4);
  const stand = line('M-18 -38V34M-32 36L-18 26L-4 36', '#5b6570', 6);
  const board =
    rect(136, 12, 104, 46, '#b9855a', 5) +
    rect(139, 15, 98, 40, '#d8a870', 3) +
    line('M152 22V48', '#7d8794', 5) +
    circle(152, 22, 6, 'none', 'stroke="#7d8794" stroke-width="4"') +
    line('M172 30V50', PAL.woodDk, 5) +
    rect(164, 20, 17, 10, '#5b6570', 2) +
    line('M194 20V38', PAL.tomato, 6) +
    line('M194 38V50', '#8d97a3', 3) +
    line('M210 22L216 36L208 50M222 22L216 36L224 50', '#5067b8', 3.6);
  const toolbox =
    rect(-28, -24, 56, 24, PAL.tomato, 4) +
    rect(-28, -24, 56, 8, light(PAL.tomato, 0.25), 3) +
    line('M-12 -24C-12 -36 12 -36 12 -24', '#4a4156', 4) +
    rect(-5, -19, 10, 7, PAL.gold, 2);
  const tyres = each(
    [
      [0, 0],
      [3, -11],
    ],
    ([x, y]) =>
      ellipse(x, y, 24, 9, '#4a4156') + ellipse(x, y - 3, 24, 9, '#5f5570') + ellipse(x, y - 3, 13, 4.6, '#2f2838'),
  );
  return (
    board +
    move(214, 118, stand + bike, 0.92) +
    move(314, 138, tyres) +
    move(316, 122, toolbox, 0.9) +
    rect(300, 40, 46, 5, PAL.woodDk, 2) +
    rect(306, 22, 12, 18, '#f2b93b', 2) +
    rect(308, 18, 8, 5, '#4a4156', 1) +
    rect(324, 26, 14, 14, '#5aa6c9', 2)
  );
}
