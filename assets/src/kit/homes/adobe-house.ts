import { type Colour, dark, light, mix } from '../base/colour.ts';
import { atTile, box, footprintShadow, onLeftWall, onRightWall, post, project, softShadow } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { jar } from '../base/solids.ts';
import { circle, ellipse, fill, line, polygon, rect, repeat } from '../base/svg.ts';
import { flowerPot } from '../props/garlands.ts';
import { arch } from './home-parts.ts';

/**
 * Earthen house with a flat roof used as a terrace (drying peppers, mats), beam ends, a ladder and a bread oven.
 * @param wall earth colour, @param trim door and band colour
 */
export function adobeHouse({ wall = '#e2ab74', trim = PAL.teal, seed = 1 } = {}) {
  const [x1, y1, h] = [1.2, 1.05, 1.5],
    W = 115,
    D = 101,
    H = 66,
    up = h + 0.24,
    t = 0.13;
  const left = dark(wall, 0.04),
    right = dark(wall, 0.22);
  const beamEnds = (w: number, colour: Colour) =>
    repeat(
      Math.floor(w / 17),
      (i) => circle(12 + i * 17, 14, 3.6, dark(colour, 0.3)) + circle(11.4 + i * 17, 13.4, 2.6, PAL.wood),
    );
  const smallWindow = (x: number, y: number, frame: Colour) =>
    rect(x - 4, y - 4, 24, 24, light(wall, 0.4), 6) +
    rect(x, y, 16, 16, frame, 4) +
    rect(x + 2, y + 2, 12, 12, '#5b3a3a', 2) +
    line(`M${x + 8} ${y}v16M${x} ${y + 8}h16`, frame, 2.4);
  const pepperMat =
    polygon(
      [
        project(-0.7, -0.5, h + 0.03),
        project(0.05, -0.5, h + 0.03),
        project(0.05, 0.3, h + 0.03),
        project(-0.7, 0.3, h + 0.03),
      ],
      PAL.straw,
    ) +
    repeat(15, (i) => {
      const p = project(-0.6 + (i % 5) * 0.15, -0.38 + Math.floor(i / 5) * 0.25, h + 0.06);
      return ellipse(
        p[0],
        p[1],
        5,
        2.6,
        (i * 7 + seed) % 4 ? PAL.tomato : PAL.marigold,
        `transform="rotate(${((i * 50) % 60) - 30} ${p[0]} ${p[1]})"`,
      );
    });
  const parapet = box(-x1, -y1, x1, -y1 + t, h, up, wall) + box(-x1, -y1, -x1 + t, y1, h, up, wall);
  const oven =
    softShadow(24, 9) +
    fill('M-22 4C-26 -30 26 -30 22 4C10 12 -10 12 -22 4Z', light(wall, 0.12)) +
    fill('M6 9.600C14 0 14 -18 8 -22C26 -18 24 -4 22 4C16 8 10 9.500 6 9.600Z', dark(wall, 0.22)) +
    fill('M-14 8C-16 -8 4 -8 3 9.600C-2 10 -10 9.500 -14 8Z', '#5b2f2a') +
    ellipse(-6, 5, 5, 2.6, '#f58a2c');
  const canopyPole = (x: number) => post(x, y1 + 0.42, 0, 1.12, PAL.wood, 0.06);
  return (
    footprintShadow(-x1, -y1, x1, y1, 0.8) +
    box(-x1 - 0.07, -y1 - 0.07, x1 + 0.07, y1 + 0.07, 0, 0.1, dark(wall, 0.12)) +
    box(-x1, -y1, x1, y1, 0.08, h, wall, { left, right, top: light(wall, 0.12) }) +
    parapet +
    pepperMat +
    atTile(0.65, -0.55, jar(9, 20, PAL.terracotta), 1, h) +
    atTile(0.75, 0.1, jar(7, 15, '#c98d57'), 1, h) +
    box(x1 - t, -y1, x1, y1, h, up, wall) +
    box(-x1, y1 - t, x1, y1, h, up, wall, { left }) +
    onLeftWall(
      -x1,
      y1,
      up,
      beamEnds(W, wall) +
        line(`M0 25H${W}`, trim, 3, 'stroke-dasharray="1 8"') +
        arch(22, H + 10, trim) +
        smallWindow(74, 38, PAL.woodDk),
    ) +
    onRightWall(
      x1,
      y1,
      up,
      beamEnds(D, dark(wall, 0.2)) +
        smallWindow(24, 38, dark(PAL.woodDk, 0.2)) +
        smallWindow(62, 38, dark(PAL.woodDk, 0.2)),
    ) +
    canopyPole(-1.1) +
    canopyPole(-0.05) +
    polygon(
      [project(-1.16, y1, 1.25), project(0, y1, 1.25), project(0, y1 + 0.46, 1.1), project(-1.16, y1 + 0.46, 1.1)],
      mix(trim, PAL.paper, 0.25),
    ) +
    atTile(
      0.78,
      y1 + 0.2,
      line('M-6 0L-1 -84M7 0L12 -84', PAL.wood, 3.2) +
        repeat(8, (i) => line(`M${-5 + i * 0.6} ${-9 - i * 10}h13`, PAL.woodLt, 2.6)),
    ) +
    atTile(1.75, 0.55, oven, 0.8) +
    atTile(0.3, y1 + 0.35, flowerPot(PAL.marigold))
  );
}
