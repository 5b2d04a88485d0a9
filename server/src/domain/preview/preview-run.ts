import { FLEXIBLE_MIN_PERCENT } from '@bloomvale/shared/lending/loan-state';
import { starterSource } from '@bloomvale/shared/lending/pool-rules';
import type { Minor } from '@bloomvale/shared/money/coins';
import { SIM_MONTH, type SimSeconds } from '@bloomvale/shared/time/sim-clock';
import { PreviewBook } from './preview-book.ts';
import type { PreviewCatalogue } from './preview-catalogue.ts';
import { mayLend, PreviewHall, poolRound } from './preview-hall.ts';
import { PreviewLenders } from './preview-lenders.ts';
import { MATCHER, POOL, type PreviewLoan } from './preview-loan.ts';
import { type RunLuck, runLuck } from './preview-luck.ts';
import { type RunFigures, RunRecord } from './preview-record.ts';
import type { LenderStyle, PreviewSettings } from './preview-settings.ts';

/** Households a village has lots for (product.md 6). */
const LOTS = 24;
/** A lender spreads what they can spare over this many loans a visit: our own assumption, stated in the console. */
const LOANS_A_VISIT = 4;
/** Real seconds a step takes: flows and visits are hourly, visits fall anywhere within the hour. */
const STEP_SECONDS = 3_600;
/** A draw is this many loans at most tried before a lender gives up. */
const TRIES = 8;

/**
 * One run: the whole catalogue in as many villages as the lenders need, under the live rules of listing, caps, pool, funding and repayment,
 * month after month. A pure function of its arguments. The loan's fate is `tickInWorld`, the very function of the live clock and of replays.
 */
export function previewRun(
  catalogue: PreviewCatalogue,
  styles: readonly LenderStyle[],
  settings: PreviewSettings,
  run: number,
  watch?: WatchDisbursal,
): RunFigures {
  const world = new PreviewWorld(catalogue, styles, settings, run, watch);
  const hours = Math.ceil((settings.months * settings.monthSeconds) / STEP_SECONDS);
  for (let hour = 0; hour < hours; hour++) world.hour(hour);
  return world.figures();
}

/** Told of every disbursal: comparisons with the closed form weigh it by age. */
export type WatchDisbursal = (loan: PreviewLoan, at: SimSeconds) => void;

class PreviewWorld {
  readonly #record: RunRecord;
  readonly #watch: WatchDisbursal | undefined;
  readonly #catalogue: PreviewCatalogue;
  readonly #settings: PreviewSettings;
  readonly #luck: RunLuck;
  readonly #lenders: PreviewLenders;
  readonly #halls: readonly PreviewHall[];
  readonly #book: PreviewBook;
  #month = 0;

