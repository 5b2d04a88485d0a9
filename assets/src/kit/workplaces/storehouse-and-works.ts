import { dark, light } from '../base/colour.ts';
import { PAL } from '../base/palette.ts';
import { cylinder } from '../base/solids.ts';
import { circle, cycle, each, fill, line, move, rect, repeat } from '../base/svg.ts';
import { handcart } from '../shops/yard-props.ts';
import { fruit, sack } from './props.ts';
import { shelf } from './settings.ts';

/** Scenes of wholesale and manufacturing. */

const CRATE_COLOURS = ['#ea4a3d', '#f58a2c', '#8dc457', '#8b5aa6', '#ffcf3f', '#6fae4a'];

export function storehouse(): string {
  const crate = (x: number, y: number, c: string): string =>
    repeat(4, (i) => fruit(x + 7 + i * 9, y - 20, 5.4, c)) +
    rect(x, y - 18, 42, 18, PAL.wood, 2) +
    rect(x, y - 18, 42, 5, PAL.woodLt, 2) +
    line(`M${x + 2} ${y - 7}H${x + 40}`, PAL.woodDk, 1.6, 'opacity=".7"');
  const rack =
    each([140, 240, 340], (x) => rect(x, 10, 6, 96, PAL.woodDk, 2)) +
    each([46, 92], (y) => rect(136, y, 214, 6, PAL.woodLt, 2)) +
    repeat(4, (i) => crate(150 + i * 48, 46, cycle(CRATE_COLOURS, i))) +
    repeat(4, (i) => crate(150 + i * 48, 92, cycle(CRATE_COLOURS, i + 2)));
  return (
    rack +
    move(178, 148, sack(), 0.86) +
    move(214, 150, sack('#cfa877', '#f4ead2'), 0.72) +
    move(300, 148, handcart(), 1.25)
  );
}

export function works(): string {
  const press =
    rect(-54, -6, 108, 10, '#5b6570', 3) +
    rect(-46, -84, 12, 80, '#6b7684', 3) +
    rect(34, -84, 12, 80, dark('#6b7684', 0.2), 3) +
    rect(-54, -94, 108, 16, '#5b6570', 4) +
    rect(-54, -94, 108, 5, '#8d97a3', 3) +
    rect(-6, -80, 12, 34, '#c3ccd4', 2) +
    repeat(5, (i) => line(`M-6 ${-76 + i * 6}l12 4`, '#8d97a3', 1.8)) +
    rect(-28, -46, 56, 10, PAL.tomato, 3) +
    line('M-34 -102H34', PAL.woodDk, 6) +
    circle(-34, -102, 6, PAL.tomato) +
    circle(34, -102, 6, PAL.tomato) +
    fill('M-26 -6V-28H26V-6Z', '#e9c44a') +
    rect(-26, -28, 52, 5, light('#e9c44a', 0.35), 1);
  const tins = each(
    [
      [0, PAL.teal],
      [24, PAL.marigold],
      [48, PAL.tomato],
    ],
    ([x, c]) => move(x, 0, cylinder(10, 26, c) + rect(-8, -20, 14, 10, PAL.paper, 1.5)),
  );
  const gauges = each(
    [
      [0, PAL.leaf],
      [30, PAL.gold],
    ],
    ([x, c]) =>
      circle(x, 0, 12, '#5b6570') +
      circle(x, 0, 9, '#eef1ea') +
      line(`M${x} 0L${x + 5} -6`, c, 2.6) +
      circle(x, 0, 1.8, '#4a4156'),
  );
  return (
    shelf(134, 44, 76) +
    move(150, 44, tins, 0.8) +
    move(312, 34, gauges) +
    move(248, 144, press) +
    move(178, 146, tins, 0.7) +
    move(334, 148, sack(), 0.9)
  );
}
