import {
  AVERAGE_FRESH_MS,
  AVERAGE_MAX_PLAYERS,
  AVERAGE_MIN_PLAYERS,
  type AverageView,
  type PortfolioSums,
} from '@bloomvale/shared/protocol/lending-views';
import type { GameClock } from '../../game-clock.ts';
import type { Rules } from '../../rules.ts';
import type { Reader } from '../../store/store.ts';
import type { LoanCards } from '../loan-cards.ts';
import type { LenderHistories } from './lender-histories.ts';
import { type Division, divisionOf, figuresOf, pairsOf, sumsOf } from './portfolio-pairs.ts';

export type Average = {
  readonly view: AverageView;
  /** Share of all that these players lent, by division and its id, ppm. */
  readonly shares: Readonly<Record<Division, ReadonlyMap<string, number>>>;
};

const DIVISIONS: readonly Division[] = ['sector', 'country', 'partner'];

/**
 * The average player: the mean of the lenders seen last (at most 200), each counted by the same functions as one's own portfolio. Kept for
 * five minutes; computed player by player, so that nobody waits for all of it. Null below five lenders: so few would be recognised.
 */
export class AverageLender {
  readonly #reader: Reader;
  readonly #rules: Rules;
  readonly #clock: GameClock;
  readonly #cards: LoanCards;
  readonly #histories: LenderHistories;
  #known: { readonly at: number; readonly average: Promise<Average | null> } | null = null;

  constructor(reader: Reader, rules: Rules, clock: GameClock, cards: LoanCards, histories: LenderHistories) {
    this.#reader = reader;
    this.#rules = rules;
    this.#clock = clock;
    this.#cards = cards;
    this.#histories = histories;
  }

  async get(): Promise<Average | null> {
    const now = this.#clock.now();
    if (this.#known !== null && now - this.#known.at < AVERAGE_FRESH_MS) return this.#known.average;
    const average = this.#compute(now);
    this.#known = { at: now, average };
    // A failure is told to those who asked now, and asked again by the next.
    average.catch(() => {
      this.#known = null;
    });
    return average;
  }

  async #compute(at: number): Promise<Average | null> {
    const players = await this.#reader.recentLenders(AVERAGE_MAX_PLAYERS);
    if (players.length < AVERAGE_MIN_PLAYERS) return null;
    const totals = new Map<keyof PortfolioSums, number>();
    const lentBy: Record<Division, Map<string, number>> = { sector: new Map(), country: new Map(), partner: new Map() };
    for (const playerId of players) {
      const pairs = await pairsOf(this.#reader, playerId);
      const sums = sumsOf(figuresOf(pairs, this.#cards), (await this.#histories.of(playerId)).reLent);
      for (const [name, value] of Object.entries(sums) as [keyof PortfolioSums, number][]) {
        totals.set(name, (totals.get(name) ?? 0) + value);
      }
      for (const { row, loan } of pairs) {
        for (const division of DIVISIONS) {
          const id = divisionOf(this.#rules, division, loan);
          lentBy[division].set(id, (lentBy[division].get(id) ?? 0) + row.amount);
        }
      }
      await new Promise<void>((next) => setImmediate(next));
    }
    const mean = Object.fromEntries([...totals].map(([name, total]) => [name, Math.round(total / players.length)]));
    const all = totals.get('lent') ?? 0;
    const share = (by: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
      new Map([...by].map(([id, lent]) => [id, all === 0 ? 0 : Math.round((lent * 1_000_000) / all)]));
    return {
      view: { players: players.length, computedAt: at, sums: mean as PortfolioSums },
      shares: { sector: share(lentBy.sector), country: share(lentBy.country), partner: share(lentBy.partner) },
    };
  }
}
