import { GRADES } from '@bloomvale/shared/content/lending';
import { whyLate } from '@bloomvale/shared/lending/why-late';
import { coins } from '@bloomvale/shared/money/coins';
import { beforeAll, describe, expect, it } from 'vitest';
import { MONTH_SECONDS, type TestGame, testContent, testGame } from '../../testing/test-game.ts';
import type { ContributionRow, LoanEventRow, LoanRow } from '../store/rows.ts';
import { courseOf, termsOf } from './loan-records.ts';

const MONTH_MS = MONTH_SECONDS * 1_000;
const LENDERS = ['ann', 'ben', 'cleo'];
/** Long enough for every product to end, default and be asked for another year. */
const MONTHS = 110;

let world: TestGame;
let loans: readonly LoanRow[];
let contributions: readonly ContributionRow[];
let events: readonly LoanEventRow[];
let byLoan: ReadonlyMap<string, LoanEventRow[]>;
const eventsOf = (loan: LoanRow): readonly LoanEventRow[] => byLoan.get(loan.id) ?? [];
type EventData = {
  readonly basePpm: number;
  readonly hPpm: number;
  readonly rhoPpm: number;
  readonly factor: number;
  readonly causes?: string;
  readonly late: string;
  readonly missed: number;
  readonly daysPastDue: number;
  readonly amount: number;
  readonly sequence: number;
};
const dataOf = (event: LoanEventRow): EventData => JSON.parse(event.data);
const TICKS = ['paid', 'missed', 'still_late', 'paid_some', 'caught_up'];

/** A catalogue in which things go wrong often enough to be seen: the worst grade for everybody, and a pool that lends nothing. */
async function roughWorld(): Promise<TestGame> {
  const content = testContent();
  const worst = GRADES.at(-1) as (typeof GRADES)[number];
  const ordinary = (id: string): boolean => content.products.find((one) => one.id === id)?.starter === false;
  const entrepreneurs = content.entrepreneurs.map((person) =>
    ordinary(person.loan.product) ? { ...person, loan: { ...person.loan, grade: worst } } : person,
  );
  const game = await testGame({ content: { ...content, entrepreneurs } });
  for (const player of LENDERS) {
    await game.newcomer(player);
    await game.enrich(player, coins(60_000));
  }
  return game;
}

/** Everybody lends to every open loan what the cap allows: each is funded. */
async function fundHall(game: TestGame): Promise<void> {
  for (const player of LENDERS) {
    const hall = await game.game.hall(player);
    for (const loan of hall?.loans ?? []) {
      const cap = Math.floor((loan.amount * 0.4) / 2_500) * 2_500;
      const left = loan.amount - loan.raised;
      const amount = Math.min(cap, left);
      if (amount > 0 && !loan.starter) await game.run(player, 'loan.lend', { loanId: loan.id, amount });
    }
  }
}

beforeAll(async () => {
  world = await roughWorld();
  for (let month = 0; month < MONTHS; month++) {
    if (month < 60) await fundHall(world);
    world.setNow(world.now() + MONTH_MS);
    await world.parts.jobs.runDue();
  }
  const source = world.parts.store.audit();
  loans = [...source.loans()];
  contributions = [...source.contributions()];
  source.close();
  events = await world.parts.store.reader.loanEvents(
    loans.map(({ id }) => id),
    0,
  );
  byLoan = Map.groupBy(events, ({ loanId }) => loanId);
}, 240_000);

