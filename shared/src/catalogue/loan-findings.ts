import type { Entrepreneur, Product } from '../content/lending.ts';
import type { Economy } from '../content/play.ts';
import { gameSchedule } from '../lending/game-schedule.ts';
import { InvariantError } from '../result.ts';
import { SIM_HOUR, SIM_MONTH } from '../time/sim-clock.ts';
import type { Place, Tell } from './finding.ts';
import type { JudgedContent } from './judged-content.ts';
import { dominatedLoans } from './loan-dominance.ts';

/** Ticks that a loan's plan can have between two instalments (`LoanPlanSchema`): a bullet that is longer could not be stored. */
const MONTHS_MOST = 60;
/** Starter projects are back within a simulated day, eight real minutes (lending.md 2): the first session is built on it. */
const STARTER_HOURS = 24;
/** Usual cost, fraction a year: 21 to 35 % is what field partners take (microfinance.md 4.2), remote ones a little more. */
const COST_USUAL = [0.15, 0.4] as const;
/** A field partner charges about the same everywhere: points between its dearest and its cheapest loan. */
const COST_SPREAD = 0.06;
/** On Kiva, loans that expired had asked for 1 449 on average, those that were funded for 850 (microfinance.md 4.1 [15]). */
const SLOW_TIMES_MEAN = 1449 / 850;
/** Households of a village, and shares each lends to one person: 798 over 21 lenders in shares of 25 (microfinance.md 4.1). */
const VILLAGE_LENDERS = 24;
const SHARES_A_LENDER = 798 / 21 / 25;
/** Half as much again (lending.md 2). */
const CHAPTER_GROWTH = 1.5;

/** Everything about terms: products by themselves, each person's loan by its product, and loans beside each other. */
export function tellLoans(judged: JudgedContent, tell: Tell): void {
  const products = new Map(judged.lists.products.map((product) => [product.id, product]));
  for (const product of products.values()) tellProduct(product, tell);
  const people = judged.lists.entrepreneurs;
  const { economy } = judged.parts;
  const instalments = smallestInstalments();
  for (const person of people) {
    const product = products.get(person.loan.product);
    if (product === undefined) continue;
    tellChapters(person, product, tell);
    if (economy === null) continue;
    if (product.starter) tellStarter(person, economy.lending, tell);
    else tellAmount(person, economy.lending, tell);
    tellSchedule(person, product, economy.lending, instalments, tell);
  }
  if (economy !== null) tellVillage(people, products, economy, tell);
  tellCosts(people, tell);
  for (const { loser, better } of dominatedLoans(people, (id) => products.get(id))) {
    tell({ section: 'entrepreneurs', id: loser.id, path: ['loan'] }, 'loan_dominated', { other: better.id });
  }
}

function tellProduct(product: Product, tell: Tell): void {
  const { id, instalments, intervalSimHours, method, graceOnPrincipal, starter } = product;
  const at = (path: string): Place => ({ section: 'products', id, path: [path] });
  if (method === 'bullet') {
    if (graceOnPrincipal > 0) tell(at('graceOnPrincipal'), 'grace_without_effect');
  } else if (graceOnPrincipal >= instalments)
    tell(at('graceOnPrincipal'), 'grace_too_long', { grace: graceOnPrincipal, instalments });
  const months = (instalments * intervalSimHours * SIM_HOUR) / SIM_MONTH;
  if (method === 'bullet' && months > MONTHS_MOST)
    tell(at('instalments'), 'term_too_long', { months: Math.round(months), most: MONTHS_MOST });
  // A week, a month, a market day: an instalment is due at a time of day and of the month that people know.
  if (intervalSimHours > 24 && intervalSimHours % 24 !== 0)
    tell(at('intervalSimHours'), 'interval_uneven', { hours: intervalSimHours });
  if (starter && instalments * intervalSimHours > STARTER_HOURS) {
    tell(at('instalments'), 'starter_beyond_day', { hours: instalments * intervalSimHours, most: STARTER_HOURS });
  }
}

type Lending = Economy['lending'];
const inLoan = (person: Entrepreneur, ...path: string[]): Place => ({
  section: 'entrepreneurs',
  id: person.id,
  path: ['loan', ...path],
});

/** The match leaves exactly one share to the newcomer, so the amount follows from the two (lending.md 2). */
function tellStarter(person: Entrepreneur, { starterMatched, share }: Lending, tell: Tell): void {
  const amount = (starterMatched + share) / 100;
  if (person.loan.amount !== amount || person.loan.grade !== 'A') tell(inLoan(person), 'starter_terms', { amount });
}

function tellAmount(person: Entrepreneur, { share, playerCapPercent }: Lending, tell: Tell): void {
  const minor = person.loan.amount * 100;
  if (minor % share !== 0)
    tell(inLoan(person, 'amount'), 'amount_uneven', { amount: person.loan.amount, share: share / 100 });
  // `lendLimits` refuses every lender when the most one may hold is less than a share.
  const most = Math.floor((minor * playerCapPercent) / 100);
  if (most < share) tell(inLoan(person, 'amount'), 'nobody_may_lend', { most: most / 100, share: share / 100 });
}

