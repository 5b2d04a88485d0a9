import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import before from '../../../tests/vectors/replay-files-before-model.json' with { type: 'json' };
import { GRADES, type Grade, SECTORS } from '../content/lending.ts';
import { type Model, ModelSchema } from '../content/model.ts';
import { SectorsSchema } from '../content/sector.ts';
import { regionKey } from '../random/keys.ts';
import { borrowerPlace } from './borrower-place.ts';
import { canonicalJson } from './canonical-json.ts';
import { FIRST_MODEL, firstFactors } from './first-model.ts';
import { forecast } from './forecast.ts';
import { RESCHEDULE_AFTER_DPD, RESCHEDULES_MAX } from './loan-state.ts';
import { LoanTermsSchema, makeTerms, modelOf, sectorOf, solvedRisk, spelledOut } from './loan-terms.ts';
import { RECOVERY_MONTHS_MAX } from './recovery.ts';
import { inDrought } from './region.ts';
import { makeReplayFile, verifyReplay } from './replay.ts';
import type { ReplayFile, ReplaySource } from './replay-file.ts';
import { TUNED, TUNED_SECTORS } from './tuned-model.fixture.ts';

/** Written by the release before parameters were part of the catalogue, and never written again. */
const OLD = Object.entries(before as unknown as Record<string, ReplayFile>);

const product = {
  ...{ id: 'p', name: { en: 'P', fr: 'P' }, instalments: 8, intervalSimHours: 720, method: 'equal_instalments' },
  ...{ graceOnPrincipal: 0, funding: 'flexible', currencyLoss: 'shared', starter: false },
} as const;
const region = (droughtPpm?: number) => ({
  id: 'ke',
  farming: { lean: [4, 5], harvest: [9, 10], planting: 3 },
  ...(droughtPpm === undefined ? {} : { droughtPpm }),
});
const farmer = { sector: 'agriculture', group: { members: 5, men: 0 } } as const;

/** The terms of today's catalogue for whoever an old file is about. */
const listedNow = ({ grade, annualCost, place }: ReplaySource['terms']) =>
  makeTerms({
    ...{ product, grade, annualCost, model: TUNED },
    ...(place === null
      ? {}
      : {
          place: borrowerPlace({ ...farmer, sector: place.sector }, { ...region(), id: place.region }, TUNED_SECTORS),
        }),
  });

