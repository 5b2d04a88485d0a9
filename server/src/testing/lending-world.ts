import { GRADES } from '@bloomvale/shared/content/lending';
import { coins } from '@bloomvale/shared/money/coins';
import type { PortfolioSums } from '@bloomvale/shared/protocol/lending-views';
import { drawWord } from '@bloomvale/shared/random/philox';
import { withSource } from '../application/audit.ts';
import type { ContributionRow, LoanRow } from '../application/store/rows.ts';
import { commandId, MONTH_SECONDS, type TestGame, testContent, testGame } from './test-game.ts';

const MONTH_MS = MONTH_SECONDS * 1_000;
/** Who lends in the world; gus lends by rules as well. */
export const LENDERS = ['ann', 'ben', 'cleo', 'dora', 'eli', 'fay', 'gus'];
/** Long enough for loans to end in every way; the last months without lending leave some in the middle. */
const LENDING_MONTHS = 74;
const MONTHS = 80;
const LOOK_EVERY = 10;

export type LatePage = NonNullable<Awaited<ReturnType<TestGame['game']['loan']>>>;
export type LendingWorld = {
  readonly world: TestGame;
  readonly loans: readonly LoanRow[];
  readonly contributions: readonly ContributionRow[];
  /** Pages of loans as they were while late, looked at now and then: at the end nobody may be. */
  readonly latePages: readonly LatePage[];
};

/** Years of lending over the ordinary game: every way a loan may go has been gone. */
export async function lendingWorld(): Promise<LendingWorld> {
  const world = await roughWorld();
  const latePages: LatePage[] = [];
  for (let month = 0; month < MONTHS; month++) {
    if (month < LENDING_MONTHS) await playMonth(world);
    world.setNow(world.now() + MONTH_MS);
    await world.parts.jobs.runDue();
    if (month % LOOK_EVERY === 0) await notePages(world, latePages);
  }
  const contributions = withSource(world.parts.store, (source) => [...source.contributions()]);
  return { world, loans: allLoans(world), contributions, latePages };
}

const allLoans = (world: TestGame): readonly LoanRow[] =>
  withSource(world.parts.store, (source) => [...source.loans()]);

async function notePages(world: TestGame, into: LatePage[]): Promise<void> {
  for (const { id, state } of allLoans(world)) {
    const page = state === 'in_repayment' ? await world.game.loan('ann', id) : null;
    if (page !== null && page.whyLate !== null) into.push(page);
  }
}

/** Draws that repeat from run to run. */
let draws = 0;
const drawn = (size: number): number => drawWord([7, 11], { entity: 1, period: draws++, stream: 1 }) % size;

/** The catalogue with half its borrowers in the worst grade, and lenders with full purses. */
async function roughWorld(): Promise<TestGame> {
  const content = testContent();
  const worst = GRADES.at(-1) as (typeof GRADES)[number];
  const starters = new Set(content.products.filter(({ starter }) => starter).map(({ id }) => id));
  const entrepreneurs = content.entrepreneurs.map((person, i) =>
    starters.has(person.loan.product) || i % 2 === 0 ? person : { ...person, loan: { ...person.loan, grade: worst } },
  );
  const game = await testGame({ content: { ...content, entrepreneurs } });
  for (const player of LENDERS) {
    await game.newcomer(player);
    await game.enrich(player, coins(60_000));
  }
  await game.run('gus', 'lend.auto', {
    on: true,
    rules: {
      sectors: null,
      countries: null,
      grades: [...GRADES],
      minRating: 0.5,
      maxAnnualCost: 0.6,
      maxMonths: 36,
      perLoan: 5_000,
      perDay: 1_000_000,
      reserve: 0,
      stopAtLoss: 100_000_000,
    },
  });
  return game;
}

/** One month of play: everybody lends here and there, one thinks better of it, one forgives where a hardship is on record. */
async function playMonth(game: TestGame): Promise<void> {
  for (const player of LENDERS) {
    const open = (await game.game.hall(player))?.loans.filter(({ starter }) => !starter) ?? [];
    for (let i = 0; i < 8; i++) {
      const loan = open[drawn(Math.min(7, Math.max(1, open.length)))];
      if (loan === undefined) continue;
      const id = commandId();
      const amount = 2_500 * (1 + drawn(8));
      const lent = await game.run(player, 'loan.lend', { loanId: loan.id, amount, commandId: id });
      if (lent.ok && drawn(5) === 0) await game.run(player, 'loan.take-back', { loanId: loan.id, lendId: id });
    }
    const mine = (await game.game.portfolio(player))?.loans ?? [];
    for (let i = 0; i < 4; i++) {
      const chosen = mine[drawn(Math.max(1, mine.length))];
      if (chosen !== undefined) await game.run(player, 'loan.forgive', { loanId: chosen.id, amount: 1 + drawn(1_500) });
    }
  }
}

/** A portfolio from nothing but transfers: what left a wallet for a loan, what came back, and what became of the loan's own accounts. */
export function fromTransfers(world: TestGame, playerId: string): Omit<PortfolioSums, 'late' | 'reLent' | 'covered'> {
  const source = world.parts.store.audit();
  const mine = new Map<string, string>();
  const of = new Map<string, Record<string, number>>();
  const balances = new Map<string, number>();
  const disbursed = new Set<string>();
  for (const { debit, credit, amount, kind, ref } of source.transfers()) {
    balances.set(debit, (balances.get(debit) ?? 0) - amount);
    balances.set(credit, (balances.get(credit) ?? 0) + amount);
    if (kind === 'disburse') disbursed.add(credit.slice('borrower:'.length));
    if (!ref.startsWith('contribution:')) continue;
    const id = ref.slice('contribution:'.length);
    if (kind === 'lend' && debit === `wallet:${playerId}`) mine.set(id, id.slice(0, id.lastIndexOf('/')));
    const flows = of.get(id) ?? {};
    of.set(id, { ...flows, [kind]: (flows[kind] ?? 0) + amount });
  }
  source.close();
  const sums = { lent: 0, repaid: 0, recovered: 0, refunded: 0, forgiven: 0, raising: 0, outstanding: 0, lost: 0 };
  for (const [id, loanId] of mine) {
    const flow = (kind: string): number => of.get(id)?.[kind] ?? 0;
    const lent = flow('lend') - flow('reverse.lend');
    const open = lent - flow('repay') - flow('recover') - flow('refund') - flow('refund_running') - flow('forgive');
    sums.lent += lent;
    sums.repaid += flow('repay');
    sums.recovered += flow('recover');
    sums.refunded += flow('refund') + flow('refund_running');
    sums.forgiven += flow('forgive');
    if (!disbursed.has(loanId)) sums.raising += open;
    else if ((balances.get(`borrower:${loanId}`) ?? 0) > 0) sums.outstanding += open;
    else sums.lost += open;
  }
  return sums;
}
