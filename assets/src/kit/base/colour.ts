/**
 * Shades in OKLab, so that darker and lighter keep their hue. One light source for everything: warm, from the upper left;
 * shadows drift to violet and lights to cream, never to black or white. Colours are `#rrggbb` or `#rgb`.
 * Matrices: B. Ottosson, "A perceptual color space for image processing" (2020).
 */
export type Colour = string;
type Triple = readonly [number, number, number];

const toLinear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const toGamma = (c: number): number => (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055);

function rgb(hex: Colour): Triple {
  const long = hex.length === 4 ? `#${[...hex.slice(1)].map((c) => c + c).join('')}` : hex;
  const channel = (at: number): number => Number.parseInt(long.slice(at, at + 2), 16) / 255;
  return [channel(1), channel(3), channel(5)];
}

function toLab(hex: Colour): Triple {
  const [r, g, b] = rgb(hex);
  const [lr, lg, lb] = [toLinear(r), toLinear(g), toLinear(b)];
  const l = Math.cbrt(0.4122214708 * lr + 0.5363325363 * lg + 0.0514459929 * lb);
  const m = Math.cbrt(0.2119034982 * lr + 0.6806995451 * lg + 0.1073969566 * lb);
  const s = Math.cbrt(0.0883024619 * lr + 0.2817188376 * lg + 0.6299787005 * lb);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function toHex([lightness, a, b]: Triple): Colour {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const byte = (c: number): number => Math.round(255 * Math.min(1, Math.max(0, toGamma(Math.max(0, c)))));
  return `#${channels.map((c) => byte(c).toString(16).padStart(2, '0')).join('')}`;
}

/** The colour `share` (0 to 1) of the way from `a` to `b`. */
export function mix(a: Colour, b: Colour, share: number): Colour {
  const [l1, a1, b1] = toLab(a);
  const [l2, a2, b2] = toLab(b);
  return toHex([l1 + (l2 - l1) * share, a1 + (a2 - a1) * share, b1 + (b2 - b1) * share]);
}

/** In shade: towards cool violet. */
export const dark = (colour: Colour, share = 0.2): Colour => mix(colour, '#35204f', share);

/** In the light: towards warm cream. */
export const light = (colour: Colour, share = 0.25): Colour => mix(colour, '#fff6d8', share);