type Smallest = (product: Product, amount: number, annualCost: number) => number | null;

/** Smallest principal of an instalment, minor units, of those that carry one; null when no schedule can be made. Loans share terms. */
function smallestInstalments(): Smallest {
  const known = new Map<string, number | null>();
  return (product, amount, annualCost) => {
    const key = `${product.id} ${amount} ${annualCost}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = smallestInstalment(product, amount, annualCost);
    known.set(key, made);
    return made;
  };
}

function smallestInstalment(product: Product, amount: number, annualCost: number): number | null {
  if (product.method !== 'bullet' && product.graceOnPrincipal >= product.instalments) return null;
  try {
    const { rows } = gameSchedule({ principalMinor: amount * 100, product, annualCost });
    const carrying = product.method === 'bullet' ? rows : rows.slice(product.graceOnPrincipal);
    return Math.min(...carrying.map(({ principal }) => principal));
  } catch (error) {
    if (error instanceof InvariantError) return null;
    throw error;
  }
}

/** Every instalment brings each share at least a cent, or lenders would see rows of nothing (microfinance.md 6.6). */
function tellSchedule(
  person: Entrepreneur,
  product: Product,
  { share }: Lending,
  smallest: Smallest,
  tell: Tell,
): void {
  const { amount, annualCost } = person.loan;
  const least = smallest(product, amount, annualCost);
  if (least === null) {
    tell(inLoan(person, 'product'), 'schedule_impossible', { product: product.id });
    return;
  }
  const shares = Math.ceil((amount * 100) / share);
  if (least < shares) tell(inLoan(person, 'amount'), 'instalment_too_small', { least: least / 100, shares });
}

/** Whoever comes back asks for at most half as much again; a market-day loan has one size. */
function tellChapters({ id, loan, use, chapters = [] }: Entrepreneur, { starter }: Product, tell: Tell): void {
  let before = { amount: loan.amount, use: use.en };
  for (const [i, chapter] of chapters.entries()) {
    const amount = chapter.amount ?? loan.amount;
    const at = (path: string): Place => ({ section: 'entrepreneurs', id, path: ['chapters', i, path] });
    const most = starter ? loan.amount : before.amount * CHAPTER_GROWTH;
    if (starter ? amount !== loan.amount : amount > most) tell(at('amount'), 'chapter_amount', { amount, most });
    if (chapter.use.en === before.use) tell(at('use'), 'chapter_same_use');
    before = { amount, use: chapter.use.en };
  }
}

/** What a village of lenders can carry: enough starters for newcomers, and no amount that waits for everybody. */
function tellVillage(
  people: readonly Entrepreneur[],
  products: ReadonlyMap<string, Product>,
  { lending, pool }: Economy,
  tell: Tell,
): void {
  const isStarter = ({ loan }: Entrepreneur): boolean => products.get(loan.product)?.starter === true;
  const ordinary = people.filter((person) => !isStarter(person));
  const starters = people.length - ordinary.length;
  if (starters < lending.starterOpen)
    tell({ section: 'entrepreneurs' }, 'starters_too_few', { starters, least: lending.starterOpen });
  if (ordinary.length === 0) return;
  const mean = ordinary.reduce((sum, { loan }) => sum + loan.amount, 0) / ordinary.length;
  const fromLenders = (VILLAGE_LENDERS * SHARES_A_LENDER * lending.share) / 100;
  const carried = pool.maxPercent >= 100 ? Number.POSITIVE_INFINITY : fromLenders / (1 - pool.maxPercent / 100);
  const most = Math.floor(Math.min(mean * SLOW_TIMES_MEAN, carried));
  for (const person of ordinary) {
    const { amount } = person.loan;
    if (amount > most) tell(inLoan(person, 'amount'), 'amount_slow', { amount, most, mean: Math.round(mean) });
  }
}

function tellCosts(people: readonly Entrepreneur[], tell: Tell): void {
  const [low, high] = COST_USUAL;
  const ranges = new Map<string, { least: number; most: number }>();
  for (const person of people) {
    const { annualCost } = person.loan;
    if (annualCost < low || annualCost > high) {
      tell(inLoan(person, 'annualCost'), 'cost_unusual', {
        percent: percentOf(annualCost),
        low: low * 100,
        high: high * 100,
      });
    }
    const range = ranges.get(person.partner) ?? { least: annualCost, most: annualCost };
    ranges.set(person.partner, { least: Math.min(range.least, annualCost), most: Math.max(range.most, annualCost) });
  }
  for (const [partner, { least, most }] of ranges) {
    // Binary fractions: 0.27 and 0.21 lie 0.06000000000000003 apart.
    if (most - least > COST_SPREAD + 1e-9) {
      tell({ section: 'partners', id: partner }, 'cost_apart', { least: percentOf(least), most: percentOf(most) });
    }
  }
}

/** A fraction as percent with at most two decimals. */
const percentOf = (fraction: number): number => Math.round(fraction * 10_000) / 100;
