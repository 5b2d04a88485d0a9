import type { Content } from '@bloomvale/shared/content/content';
import { GRADES } from '@bloomvale/shared/content/lending';
import { FIRST_MODEL } from '@bloomvale/shared/lending/first-model';
import { modelOf, sectorOf } from '@bloomvale/shared/lending/loan-terms';
import { modelDigest } from '@bloomvale/shared/lending/model-digest';
import { verifyReplay } from '@bloomvale/shared/lending/replay';
import { TUNED, TUNED_SECTORS } from '@bloomvale/shared/lending/tuned-model.fixture';
import { coins } from '@bloomvale/shared/money/coins';
import { beforeAll, describe, expect, it } from 'vitest';
import { MONTH_SECONDS, type TestGame, testContent, testGame } from '../../testing/test-game.ts';
import { withSource } from '../audit.ts';
import type { LoanEventRow, LoanRow } from '../store/rows.ts';
import { courseOf, termsOf } from './loan-records.ts';

const MONTH_MS = MONTH_SECONDS * 1_000;
const LENDERS = ['ann', 'ben', 'cleo'];
/** Lent and running when the catalogue changes; after it, long enough for new loans to run as well and for the old to be over. */
const BEFORE = 6;
const LENDING = 14;
const MONTHS = 60;

/** The shipped catalogue with the worst grade for everybody: much goes wrong in few loans. */
function roughContent(): Content {
  const content = testContent();
  const starters = new Set(content.products.filter(({ starter }) => starter).map(({ id }) => id));
  const worst = GRADES.at(-1) as (typeof GRADES)[number];
  return {
    ...content,
    entrepreneurs: content.entrepreneurs.map((person) =>
      starters.has(person.loan.product) ? person : { ...person, loan: { ...person.loan, grade: worst } },
    ),
  };
}
const tunedContent = (): Content => ({
  ...roughContent(),
  model: TUNED,
  sectors: [...TUNED_SECTORS],
  regions: roughContent().regions.map((region) => ({
    ...region,
    droughtPpm: 300_000,
    farming: { lean: [0, 1, 2, 3, 4, 5], harvest: [6], planting: 7 },
  })),
});

async function lend(game: TestGame): Promise<void> {
  for (const player of LENDERS) {
    for (const { id, amount, raised, starter } of (await game.game.hall(player))?.loans ?? []) {
      const most = Math.min(Math.floor((amount * 0.4) / 2_500) * 2_500, amount - raised);
      if (most > 0 && !starter) await game.run(player, 'loan.lend', { loanId: id, amount: most });
    }
  }
}

type World = {
  readonly game: TestGame;
  /** Loans that were running when the catalogue changed, or would have. */
  readonly running: readonly string[];
  readonly loans: ReadonlyMap<string, LoanRow>;
  readonly events: ReadonlyMap<string, readonly LoanEventRow[]>;
};
const rowsOf = (game: TestGame): readonly LoanRow[] => withSource(game.parts.store, (source) => [...source.loans()]);

async function lived(change: Content | null): Promise<World> {
  const game = await testGame({ content: roughContent() });
  for (const player of LENDERS) {
    await game.newcomer(player);
    await game.enrich(player, coins(60_000));
  }
  let running: readonly string[] = [];
  for (let month = 0; month < MONTHS; month++) {
    if (month === BEFORE) {
      running = rowsOf(game).flatMap(({ id, state }) => (state === 'in_repayment' ? [id] : []));
      if (change !== null) game.parts.rules.adopt({ version: 2, content: change, hash: 'tuned', former: change });
    }
    if (month < LENDING) await lend(game);
    game.setNow(game.now() + MONTH_MS);
    await game.parts.jobs.runDue();
  }
  const loans = new Map(rowsOf(game).map((loan) => [loan.id, loan]));
  const events = Map.groupBy(await game.parts.store.reader.loanEvents([...loans.keys()], 0), ({ loanId }) => loanId);
  return { game, running, loans, events };
}

let still: World;
let tuned: World;
beforeAll(async () => {
  still = await lived(null);
  tuned = await lived(tunedContent());
}, 240_000);

