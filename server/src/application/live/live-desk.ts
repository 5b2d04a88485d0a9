import { CHART, LEDGER } from '@bloomvale/shared/ledger/accounts';
import type { Minor } from '@bloomvale/shared/money/coins';
import { LIVE_FIGURES, type LiveFigure, type LiveView } from '@bloomvale/shared/operator/live-api';
import type { Instant } from '@bloomvale/shared/time/sim-clock';
import type { CommandBus } from '../bus/command-bus.ts';
import { GUARD_RAILS, railsIn } from '../console/guard-rails.ts';
import type { GameClock } from '../game-clock.ts';
import { every } from '../jobs/every.ts';
import type { Log } from '../log.ts';
import type { Rules } from '../rules.ts';
import type { Reader } from '../store/store.ts';
import { bandsFor, verdictOf } from './bands.ts';
import { HOUR_MS } from './flow-book.ts';
import { JournalReading } from './journal-reading.ts';
import { type Inspector, type LedgerCheck, LedgerChecks } from './ledger-checks.ts';
import { liveSample, type Sample, SampleSchema } from './live-sample.ts';
import { type Days, flowSums, type Outcomes, ratesOf, type Stretch, stretchesOf } from './period.ts';
import { giveWay } from './pieces.ts';
import { type Standing, takeStanding } from './standing.ts';

/** How old an answer may be: several people may look at the page, and it asks every few seconds. */
const FRESH_MS = 3_000;
/** A walk over all loans and wallets comes again after this, and after twenty times what it took. */
const STANDING_LEAST_MS = 5_000;
const STANDING_REST = 20;
/** The mean loan life hardly moves: looked at again after this. */
const LIFE_FRESH_MS = 5 * 60_000;
/** Funding times of one point of the trend: as many as a median needs. */
const TIMES_MAX = 500;
/** An hour's sample each, over the longest period, and some that came twice. */
const SAMPLES_MAX = 28 * 24 + 100;
export const SAMPLE_MS = HOUR_MS;
/** Months of simulated time that a loan lives about (lending.md 6: a day at the default tempo), until live data say more. */
const LIFE_MONTHS = 6;
const DAY_MS = 24 * HOUR_MS;

const SUPPLY_ACCOUNTS = Object.entries(CHART)
  .filter(([, { role, ledger }]) => ledger === LEDGER.coin && ['mint', 'sink', 'loss'].includes(role))
  .map(([name]) => name);

/** What the live page shows of the game itself; rooms and replies are the server's to add. */
export type LiveFigures = Pick<LiveView, 'at' | 'days' | 'version' | 'monthSeconds' | 'figures' | 'flows' | 'supply'>;

type Found = { readonly at: Instant; readonly value: LiveFigures };

/**
 * Health of the game, from the store alone. Everything is read in small pieces with a pause between them, once for all who look, so that no
 * command waits for it. Sources and formulas stand where each figure is made: `standing.ts`, `period.ts`, `bands.ts`.
 */
export class LiveDesk {
  readonly #bus: CommandBus;
  readonly #reader: Reader;
  readonly #rules: Rules;
  readonly #clock: GameClock;
  readonly #log: Log;
  readonly #journal: JournalReading;
  readonly #checks: LedgerChecks;
  readonly #found = new Map<Days, Found>();
  #standing: { readonly value: Standing; readonly freshUntil: number } | null = null;
  #life: { readonly ms: number; readonly freshUntil: Instant } | null = null;
  /** One pass at a time; whoever asks meanwhile waits for theirs. */
  #turn: Promise<unknown> = Promise.resolve();
  #present: () => Iterable<string> = () => [];
  #stops: (() => Promise<void>)[] = [];

  constructor(bus: CommandBus, reader: Reader, rules: Rules, clock: GameClock, inspector: Inspector, log: Log) {
    this.#bus = bus;
    this.#reader = reader;
    this.#rules = rules;
    this.#clock = clock;
    this.#log = log;
    this.#journal = new JournalReading(reader);
    this.#checks = new LedgerChecks(inspector, () => rules.content, log);
  }

  /** How to ask who is connected right now. */
  watchPresence(present: () => Iterable<string>): void {
    this.#present = present;
  }

  /** Begins to check the ledger and to keep samples. */
  start(): void {
    this.#checks.start();
    this.#stops = [every(SAMPLE_MS, 'live sample', () => this.sample(), this.#log)];
  }

  async stop(): Promise<void> {
    await Promise.all(this.#stops.splice(0).map((stop) => stop()));
    await this.#checks.stop();
    await this.#turn.catch(() => undefined);
  }

  /** The latest check of the ledger's invariants. */
  ledger(): LedgerCheck {
    return this.#checks.latest;
  }

  playersNow(): number {
    return [...this.#present()].length;
  }

  /** Minted less sunk and lost: the coins there are (microfinance.md 6.3), minor units. */
  async supply(): Promise<Minor> {
    const accounts = await this.#reader.rows('account', SUPPLY_ACCOUNTS);
    return accounts.reduce((total, { debits, credits }) => total + debits - credits, 0);
  }

  /** At most `FRESH_MS` old. */
  figures(days: Days): Promise<LiveFigures> {
    return this.#inTurn(async () => {
      const known = this.#found.get(days);
      const now = this.#clock.now();
      if (known !== undefined && now - known.at < FRESH_MS) return known.value;
      const value = await this.#take(days, now);
      this.#found.set(days, { at: now, value });
      return value;
    });
  }

