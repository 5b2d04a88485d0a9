import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SECTORS } from '../content/lending.ts';
import { regionKey } from '../random/keys.ts';
import { drawWord, type PhiloxKey, PPM, STREAM } from '../random/philox.ts';
import { CHAIN } from './calibrated-chain.fixture.ts';
import { FIRST_MODEL, firstFactors } from './first-model.ts';
import { type ClockedLoan, nextTickOf, tickLoan } from './loan-clock.ts';
import { makePlan, makeTerms } from './loan-terms.ts';
import { regionalFactor } from './region.ts';
import { CHAIN_START, type ChainState, DEFAULT_MISSED, rollRow, stepLoan, TAIL_TICKS } from './repayment-model.ts';
import { shockedPpm } from './shocks.ts';

const N = CHAIN.instalments;
const P_DEFAULT = 0.05988;

type Run = { defaults: number; portfolio: number; atRisk: number; moves: number[][] };

/** Every loan to its end; draws addressed as in microfinance.md 5.5. `hAt` shifts the hazard of a period. */
function simulate(seed: number, loans: number, hAt?: (loan: number, period: number) => number): Run {
  const run: Run = { defaults: 0, portfolio: 0, atRisk: 0, moves: Array.from({ length: 5 }, () => [0, 0, 0, 0]) };
  for (let loan = 0; loan < loans; loan++) {
    let state: ChainState = CHAIN_START;
    run.portfolio += 1;
    for (let period = 1; ; period++) {
      const word = drawWord([seed, 0], { entity: loan, period, stream: STREAM.repayment });
      const hPpm = hAt === undefined || state.missed > 0 ? CHAIN.hPpm : hAt(loan, period);
      const step = stepLoan({ ...CHAIN, hPpm }, state, word);
      if (period <= N) count(run.moves, state, step.payment);
      state = step.state;
      if (step.defaulted) run.defaults += 1;
      if (step.defaulted || step.finished) break;
      const owed = (N - Math.min(N, period) + state.missed) / N;
      run.portfolio += owed;
      const late = state.missed === 0 ? 0 : state.missed + Math.max(0, period - N);
      if (late >= 2) run.atRisk += owed;
    }
  }
  return run;
}

function count(moves: number[][], state: ChainState, payment: string): void {
  const row = moves[state.missed === 0 ? 0 : rollRow(CHAIN, state) + 1] as number[];
  const column = ['nothing', 'one', 'two', 'all'].indexOf(payment);
  row[column] = (row[column] as number) + 1;
}

describe('T3 and T4: 20 000 loans without shocks', () => {
  it.each([1, 20240101, 42])('seed %i', (seed) => {
    const loans = 20_000;
    const { defaults, portfolio, atRisk, moves } = simulate(seed, loans);
    const sigma = Math.sqrt((P_DEFAULT * (1 - P_DEFAULT)) / loans);
    expect(Math.abs(defaults / loans - P_DEFAULT)).toBeLessThan(4 * sigma);
    expect(Math.abs(atRisk / portfolio - 0.07)).toBeLessThan(0.004);
    // Critical values of chi-square at p = 1e-4.
    expect(chiSquare([moves[0]?.[0], moves[0]?.[3]], [CHAIN.hPpm, PPM - CHAIN.hPpm])).toBeLessThan(15.14);
    CHAIN.rollPpm.forEach((none, row) => {
      const rest = (PPM - none) / 100;
      expect(chiSquare(moves[row + 1] as number[], [none, 30 * rest, 25 * rest, 45 * rest])).toBeLessThan(21.11);
    });
  });
});

function chiSquare(observed: readonly (number | undefined)[], ppm: readonly number[]): number {
  const all = observed.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  return observed.reduce<number>((sum, one, i) => {
    const expected = (all * (ppm[i] as number)) / PPM;
    return sum + ((one ?? 0) - expected) ** 2 / expected;
  }, 0);
}

