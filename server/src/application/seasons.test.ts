import { FACTOR_MEMORY, keyPeriod, monthOf } from '@bloomvale/shared/lending/region';
import { commitment, regionKey } from '@bloomvale/shared/random/keys';
import { regionLeaf, verifyMerkle } from '@bloomvale/shared/random/merkle';
import { describe, expect, it } from 'vitest';
import { DerivedSecrets } from '../domain/derived-secrets.ts';
import { MemoryStore } from '../persistence/memory-store.ts';
import { publish } from '../testing/publishing.ts';
import { MASTER, MONTH_SECONDS, START, type TestGame, testContent, testGame } from '../testing/test-game.ts';
import { termsOf } from './lending/loan-records.ts';
import { SEASON_MONTHS } from './seasons.ts';
import type { SeasonRow } from './store/rows.ts';

const MONTH_MS = MONTH_SECONDS * 1_000;
const SEASON_MS = 30 * 86_400_000;
const seasonsOf = (world: TestGame): Promise<readonly SeasonRow[]> => world.parts.store.reader.seasons();
/** Months pass at once; whatever falls due in them is done at their end. */
async function months(world: TestGame, count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    world.setNow(world.now() + MONTH_MS);
    await world.parts.jobs.runDue();
  }
}
const allLoans = (world: TestGame) => {
  const source = world.parts.store.audit();
  const loans = [...source.loans()];
  source.close();
  return loans;
};

describe('a season’s secret stays secret', () => {
  it('while it runs, while a month of its keys is to come, and while a loan of it is open', async () => {
    const world = await testGame({ monthSeconds: 86_400 });
    await world.newcomer('ann');
    await world.parts.jobs.runDue();
    world.setNow(START + SEASON_MS - 1);
    await world.parts.jobs.runDue();
    expect((await seasonsOf(world)).map(({ revealed }) => revealed)).toEqual([null]);
    world.setNow(START + SEASON_MS + 1);
    await world.parts.jobs.runDue();
    const [first, second] = await seasonsOf(world);
    expect(second?.id).toBe(2);
    // The month in which the next season opened is still ruled by the first.
    expect(second?.regionFirst).toBe(keyPeriod(monthOf(world.game.simNow())) + 1);
    expect(first?.revealed).toBeNull();
    world.setNow(world.now() + 86_400_000);
    await world.parts.jobs.runDue();
    const open = allLoans(world).filter(({ season, closedAt }) => season === 1 && closedAt === null).length;
    const [after] = await seasonsOf(world);
    if (open > 0) expect(after?.revealed).toBeNull();
    else expect(commitment(after?.revealed ?? '')).toBe(after?.commitment);
  });
});

describe('a season', () => {
  it('publishes a root under which every key of every region can be proved, and no other', async () => {
    const world = await testGame();
    const [season] = await seasonsOf(world);
    const { regionKeys } = world.parts.rules;
    const countries = testContent()
      .regions.map(({ id }) => id)
      .sort();
    expect(season).toMatchObject({ id: 1, regionFirst: 0, regionMonths: SEASON_MONTHS });
    expect(JSON.parse(season?.regions ?? '')).toEqual(countries);
    expect(season?.regionRoot).toMatch(/^[0-9a-f]{64}$/);
    const size = countries.length * SEASON_MONTHS;
    const secret = new DerivedSecrets(MASTER).season(1);
    for (const [region, period] of [
      ['am', 0],
      ['ke', 24],
      ['sn', 100],
      ['zm', SEASON_MONTHS - 1],
    ] as const) {
      const { key, index, proof } = await regionKeys.prove(region, period);
      expect(key).toBe(regionKey(secret, region, period));
      const claim = { root: season?.regionRoot ?? '', size, index, proof };
      expect(verifyMerkle({ ...claim, leaf: regionLeaf(region, period, key) })).toBe(true);
      expect(verifyMerkle({ ...claim, leaf: regionLeaf(region, period + 1, key) })).toBe(false);
      expect(verifyMerkle({ ...claim, leaf: regionLeaf('xx', period, key) })).toBe(false);
    }
    await expect(regionKeys.prove('ke', SEASON_MONTHS)).rejects.toThrow('no season rules');
    expect(() => regionKeys.keyOf('xx')(5)).toThrow('no season has a key of xx');
  });

  it('tells a month’s key once the month is over', async () => {
    const world = await testGame();
    const { regionKeys } = world.parts.rules;
    const sim = world.game.simNow();
    expect(regionKeys.isRevealed(FACTOR_MEMORY - 1, sim)).toBe(true);
    expect(regionKeys.isRevealed(FACTOR_MEMORY, sim)).toBe(false);
  });

  it('is followed sooner when a fast clock uses its keys up, and each month has one season', async () => {
    const world = await testGame();
    const keys = (to: number) =>
      Array.from({ length: to }, (_, month) => world.parts.rules.regionKeys.keyOf('ke')(keyPeriod(month)));
    const before = keys(150);
    await months(world, 190);
    const seasons = await seasonsOf(world);
    expect(seasons.map(({ id }) => id)).toEqual([1, 2]);
    const [first, second] = seasons as [SeasonRow, SeasonRow];
    expect(world.now()).toBeLessThan(first.endsAt);
    expect(second.regionFirst).toBeGreaterThan(150);
    expect(second.regionFirst).toBeLessThanOrEqual(first.regionFirst + first.regionMonths);
    // What was drawn from before is still what it was.
    expect(keys(150)).toEqual(before);
    const { regionKeys } = world.parts.rules;
    expect(regionKeys.seasonOf(second.regionFirst - 1)?.season).toBe(1);
    expect(regionKeys.seasonOf(second.regionFirst)?.season).toBe(2);
  });

  it('reaches today also after a silence longer than a whole tree', async () => {
    const store = new MemoryStore();
    await testGame({ store, monthSeconds: 1 });
    // Below the ten minutes of an outage: 595 months at this clock.
    const world = await testGame({ store, monthSeconds: 1, now: START + 595_000 });
    const period = keyPeriod(monthOf(world.game.simNow()));
    expect(world.parts.rules.regionKeys.seasonOf(period)).not.toBeNull();
    const seasons = await seasonsOf(world);
    expect(seasons.length).toBeGreaterThan(2);
    for (const [i, season] of seasons.entries()) {
      const next = seasons[i + 1];
      if (next !== undefined) expect(next.regionFirst).toBeLessThanOrEqual(season.regionFirst + season.regionMonths);
    }
  });

  it('keeps the keys of a country that has left the catalogue, and gives a new one keys with the next season', async () => {
    const store = new MemoryStore();
    const content = testContent();
    const without = { ...content, regions: content.regions.filter(({ id }) => id !== 'ke') };
    const before = await testGame({ store, content: without });
    expect(before.parts.rules.regionKeys.knows('ke')).toBe(false);
    const world = await testGame({ store, content: without, now: START + 1 });
    await publish(world.game, { ...content, regions: content.regions.slice(1) });
    expect(world.parts.rules.regionKeys.knows('ke')).toBe(false);
    await months(world, 190);
    expect(world.parts.rules.regionKeys.knows('ke')).toBe(true);
    expect(world.parts.rules.regionKeys.knows(content.regions[0]?.id ?? '')).toBe(true);
  });
});

