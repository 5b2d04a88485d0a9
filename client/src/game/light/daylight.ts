/** The look of an hour. Colours 0xRRGGBB, strengths 0 to 1. Day and night are a mood, not a darkness: faces and crops stay readable. */
export type Daylight = {
  /** Laid over everything. */
  readonly wash: number;
  readonly washStrength: number;
  /** Warm light from the upper left. */
  readonly sun: number;
  readonly sunStrength: number;
  /** Darkened corners. */
  readonly vignette: number;
  /** Lamps and windows. */
  readonly lamps: number;
};

type Hour = readonly [hour: number, look: Daylight];

const night: Daylight = {
  wash: 0x2c2a6b,
  washStrength: 0.3,
  sun: 0xbfc8ff,
  sunStrength: 0.1,
  vignette: 0.34,
  lamps: 1,
};
const dawn: Daylight = {
  wash: 0xf7b2a0,
  washStrength: 0.13,
  sun: 0xffd9a0,
  sunStrength: 0.36,
  vignette: 0.24,
  lamps: 0.4,
};
const day: Daylight = { wash: 0xfff3c0, washStrength: 0, sun: 0xfff0a8, sunStrength: 0.3, vignette: 0.2, lamps: 0 };
const evening: Daylight = {
  wash: 0xf08a4b,
  washStrength: 0.15,
  sun: 0xffc46b,
  sunStrength: 0.4,
  vignette: 0.26,
  lamps: 0.5,
};
const dusk: Daylight = { wash: 0x6a4fa0, washStrength: 0.22, sun: 0xff9a7a, sunStrength: 0.2, vignette: 0.3, lamps: 1 };

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
    wash: mixColour(a.wash, b.wash, t),
    washStrength: between(a.washStrength, b.washStrength),
    sun: mixColour(a.sun, b.sun, t),
    sunStrength: between(a.sunStrength, b.sunStrength),
    vignette: between(a.vignette, b.vignette),
    lamps: between(a.lamps, b.lamps),
  };
}

/** Per channel, 0xRRGGBB. */
export function mixColour(a: number, b: number, t: number): number {
  const channel = (shift: number) => {
    const from = (a >> shift) & 0xff;
    return Math.round(from + (((b >> shift) & 0xff) - from) * t) << shift;
  };
  return channel(16) | channel(8) | channel(0);
}

export const cssColour = (colour: number, alpha: number): string =>
  `rgb(${(colour >> 16) & 0xff} ${(colour >> 8) & 0xff} ${colour & 0xff} / ${alpha.toFixed(3)})`;
