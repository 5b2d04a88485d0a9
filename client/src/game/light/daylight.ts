/** The look of an hour. Colours 0xRRGGBB, strengths 0 to 1. Day and night are a mood, not a darkness: faces and crops stay readable. */
export type Daylight = {
  /** What every colour of the world is multiplied with; white leaves it as it is. */
  readonly filter: number;
  /** Light from the upper left. */
  readonly sun: number;
  readonly sunStrength: number;
  /** Darkened corners. */
  readonly vignette: number;
  /** Lamps and windows. */
  readonly lamps: number;
};

type Hour = readonly [hour: number, look: Daylight];

const night: Daylight = { filter: 0x9ca2e0, sun: 0xbfc8ff, sunStrength: 0.08, vignette: 0.3, lamps: 1 };
const dawn: Daylight = { filter: 0xffe6da, sun: 0xffd9a0, sunStrength: 0.22, vignette: 0.22, lamps: 0.4 };
const day: Daylight = { filter: 0xffffff, sun: 0xfff0a8, sunStrength: 0.13, vignette: 0.2, lamps: 0 };
const evening: Daylight = { filter: 0xffe6c8, sun: 0xffc46b, sunStrength: 0.26, vignette: 0.24, lamps: 0.5 };
const dusk: Daylight = { filter: 0xcfb6e6, sun: 0xff9a7a, sunStrength: 0.16, vignette: 0.28, lamps: 1 };

const HOURS: readonly Hour[] = [
  [0, night],
  [5, night],
  [6.5, dawn],
  [8.5, day],
  [16.5, day],
  [18.5, evening],
  [20, dusk],
  [22, night],
  [24, night],
];

/** The look at an hour of the day, 0 up to 24, fractions allowed. */
export function daylightAt(hour: number): Daylight {
  const at = ((hour % 24) + 24) % 24;
  const after = HOURS.findIndex(([start]) => start > at);
  const [h0, a] = HOURS[after - 1] as Hour;
  const [h1, b] = HOURS[after] as Hour;
  return mix(a, b, (at - h0) / (h1 - h0));
}

function mix(a: Daylight, b: Daylight, t: number): Daylight {
  const between = (x: number, y: number) => x + (y - x) * t;
  return {
    filter: mixColour(a.filter, b.filter, t),
    sun: mixColour(a.sun, b.sun, t),
    sunStrength: between(a.sunStrength, b.sunStrength),
    vignette: between(a.vignette, b.vignette),
    lamps: between(a.lamps, b.lamps),
  };
}

const channel = (colour: number, shift: 0 | 8 | 16): number => (colour >> shift) & 0xff;

/** Per channel, 0xRRGGBB. */
export function mixColour(a: number, b: number, t: number): number {
  const one = (shift: 0 | 8 | 16) => {
    const from = channel(a, shift);
    return Math.round(from + (channel(b, shift) - from) * t) << shift;
  };
  return one(16) | one(8) | one(0);
}

/** Perceived brightness of a colour, 0 to 1 (Rec. 709 weights, without gamma: only to compare). */
export const brightness = (colour: number): number =>
  (0.2126 * channel(colour, 16) + 0.7152 * channel(colour, 8) + 0.0722 * channel(colour, 0)) / 255;

export const cssColour = (colour: number, alpha: number): string =>
  `rgb(${channel(colour, 16)} ${channel(colour, 8)} ${channel(colour, 0)} / ${alpha.toFixed(3)})`;
