import { type Colour, dark, light } from '../base/colour.ts';
import { softShadow } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { ball } from '../base/solids.ts';
import { cycle, each, fill, group, line, move, rect, repeat } from '../base/svg.ts';
import { readyGlints, type StationState } from './station-parts.ts';

const WEAVE = ['#c83e63', '#f6a821', '#2f9d94', '#fbeccd'];

export const shuttle = (frame: number) =>
  move(
    cycle([-18, -6, 8, 18], frame),
    -44,
    fill('M-9 0C-4 -4 4 -4 9 0C4 4 -4 4 -9 0Z', PAL.woodDk) + fill('M-5 0C-2 -2 2 -2 5 0C2 2 -2 2 -5 0Z', PAL.marigold),
  );

export function loom(state: StationState, frame: number) {
  const woven = state === 'idle' ? 14 : state === 'working' ? 26 + (frame % 4) : 52;
  const upright = (x: number, colour: Colour) => rect(x - 4, -84, 8, 88, colour, 3);
  const warp = repeat(15, (i) => line(`M${-25 + i * 3.6} -72V-8`, '#fff3dc', 1.4));
  const cloth = repeat(
    Math.floor(woven / 4),
    (i) =>
      rect(-26, -12 - i * 4, 52, 4.2, cycle(WEAVE, Math.floor(i / 2))) +
      (i % 4 === 1 ? line(`M-24 ${-10 - i * 4}H26`, PAL.paper, 1.4, 'stroke-dasharray="3 4"') : ''),
  );
  const folded = each(
    ['#c83e63', '#2f9d94', '#f6a821'],
    (c, i) => rect(-18, 16 - i * 6, 34, 6.4, c, 2.4) + rect(-18, 16 - i * 6, 34, 2, light(c, 0.3), 1),
  );
  const yarns = each(
    [
      ['#c83e63', 34, 10],
      ['#f6a821', 44, 4],
      ['#2f9d94', 45, 14],
    ],
    ([c, x, y]) =>
      ball(x, y - 5, 7, c) + line(`M${x - 5} ${y - 7}q5 -3 9 1M${x - 5} ${y - 3}q5 -3 9 1`, dark(c, 0.2), 1.2),
  );
  const turned = (svg: Colour) => group('skewY(13)', svg); // stands along the tile's x axis
  return (
    softShadow(46, 15) +
    turned(
      line('M-30 0L-40 8M30 0L40 8', PAL.woodDk, 6) +
        upright(-32, PAL.wood) +
        upright(32, dark(PAL.wood, 0.2)) +
        warp +
        cloth +
        line(`M-27 ${-12 - woven}H27`, PAL.woodLt, 3.6) +
        rect(-40, -84, 80, 10, PAL.wood, 4) +
        rect(-40, -84, 80, 4, PAL.woodLt, 2) +
        rect(-36, -10, 72, 8, PAL.wood, 3) +
        rect(-36, -10, 72, 3, PAL.woodLt, 2) +
        (state === 'working' ? shuttle(frame) + line('M-24 -40H24', '#e8c56a', 1.2) : ''),
    ) +
    yarns +
    (state === 'ready' ? folded + readyGlints(2, -4) : '')
  );
}
