import { describe, expect, it } from 'vitest';
import { likeliest, lossBelow, lossSteps } from './loss-spread.ts';

describe('lossSteps', () => {
  it('are none without a run', () => {
    expect(lossSteps([], [])).toEqual([]);
    expect(lossSteps([0, 0], [0, Number.NaN])).toEqual([]);
  });
  it('end with the last step in which either side has a run', () => {
    const steps = lossSteps([0.5, 0.5, 0, 0, 0], [0, 0.25, 0.75, 0, 0]);
    expect(steps.map(({ from, to }) => [from, to])).toEqual([
      [0, 0.01],
      [0.01, 0.02],
      [0.02, 0.03],
    ]);
    expect(steps.map(({ draft }) => draft)).toEqual([0, 0.25, 0.75]);
  });
  it('leave the last step open', () => {
    expect(lossSteps([0, 0.5, 0.5], [1, 0, 0]).at(-1)).toEqual({ from: 0.02, to: null, live: 0.5, draft: 0 });
  });
  it('fill up the shorter side', () => {
    expect(lossSteps([1], [0.5, 0.5]).map(({ live }) => live)).toEqual([1, 0]);
  });
});

describe('lossBelow', () => {
  it('is unknown without a run and in the open step', () => {
    expect(lossBelow([], 0.5)).toBeNull();
    expect(lossBelow([0, 0, 1], 0.5)).toBeNull();
  });
  it('is the end of the step in which the share is reached', () => {
    const shares = [0.1, 0.4, 0.4, 0.05, 0.05, 0];
    expect(lossBelow(shares, 0.5)).toBeCloseTo(0.02);
    expect(lossBelow(shares, 0.95)).toBeCloseTo(0.04);
    expect(lossBelow(shares, 1)).toBeCloseTo(0.05);
  });
});

it('knows where most runs end', () => {
  expect(likeliest([], 'live')).toBeNull();
  const steps = lossSteps([0.2, 0.8, 0], [0.6, 0.1, 0.3]);
  expect(likeliest(steps, 'live')?.from).toBeCloseTo(0.01);
  expect(likeliest(steps, 'draft')?.from).toBe(0);
});
