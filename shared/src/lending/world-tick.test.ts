import { describe, expect, it } from 'vitest';
import { philoxKey, sha256Text } from '../random/keys.ts';
import { SIM_DAY, SIM_MONTH } from '../time/sim-clock.ts';
import { unpaidPrincipal } from './arrears.ts';
import { FIRST_MODEL, firstFactors } from './first-model.ts';
import { nextTickOf } from './loan-clock.ts';
import { type LoanTerms, makePlan, makeTerms } from './loan-terms.ts';
import { recoveryAt, recoveryDraw } from './recovery.ts';
import { inDrought, isIll, type RegionKeyOf } from './region.ts';
import { CHAIN_START } from './repayment-model.ts';
import { type RescheduleCase, rescheduleByRule } from './reschedule-rule.ts';
import { whyLate } from './why-late.ts';
import { COURSE_START, type LoanInWorld, tickInWorld, type WorldTick } from './world-tick.ts';

const { reschedule, recovery } = FIRST_MODEL;

const keyOf =
  (region: string): RegionKeyOf =>
  (period) =>
    sha256Text(`${region} ${period}`);
const farming = { lean: [4, 5], harvest: [8, 9], planting: 2 };
const product = {
  id: 'p',
  name: { en: 'P', fr: 'P' },
  instalments: 12,
  intervalSimHours: 720,
  method: 'equal_instalments',
  graceOnPrincipal: 0,
  funding: 'fixed',
  currencyLoss: 'shared',
  starter: false,
} as const;
const placed = (grade: 'A' | 'E' = 'E', members = 1): LoanTerms =>
  makeTerms({
    model: FIRST_MODEL,
    product,
    annualCost: 0.28,
    grade,
    place: { region: 'ke', sector: 'agriculture', members },
  });

const START = 30 * SIM_MONTH + 500;
const loanOf = (id: string, terms: LoanTerms): LoanInWorld => ({
  id,
  terms,
  plan: makePlan(terms, 60_000, START),
  clock: CHAIN_START,
  disbursedAt: START,
  rescheduledCount: 0,
  course: COURSE_START,
});
const worldOf = (id: string, region = 'ke') => ({
  key: philoxKey(sha256Text(id)),
  regionKeyOf: keyOf(region),
  farming,
  events: [],
});

/** Every tick of a loan until it is over. */
function* lifeOf(id: string, terms: LoanTerms, region = 'ke'): Generator<WorldTick & { readonly before: LoanInWorld }> {
  let loan = loanOf(id, terms);
  for (let next = nextTickOf(loan); next !== null; next = nextTickOf(loan)) {
    const ticked = tickInWorld(loan, worldOf(id, region), next.period);
    if (!ticked.ok) throw new Error(ticked.error);
    const { outcome, rescheduled, course } = ticked.value;
    yield { ...ticked.value, before: loan };
    if (outcome.status !== 'running') return;
    loan = {
      ...loan,
      clock: outcome.clock,
      course,
      ...(rescheduled === null ? {} : { plan: rescheduled.plan, clock: rescheduled.clock }),
      rescheduledCount: loan.rescheduledCount + (rescheduled === null ? 0 : 1),
    };
  }
}
const lives = (count: number, terms: LoanTerms): (WorldTick & { readonly before: LoanInWorld })[][] =>
  Array.from({ length: count }, (_, i) => [...lifeOf(`loan-${i}`, terms, `r${i % 40}`)]);

