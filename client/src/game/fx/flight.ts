import type { Px } from '../space/iso.ts';

/** Paths of small things that fly. Pure: time as a share 0 to 1, distances in world pixels. */

/** A bow from `from` to `to`, `lift` px above the higher end in its middle. */
export function bow(from: Px, to: Px, lift: number, t: number): Px {
  const middle = { x: from.x * 0.5 + to.x * 0.5, y: Math.min(from.y, to.y) - lift };
  const u = 1 - t;
  return {
    x: u * u * from.x + 2 * u * t * middle.x + t * t * to.x,
    y: u * u * from.y + 2 * u * t * middle.y + t * t * to.y,
  };
}

/** What a burst of small things looks like. Speeds in px a second, angles in degrees with 0 to the right and -90 upwards. */
export type Burst = {
  readonly frame: string;
  readonly count: number;
  readonly ms: number;
  readonly angle: readonly [from: number, to: number];
  readonly speed: readonly [least: number, most: number];
  /** Px a second a second, downwards. */
  readonly gravity: number;
  readonly scale: readonly [start: number, end: number];
  /** Degrees a second, to either side. */
  readonly spin: number;
  /** So far from the centre they begin. */
  readonly spread: number;
};

export type Mote = {
  readonly from: Px;
  readonly vx: number;
  readonly vy: number;
  readonly spin: number;
  /** Share of the burst's time after which it appears. */
  readonly late: number;
  readonly size: number;
};

/** The single motes of a burst. `random` gives 0 up to 1. */
export function motesOf(burst: Burst, at: Px, random: () => number): Mote[] {
  const between = ([low, high]: readonly [number, number], share: number) => low + (high - low) * share;
  return Array.from({ length: burst.count }, (_, i) => {
    // Evenly spread with some play: five random angles would clump.
    const angle = (between(burst.angle, (i + random()) / burst.count) * Math.PI) / 180;
    const speed = between(burst.speed, random());
    return {
      from: { x: at.x + (random() - 0.5) * 2 * burst.spread, y: at.y + (random() - 0.5) * burst.spread },
      vx: Math.cos(angle) * speed,
      vy: Math.sin(angle) * speed,
      spin: (random() - 0.5) * 2 * burst.spin,
      late: random() * 0.15,
      size: 0.8 + random() * 0.4,
    };
  });
}

/** Where a mote is at a share `t` of its burst's time; null before it appears. */
export function moteAt(
  mote: Mote,
  burst: Burst,
  t: number,
): { at: Px; scale: number; angle: number; alpha: number } | null {
  const age = (t - mote.late) / (1 - mote.late);
  if (age < 0) return null;
  const seconds = (age * burst.ms) / 1000;
  return {
    at: {
      x: mote.from.x + mote.vx * seconds,
      y: mote.from.y + mote.vy * seconds + (burst.gravity * seconds * seconds) / 2,
    },
    scale: (burst.scale[0] + (burst.scale[1] - burst.scale[0]) * age) * mote.size,
    angle: mote.spin * seconds,
    alpha: age < 0.7 ? 1 : 1 - (age - 0.7) / 0.3,
  };
}
