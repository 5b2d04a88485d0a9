/** Poses of a figure in the world: how many frames, and how long one lasts (milliseconds). */
export const POSES = {
  idle: { frames: 2, frameMs: 700 },
  walk: { frames: 4, frameMs: 130 },
  wave: { frames: 2, frameMs: 220 },
  carry: { frames: 4, frameMs: 150 },
} as const;
export type Pose = keyof typeof POSES;

/** The drawings look to the left; the right-hand directions are their mirror image. */
export const DIRECTIONS = ['front-left', 'front-right', 'back-left', 'back-right'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/**
 * One moment of a pose. `near` and `far` are how far each foot stands ahead of the body (px along the path), `lift` raises the
 * whole body, `nearUp` and `farUp` raise the passing foot, `swing` turns the near arm (degrees).
 */
export type Step = {
  readonly near: number;
  readonly far: number;
  readonly lift: number;
  readonly nearUp: number;
  readonly farUp: number;
  readonly swing: number;
};

export const WALK_CYCLE: readonly Step[] = [
  { near: 6, far: -6, lift: 0, nearUp: 0, farUp: 0, swing: 26 },
  { near: 0, far: 1, lift: 2.4, nearUp: 0, farUp: 5, swing: 0 },
  { near: -6, far: 6, lift: 0, nearUp: 0, farUp: 0, swing: -26 },
  { near: 1, far: 0, lift: 2.4, nearUp: 5, farUp: 0, swing: 0 },
];
export const STANDING: Step = { near: 0, far: 0, lift: 0, nearUp: 0, farUp: 0, swing: 0 };

/** Angles of the near and the far arm in degrees; positive is towards the left. */
export function armAngles(pose: Pose, frame: number, { swing }: Step): readonly [near: number, far: number] {
  if (pose === 'wave') return [frame % 2 ? -118 : -142, 12];
  if (pose === 'carry') return [50, 34];
  return [-8 + swing, 8 - swing];
}
