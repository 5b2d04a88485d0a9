import type { AccountId } from '@bloomvale/shared/ledger/accounts';
import type { Minor } from '@bloomvale/shared/money/coins';
import type { Instant } from '@bloomvale/shared/time/sim-clock';
import type { LenderStyle } from './preview-settings.ts';

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;
/** Days looked back on: a whole week, for weekends are played otherwise. */
export const FLOW_DAYS = 7;
/** Fewer players say nothing about how people play; then the styles of the balance report stand in. */
export const FEWEST_PLAYERS = 10;

/** Mints that pay for play. Gifts are given on arrival, matching and borrowing are no play. */
const EARNED: ReadonlySet<AccountId> = new Set(['mint:minigame', 'mint:mission', 'mint:quiz', 'mint:event']);
/** Where coins go for seeds, tiers, recipes and the home. */
const SPENT: ReadonlySet<AccountId> = new Set(['sink:shop', 'sink:upgrade']);

/** Players by what they earn a day: the lower half, the next two fifths, the highest tenth; percent of the players each. */
const GROUPS = [
  { id: 'lower half', percent: 50 },
  { id: 'next two fifths', percent: 40 },
  { id: 'highest tenth', percent: 10 },
] as const;

export type Posting = {
  readonly debit: AccountId;
  readonly credit: AccountId;
  readonly amount: Minor;
  readonly at: Instant;
};

type Player = {
  readonly firstAt: Instant;
  readonly earned: number[];
  readonly spent: number[];
  readonly lent: Set<number>;
};
type Day = { readonly perDay: number; readonly earned: number[]; readonly spent: number[]; readonly visits: number[] };

const hours = <T>(of: (hour: number) => T): T[] => Array.from({ length: DAY_HOURS }, (_, hour) => of(hour));
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/**
 * How players played in the last seven days, from the postings of their wallets: what each earned and spent in each hour of the day (UTC), and
 * in which hours they lent, as means a day since they were first seen in that week. Players are put in order of what they earn a day; each
 * percentile group becomes one style with the means of its players. Only coins from play and for play count.
 */
export class LiveStyles {
  readonly #until: Instant;
  readonly #players = new Map<string, Player>();

  /** @param until end of the seven days. */
  constructor(until: Instant) {
    this.#until = until;
  }

  get from(): Instant {
    return this.#until - FLOW_DAYS * DAY_HOURS * HOUR_MS;
  }

  /** Postings in their order. */
  take(postings: readonly Posting[]): void {
    for (const { debit, credit, amount, at } of postings) {
      if (at < this.from || at >= this.#until) continue;
      if (EARNED.has(debit) && credit.startsWith('wallet:')) add(this.#player(credit, at).earned, at, amount);
      else if (SPENT.has(credit) && debit.startsWith('wallet:')) add(this.#player(debit, at).spent, at, amount);
      else if (credit.startsWith('escrow:') && debit.startsWith('wallet:')) {
        this.#player(debit, at).lent.add(Math.floor(at / HOUR_MS));
      }
    }
  }

  /** Null when too few played. */
  styles(): readonly LenderStyle[] | null {
    if (this.#players.size < FEWEST_PLAYERS) return null;
    const all = [...this.#players]
      .map(([wallet, player]) => ({ wallet, ...this.#dayOf(player) }))
      .sort((a, b) => a.perDay - b.perDay || (a.wallet < b.wallet ? -1 : 1));
    let from = 0;
    let percent = 0;
    return GROUPS.map((group) => {
      percent += group.percent;
      const to = Math.round((all.length * percent) / 100);
      const players = all.slice(from, Math.max(to, from + 1));
      from = to;
      return { ...group, ...meanDay(players) };
    });
  }

  #player(wallet: AccountId, at: Instant): Player {
    const known = this.#players.get(wallet);
    if (known !== undefined) return known;
    const made: Player = { firstAt: at, earned: hours(() => 0), spent: hours(() => 0), lent: new Set() };
    this.#players.set(wallet, made);
    return made;
  }

  #dayOf({ firstAt, earned, spent, lent }: Player): Day {
    const days = Math.max(1, Math.ceil((this.#until - firstAt) / (DAY_HOURS * HOUR_MS)));
    const visits = hours(() => 0);
    for (const hour of lent) visits[hour % DAY_HOURS] = (visits[hour % DAY_HOURS] as number) + 1 / days;
    return {
      perDay: sumOf(earned) / days,
      earned: earned.map((amount) => amount / days),
      spent: spent.map((amount) => amount / days),
      visits,
    };
  }
}

function add(byHour: number[], at: Instant, amount: Minor): void {
  const hour = Math.floor(at / HOUR_MS) % DAY_HOURS;
  byHour[hour] = (byHour[hour] as number) + amount;
}

function meanDay(players: readonly Day[]): Pick<LenderStyle, 'earnPerHour' | 'spendPerHour' | 'visitPercent'> {
  const mean = (of: (day: Day) => readonly number[], factor: number): number[] =>
    hours((hour) => Math.round((sumOf(players.map((day) => of(day)[hour] as number)) * factor) / players.length));
  return {
    earnPerHour: mean(({ earned }) => earned, 1),
    spendPerHour: mean(({ spent }) => spent, 1),
    visitPercent: mean(({ visits }) => visits, 100).map((percent) => Math.min(100, percent)),
  };
}