describe('a world with weather', () => {
  it('breaks no invariant and stumbles over nothing', () => {
    expect(world.violations()).toEqual([]);
    expect(world.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('sees every way a loan can end, every cause and every story', () => {
    const kinds = new Set(events.map(({ kind }) => kind));
    for (const kind of [...TICKS, 'rescheduled', 'drought', 'drought_over', 'illness', 'illness_over', 'strain']) {
      expect(kinds, kind).toContain(kind);
    }
    for (const kind of ['ended', 'ended_with_loss', 'defaulted', 'recovered', 'recovery_over']) {
      expect(kinds, kind).toContain(kind);
    }
    const causes = new Set(events.flatMap((event) => (dataOf(event).causes ?? '').split(' ').filter(Boolean)));
    expect([...causes].map((cause) => cause.split(':')[0])).toEqual(
      expect.arrayContaining(['lean_season', 'harvest', 'drought', 'illness', 'contagion']),
    );
  });

  it('explains every tick of a placed loan by its causes, to the chance it was drawn with', () => {
    let explained = 0;
    for (const loan of loans) {
      for (const event of eventsOf(loan).filter(({ kind }) => TICKS.includes(kind))) {
        const { basePpm, hPpm, rhoPpm, factor, causes } = dataOf(event);
        if (termsOf(loan).place === null) {
          expect(hPpm).toBe(basePpm);
          continue;
        }
        const parts = (causes ?? '')
          .split(' ')
          .filter(Boolean)
          .map((part) => ({ cause: part.split(':')[0] as 'drought', shiftMilli: Number(part.split(':')[1]) }));
        expect(whyLate({ basePpm, rhoPpm, factor, parts }).at(-1)?.ppm).toBe(hPpm);
        explained++;
      }
    }
    expect(explained).toBeGreaterThan(1_000);
  });

  it('says how late a loan is, in the buckets of the field', () => {
    const late = events.filter(({ kind }) => ['missed', 'still_late', 'paid_some'].includes(kind)).map(dataOf);
    const buckets = new Set(late.map((data) => data.late));
    expect([...buckets]).toEqual(expect.arrayContaining(['1-30', '31-60', '61-90', '91-180']));
    for (const data of late.filter(({ missed }) => missed === 1)) expect(data.daysPastDue).toBeLessThanOrEqual(180);
    for (const data of events.filter(({ kind }) => kind === 'paid').map(dataOf)) {
      expect([data.late, data.daysPastDue, data.missed]).toEqual(['', 0, 0]);
    }
  });

  it('begins and ends every story by turns', () => {
    for (const loan of loans.filter(({ starter }) => starter === 0)) {
      for (const [begins, ends] of [
        ['drought', 'drought_over'],
        ['illness', 'illness_over'],
        ['strain', 'strain_over'],
      ]) {
        const story = eventsOf(loan)
          .map(({ kind }) => kind)
          .filter((kind) => kind === begins || kind === ends);
        expect(story).toEqual(story.map((_, i) => (i % 2 === 0 ? begins : ends)));
      }
    }
  });
});

describe('rescheduling', () => {
  it('happens at most twice, after more than thirty days, with a hardship on record; the borrower owes the same', () => {
    const given = loans.filter(({ rescheduledCount }) => rescheduledCount > 0);
    expect(given.length).toBeGreaterThan(3);
    for (const loan of given) {
      expect(loan.rescheduledCount).toBeLessThanOrEqual(2);
      expect(loan.scheduleVersion).toBe(loan.rescheduledCount + 1);
      expect(courseOf(loan).hardshipAt).not.toBeNull();
      const story = eventsOf(loan);
      for (const [i, event] of story.entries()) {
        if (event.kind !== 'rescheduled') continue;
        expect(dataOf(story[i - 1] as LoanEventRow).daysPastDue).toBeGreaterThan(30);
      }
      const { repaid, forgiven, fxLoss, writtenOff, principal, state } = loan;
      if (state !== 'in_repayment') expect(repaid + forgiven + fxLoss + writtenOff).toBe(principal);
    }
  });
});

describe('a devaluation', () => {
  it('is borne by the lenders of a loan that shares it, in proportion, and by no others', () => {
    const hit = loans.filter(({ fxLoss }) => fxLoss > 0);
    expect(hit.length).toBeGreaterThan(0);
    for (const loan of hit) expect(termsOf(loan).product.currencyLoss).toBe('shared');
    const ended = hit.filter(({ state, writtenOff }) => state === 'ended_with_loss' && writtenOff === 0);
    expect(ended.length).toBeGreaterThan(0);
    for (const loan of ended) {
      const rows = contributions.filter(({ loanId }) => loanId === loan.id);
      expect(rows.reduce((sum, { lost }) => sum + lost, 0)).toBe(loan.fxLoss);
      for (const row of rows) {
        expect(row.received + row.lost).toBe(row.amount);
        expect(Math.abs(row.lost - (loan.fxLoss * row.amount) / loan.principal)).toBeLessThanOrEqual(1);
      }
    }
  });

  it('stands in the portfolios of those who bore it, whose figures add up', async () => {
    const lostByDevaluation = new Map(
      loans.filter(({ state }) => state === 'ended_with_loss').map(({ id, fxLoss }) => [id, fxLoss]),
    );
    let seen = 0;
    for (const player of LENDERS) {
      const portfolio = await world.game.portfolio(player);
      if (portfolio === null) throw new Error(`${player} has no portfolio`);
      const { lent, repaid, outstanding, lost, refunded } = portfolio;
      expect(repaid + outstanding + lost + refunded).toBe(lent);
      for (const loan of portfolio.loans) if (lostByDevaluation.has(loan.id)) seen += loan.lost;
    }
    expect(seen).toBeGreaterThan(0);
  });
});

describe('a recovery', () => {
  it('goes on for a year and no longer, and never brings more than was lost', () => {
    const failed = loans.filter(({ writtenOff, starter }) => writtenOff > 0 && starter === 0);
    expect(failed.length).toBeGreaterThan(20);
    for (const loan of failed) {
      expect(loan.recovered).toBeLessThanOrEqual(loan.writtenOff);
      const tries = eventsOf(loan).filter(({ kind }) => kind === 'recovered');
      expect(tries.reduce((sum, event) => sum + dataOf(event).amount, 0)).toBe(loan.recovered);
      for (const event of tries) {
        expect(dataOf(event).sequence).toBeGreaterThanOrEqual(1);
        expect(dataOf(event).sequence).toBeLessThanOrEqual(12);
      }
    }
    const over = failed.filter(({ wakeSim }) => wakeSim === null);
    for (const loan of over) expect(eventsOf(loan).filter(({ kind }) => kind === 'recovery_over')).toHaveLength(1);
  });

  it('makes lenders whole first and then gives the guarantee fund back what it paid, coin for coin', () => {
    const covered = new Map<string, number>();
    for (const { transfer } of ledger()) {
      const sign =
        transfer.kind === 'cover' ? 1 : transfer.credit === 'guarantee:fund' && transfer.kind === 'recover' ? -1 : 0;
      if (sign !== 0) covered.set(transfer.ref, (covered.get(transfer.ref) ?? 0) + sign * transfer.amount);
    }
    for (const row of contributions) {
      expect(covered.get(`contribution:${row.loanId}/${row.idx}`) ?? 0).toBe(row.covered);
      expect(row.covered).toBeLessThanOrEqual(row.lost);
    }
  });

  function* ledger() {
    const source = world.parts.store.audit();
    for (const transfer of source.transfers()) yield { transfer };
    source.close();
  }
});