/** All that became of a loan, but for the numbers that tell rows of one world apart. */
const fateOf = ({ loans, events }: World, id: string) => {
  const { contributions: _, version: __, ...loan } = loans.get(id) as LoanRow;
  const told = (events.get(id) ?? []).filter(({ kind }) => kind !== 'followed');
  return { loan, events: told.map(({ kind, at, data }) => ({ kind, at, data })) };
};

describe('a catalogue with another model', () => {
  it('changes nothing of a loan that runs: not its terms, not its ticks, not its end, not what comes back after it', () => {
    expect(tuned.running).toEqual(still.running);
    expect(still.running.length).toBeGreaterThan(20);
    for (const id of still.running) expect(fateOf(tuned, id), id).toEqual(fateOf(still, id));
    const states = still.running.map((id) => still.loans.get(id)?.state);
    expect(states).toEqual(expect.arrayContaining(['ended', 'defaulted']));
    const kinds = new Set(still.running.flatMap((id) => (still.events.get(id) ?? []).map(({ kind }) => kind)));
    for (const kind of ['missed', 'drought', 'illness', 'rescheduled', 'recovery_over']) expect(kinds).toContain(kind);
  });

  it('gives it to loans listed from then on, with their sector, their region’s drought and its year', () => {
    const isNew = ({ id, openedAt }: LoanRow): boolean =>
      !still.running.includes(id) && openedAt > (tuned.loans.get(still.running[0] ?? '')?.openedAt ?? 0) + 7 * MONTH_MS;
    const listed = [...tuned.loans.values()].filter(isNew);
    expect(listed.length).toBeGreaterThan(20);
    for (const loan of listed) {
      const terms = termsOf(loan);
      expect(modelOf(terms)).toEqual(TUNED);
      expect(Math.abs(terms.lossPpm - TUNED.lossPpm[terms.grade])).toBeLessThanOrEqual(100);
      if (terms.place === null) continue;
      expect(sectorOf(terms.place)).toEqual({ correlationPpm: 300_000, seasonal: true, droughtShiftMilli: 1_500 });
      expect(terms.place.droughtPpm).toBe(300_000);
      expect(courseOf(loan).farming).toEqual({ lean: [0, 1, 2, 3, 4, 5], harvest: [6], planting: 7 });
    }
    for (const loan of [...still.loans.values()].filter(isNew)) expect(modelOf(termsOf(loan))).toBe(FIRST_MODEL);
  });

  it('lets every loan be checked with the parameters it was listed with', async () => {
    const seasonRoots = (await tuned.game.game.lending.published('ann'))?.seasons.map(({ regionRoot }) => regionRoot);
    const seen = new Map<string, number>();
    for (const loan of tuned.loans.values()) {
      const file = await tuned.game.game.lending.replay(loan.id);
      if (!file?.ok) continue;
      const report = verifyReplay(JSON.parse(JSON.stringify(file.value)), {
        commitment: loan.commitment,
        seasonRoots: seasonRoots ?? [],
      });
      if (!report.ok) throw new Error(`${loan.id}: ${report.error.field} ${report.error.message}`);
      expect(report.value.model).toBe(modelDigest(modelOf(termsOf(loan))));
      seen.set(report.value.model, (seen.get(report.value.model) ?? 0) + 1);
    }
    for (const model of [FIRST_MODEL, TUNED]) expect(seen.get(modelDigest(model))).toBeGreaterThan(20);
  }, 120_000);

  it('is what How it is computed shows, with the chances solved anew', () => {
    const view = tuned.game.game.lending.model();
    expect(view).toMatchObject({ model: TUNED, sectors: TUNED_SECTORS, modelDigest: modelDigest(TUNED) });
    expect(view.droughts).toHaveLength(testContent().regions.length);
    expect(still.game.game.lending.model().droughts).toEqual([]);
    for (const { grade, expectedLossPpm } of view.grades) expect(expectedLossPpm).toBe(TUNED.lossPpm[grade]);
    for (const chain of view.chains) {
      expect(Math.abs(chain.expectedLossPpm - TUNED.lossPpm[chain.grade])).toBeLessThan(1_000);
    }
  });

  it('breaks no invariant and stumbles over nothing', () => {
    for (const { game } of [still, tuned]) {
      expect(game.violations()).toEqual([]);
      expect(game.log.filter(({ level }) => level === 'error')).toEqual([]);
    }
  });
});