describe('a tick in the world', () => {
  it('refuses a period that was ticked, one that is not next, and a loan that is over', () => {
    const loan = { ...loanOf('a', placed()), clock: { tick: 3, missed: 0 } };
    expect(tickInWorld(loan, worldOf('a'), 3)).toEqual({ ok: false, error: 'ALREADY_TICKED' });
    expect(tickInWorld(loan, worldOf('a'), 5)).toEqual({ ok: false, error: 'NOT_THE_NEXT_TICK' });
    const over = { ...loan, clock: { tick: 12, missed: 0 } };
    expect(tickInWorld(over, worldOf('a'), 13)).toEqual({ ok: false, error: 'LOAN_OVER' });
  });
  it('asks no region for a loan without a place', () => {
    const terms = makeTerms({ model: FIRST_MODEL, product, annualCost: 0.28, grade: 'E' });
    const world = {
      ...worldOf('a'),
      regionKeyOf: () => {
        throw new Error('asked');
      },
    };
    const ticked = tickInWorld(loanOf('a', terms), world, 1);
    expect(ticked.ok && ticked.value).toMatchObject({ factor: null, parts: [], fxLoss: 0, rescheduled: null });
    expect(ticked.ok && ticked.value.chain.hPpm).toBe(terms.hPpm);
  });
  it('is the same whenever it is computed again', () => {
    expect([...lifeOf('b', placed('E', 5))]).toEqual([...lifeOf('b', placed('E', 5))]);
  });
  it('splits what is paid into what reaches the lenders and what the currency took', () => {
    for (const ticks of lives(60, placed('A'))) {
      for (const { outcome, repaid, fxLoss } of ticks) {
        expect(repaid + fxLoss).toBe(outcome.principalPaid);
        expect(fxLoss).toBeGreaterThanOrEqual(0);
      }
    }
    const lost = lives(200, placed('A')).filter((ticks) => ticks.some(({ fxLoss }) => fxLoss > 0));
    expect(lost.length).toBeGreaterThan(0);
    expect(lost.length).toBeLessThan(100);
  });
  it('keeps hardships on record, and no other cause', () => {
    const seen = new Set<string>();
    for (const ticks of lives(120, placed())) {
      for (const { before, outcome, parts, course } of ticks) {
        const hard = parts.some(({ cause }) => ['drought', 'illness', 'contagion'].includes(cause));
        expect(course.hardshipAt).toBe(hard ? outcome.period : before.course.hardshipAt);
        for (const { cause } of parts) seen.add(cause);
      }
    }
    expect([...seen].sort()).toEqual(['drought', 'harvest', 'illness', 'lean_season']);
  });
  it('remembers a strained group for one period', () => {
    const strained = lives(80, placed('E', 4)).flatMap((ticks) =>
      ticks.flatMap((tick, i) => (tick.course.contagion ? [ticks[i + 1]] : [])),
    );
    const next = strained.filter((tick) => tick !== undefined);
    expect(next.length).toBeGreaterThan(3);
    for (const tick of next) expect(tick.parts.map(({ cause }) => cause)).toContain('contagion');
  });
});

describe('the rule of rescheduling', () => {
  const plan = makePlan(placed(), 60_000, 0);
  const late: RescheduleCase = {
    plan,
    clock: { tick: 5, missed: 3 },
    at: 5 * SIM_MONTH,
    period: 5,
    rescheduledCount: 0,
    hardshipAt: 5,
  };
  it.each([
    ['without a hardship', { hardshipAt: null }],
    ['when the hardship is long over', { hardshipAt: 5 - reschedule.hardshipPeriods }],
    ['up to thirty days past due', { clock: { tick: 5, missed: 2 } }],
    ['a third time', { rescheduledCount: 2 }],
    ['of a loan that is up to date', { clock: { tick: 5, missed: 0 } }],
    ['of nothing', { plan: { ...plan, principalRows: plan.principalRows.map(() => 0) } }],
  ])('gives nothing %s', (_name, change) => {
    expect(rescheduleByRule({ ...late, ...change }, reschedule)).toBeNull();
  });
  it('spreads what is unpaid over as many instalments as are unpaid', () => {
    const given = rescheduleByRule(late, reschedule);
    expect(given).toMatchObject({ instalments: 10, clock: CHAIN_START, plan: { version: 2, startsAt: 5 * SIM_MONTH } });
    expect(given?.plan.principalRows).toHaveLength(10);
    expect(given?.plan.firstPeriod).toBe(5);
    const owed = unpaidPrincipal(plan, late.clock);
    expect(given?.plan.principalRows.reduce((sum, row) => sum + row, 0)).toBe(owed);
  });
  it('is met by some loans, at most twice each, always with a hardship and always late', () => {
    let met = 0;
    for (const ticks of lives(300, placed())) {
      const given = ticks.filter(({ rescheduled }) => rescheduled !== null);
      met += given.length;
      expect(given.length).toBeLessThanOrEqual(2);
      for (const { outcome, course, before } of given) {
        expect(outcome.clock.missed).toBeGreaterThan(0);
        expect(outcome.period - (course.hardshipAt as number)).toBeLessThan(reschedule.hardshipPeriods);
        expect(before.rescheduledCount).toBeLessThan(2);
      }
    }
    expect(met).toBeGreaterThan(5);
  });
});