  /** Keeps what no journal can give afterwards. */
  async sample(): Promise<void> {
    const figures = await this.#inTurn(async () => {
      const { par30, par90, gini } = await this.#standingNow();
      return { par30, par90, gini, players: this.playersNow() } satisfies Sample;
    });
    await this.#bus.system(liveSample, { figures });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#turn.then(work, work);
    this.#turn = next.catch(() => undefined);
    return next;
  }

  async #take(days: Days, now: Instant): Promise<LiveFigures> {
    const lifeMs = await this.#loanLife(now);
    const stretches = stretchesOf(days, now);
    const [standing, book, supply, [railsRow], samples] = [
      await this.#standingNow(),
      await this.#journal.upToDate(now, lifeMs),
      await this.supply(),
      await this.#reader.rows('meta', [GUARD_RAILS]),
      await this.#samples(stretches),
    ];
    const outcomes = await this.#outcomes(stretches);
    const whole = { from: stretches[0]?.from ?? now, to: stretches.at(-1)?.to ?? now };
    const flowsOf = (stretch: Stretch) => flowSums(book, stretch, now, standing.wallets, lifeMs);
    const flows = flowsOf(whole);
    const rates = ratesOf(outcomes);
    const values: Readonly<Record<LiveFigure, number | null>> = {
      ...rates,
      par30: standing.par30,
      par90: standing.par90,
      gini: standing.gini,
      faucetSink: flows.faucetSink,
      velocity: flows.velocity,
      relent: flows.relent,
      newLending: flows.newLending,
      players: this.playersNow(),
    };
    const points = stretches.map((stretch, i) => {
      const { newLending, faucetSink, velocity, relent } = flowsOf(stretch);
      return { ...ratesOf([outcomes[i] as Outcomes]), newLending, faucetSink, velocity, relent, ...samples[i] };
    });
    const bands = bandsFor(lifeMs, railsIn(railsRow));
    const figures = LIVE_FIGURES.map((figure) => {
      const value = values[figure];
      const trend = points.map((point) => point[figure] ?? null);
      // What stands now is later than its hour's sample.
      if (figure in SampleSchema.shape) trend[trend.length - 1] = value;
      return [figure, { value, ...bands[figure], verdict: verdictOf(value, bands[figure]), trend }] as const;
    });
    return {
      at: now,
      days,
      version: this.#rules.version,
      monthSeconds: this.#clock.segments().findLast(({ realFrom }) => realFrom <= now)?.monthSeconds ?? 0,
      figures: Object.fromEntries(figures) as LiveFigures['figures'],
      flows: stretches.map((stretch) => {
        const { minted, destroyed } = flowsOf(stretch);
        return { ...stretch, faucets: { ...minted }, sinks: { ...destroyed } };
      }),
      supply,
    };
  }

  /** Latest sample of each stretch; nothing where there is none. */
  async #samples(stretches: readonly Stretch[]): Promise<readonly Partial<Sample>[]> {
    const rows = await this.#reader.samplesSince(stretches[0]?.from ?? 0, SAMPLES_MAX);
    return stretches.map(({ from, to }) => {
      const row = rows.findLast(({ at }) => at >= from && at < to);
      return row === undefined ? {} : SampleSchema.parse(JSON.parse(row.figures));
    });
  }

  async #outcomes(stretches: readonly Stretch[]): Promise<readonly Outcomes[]> {
    const found: Outcomes[] = [];
    for (const { from, to } of stretches) {
      const outcomes = await this.#reader.loanOutcomes(from, to);
      found.push({ ...outcomes, fundingTimes: await this.#reader.fundingTimes(from, to, TIMES_MAX) });
      await giveWay();
    }
    return found;
  }

  /** Walks over everything again when the last walk is old enough. */
  async #standingNow(): Promise<Standing> {
    const startedAt = performance.now();
    if (this.#standing !== null && startedAt < this.#standing.freshUntil) return this.#standing.value;
    const value = await takeStanding(this.#reader, this.#clock.now(), this.#clock.simNow());
    const endedAt = performance.now();
    const rest = Math.max(STANDING_LEAST_MS, STANDING_REST * (endedAt - startedAt));
    this.#standing = { value, freshUntil: endedAt + rest };
    return value;
  }

  /** Mean life of a loan over the last 28 days, ms; about a day at the default tempo until any is over (lending.md 6). */
  async #loanLife(now: Instant): Promise<number> {
    if (this.#life !== null && now < this.#life.freshUntil) return this.#life.ms;
    const { meanLoanLife } = ratesOf(await this.#outcomes(stretchesOf(28, now)));
    const monthSeconds = this.#clock.segments().findLast((segment) => segment.monthSeconds > 0)?.monthSeconds;
    const guess = monthSeconds === undefined ? DAY_MS : LIFE_MONTHS * monthSeconds * 1_000;
    this.#life = { ms: meanLoanLife === null ? guess : meanLoanLife * HOUR_MS, freshUntil: now + LIFE_FRESH_MS };
    return this.#life.ms;
  }
}
