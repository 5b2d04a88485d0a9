import type { Trade } from '../../frames.ts';
import { type Colour, dark, light } from '../base/colour.ts';
import { atTile, box, footprintShadow, onLeftWall, post, project } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { circle, each, ellipse, fill, line, move, polygon, repeat } from '../base/svg.ts';
import { awning } from '../buildings/awning.ts';
import { emblemBoard } from '../props/emblems.ts';
import { stool } from '../shops/yard-props.ts';
import { frontCrates, row, TRADE_LOOKS } from './trades.ts';

export const counter = (x0: number, x1: number, y0: number, y1: number, colour: Colour, cloth: Colour | null) =>
  box(x0, y0, x1, y1, 0, 0.6, colour, { top: light(colour, 0.35) }) +
  onLeftWall(
    x0,
    y1,
    0.6,
    repeat(Math.floor((x1 - x0) * 4), (i) => line(`M${(i + 1) * 12} 3V25`, dark(colour, 0.25), 1.5, 'opacity=".6"')) +
      (cloth
        ? fill(
            `M0 0H${(x1 - x0) * 48}V8${repeat(8, () => `q${(-(x1 - x0) * 48) / 16} 8 ${(-(x1 - x0) * 48) / 8} 0`)}Z`,
            light(cloth, 0.12),
          )
        : ''),
  );

export function tableWithParasol(trade: Trade, stock: boolean) {
  const { cloth } = TRADE_LOOKS[trade];
  const rib = (a: number, b: number, c: Colour) =>
    fill(`M0 -96Q${((a + b) / 2) * 0.7} -92 ${a} -66Q${(a + b) / 2} -62 ${b} -66Q${((a + b) / 2) * 0.6} -94 0 -96Z`, c);
  const parasol =
    line('M0 -6V-96', PAL.woodDk, 4) +
    rib(-52, -30, cloth) +
    rib(-30, -8, PAL.paper) +
    rib(-8, 14, cloth) +
    rib(14, 34, dark(PAL.paper, 0.1)) +
    rib(34, 52, dark(cloth, 0.16)) +
    circle(0, -98, 3, PAL.gold);
  return (
    footprintShadow(-0.75, -0.4, 0.75, 0.4, 0.5) +
    ellipse(16, 12, 46, 16, '#26361f', 'opacity=".14"') +
    atTile(-0.45, -0.5, parasol) +
    each(
      [
        [-0.68, -0.25],
        [0.68, -0.25],
        [-0.68, 0.32],
        [0.68, 0.32],
      ],
      ([x, y]) => post(x, y, 0, 0.5, PAL.woodDk, 0.07),
    ) +
    box(-0.78, -0.34, 0.78, 0.4, 0.5, 0.56, PAL.wood, { top: PAL.woodLt }) +
    onLeftWall(-0.78, 0.4, 0.56, fill(`M0 0H75V10${repeat(5, () => 'q-7.500 7 -15 0')}Z`, light(cloth, 0.2))) +
    (stock ? row(trade, -0.72, 0.72, 0.05, 0.56, 3) : '') +
    atTile(0.35, 0.85, stool())
  );
}

export function canvasStand(trade: Trade, stock: boolean) {
  const { cloth } = TRADE_LOOKS[trade],
    x = 0.95;
  const canvas =
    polygon(
      [
        project(-x - 0.1, -0.6, 1.95),
        project(x + 0.1, -0.6, 1.95),
        project(x + 0.1, 0.62, 1.58),
        project(-x - 0.1, 0.62, 1.58),
      ],
      cloth,
    ) +
    polygon(
      [
        project(-x - 0.1, -0.6, 1.95),
        project(-0.2, -0.6, 1.95),
        project(-0.5, 0.62, 1.58),
        project(-x - 0.1, 0.62, 1.58),
      ],
      light(cloth, 0.25),
      'opacity=".5" stroke="none"',
    ) +
    onLeftWall(-x - 0.1, 0.62, 1.58, fill(`M0 0H101V7${repeat(7, () => 'q-7.200 8 -14.430 0')}Z`, dark(cloth, 0.14))) +
    polygon(
      [project(x + 0.1, -0.6, 1.95), project(x + 0.1, 0.62, 1.58), project(x + 0.1, 0.62, 1.44)],
      dark(cloth, 0.3),
    );
  return (
    footprintShadow(-x, -0.55, x, 0.5, 0.5) +
    each([-0.9, 0.9], (px) => post(px, -0.5, 0, 1.93, PAL.wood)) +
    counter(-0.9, 0.9, -0.05, 0.45, PAL.wood, null) +
    (stock ? row(trade, -0.85, 0.85, 0.22, 0.6, 4) : '') +
    each([-0.9, 0.9], (px) => post(px, 0.5, 0, 1.6, PAL.wood)) +
    canvas +
    (stock ? frontCrates(trade, -0.9, 0, 0.55, 2) : '')
  );
}

export function awningStall(trade: Trade, stock: boolean) {
  const { cloth, emblem } = TRADE_LOOKS[trade],
    x = 1.1;
  const sign = project(0, 0.82, 1.72);
  return (
    footprintShadow(-x, -0.6, x, 0.6, 0.55) +
    each([-x + 0.05, x - 0.05], (px) => post(px, -0.55, 0, 1.95, PAL.wood)) +
    box(-x + 0.05, -0.58, x - 0.05, -0.5, 0.1, 1.05, PAL.woodDk) +
    counter(-x + 0.06, x - 0.06, 0.08, 0.56, PAL.wood, cloth) +
    (stock ? row(trade, -1, 1, 0.34, 0.6, 6) : '') +
    each([-x + 0.05, x - 0.05], (px) => post(px, 0.58, 0, 1.68, PAL.wood)) +
    awning(-x - 0.12, x + 0.12, -0.64, 2.2, 0.78, 1.68, cloth, PAL.paper, 9) +
    (stock ? frontCrates(trade, -1, 1, 0.62, 4) : '') +
    move(...sign, emblemBoard(emblem, 12))
  );
}