describe('the schema of the model', () => {
  const fails = (change: object): boolean => !ModelSchema.safeParse({ ...FIRST_MODEL, ...change }).success;
  it('refuses what the rules cannot run on', () => {
    expect(fails({ lossPpm: { ...FIRST_MODEL.lossPpm, D: 35_000 } })).toBe(true);
    expect(fails({ lossPpm: { ...FIRST_MODEL.lossPpm, F: 200_000 } })).toBe(true);
    expect(fails({ chain: { ...FIRST_MODEL.chain, cure: { one: 30, two: 25, all: 46 } } })).toBe(true);
    expect(fails({ chain: { ...FIRST_MODEL.chain, rollPpm: [450_000, 250_000, 600_000, 720_000] } })).toBe(true);
    expect(fails({ shifts: { ...FIRST_MODEL.shifts, harvest: 250 } })).toBe(true);
    expect(fails({ drought: { chancePpm: 60_000.5, months: 6 } })).toBe(true);
    expect(fails({ drought: { chancePpm: 60_000, months: 13 } })).toBe(true);
    expect(fails({ guarantee: undefined })).toBe(true);
    expect(fails({ weather: 1 })).toBe(true);
    expect(fails({})).toBe(false);
    expect(ModelSchema.safeParse(TUNED).success).toBe(true);
  });
  it('never lets the rule for new schedules go beyond what the state machine allows, nor tries beyond a replay file', () => {
    const { reschedule, recovery } = FIRST_MODEL;
    expect(fails({ reschedule: { ...reschedule, afterDays: RESCHEDULE_AFTER_DPD - 1 } })).toBe(true);
    expect(fails({ reschedule: { ...reschedule, most: RESCHEDULES_MAX + 1 } })).toBe(true);
    expect(fails({ recovery: { ...recovery, months: RECOVERY_MONTHS_MAX } })).toBe(false);
    expect(fails({ recovery: { ...recovery, months: RECOVERY_MONTHS_MAX + 1 } })).toBe(true);
  });
  it('wants each of the fifteen sectors once', () => {
    expect(SectorsSchema.safeParse(TUNED_SECTORS).success).toBe(true);
    expect(SectorsSchema.safeParse(TUNED_SECTORS.slice(1)).success).toBe(false);
    expect(SectorsSchema.safeParse([...TUNED_SECTORS.slice(1), TUNED_SECTORS[3]]).success).toBe(false);
  });
  it('admits no model that a product cannot be solved with', () => {
    const loss = fc
      .uniqueArray(fc.integer({ min: 1_000, max: 250_000 }), { minLength: 5, maxLength: 5 })
      .map((all) => [...all].sort((a, b) => a - b) as [number, number, number, number, number])
      .map(([A, B, C, D, E]) => ({ A, B, C, D, E }));
    const chain = fc.record({
      depthMilli: fc.integer({ min: -1_500, max: 2_000 }),
      hazardPerLoss: fc.integer({ min: 2, max: 20 }),
      rollPpm: fc
        .array(fc.integer({ min: 10_000, max: 900_000 }), { minLength: 4, maxLength: 4 })
        .map((all) => [...all].sort((a, b) => a - b) as [number, number, number, number]),
      cure: fc.integer({ min: 0, max: 95 }).map((one) => ({ one, two: 0, all: 100 - one })),
    });
    const shape = fc.constantFrom(
      { instalments: 4, intervalSimHours: 6, method: 'equal_instalments', graceOnPrincipal: 0 } as const,
      { instalments: 1, intervalSimHours: 4_320, method: 'bullet', graceOnPrincipal: 0 } as const,
      { instalments: 12, intervalSimHours: 720, method: 'equal_instalments', graceOnPrincipal: 6 } as const,
      { instalments: 36, intervalSimHours: 720, method: 'flat', graceOnPrincipal: 0 } as const,
      { instalments: 4, intervalSimHours: 2_160, method: 'equal_principal', graceOnPrincipal: 0 } as const,
    );
    fc.assert(
      fc.property(loss, chain, shape, fc.constantFrom(...GRADES), (lossPpm, one, of, grade) => {
        const model = ModelSchema.parse({ ...FIRST_MODEL, lossPpm, chain: one });
        const solved = solvedRisk(of, grade, model);
        expect(Math.abs(solved.lossPpm - lossPpm[grade])).toBeLessThanOrEqual(100);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a loan listed before parameters were part of the catalogue', () => {
  it.each(OLD)('has the fate it had: %s', (_name, file) => {
    expect(file.source.terms).not.toHaveProperty('model');
    expect(makeReplayFile(file.source)).toEqual(file);
    expect(verifyReplay(JSON.parse(JSON.stringify(file)))).toMatchObject({ ok: true });
  });
  it('keeps its stored text, and runs on the parameters first published', () => {
    for (const [, { source }] of OLD) {
      const terms = LoanTermsSchema.parse(JSON.parse(JSON.stringify(source.terms)));
      expect(JSON.stringify(terms)).toBe(JSON.stringify(source.terms));
      expect(modelOf(terms)).toBe(FIRST_MODEL);
      if (terms.place !== null) expect(sectorOf(terms.place)).toEqual(firstFactors(terms.place.sector));
    }
  });
  it('may also be told with its parameters spelled out', () => {
    for (const [, { source, result }] of OLD) {
      const told = makeReplayFile({ ...source, terms: spelledOut(source.terms) });
      expect(told.result).toEqual(result);
      expect(told.source.terms.model).toEqual(FIRST_MODEL);
      expect(verifyReplay(JSON.parse(JSON.stringify(told)))).toMatchObject({ ok: true });
    }
  });
  it('cannot be told with other parameters', () => {
    for (const [, file] of OLD) {
      const other = structuredClone(file);
      other.source.terms.model = TUNED;
      expect(verifyReplay(other)).toMatchObject({ ok: false, error: { code: 'TERMS' } });
      const { hPpm, rollPpm, kappaMilli, lossPpm } = listedNow(file.source.terms);
      Object.assign(other.source.terms, { hPpm, rollPpm, kappaMilli, lossPpm });
      expect(verifyReplay(other)).toMatchObject({ ok: false });
    }
  });
});

describe('the terms of a loan listed now', () => {
  it('are what they always were while nobody has tuned the model', () => {
    for (const [, { source }] of OLD) {
      const { place, product: shape, grade, annualCost } = source.terms;
      const whole = { ...product, ...shape };
      const sectors = SECTORS.map((id) => ({ id, name: { en: id, fr: id }, ...firstFactors(id) }));
      const at =
        place === null
          ? {}
          : {
              place: borrowerPlace(
                { sector: place.sector, group: place.members > 1 ? { members: place.members, men: 0 } : null },
                { ...region(), id: place.region },
                sectors,
              ),
            };
      const terms = makeTerms({ product: whole, grade, annualCost, model: structuredClone(FIRST_MODEL), ...at });
      expect(JSON.stringify(terms)).toBe(JSON.stringify(source.terms));
    }
  });
  it('carry what was tuned, and only that', () => {
    const input = { product, grade: 'C', annualCost: 0.28 } as const;
    const place = borrowerPlace(farmer, region(90_000), TUNED_SECTORS);
    const tuned = makeTerms({ ...input, model: TUNED, place });
    expect(modelOf(tuned)).toEqual(TUNED);
    expect(tuned.lossPpm).toBeCloseTo(60_000, -2);
    expect(tuned.place).toMatchObject({
      members: 5,
      droughtPpm: 90_000,
      factors: { correlationPpm: 300_000, seasonal: true, droughtShiftMilli: 1_500 },
    });
    expect(LoanTermsSchema.parse(JSON.parse(JSON.stringify(tuned)))).toEqual(tuned);
    expect(makeTerms({ ...input, model: FIRST_MODEL, place })).not.toHaveProperty('model');
  });
  it('decide its forecast: the chance that is told is of the model it was listed with', () => {
    const lossIn = (grade: Grade, model: Model): number =>
      forecast(makeTerms({ product, grade, annualCost: 0.28, model }), 50_000).expectedLoss;
    for (const grade of GRADES) {
      expect(lossIn(grade, FIRST_MODEL)).toBeCloseTo(FIRST_MODEL.lossPpm[grade] / 1e6, 4);
      expect(lossIn(grade, TUNED)).toBeCloseTo(TUNED.lossPpm[grade] / 1e6, 4);
    }
  });
  it('decide its fate, told and confirmed by its replay file', () => {
    let other = 0;
    for (const [, { source, result }] of OLD) {
      const told = makeReplayFile({ ...source, recoveryMonths: 0, terms: spelledOut(listedNow(source.terms)) });
      expect(verifyReplay(JSON.parse(JSON.stringify(told)))).toMatchObject({ ok: true });
      if (canonicalJson(told.result.ticks) !== canonicalJson(result.ticks)) other += 1;
    }
    expect(other).toBe(OLD.length);
  });
});

describe('one weather for all', () => {
  it('a drought of a loan with a small chance is one of every loan with a larger chance, in whatever order they ask', () => {
    const { farming } = region();
    let droughts = 0;
    for (let country = 0; country < 200; country++) {
      const keyOf = (period: number): string => regionKey('c1'.repeat(32), `c${country}`, period);
      const at = (chancePpm: number): boolean => inDrought(keyOf, farming, 20, { chancePpm, months: 12 });
      const rare = at(60_000);
      const often = at(400_000);
      expect(at(60_000)).toBe(rare);
      expect(rare && !often).toBe(false);
      droughts += Number(often);
    }
    expect(Math.abs(droughts / 200 - 0.4)).toBeLessThan(4 * Math.sqrt((0.4 * 0.6) / 200));
  });
});
