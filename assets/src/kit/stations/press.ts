import { dark } from '../base/colour.ts';
import { box, footprintShadow } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { cylinder, heap, jar } from '../base/solids.ts';
import { circle, cycle, each, ellipse, fill, line, move, rect, repeat } from '../base/svg.ts';
import { readyGlints, type StationState } from './station-parts.ts';

/** The turning handle seen at four moments of a turn. */
export const pressHandle = (frame: number) => {
  const reach = cycle([34, 20, -34, -20], frame),
    depth = cycle([4, 12, -4, -12], frame);
  return (
    line(`M${-reach} ${-86 - depth * 0.5}L${reach} ${-86 + depth * 0.5}`, PAL.woodDk, 5) +
    circle(reach, -86 + depth * 0.5, 4.6, PAL.tomato) +
    circle(-reach, -86 - depth * 0.5, 4.6, dark(PAL.tomato, 0.15))
  );
};

export function press(state: StationState, frame: number) {
  const working = state === 'working',
    plate = working ? -46 + cycle([0, 2, 4, 2], frame) : state === 'ready' ? -42 : -54;
  const screw =
    rect(-4, -88, 8, 88 + plate - 2, '#8d97a3', 2) + repeat(7, (i) => line(`M-4 ${-84 + i * 5}l8 3`, '#6a7480', 1.6));
  const tub =
    cylinder(25, 30, PAL.wood) +
    repeat(7, (i) =>
      line(
        `M${-21 + i * 7} ${-27 + Math.abs(i - 3) * -0.9 + 8}V${3 + (3 - Math.abs(i - 3)) * 2.4}`,
        dark(PAL.wood, 0.24),
        1.5,
        'opacity=".7"',
      ),
    ) +
    line('M-25 -20C-20 -6 20 -6 25 -20M-25 -6C-20 8 20 8 25 -6', '#7d8794', 3);
  const frameBack = line('M-32 2V-78M32 2V-78', PAL.woodDk, 7) + line('M-33 2V-78M31 2V-78', PAL.wood, 4);
  const beam = rect(-40, -80, 80, 11, PAL.wood, 4) + rect(-40, -80, 80, 4, PAL.woodLt, 2);
  const spout =
    line('M-20 -6L-34 2', '#7d8794', 5) +
    (working
      ? each(
          [
            [0, 0],
            [2, 9],
          ],
          ([dx, dy]) => ellipse(-36 + dx * 0.3, 6 + dy + (frame % 4) * 2, 1.8, 3, '#e9c44a'),
        )
      : '');
  const bottles =
    state === 'ready'
      ? each([-44, -30, -17], (x, i) =>
          move(
            x,
            24 + i * 3,
            rect(-4.5, -18, 9, 18, '#e9c44a', 4) +
              rect(-1.8, -25, 3.6, 8, '#e9c44a', 1) +
              rect(-2.5, -27, 5, 4, PAL.woodDk, 1.5) +
              line('M-2 -14V-5', '#fff', 1.6, 'opacity=".6"'),
          ),
        )
      : move(-37, 24, jar(8, 15, PAL.terracotta));
  return (
    footprintShadow(-0.6, -0.55, 0.6, 0.55, 0.5) +
    box(-0.66, -0.56, 0.66, 0.56, 0, 0.14, PAL.stone) +
    move(
      0,
      -6,
      frameBack +
        screw +
        tub +
        ellipse(0, -30, 21, 8, dark(PAL.leaf, 0.1)) +
        (state === 'idle' ? '' : move(0, -28, heap('#8aa63a', 32, 4, 1))) +
        fill(`M-19 ${plate}V${plate + 5}C-14 ${plate + 12} 14 ${plate + 12} 19 ${plate + 5}V${plate}Z`, PAL.woodDk) +
        ellipse(0, plate, 19, 6.5, PAL.woodLt) +
        beam +
        pressHandle(working ? frame : 0) +
        spout,
    ) +
    bottles +
    (state === 'ready' ? readyGlints(-28, -6) : '')
  );
}
