import { type Colour, light } from '../base/colour.ts';
import { box, onLeftWall, onRightWall, project } from '../base/iso.ts';
import { PAL } from '../base/palette.ts';
import { jar } from '../base/solids.ts';
import { circle, each, ellipse, fill, line, move, rect, repeat } from '../base/svg.ts';
import { shelfOf } from './food-corner.ts';
import type { Corner, Tier } from './need-tiers.ts';
import { floorQuad } from './room.ts';
import { H } from './room-geometry.ts';

const mat = (c: Colour): string =>
  floorQuad(0.5, 0.55, 1.4, 1.95, c) +
  each([0, 1, 2, 3], (i) => {
    const [a, b] = [project(0.6 + i * 0.23, 0.55), project(0.6 + i * 0.23, 1.95)];
    return line(`M${a}L${b}`, light(c, 0.3), 2.4);
  });

const bed = (frame: Colour, blanket: Colour): string =>
  box(0.35, 0.2, 1.45, 1.9, 0.12, 0.36, frame) +
  box(0.38, 0.22, 1.42, 1.87, 0.36, 0.52, '#fbf3e2') +
  box(0.36, 0.8, 1.45, 1.9, 0.36, 0.56, blanket, { top: light(blanket, 0.12) }) +
  each([0, 1], (i) => box(0.46 + i * 0.48, 0.26, 0.88 + i * 0.48, 0.56, 0.52, 0.62, '#fff')) +
  box(0.33, 0.1, 1.47, 0.2, 0, 1.0, frame) +
  each([0, 1, 2], (i) => {
    const [a, b] = [project(0.36, 1.0 + i * 0.3, 0.565), project(1.45, 1.0 + i * 0.3, 0.565)];
    return line(`M${a}L${b}`, light(blanket, 0.4), 2.4, 'stroke-dasharray="5 4"');
  });

const net = (opacity: number): string => {
  const top = project(0.9, 0.95, H - 0.25);
  const [right, front, left] = [project(1.52, 0.15, 0.4), project(1.55, 1.95, 0.3), project(0.3, 1.95, 0.3)];
  return (
    `<g opacity="${opacity}">` +
    fill(
      `M${top[0] - 10} ${top[1]}C${left[0]} ${top[1] + 30} ${left[0] - 4} ${left[1] - 20} ${left}Q${(left[0] + front[0]) / 2 - 6} ${front[1] + 2} ${front}Q${(right[0] + front[0]) / 2 + 6} ${right[1] + 18} ${right}C${right[0] + 2} ${right[1] - 30} ${right[0] - 10} ${top[1] + 26} ${top[0] + 10} ${top[1]}Z`,
      '#ffffff',
    ) +
    '</g>' +
    ellipse(top[0], top[1], 11, 5, '#fff', 'opacity=".8"') +
    line(`M${top[0]} ${top[1]}V${top[1] - 16}`, '#8a6a4c', 2) +
    line(
      `M${top[0] - 4} ${top[1] + 2}C${left[0] + 16} ${top[1] + 44} ${left[0] + 12} ${left[1] - 20} ${left[0] + 10} ${left[1] - 4}M${top[0] + 4} ${top[1] + 2}C${front[0] - 6} ${top[1] + 60} ${front[0] - 10} ${front[1] - 30} ${front[0] - 8} ${front[1] - 4}`,
      '#fff',
      1.8,
      'opacity=".8"',
    )
  );
};

const kit =
  rect(0, 0, 24, 18, PAL.teal, 3) +
  rect(0, 0, 24, 5, light(PAL.teal, 0.3), 2) +
  fill('M12 15C5 10 6 5 9 6C11 6 12 8 12 8C12 8 13 6 15 6C18 5 19 10 12 15Z', '#fff');

const growthChart =
  rect(0, 0, 12, 60, PAL.paper, 2) +
  repeat(8, (i) => line(`M1 ${6 + i * 7}h${i % 2 ? 4 : 7}`, PAL.ink2, 1.2)) +
  circle(8, 26, 2.4, PAL.tomato);

const BY_TIER: Readonly<Record<Tier, () => Corner>> = {
  0: () => ({ wall: '', things: [[0, -0.02, mat('#c2a25e')]] }),
  1: () => ({
    wall: onRightWall(0, 1.5, H, move(10, 50, kit)),
    things: [
      [0, -0.02, mat('#8fae9a') + box(0.55, 0.55, 1.35, 0.85, 0, 0.1, PAL.paper)],
      [0, 0.02, net(0.3)],
    ],
  }),
  2: () => ({
    wall: onRightWall(0, 1.3, H, shelfOf(2, 52, 34, [move(-12, -18, kit)])),
    things: [
      [0, -0.02, bed(PAL.wood, PAL.indigo)],
      [0, 0.02, net(0.34)],
    ],
  }),
  3: () => ({
    wall:
      onRightWall(0, 1.3, H, shelfOf(2, 46, 40, [move(-12, -18, kit, 0.9), jar(4, 10, '#8fb86a')])) +
      onLeftWall(1.62, 0, H, move(2, 36, growthChart)),
    things: [
      [0, -0.02, bed('#b9774a', PAL.tomato)],
      [0, 0.02, net(0.38)],
    ],
  }),
};

/** A place to sleep and to be well: mat, bed, mosquito net, first-aid box, growth chart. */
export const healthCorner = (tier: Tier): Corner => BY_TIER[tier]();
