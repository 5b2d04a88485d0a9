import type { Colour } from './colour.ts';

/**
 * The pens of the kit. Every function returns an SVG fragment; lengths are CSS px at scale 1, x to the right, y down.
 * `extra` is any further attributes, such as `opacity=".5"`.
 */
export type Point = readonly [x: number, y: number];

/** Rounded to a tenth of a px, which keeps the files small and cannot be seen. */
export const tenth = (value: number): number => +value.toFixed(1);

export const ellipse = (cx: number, cy: number, rx: number, ry: number, colour: Colour, extra = ''): string =>
  `<ellipse cx="${tenth(cx)}" cy="${tenth(cy)}" rx="${tenth(rx)}" ry="${tenth(ry)}" fill="${colour}" ${extra}/>`;

export const circle = (cx: number, cy: number, r: number, colour: Colour, extra = ''): string =>
  `<circle cx="${tenth(cx)}" cy="${tenth(cy)}" r="${tenth(r)}" fill="${colour}" ${extra}/>`;

export const rect = (x: number, y: number, w: number, h: number, colour: Colour, radius = 0, extra = ''): string =>
  `<rect x="${tenth(x)}" y="${tenth(y)}" width="${tenth(w)}" height="${tenth(h)}" rx="${radius}" fill="${colour}" ${extra}/>`;

/** A filled path. */
export const fill = (path: string, colour: Colour, extra = ''): string =>
  `<path d="${path}" fill="${colour}" ${extra}/>`;

/** A stroked path with round caps and joins. */
export const line = (path: string, colour: Colour, width: number, extra = ''): string =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${extra}/>`;

export const pointList = (points: readonly Point[]): string =>
  points.map(([x, y]) => `${tenth(x)},${tenth(y)}`).join(' ');

/** A filled polygon. A stroke of its own colour softens the corners, unless `extra` sets one. */
export function polygon(points: readonly Point[], colour: Colour, extra = ''): string {
  const soft = extra.includes('stroke=') ? '' : `stroke="${colour}" stroke-width="2" stroke-linejoin="round"`;
  return `<polygon points="${pointList(points)}" fill="${colour}" ${soft} ${extra}/>`;
}

/** `x y`, as path data wants it. */
export const xy = ([x, y]: Point): string => `${tenth(x)} ${tenth(y)}`;

/** Straight path data through the points. */
export const through = (...points: readonly Point[]): string =>
  points.map((point, i) => (i === 0 ? 'M' : 'L') + xy(point)).join('');

/** Wraps a drawing in a group with any SVG transform. */
export const group = (transform: string, svg: string): string => `<g transform="${transform}">${svg}</g>`;

/** Places a drawing at px (x, y), optionally scaled. */
export const move = (x: number, y: number, svg: string, scale = 1): string =>
  group(`translate(${tenth(x)} ${tenth(y)})${scale !== 1 ? ` scale(${scale})` : ''}`, svg);

/** Mirrors a drawing left to right. */
export const mirror = (svg: string): string => group('scale(-1 1)', svg);

/** Rotates a drawing by `degrees` about px (x, y). */
export const rotate = (degrees: number, svg: string, x = 0, y = 0): string =>
  group(`rotate(${degrees} ${x} ${y})`, svg);

export const faded = (opacity: number, svg: string): string => `<g opacity="${opacity}">${svg}</g>`;

/** Draws `count` times and joins the results. */
export const repeat = (count: number, draw: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => draw(index)).join('');

/** Draws once per item of a list and joins the results. */
export const each = <const T>(list: readonly T[], draw: (item: T, index: number) => string): string =>
  list.map((item, index) => draw(item, index)).join('');

/**
 * The item at `index` of a list that starts over after its last item.
 * @throws RangeError when the list is empty
 */
export function cycle<const T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new RangeError('cycle() over an empty list');
  return item;
}