describe('T3 for products of their own: what is lost is what the hazard was solved for', () => {
  it.each([
    ['weekly', { instalments: 16, intervalSimHours: 168, method: 'equal_instalments', graceOnPrincipal: 0 }],
    ['24 months', { instalments: 24, intervalSimHours: 720, method: 'equal_instalments', graceOnPrincipal: 0 }],
    ['half-year bullet', { instalments: 1, intervalSimHours: 4_320, method: 'bullet', graceOnPrincipal: 0 }],
    ['quarterly', { instalments: 4, intervalSimHours: 2_160, method: 'equal_principal', graceOnPrincipal: 0 }],
    ['seasonal', { instalments: 12, intervalSimHours: 720, method: 'equal_instalments', graceOnPrincipal: 6 }],
  ] as const)('%s', (_name, shape) => {
    const loans = 8_000;
    const principal = 100_000;
    const product = { ...shape, currencyLoss: 'none' } as Parameters<typeof makeTerms>[0]['product'];
    const terms = makeTerms({ model: FIRST_MODEL, product, annualCost: 0.28, grade: 'D' });
    const plan = makePlan(terms, principal, 0);
    const shares = Array.from({ length: loans }, (_, loan) =>
      lostShare({ id: `l${loan}`, terms, plan }, [20_261_122, loan]),
    );
    const mean = shares.reduce((sum, share) => sum + share, 0) / loans;
    const sigma = Math.sqrt(shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / loans / loans);
    expect(sigma).toBeGreaterThan(0);
    expect(Math.abs(mean - FIRST_MODEL.lossPpm.D / 1e6)).toBeLessThan(4 * sigma);
  });
});

/** Share of the principal that one loan's fate leaves unpaid. */
function lostShare(loan: Omit<ClockedLoan, 'clock'>, key: PhiloxKey): number {
  let clock: ChainState = CHAIN_START;
  let owed = loan.plan.principalRows.reduce((sum, row) => sum + row, 0);
  const all = owed;
  for (;;) {
    const next = nextTickOf({ ...loan, clock });
    if (next === null) return owed / all;
    const ticked = tickLoan({ loan: { ...loan, clock }, key, period: next.period });
    if (!ticked.ok) throw new Error(ticked.error);
    owed -= ticked.value.principalPaid;
    clock = ticked.value.clock;
  }
}

describe('T5: uniformity', () => {
  const draws = Array.from({ length: 2 ** 16 }, (_, entity) =>
    drawWord([20240101, 0], { entity, period: 1, stream: STREAM.repayment }),
  );
  it('fills twenty bins evenly', () => {
    const bins = Array.from({ length: 20 }, () => 0);
    for (const word of draws) {
      const bin = Math.floor((word * 20) / 2 ** 32);
      bins[bin] = (bins[bin] as number) + 1;
    }
    expect(
      chiSquare(
        bins,
        bins.map(() => PPM / 20),
      ),
    ).toBeLessThan(50.8);
  });
  it('has neighbours that do not know each other', () => {
    const mean = draws.reduce((sum, word) => sum + word, 0) / draws.length;
    let together = 0;
    let alone = 0;
    draws.forEach((word, i) => {
      together += (word - mean) * ((draws[(i + 1) % draws.length] as number) - mean);
      alone += (word - mean) ** 2;
    });
    expect(Math.abs(together / alone)).toBeLessThan(4 / Math.sqrt(draws.length));
  });
});

