import type { Content } from '@bloomvale/shared/content/content';
import type { Pollination } from '@bloomvale/shared/play/effects';
import { borders } from '@bloomvale/shared/pollination/neighbours';
import { type PollinationSource, pollinationOf } from '@bloomvale/shared/pollination/pollination-of';
import type { PollinationView } from '@bloomvale/shared/protocol/growing-views';
import { opensAtSim, shopStateOf, tierOf } from '@bloomvale/shared/shops/shop-state';
import { type Instant, realAt } from '@bloomvale/shared/time/sim-clock';
import type { PlayerState } from './contract.ts';
import type { GameClock } from './game-clock.ts';
import { lotsOf, shopsOf } from './lending/village-records.ts';
import { shopLoan } from './queries/shops.ts';
import type { Rules } from './rules.ts';
import type { LoanRow } from './store/rows.ts';
import type { Reader } from './store/store.ts';

/** Players remembered; about 2 kB each. */
const KEPT = 2_000;
/** What is remembered is looked up again after this, and when a shop under construction opens, whichever is first. */
const LONGEST_MS = 30_000;
/** After a shop has changed, at most this often: a square where much happens must not cost every harvest a search. */
const SHORTEST_MS = 3_000;

type Entry = {
  readonly at: Instant;
  readonly until: Instant;
  readonly villageId: string;
  readonly plots: number;
  readonly view: PollinationView;
  readonly figures: Pollination;
  stale: boolean;
};

/**
 * Knows what shops add at whose home. Worked out from committed loans, lends and squares, and remembered for moments: nothing of it is
 * stored, because all of it follows from what is.
 */
export class PollinationDesk {
  readonly #reader: Reader;
  readonly #rules: Rules;
  readonly #clock: GameClock;
  readonly #entries = new Map<string, Entry>();
  /** How often shops have changed: a look during which one did may have read what was. */
  #changes = 0;

  constructor(reader: Reader, rules: Rules, clock: GameClock) {
    this.#reader = reader;
    this.#rules = rules;
    this.#clock = clock;
  }

