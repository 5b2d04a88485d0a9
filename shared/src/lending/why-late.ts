import { normalQuantile } from './exact-math.ts';
import { type ShockCause, type ShockPart, shockedPpm } from './shocks.ts';

/** What moved a chance: the region's luck, or one of the causes with a name. */
export type LateCause = ShockCause | 'usual' | 'region';

/** One step of the way from a usual month to this one: after this cause the chance was `ppm`. */
export type CauseStep = { readonly cause: LateCause; readonly ppm: number; readonly shiftMilli: number };

/** The model's own figures of one tick, as the loan's events keep them. */
export type TickChances = {
  /** Hazard of the loan in a usual month. */
  readonly basePpm: number;
  readonly rhoPpm: number;
  /** Regional factor, standard normal; null for a loan without a place. */
  readonly factor: number | null;
  readonly parts: readonly ShockPart[];
};

/**
 * "Why was she late?": the chance of missing an instalment in a usual month, then what the region's luck and each cause made of it, in the
 * order in which the model adds them up on the probit scale (microfinance.md 5.4). The last step is the chance that was drawn against.
 */
export function whyLate({ basePpm, rhoPpm, factor, parts }: TickChances): CauseStep[] {
  const steps: CauseStep[] = [{ cause: 'usual', ppm: basePpm, shiftMilli: 0 }];
  if (factor === null) return steps;
  const after = (shiftMilli: number): number => shockedPpm(basePpm, { rhoPpm, factor, shiftMilli });
  steps.push({ cause: 'region', ppm: after(0), shiftMilli: regionShift(basePpm, after(0)) });
  let sum = 0;
  for (const { cause, shiftMilli } of parts) {
    sum += shiftMilli;
    steps.push({ cause, ppm: after(sum), shiftMilli });
  }
  return steps;
}

/** The region's luck on the same scale as the named causes, thousandths of a probit. */
function regionShift(before: number, after: number): number {
  if (before <= 0 || before >= 1e6 || after <= 0 || after >= 1e6) return 0;
  return Math.round((normalQuantile(after / 1e6) - normalQuantile(before / 1e6)) * 1000);
}
