import { type Colour, dark, mix } from '../base/colour.ts';
import { PAL } from '../base/palette.ts';
import { circle, cycle, each, fill, line, move, rect, repeat } from '../base/svg.ts';
import { bigPot, fruit, sack } from './props.ts';
import type { PutEmoji } from './scene.ts';
import { shelf } from './settings.ts';

/** Scenes of food and retail. */

export const food = (put: PutEmoji) =>
  shelf() +
  put('honey-pot', 138, 16, 38) +
  put('garlic', 180, 22, 32) +
  put('onion', 212, 20, 34) +
  put('sheaf-of-rice', 248, 18, 36) +
  move(214, 136, bigPot(), 0.92) +
  move(318, 150, sack(), 1.05) +
  move(282, 150, sack('#cfa877', '#f4ead2'), 0.82);

export function shop(put: PutEmoji) {
  const bin = (x: number, colours: readonly Colour[]) =>
    repeat(6, (i) => fruit(x - 19 + i * 7.6, 112 - (i % 2) * 6, 7.4, cycle(colours, i))) +
    repeat(4, (i) => fruit(x - 11 + i * 7.6, 102, 6.8, cycle(colours, i + 1))) +
    rect(x - 26, 120, 52, 30, PAL.woodDk, 3) +
    rect(x - 28, 117, 56, 10, PAL.woodLt, 3) +
    line(`M${x - 22} 137H${x + 22}`, dark(PAL.woodDk, 0.25), 2);
  const tag = (x: number, c: Colour) => rect(x - 9, 130, 18, 11, PAL.paper, 2) + circle(x, 135.5, 3, c);
  const scale =
    rect(-13, -4, 26, 5, '#5b6570', 2) +
    line('M0 0V-16', '#7d8794', 5) +
    circle(0, -26, 13, '#eef1ea') +
    circle(0, -26, 13, 'none', 'stroke="#7d8794" stroke-width="3"') +
    line('M0 -26L6 -32', PAL.tomato, 2.4) +
    fill('M-22 -44H22L16 -38H-16Z', '#8d97a3') +
    fruit(-6, -49, 6, PAL.marigold) +
    fruit(6, -49, 6, PAL.marigold);
  const awningStripes = repeat(12, (i) =>
    fill(`M${132 + i * 20} 0h20v12q-10 11 -20 0z`, i % 2 ? PAL.paper : PAL.tomato),
  );
  const jars = each(
    [
      ['#c8503a', 146],
      ['#f6c945', 168],
      ['#8fb86a', 190],
      ['#8b5aa6', 212],
    ],
    ([c, x]) =>
      rect(x - 8, 34, 16, 22, mix(c, '#ffffff', 0.15), 4) +
      rect(x - 6, 30, 12, 5, PAL.woodDk, 2) +
      rect(x - 5, 42, 10, 8, PAL.paper, 1),
  );
  return (
    shelf(134, 56, 150) +
    jars +
    put('basket', 232, 24, 34) +
    put('egg', 264, 34, 22) +
    awningStripes +
    rect(130, 106, 230, 8, PAL.woodLt, 3) +
    rect(130, 112, 230, 38, PAL.wood) +
    move(336, 107, scale, 0.9) +
    bin(178, [PAL.tomato, '#ef6a5a']) +
    bin(236, ['#f6a821', '#ffcf3f']) +
    bin(294, ['#8dc457', '#6fae4a']) +
    tag(178, PAL.tomato) +
    tag(236, PAL.marigold) +
    tag(294, PAL.leaf)
  );
}