describe('a season of the first release', () => {
  /** As migration 2 leaves it. */
  async function formerWorld(): Promise<MemoryStore> {
    const store = new MemoryStore();
    const world = await testGame({ store });
    await world.newcomer('ann');
    const unit = await store.begin();
    const [season] = await store.reader.seasons();
    const former = { ...(season as SeasonRow), regions: '[]', regionRoot: '', regionFirst: 0, regionMonths: 0 };
    const loans = allLoans(world).map((loan) => {
      const terms = { ...JSON.parse(loan.terms), place: null };
      return { ...loan, course: '', terms: JSON.stringify(terms) };
    });
    await unit.commit({ kept: { season: [former], loan: loans }, added: {} });
    return store;
  }

  it('is followed at once by one that has a tree, from the present month’s memory on', async () => {
    const store = await formerWorld();
    const world = await testGame({ store, now: START + 5 * MONTH_MS });
    const seasons = await seasonsOf(world);
    expect(seasons.map(({ id, regionMonths }) => [id, regionMonths])).toEqual([
      [1, 0],
      [2, SEASON_MONTHS],
    ]);
    expect(seasons[1]?.regionFirst).toBe(5);
    expect(world.parts.rules.regionKeys.seasonOf(keyPeriod(5) - FACTOR_MEMORY)?.season).toBe(2);
  });

  it('leaves its loans running as they were', async () => {
    const store = await formerWorld();
    const world = await testGame({ store, now: START + 1_000 });
    await world.enrich('ann', 1_000_000);
    const loan = (await world.game.hall('ann'))?.loans.find(({ starter }) => !starter);
    await world.settleFate(loan?.id ?? '', 'always pays');
    const cap = Math.floor(((loan?.amount ?? 0) * 0.4) / 2_500) * 2_500;
    await world.run('ann', 'loan.lend', { loanId: loan?.id ?? '', amount: cap });
    await months(world, 30);
    const listed = allLoans(world).filter(({ season }) => season === 2);
    expect(listed.length).toBeGreaterThan(0);
    expect(listed.some((row) => termsOf(row).place !== null)).toBe(true);
    expect(world.log.filter(({ level }) => level === 'error')).toEqual([]);
    expect(world.violations()).toEqual([]);
  });
});

describe('a listed loan', () => {
  it('shares the luck of its country, sector and group; a market-day loan has none to share', async () => {
    const world = await testGame();
    const people = new Map(testContent().entrepreneurs.map((person) => [person.id, person]));
    const loans = allLoans(world);
    expect(loans.length).toBeGreaterThan(14);
    for (const loan of loans) {
      const person = people.get(loan.entrepreneur);
      const { place } = termsOf(loan);
      const { farming } = JSON.parse(loan.course);
      if (loan.starter === 1) {
        expect([place, farming]).toEqual([null, null]);
        continue;
      }
      expect(place).toEqual({
        region: person?.country,
        sector: person?.sector,
        members: person?.group?.members ?? 1,
      });
      expect(farming).toEqual(testContent().regions.find(({ id }) => id === person?.country)?.farming);
    }
  });
});
