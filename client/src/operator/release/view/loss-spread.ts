/** Width of a step of `lossSpread`: one percent of the principal. */
const STEP = 0.01;

export type LossStep = {
  /** Shares of the principal, 0 to 1; `to` null for the last, open step. */
  readonly from: number;
  readonly to: number | null;
  /** Share of the runs that end here, 0 to 1. */
  readonly live: number;
  readonly draft: number;
};

/** Both distributions on one axis, from no loss to the last step in which either has a run. Empty without any run. */
export function lossSteps(live: readonly number[], draft: readonly number[]): LossStep[] {
  const steps = Math.max(live.length, draft.length);
  const at = (shares: readonly number[], i: number): number => finiteOr0(shares[i]);
  let last = -1;
  for (let i = 0; i < steps; i++) if (at(live, i) > 0 || at(draft, i) > 0) last = i;
  return Array.from({ length: last + 1 }, (_, i) => ({
    from: i * STEP,
    to: i === steps - 1 ? null : (i + 1) * STEP,
    live: at(live, i),
    draft: at(draft, i),
  }));
}

const finiteOr0 = (value: number | undefined): number => (value !== undefined && Number.isFinite(value) ? value : 0);

/** What a share `q` of the runs stays below, to a whole percent; null when it lies in the open step, or without any run. */
export function lossBelow(shares: readonly number[], q: number): number | null {
  let sum = 0;
  for (const [i, share] of shares.entries()) {
    sum += finiteOr0(share);
    // Shares of runs are counted in 1 / runs: a rounding error must not move the answer to the next step.
    if (sum >= q - 1e-9) return i === shares.length - 1 ? null : (i + 1) * STEP;
  }
  return null;
}

/** The step in which most runs end; null without any. */
export function likeliest(steps: readonly LossStep[], side: 'live' | 'draft'): LossStep | null {
  let best: LossStep | null = null;
  for (const step of steps) if (step[side] > (best?.[side] ?? 0)) best = step;
  return best;
}