describe('a recovery', () => {
  const defaultedAt = 40 * SIM_MONTH + 3 * SIM_DAY;
  it('gives nothing of nothing, and never more than is missing', () => {
    for (let i = 0; i < 4_000; i++) {
      const at = recoveryAt(defaultedAt, 1 + (i % recovery.months));
      expect(recoveryDraw(`l${i}`, keyOf('ke'), at, 0, recovery)).toBe(0);
      const some = recoveryDraw(`l${i}`, keyOf('ke'), at, 3, recovery);
      expect(some >= 0 && some <= 3 && Number.isInteger(some)).toBe(true);
    }
  });
  it('happens as often as the model says, with whole ends among them', () => {
    const draws = Array.from({ length: 20_000 }, (_, i) =>
      recoveryDraw(`l${i}`, keyOf(`r${i % 50}`), recoveryAt(defaultedAt, 1 + (i % recovery.months)), 10_000, recovery),
    );
    const some = draws.filter((amount) => amount > 0);
    const p = recovery.chancePpm / 1e6;
    expect(Math.abs(some.length / draws.length - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / draws.length));
    expect(Math.min(...some)).toBeGreaterThanOrEqual(1_000);
    const whole = some.filter((amount) => amount === 10_000).length / some.length;
    expect(whole).toBeGreaterThan(0.05);
    expect(whole).toBeLessThan(0.16);
  });
  it('does not depend on other loans, and does on the month', () => {
    const at = (k: number) => recoveryDraw('l7', keyOf('ke'), recoveryAt(defaultedAt, k), 10_000, recovery);
    expect(at(3)).toBe(at(3));
    const months = Array.from({ length: 400 }, (_, k) => at(k + 1));
    expect(new Set(months).size).toBeGreaterThan(3);
  });
});

describe('why she was late', () => {
  it('ends at the chance the tick was drawn with, step by step', () => {
    let explained = 0;
    for (const ticks of lives(60, placed())) {
      for (const { before, chain, factor, parts } of ticks) {
        const rhoPpm = firstFactors('agriculture').correlationPpm;
        const steps = whyLate({ basePpm: before.terms.hPpm, rhoPpm, factor, parts });
        expect(steps.at(-1)?.ppm).toBe(chain.hPpm);
        expect(steps[0]).toEqual({ cause: 'usual', ppm: before.terms.hPpm, shiftMilli: 0 });
        expect(steps.slice(2).map(({ cause }) => cause)).toEqual(parts.map(({ cause }) => cause));
        steps.slice(1).forEach((step, i) => {
          const rise = step.ppm - (steps[i]?.ppm as number);
          expect(rise === 0 || Math.sign(rise) === Math.sign(step.shiftMilli)).toBe(true);
        });
        explained += parts.length;
      }
    }
    expect(explained).toBeGreaterThan(50);
  });
  it('says only what is usual for a loan without a place', () => {
    expect(whyLate({ basePpm: 50_000, rhoPpm: 0, factor: null, parts: [] })).toEqual([
      { cause: 'usual', ppm: 50_000, shiftMilli: 0 },
    ]);
  });
  it('has causes that really were there', () => {
    for (const ticks of lives(40, placed())) {
      for (const { outcome, parts, before } of ticks) {
        const month = Math.floor(outcome.at / SIM_MONTH);
        const region = `r${Number(before.id.slice(5)) % 40}`;
        const causes = parts.map(({ cause }) => cause);
        expect(causes.includes('drought')).toBe(inDrought(keyOf(region), farming, month, FIRST_MODEL.drought));
        expect(causes.includes('illness')).toBe(isIll(philoxKey(sha256Text(before.id)), month, FIRST_MODEL.illness));
        expect(causes.includes('lean_season')).toBe(farming.lean.includes(month % 12));
      }
    }
  });
});