describe('T6: regional correlation', () => {
  const secret = 'a7'.repeat(32);
  const SEEDS = 20;
  const REGIONS = 10;
  const LOANS = 400;
  /** Default rates of each (seed, region), with the hazard of each month shocked by the region's factor. */
  const rates = (rhoPpm: number): number[] =>
    Array.from({ length: SEEDS * REGIONS }, (_, i) => {
      const keys = new Map<number, string>();
      const keyOf = (period: number): string => {
        const key = keys.get(period) ?? regionKey(secret, `r${i}`, period);
        keys.set(period, key);
        return key;
      };
      const hazards = Array.from({ length: N + 1 }, (_unused, month) =>
        shockedPpm(CHAIN.hPpm, { rhoPpm, factor: regionalFactor(keyOf, month, FIRST_MODEL.region), shiftMilli: 0 }),
      );
      return simulate(1_000 + i, LOANS, (_loan, period) => hazards[Math.min(period, N)] as number).defaults / LOANS;
    });
  const mean = (xs: readonly number[]): number => xs.reduce((a, b) => a + b, 0) / xs.length;
  const variance = (xs: readonly number[]): number =>
    xs.reduce((sum, x) => sum + (x - mean(xs)) ** 2, 0) / (xs.length - 1);

  it('keeps the mean and spreads the regions more, the higher the correlation', () => {
    const spreads = [0, 50_000, 120_000].map((rho) => {
      const sample = rates(rho);
      const bound = 4 * Math.sqrt(variance(sample) / sample.length) + 0.05 * P_DEFAULT;
      expect(Math.abs(mean(sample) - P_DEFAULT)).toBeLessThan(bound);
      return variance(sample) / ((P_DEFAULT * (1 - P_DEFAULT)) / LOANS);
    });
    const [none, some, more] = spreads as [number, number, number];
    expect(none).toBeLessThan(some);
    expect(some).toBeLessThan(more);
  });

  it('has a factor of mean 0 and variance 1 that remembers', () => {
    const factors = Array.from({ length: 300 }, (_, region) => {
      const keyOf = (period: number): string => regionKey(secret, `v${region}`, period);
      return [regionalFactor(keyOf, 30, FIRST_MODEL.region), regionalFactor(keyOf, 31, FIRST_MODEL.region)] as const;
    });
    const now = factors.map(([z]) => z);
    expect(Math.abs(mean(now))).toBeLessThan(4 / Math.sqrt(300));
    expect(Math.abs(variance(now) - 1)).toBeLessThan(4 * Math.sqrt(2 / 300));
    const lag = mean(factors.map(([a, b]) => a * b));
    expect(Math.abs(lag - 0.8)).toBeLessThan(0.25);
  });
});

describe('T8: order does not matter', () => {
  it('gives a loan the same fate alone, in any order, among any others', () => {
    const fate = (loan: number): string => {
      let state: ChainState = CHAIN_START;
      const path: number[] = [];
      for (let period = 1; ; period++) {
        const step = stepLoan(CHAIN, state, drawWord([7, 0], { entity: loan, period, stream: STREAM.repayment }));
        state = step.state;
        path.push(state.missed);
        if (step.defaulted || step.finished) return path.join();
      }
    };
    const alone = new Map(Array.from({ length: 50 }, (_, loan) => [loan, fate(loan)]));
    fc.assert(
      fc.property(fc.shuffledSubarray([...alone.keys()]), (order) => {
        for (const loan of order) expect(fate(loan)).toBe(alone.get(loan));
      }),
      { numRuns: 20 },
    );
  });
});

describe('the model in figures', () => {
  it('is the published one (microfinance.md 0.6, 5.1, 5.4; the coup de main is ours)', () => {
    expect(FIRST_MODEL).toEqual({
      lossPpm: { A: 10_000, B: 20_000, C: 35_000, D: 60_000, E: 100_000 },
      chain: {
        depthMilli: 430,
        hazardPerLoss: 5,
        rollPpm: [250_000, 450_000, 600_000, 720_000],
        cure: { one: 30, two: 25, all: 45 },
      },
      shifts: { leanSeason: 250, harvest: -250, illness: 1_000, marketBoom: -150, contagion: 400, coupDeMain: -800 },
      drought: { chancePpm: 60_000, months: 6 },
      illness: { chancePpm: 10_000, months: 3 },
      group: { coverPpm: 110_000, contagionPercent: 40 },
      help: { periods: 3 },
      reschedule: { afterDays: 30, most: 2, hardshipPeriods: 3 },
      recovery: { months: 12, chancePpm: 25_000, leastPercent: 10, spanPercent: 100 },
      currency: {
        coveredPpm: 100_000,
        creepMostPpm: 6_000,
        breakChancePpm: 4_000,
        breakLeastPpm: 80_000,
        breakSpanPpm: 160_000,
      },
      region: { memoryPercent: 80 },
      guarantee: { firstLossPercent: 50 },
    });
    const farms = { correlationPpm: 120_000, seasonal: true, droughtShiftMilli: 800 };
    const others = { correlationPpm: 50_000, seasonal: false, droughtShiftMilli: 0 };
    for (const sector of SECTORS) {
      const named = { agriculture: farms, food: { ...others, droughtShiftMilli: 300 } };
      expect(firstFactors(sector)).toEqual(sector in named ? named[sector as 'food'] : others);
    }
    expect({ DEFAULT_MISSED, TAIL_TICKS }).toEqual({ DEFAULT_MISSED: 7, TAIL_TICKS: 6 });
  });
});
