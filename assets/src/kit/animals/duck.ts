import { circle, ellipse, fill } from '../base/svg.ts';

/** A drake on the water. */
export const duck = (): string =>
  ellipse(0, 2, 14, 4, '#fff', 'opacity=".5"') +
  fill('M-13 -4C-13 4 12 4 13 -6C8 -8 2 -8 0 -6C-4 -10 -6 -10 -13 -4Z', '#fff8ec') +
  circle(-10, -13, 6.5, '#3f8a5a') +
  fill('M-16 -13L-22 -11L-16 -9Z', '#f2a52e') +
  circle(-12, -14.5, 1.2, '#fff');
