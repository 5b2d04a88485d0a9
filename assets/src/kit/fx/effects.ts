import { dark } from '../base/colour.ts';
import { project } from '../base/iso.ts';
import { PAL, SHADOW } from '../base/palette.ts';
import { circle, ellipse, fill, line, polygon, rect, repeat, rotate } from '../base/svg.ts';
import { bee, sparkle } from '../props/garlands.ts';

/** Small signs of life that the game draws above the world and moves; middle on (0, 0) unless said otherwise. */

const heart = (): string =>
  fill('M0 12C-20 -2 -15 -15 -7 -15C-3 -15 0 -12 0 -9C0 -12 3 -15 7 -15C15 -15 20 -2 0 12Z', PAL.tomato) +
  line('M-9 -10C-12 -8 -12 -4 -11 -1', '#fff', 2.4, 'opacity=".7"');

/** The coin of Bloomvale: a sprout on gold. */
const coin = (): string =>
  circle(0, 1.2, 11, PAL.goldDk) +
  circle(0, 0, 11, PAL.gold) +
  circle(0, 0, 7.6, '#ffd569') +
  fill('M0 -1C-1 -5 -5 -6 -6 -5C-6 -2 -3 0 0 -1ZM0 -3C1 -7 4 -8 6 -7C6 -4 3 -2 0 -3Z', PAL.goldDk) +
  line('M0 5V-3', PAL.goldDk, 1.8);

/** A speech bubble 44 px wide whose tail ends on (0, 0); the middle of its picture is (0, -30). */
const bubble = (): string =>
  rect(-21, -47, 42, 40, SHADOW, 13, 'opacity=".14"') +
  fill('M-8 -11H8L0 0Z', PAL.card) +
  rect(-22, -50, 44, 40, PAL.card, 13);

const star = (): string =>
  repeat(5, (i) => rotate(i * 72, fill('M0 -12L3.4 -3.6L0 0L-3.4 -3.6Z', PAL.gold))) + circle(0, 0, 4.4, PAL.gold);

const drop = (): string =>
  fill('M0 -8C5 -1 5 5 0 5C-5 5 -5 -1 0 -8Z', PAL.waterDk) + ellipse(-1.4, 1, 1.2, 1.8, '#fff', 'opacity=".7"');

const crumb = (): string => ellipse(0, 0, 3.6, 3, PAL.soilDk) + ellipse(-0.8, -0.8, 1.8, 1.4, PAL.soil);

const leaf = (): string =>
  fill('M-6 4C-7 -4 -1 -8 6 -7C7 0 2 6 -6 4Z', PAL.leaf) + line('M-5 3L4 -5', dark(PAL.leaf, 0.2), 1.2);

const petal = (): string => fill('M-5 3C-6 -3 -1 -6 5 -5C6 0 1 5 -5 3Z', PAL.rose);

const puff = (): string => circle(0, 0, 8, '#fff', 'opacity=".7"');

/** Contact shadow of a figure. */
const shadow = (): string => ellipse(0, 0, 22, 8, SHADOW, 'opacity=".22"');

/** Outline of one tile: what is under the pointer, or chosen. */
const ring = (): string =>
  polygon(
    [project(-0.48, -0.48), project(0.48, -0.48), project(0.48, 0.48), project(-0.48, 0.48)],
    'none',
    `stroke="${PAL.card}" stroke-width="3.4" stroke-linejoin="round" opacity=".95"`,
  );

/** Where a walk ends. */
const target = (): string =>
  ellipse(0, 0, 17, 8.5, 'none', `stroke="${PAL.card}" stroke-width="3" opacity=".95"`) +
  ellipse(0, 0, 5, 2.5, PAL.card);

/** Atlas frames `fx/<name>`. */
export const EFFECTS = {
  sparkle: () => sparkle(9),
  heart,
  coin,
  bubble,
  star,
  drop,
  crumb,
  leaf,
  petal,
  puff,
  shadow,
  ring,
  target,
  bee: () => bee(0),
  bee_1: () => bee(1),
} satisfies Record<string, () => string>;
export type EffectName = keyof typeof EFFECTS;
