import { dark, light } from '../base/colour.ts';
import { PAL } from '../base/palette.ts';
import { blossom } from '../base/solids.ts';
import { circle, fill, line, rect, repeat, rotate } from '../base/svg.ts';

/** Emblems of the trades: small pictures on a round board, each about 22 px wide, centred on (0, 0). */

export const EMBLEMS = {
  food: () =>
    fill('M-9 -1H9C9 6 6 9 0 9C-6 9 -9 6 -9 -1Z', '#6b7280') +
    rect(-10.5, -3.5, 21, 4, '#8a92a0', 2) +
    line('M-4 -6C-6 -8 -3 -9 -4 -11M3 -6C1 -8 4 -9 3 -11', PAL.woodDk, 1.8),
  agriculture: () =>
    line('M0 9V-3', PAL.leaf, 2.6) +
    fill('M0 -1C-3 -9 -9 -9 -10 -8C-10 -3 -5 1 0 -1Z', PAL.leaf) +
    fill('M0 -4C1 -11 7 -12 10 -11C10 -6 6 -2 0 -4Z', '#57b05a'),
  textile: () =>
    rect(-7, -9, 14, 4, PAL.woodDk, 2) +
    rect(-7, 6, 14, 4, PAL.woodDk, 2) +
    rect(-5.5, -5, 11, 11, PAL.rose, 1) +
    line('M-5 -2L5 -4M-5 2L5 0M-5 5L5 3', dark(PAL.rose, 0.25), 1.4) +
    line('M6 2C12 2 9 -8 12 -9', dark(PAL.rose, 0.2), 1.4),
  repair: () =>
    rotate(
      40,
      fill(
        'M-2.500 -4V9C-2.500 11 2.500 11 2.500 9V-4C6 -6 6 -10 4 -12V-7.500H-4V-12C-6 -10 -6 -6 -2.500 -4Z',
        '#7d8794',
      ) + circle(0, 7, 1.4, PAL.paper),
    ),
  crafts: () =>
    fill('M-4 -10H4C3 -6 8 -4 8 2C8 7 4 9 0 9C-4 9 -8 7 -8 2C-8 -4 -3 -6 -4 -10Z', PAL.terracotta) +
    line('M-7.500 0H7.500', PAL.paper, 2.2, 'stroke-dasharray="2 3"') +
    line('M-5 -10H5', dark(PAL.terracotta, 0.2), 2.4),
  retail: () =>
    fill('M-9 -3H9L7.500 10H-7.500Z', PAL.tomato) +
    line('M-4.500 -3C-4.500 -11 4.500 -11 4.500 -3', PAL.woodDk, 2.2) +
    circle(0, 3.5, 3, PAL.paper),
  transport: () =>
    circle(0, 0, 9.5, '#4a4156') +
    circle(0, 0, 6.2, PAL.paper) +
    repeat(6, (i) => rotate(i * 30, line('M0 -6V6', '#7d8794', 1.4))) +
    circle(0, 0, 2.2, PAL.tomato),
  education: () =>
    fill(
      'M0 -5C-4 -8 -9 -8 -11 -7V6C-9 5 -4 5 0 8C4 5 9 5 11 6V-7C9 -8 4 -8 0 -5Z',
      PAL.paper,
      `stroke="${PAL.indigo}" stroke-width="2"`,
    ) + line('M0 -5V8M-8 -3L-3 -2M-8 1L-3 2M8 -3L3 -2M8 1L3 2', PAL.indigo, 1.4),
  health: () =>
    fill('M0 9C-13 1 -11 -9 -5 -9C-2 -9 0 -7 0 -5C0 -7 2 -9 5 -9C11 -9 13 1 0 9Z', PAL.teal) +
    line('M-7 0H-3L-1 -4L2 4L4 0H7', '#fff', 1.8),
  construction: () =>
    rect(-10, -6, 9, 5, PAL.brick, 1) +
    rect(1, -6, 9, 5, PAL.terracotta, 1) +
    rect(-5, 0, 10, 5, PAL.brick, 1) +
    rect(-11, 0, 5, 5, PAL.terracotta, 1) +
    rect(6, 0, 5, 5, PAL.terracotta, 1),
  fishing: () =>
    fill('M-9 0C-5 -8 5 -7 8 -1L12 -5V6L8 1C5 7 -5 7 -9 0Z', PAL.sky) +
    circle(-4, -1, 1.5, '#21425a') +
    line('M0 -4C2 -2 2 2 0 4', dark(PAL.sky, 0.25), 1.4),
  flower: () => blossom(PAL.rose, 9),
};

export type EmblemName = keyof typeof EMBLEMS;

/** The round wooden board carrying an emblem. */
export const emblemBoard = (name: EmblemName, r = 16): string =>
  circle(1, 2, r + 2.5, '#26361f', 'opacity=".18"') +
  circle(0, 0, r + 2.5, PAL.woodDk) +
  circle(0, 0, r, PAL.paper) +
  circle(0, 0, r, 'none', `stroke="${light(PAL.wood, 0.2)}" stroke-width="1.6"`) +
  EMBLEMS[name]();