  /** A shop of this village opened, fell late, caught up, bloomed or left. */
  shopsChanged(villageId: string): void {
    this.#changes += 1;
    for (const entry of this.#entries.values()) if (entry.villageId === villageId) entry.stale = true;
  }

  /** Another catalogue is in force. */
  contentChanged(): void {
    this.#changes += 1;
    this.#entries.clear();
  }

  /** The bonuses in force for a command of this player, seconds old at most. */
  async figures(state: PlayerState): Promise<Pollination> {
    const now = this.#clock.now();
    const known = this.#entries.get(state.playerId);
    const age = known === undefined ? Number.POSITIVE_INFINITY : now - known.at;
    const good =
      known !== undefined &&
      known.villageId === state.villageId &&
      known.plots === state.plotCount &&
      known.until > now &&
      !(known.stale && age >= SHORTEST_MS);
    return good ? known.figures : (await this.#look(state)).figures;
  }

  /** Everything for the overlay, as it is now. */
  async view(state: PlayerState): Promise<PollinationView> {
    return (await this.#look(state)).view;
  }

  async #look(state: PlayerState): Promise<Entry> {
    const { playerId, villageId, plotCount } = state;
    const now = this.#clock.now();
    const before = this.#changes;
    const [[village], contributions] = await Promise.all([
      this.#reader.rows('village', [villageId]),
      this.#reader.contributionsOfPlayer(playerId),
    ]);
    const spots = village === undefined ? [] : shopsOf(village);
    const lots = village === undefined ? [] : lotsOf(village);
    const lot = lots.indexOf(playerId);
    const { lotsPerSpot } = this.#rules.content.growing.pollination;
    const nextDoor = spots.flatMap((spot, i) =>
      spot !== null && lot >= 0 && borders(i, lot, lots.length, lotsPerSpot) ? [spot.loanId] : [],
    );
    const lent = contributions.filter(({ amount }) => amount > 0).map(({ loanId }) => loanId);
    const loans = await this.#reader.rows('loan', [...new Set([...lent, ...nextDoor])]);
    const spotOf = new Map(spots.flatMap((spot, i) => (spot === null ? [] : [[spot.loanId, i] as const])));
    const found = this.#sources(loans, new Set(lent), new Set(nextDoor));
    const { pollination, shops } = this.#rules.content.growing;
    const spread = pollinationOf(found, plotCount, pollination, shops.tierPercent);
    const entry: Entry = {
      at: now,
      until: this.#until(loans, now),
      villageId,
      plots: plotCount,
      figures: spread.figures,
      view: viewOf(state, found, spread, loans, spotOf, this.#rules.content),
      stale: this.#changes !== before,
    };
    this.#entries.delete(playerId);
    this.#entries.set(playerId, entry);
    if (this.#entries.size > KEPT) this.#entries.delete(this.#entries.keys().next().value as string);
    return entry;
  }

  /** The shops funded last of those the player lent to, then those next door; each once. */
  #sources(loans: readonly LoanRow[], lent: ReadonlySet<string>, nextDoor: ReadonlySet<string>): PollinationSource[] {
    const { pollination, shops } = this.#rules.content.growing;
    const sim = this.#clock.simNow();
    const standing = loans.flatMap((loan) => {
      const state = shopStateOf(shopLoan(loan), sim, shops);
      const sector = this.#rules.entrepreneurs.get(loan.entrepreneur)?.sector;
      if (state === null || sector === undefined) return [];
      return [{ loan, source: { loanId: loan.id, sector, state, tier: tierOf(loan.principal, shops) } }];
    });
    const own = standing
      .filter(({ loan }) => lent.has(loan.id))
      .sort((a, b) => (b.loan.disbursedAt ?? 0) - (a.loan.disbursedAt ?? 0) || (a.loan.id < b.loan.id ? -1 : 1))
      .slice(0, pollination.lenderShops)
      .map(({ source }) => ({ ...source, relation: 'lender' as const }));
    const others = standing
      .filter(({ loan }) => nextDoor.has(loan.id) && own.every(({ loanId }) => loanId !== loan.id))
      .map(({ source }) => ({ ...source, relation: 'neighbour' as const }));
    return [...own, ...others];
  }

  #until(loans: readonly LoanRow[], now: Instant): Instant {
    const { shops } = this.#rules.content.growing;
    const sim = this.#clock.simNow();
    const opens = loans.flatMap((loan) => {
      const at = opensAtSim(shopLoan(loan), shops);
      return at !== null && at > sim ? [realAt(this.#clock.segments(), at) ?? now + LONGEST_MS] : [];
    });
    return Math.min(now + LONGEST_MS, ...opens);
  }
}

function viewOf(
  state: PlayerState,
  found: readonly PollinationSource[],
  spread: ReturnType<typeof pollinationOf>,
  loans: readonly LoanRow[],
  spotOf: ReadonlyMap<string, number>,
  { growing }: Pick<Content, 'growing'>,
): PollinationView {
  const byId = new Map(loans.map((loan) => [loan.id, loan]));
  const sources = found.map((source, i) => {
    const loan = byId.get(source.loanId) as LoanRow;
    const told = spread.sources[i];
    return {
      loanId: source.loanId,
      entrepreneur: loan.entrepreneur,
      shortName: loan.shortName,
      sector: source.sector,
      state: source.state,
      spot: spotOf.get(source.loanId) ?? null,
      relation: source.relation,
      figure: told?.figure ?? 'yield',
      milli: told?.milli ?? 0,
      plots: told?.plots ?? [],
    };
  });
  const from = (reaches: (one: (typeof sources)[number]) => boolean): string[] =>
    sources.filter((one) => one.milli > 0 && reaches(one)).map(({ loanId }) => loanId);
  return {
    owner: state.publicId,
    plots: Object.fromEntries(
      Object.entries(spread.figures.plots).map(([plot, figures]) => [
        plot,
        { ...figures, from: from((one) => one.plots.includes(Number(plot))) },
      ]),
    ),
    stall: { ...spread.figures.stall, from: from((one) => one.figure === 'price') },
    sources,
    caps: growing.pollination.caps,
  };
}