  constructor(
    catalogue: PreviewCatalogue,
    styles: readonly LenderStyle[],
    settings: PreviewSettings,
    run: number,
    watch: WatchDisbursal | undefined,
  ) {
    this.#watch = watch;
    this.#catalogue = catalogue;
    this.#settings = settings;
    this.#luck = runLuck(settings.seed, run);
    const { endowment } = catalogue.content.economy.pool;
    this.#lenders = new PreviewLenders(settings.lenders, styles, endowment);
    const villages = Math.ceil(settings.lenders / LOTS);
    this.#halls = Array.from({ length: villages }, (_, v) => new PreviewHall(v, this.#luck.villageKey(v)));
    this.#record = new RunRecord(settings, endowment);
    this.#book = new PreviewBook({
      luck: this.#luck,
      regions: catalogue.regions,
      lenders: this.#lenders,
      record: this.#record,
      hourOf: (at) => Math.floor((at * settings.monthSeconds) / (SIM_MONTH * STEP_SECONDS)),
      over: ({ village, kind }) => this.#halls[village]?.ended(kind.person),
    });
  }

  /** Simulated instant of a real hour (or a part of it) since the run began. */
  #at(hour: number): SimSeconds {
    return Math.floor((hour * STEP_SECONDS * SIM_MONTH) / this.#settings.monthSeconds);
  }

  figures(): RunFigures {
    return this.#record.figures(this.#lenders);
  }

  hour(hour: number): void {
    const [from, until] = [this.#at(hour), this.#at(hour + 1)];
    this.#earn(hour);
    this.#list(from);
    this.#poolLends(from);
    this.#visits(hour);
    this.#closeWindows(until);
    this.#book.tick(hour);
    while ((this.#month + 1) * SIM_MONTH <= until && this.#month < this.#settings.months) this.#endOfMonth();
  }

  #earn(hour: number): void {
    const lenders = this.#lenders;
    for (let lender = 0; lender < lenders.count; lender++) {
      const arrival = lenders.arrivalHour(lender);
      if (hour < arrival) continue;
      if (hour === arrival) lenders.gift(lender, this.#catalogue.content.economy.welcomeGift);
      lenders.play(lender, hour);
    }
  }

  #villageOf(lender: number): number {
    return lender % this.#halls.length;
  }

  #list(at: SimSeconds): void {
    const wallets = this.#halls.map(() => 0);
    this.#lenders.wallet.forEach((wallet, lender) => {
      const village = this.#villageOf(lender);
      wallets[village] = (wallets[village] as number) + wallet;
    });
    for (const hall of this.#halls) this.#fill(hall, wallets[hall.number] as number, at);
  }

  #fill(hall: PreviewHall, wallets: Minor, at: SimSeconds): void {
    for (const loan of hall.list(this.#catalogue, wallets, at, (n) => this.#luck.loanKey(hall.number, n))) {
      if (loan.kind.product.starter) this.#match(loan, at);
    }
    const { starterMatched, share } = this.#catalogue.content.economy.lending;
    const ready = hall.open.some((loan) => loan.kind.product.starter && loan.missing <= share);
    const canPay = this.#catalogue.content.economy.welcomeGift >= share || starterMatched === 0;
    this.#record.newcomer(ready && canPay);
  }

  #match(loan: PreviewLoan, at: SimSeconds): void {
    const { lending } = this.#catalogue.content.economy;
    const amount = Math.min(lending.starterMatched, loan.kind.amount);
    if (amount === 0) return;
    if (starterSource(this.#lenders.pool, lending) === 'pool') {
      this.#lenders.pool -= amount;
      this.#lend(loan, POOL, amount, at);
    } else {
      this.#record.matched(amount);
      this.#lend(loan, MATCHER, amount, at);
    }
  }

  #poolLends(at: SimSeconds): void {
    const open = this.#halls.flatMap((hall) => hall.open);
    for (const { loan, amount } of poolRound(this.#catalogue, open, this.#lenders.pool, at)) {
      this.#lenders.pool -= amount;
      this.#lend(loan, POOL, amount, at);
    }
  }

  /** Who comes this hour, in the order in which they come. */
  #visits(hour: number): void {
    const lenders = this.#lenders;
    const visits: { readonly lender: number; readonly at: SimSeconds }[] = [];
    for (let lender = 0; lender < lenders.count; lender++) {
      if (hour < lenders.arrivalHour(lender)) continue;
      const style = lenders.styles[lender] as LenderStyle;
      const percent = style.visitPercent[hour % 24] as number;
      if (percent === 0) continue;
      const [comes, when] = this.#luck.visit(lender, hour);
      if (comes * 100 < percent * 2 ** 32) visits.push({ lender, at: this.#at(hour + when / 2 ** 32) });
    }
    visits.sort((a, b) => a.at - b.at || a.lender - b.lender);
    for (const { lender, at } of visits) this.#visit(lender, hour, at);
  }

  #visit(lender: number, hour: number, at: SimSeconds): void {
    const hall = this.#halls[this.#villageOf(lender)] as PreviewHall;
    this.#lendToStarter(hall, lender, at);
    const { share, lowPurse } = this.#catalogue.content.economy.lending;
    for (let n = 0, lent = 0; n < TRIES && lent < LOANS_A_VISIT; n++) {
      const spare = (this.#lenders.wallet[lender] as number) - lowPurse;
      if (spare < share || hall.open.length === 0) return;
      const loan = hall.open[this.#luck.choice(lender, hour, n, hall.open.length)] as PreviewLoan;
      if (loan.kind.product.starter) continue;
      const wanted = Math.max(share, Math.floor(spare / (LOANS_A_VISIT - lent) / share) * share);
      if (this.#lendUpTo(loan, lender, wanted, at)) lent += 1;
    }
  }

  #lendToStarter(hall: PreviewHall, lender: number, at: SimSeconds): void {
    const lenders = this.#lenders;
    if ((lenders.starters[lender] as number) >= this.#catalogue.content.economy.lending.starterPerPlayer) return;
    const loan = hall.open.find(({ kind, missing }) => kind.product.starter && missing > 0);
    if (loan === undefined || !this.#lendUpTo(loan, lender, loan.missing, at)) return;
    lenders.starters[lender] = (lenders.starters[lender] as number) + 1;
  }

  /** Lends the most of `wanted` that cap, need and purse allow, in whole shares. */
  #lendUpTo(loan: PreviewLoan, lender: number, wanted: Minor, at: SimSeconds): boolean {
    const { share, playerCapPercent } = this.#catalogue.content.economy.lending;
    const wallet = this.#lenders.wallet[lender] as number;
    const cap = loan.kind.product.starter
      ? loan.missing
      : Math.floor((loan.kind.amount * playerCapPercent) / 100) - loan.heldBy(lender);
    const most = Math.min(wanted, cap, wallet, loan.missing);
    const amount = most >= loan.missing ? loan.missing : Math.floor(most / share) * share;
    if (amount <= 0 || !mayLend(this.#catalogue, loan, { lender, wallet, amount, at })) return false;
    this.#lenders.wallet[lender] = wallet - amount;
    this.#lenders.lentOut[lender] = (this.#lenders.lentOut[lender] as number) + amount;
    this.#lend(loan, lender, amount, at);
    return true;
  }

  #lend(loan: PreviewLoan, lender: number, amount: Minor, at: SimSeconds): void {
    loan.add(lender, amount);
    if (loan.missing === 0) this.#disburse(loan, at);
  }

  #disburse(loan: PreviewLoan, at: SimSeconds): void {
    const hall = this.#halls[loan.village] as PreviewHall;
    hall.remove(loan);
    hall.repaying.push(loan.kind.person);
    loan.disburse(at);
    this.#lenders.disbursed(loan);
    this.#record.disbursed(loan, at);
    this.#watch?.(loan, at);
    this.#book.add(loan);
  }

  #closeWindows(at: SimSeconds): void {
    for (const hall of this.#halls) {
      for (const loan of [...hall.open]) {
        if (loan.windowEndsAt > at) continue;
        const goesAhead =
          loan.kind.product.funding === 'flexible' && loan.raised * 100 >= loan.kind.amount * FLEXIBLE_MIN_PERCENT;
        if (goesAhead) this.#disburse(loan, loan.windowEndsAt);
        else this.#expire(hall, loan);
      }
    }
  }

  #expire(hall: PreviewHall, loan: PreviewLoan): void {
    hall.remove(loan);
    this.#record.expired(loan);
    for (const [i, lender] of loan.lenders.entries()) this.#lenders.credit(lender, loan.amounts[i] as number);
  }

  #endOfMonth(): void {
    const at = (this.#month + 1) * SIM_MONTH;
    this.#book.recover(at);
    this.#record.endOfMonth({
      at,
      running: this.#book.running,
      lenders: this.#lenders,
      pools: this.#lenders.pool + this.#lenders.guarantee,
      escrow: this.#escrow(),
    });
    this.#month += 1;
  }

  #escrow(): Minor {
    let sum = 0;
    for (const hall of this.#halls) for (const loan of hall.open) sum += loan.raised;
    return sum;
  }
}
