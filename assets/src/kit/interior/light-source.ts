import { dark } from '../base/colour.ts';
import { PAL } from '../base/palette.ts';
import { circle, ellipse, fill, line, rect } from '../base/svg.ts';
import type { Tier } from './need-tiers.ts';

/** How dim the room is (0 to 1), and the light on the table or above it. */
export type LightSource = { readonly dim: number; readonly onTable: string; readonly hanging: string };

/** What gives light: on the table at tiers 0 and 1, hanging above it from tier 2. */
export function lightSource(tier: Tier): LightSource {
  const halo = (x: number, y: number, r: number, o = 0.3) =>
    circle(x, y, r, '#ffe39a', `opacity="${o * 0.55}"`) + circle(x, y, r * 0.55, '#fff0bd', `opacity="${o}"`);
  const candle =
    halo(0, -14, 22) +
    rect(-3, -10, 6, 10, PAL.paper, 1.5) +
    fill('M0 -20C4 -16 3 -11 0 -10C-3 -11 -4 -16 0 -20Z', '#f6a821');
  const lantern =
    halo(0, -12, 34, 0.36) +
    rect(-7, -4, 14, 4, '#4a4156', 1.5) +
    rect(-6, -18, 12, 14, '#fff0bd', 3) +
    rect(-7, -21, 14, 4, '#4a4156', 1.5) +
    line('M-5 -21C-5 -29 5 -29 5 -21', '#4a4156', 2);
  const bulb = (drop: number) =>
    line(`M0 ${-drop}V-14`, '#5b5068', 2) +
    halo(0, -4, 44, 0.26) +
    rect(-3, -15, 6, 6, '#4a4156', 1.5) +
    circle(0, -4, 7, '#fff3c4');
  const pendant = (drop: number) =>
    line(`M0 ${-drop}V-22`, '#5b5068', 2) +
    halo(0, -2, 62, 0.26) +
    fill('M-26 0C-24 -16 -12 -22 0 -22C12 -22 24 -16 26 0C14 5 -14 5 -26 0Z', PAL.marigold) +
    fill('M6 3C14 2 22 1.500 26 0C24 -16 12 -22 0 -22C8 -16 10 -6 6 3Z', dark(PAL.marigold, 0.16)) +
    ellipse(0, 1, 22, 4.4, '#fff3c4');
  switch (tier) {
    case 0:
      return { dim: 0.2, onTable: candle, hanging: '' };
    case 1:
      return { dim: 0.09, onTable: lantern, hanging: '' };
    case 2:
      return { dim: 0.02, onTable: '', hanging: bulb(40) };
    case 3:
      return { dim: 0, onTable: '', hanging: pendant(40) };
  }
}
