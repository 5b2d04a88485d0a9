import type { Locale } from '@bloomvale/shared/content/text';
import type { HallIndexWire } from '@bloomvale/shared/lending/hall-index-wire';
import type { ReplayFile } from '@bloomvale/shared/lending/replay-file';
import type { Minor } from '@bloomvale/shared/money/coins';
import type {
  ForgivePreview,
  FullLoanPage,
  LoanNewsPage,
  PortfolioReport,
  WorldView,
} from '@bloomvale/shared/protocol/lending-views';
import type { ModelView, PublishedView, RegionKeysView } from '@bloomvale/shared/protocol/public-record-views';
import type { RejectCode } from '@bloomvale/shared/protocol/reject-codes';
import { err, ok, type Result } from '@bloomvale/shared/result';
import type { GameClock } from './game-clock.ts';
import { forgivable, previewForgiveness } from './lending/forgiving.ts';
import { AverageLender } from './queries/lending/average-lender.ts';
import { hallIndexOf } from './queries/lending/hall-index.ts';
import { LenderHistories } from './queries/lending/lender-histories.ts';
import { lendingNews } from './queries/lending/lending-news.ts';
import { loanMore } from './queries/lending/loan-more.ts';
import { modelView } from './queries/lending/model-view.ts';
import { matches, type PortfolioFilter, portfolioCsv } from './queries/lending/portfolio-csv.ts';
import { pairsOf } from './queries/lending/portfolio-pairs.ts';
import { portfolioReport } from './queries/lending/portfolio-report.ts';
import { publishedOf, regionKeysOf, worldOf } from './queries/lending/public-record.ts';
import { replayAvailability, replayFileOf } from './queries/lending/replay-source.ts';
import { LoanCards } from './queries/loan-cards.ts';
import { loanPage } from './queries/loan-page.ts';
import type { Rules } from './rules.ts';
import type { LenderRow, PlayerRow } from './store/rows.ts';
import type { Reader } from './store/store.ts';

type Who = { readonly player: PlayerRow; readonly lender: LenderRow };

/** Everything the Lending Hall is asked by HTTP, from committed state. Null answers nobody: an unknown or deleted player, or no such loan. */
export class LendingDesk {
  readonly #reader: Reader;
  readonly #rules: Rules;
  readonly #clock: GameClock;
  readonly #cards: LoanCards;
  readonly #histories: LenderHistories;
  readonly #average: AverageLender;
  #model: ModelView | null = null;

  constructor(reader: Reader, rules: Rules, clock: GameClock) {
    this.#reader = reader;
    this.#rules = rules;
    this.#clock = clock;
    this.#cards = new LoanCards(rules, clock);
    this.#histories = new LenderHistories(reader);
    this.#average = new AverageLender(reader, rules, clock, this.#cards, this.#histories);
  }

  async page(playerId: string, loanId: string): Promise<FullLoanPage | null> {
    const parts = { reader: this.#reader, rules: this.#rules, clock: this.#clock, cards: this.#cards };
    const [page, [loan]] = await Promise.all([
      loanPage(this.#reader, this.#rules, this.#cards, playerId, loanId),
      this.#reader.rows('loan', [loanId]),
    ]);
    return page === null || loan === undefined ? null : { ...page, ...(await loanMore(parts, playerId, loan)) };
  }

  /** What forgiving `amount` would do, or why it is refused; null when there is no such loan. */
  async forgiveness(
    playerId: string,
    loanId: string,
    amount: Minor,
  ): Promise<Result<ForgivePreview, RejectCode> | null> {
    const [[loan], contributions] = await Promise.all([
      this.#reader.rows('loan', [loanId]),
      this.#reader.rows('contribution', [loanId]),
    ]);
    if (loan === undefined) return null;
    const mine = contributions.find((row) => row.source === `player:${playerId}`);
    const most = forgivable(loan, mine);
    if (!most.ok) return most;
    if (mine === undefined || amount < 1 || amount > most.value) return err('FORGIVE_AMOUNT');
    return ok(previewForgiveness(loan, mine, amount));
  }

  /** The file for "verify"; null when there is no such loan. */
  async replay(loanId: string): Promise<Result<ReplayFile, 'REPLAY_NOT_YET' | 'REPLAY_NEVER'> | null> {
    const [loan] = await this.#reader.rows('loan', [loanId]);
    if (loan === undefined) return null;
    const state = replayAvailability(loan, this.#clock);
    if (!state.available) return err(state.why === 'never' ? 'REPLAY_NEVER' : 'REPLAY_NOT_YET');
    return ok(await replayFileOf(this.#reader, this.#rules, this.#clock, loan));
  }

  async report(playerId: string): Promise<PortfolioReport | null> {
    const who = await this.#who(playerId);
    if (who === null) return null;
    const shared = { reader: this.#reader, rules: this.#rules, clock: this.#clock, cards: this.#cards };
    return portfolioReport({ ...shared, histories: this.#histories, average: this.#average }, who.player, who.lender);
  }

  async csv(playerId: string, filter: PortfolioFilter, locale: Locale): Promise<string | null> {
    if ((await this.#who(playerId)) === null) return null;
    const pairs = await pairsOf(this.#reader, playerId);
    const chosen = pairs.filter((pair) => matches(pair, filter, this.#rules, this.#cards));
    return portfolioCsv(chosen, this.#rules, this.#cards, locale);
  }

  async news(playerId: string, before: number | null): Promise<LoanNewsPage | null> {
    const who = await this.#who(playerId);
    return who === null ? null : lendingNews(this.#reader, playerId, who.lender.seenSeq, before);
  }

  async world(playerId: string): Promise<WorldView | null> {
    const who = await this.#who(playerId);
    return who === null ? null : worldOf(this.#reader, this.#rules, playerId, who.player.villageId);
  }

  async hallIndex(playerId: string): Promise<HallIndexWire | null> {
    const who = await this.#who(playerId);
    if (who === null) return null;
    return hallIndexOf(this.#reader, this.#rules, this.#clock, this.#cards, who.player.villageId);
  }

  /** A few milliseconds a product and grade, once a version of the catalogue. */
  model(): ModelView {
    const monthSeconds = this.#clock.segments().at(-1)?.monthSeconds ?? 0;
    if (this.#model?.contentHash !== this.#rules.contentHash) this.#model = modelView(this.#rules, monthSeconds);
    return { ...this.#model, monthSeconds };
  }

  async published(playerId: string): Promise<PublishedView | null> {
    const who = await this.#who(playerId);
    return who === null ? null : publishedOf(this.#reader, this.#rules, who.player.villageId);
  }

  /** Null for a country the catalogue does not know. */
  regionKeys(country: string, from: number): Promise<RegionKeysView | null> {
    return regionKeysOf(this.#rules, this.#clock, country, from);
  }

  async #who(playerId: string): Promise<Who | null> {
    const [[player], [lender]] = await Promise.all([
      this.#reader.rows('player', [playerId]),
      this.#reader.rows('lender', [playerId]),
    ]);
    if (player === undefined || player.deletedAt !== null || lender === undefined) return null;
    return { player, lender };
  }
}
