import type { CropLook, Stage } from '../crop-data.ts';

/** The crops of one shape. */
export type LookOf<S extends CropLook['shape']> = Extract<CropLook, { shape: S }>;

/** What a shape needs to draw one plant that is young, flowering or ripe. */
export type Growth = {
  readonly stage: Stage;
  /** Size: young .62, flowering .88, ripe 1. */
  readonly s: number;
  readonly random: () => number;
};

/** A number between -spread / 2 and spread / 2. */
export const jitter = ({ random }: Growth, spread: number): number => (random() - 0.5) * spread;

/** Degrees to a point on an ellipse. */
export const onEllipse = (degrees: number, rx: number, ry: number): readonly [number, number] => [
  Math.cos((degrees * Math.PI) / 180) * rx,
  Math.sin((degrees * Math.PI) / 180) * ry,
];
