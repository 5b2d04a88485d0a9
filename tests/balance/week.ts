import type { Content } from '@bloomvale/shared/content/content';
import { readyBatches } from '@bloomvale/shared/kitchen/kitchen-clock';
import { newBorrower } from '@bloomvale/shared/own-loan/borrower';
import { keepUp } from '@bloomvale/shared/own-loan/keep-up';
import { type OwnLoan, owedOn } from '@bloomvale/shared/own-loan/own-loan';
import { missingNext, payOn } from '@bloomvale/shared/own-loan/paying';
import { quote } from '@bloomvale/shared/own-loan/quote';
import { signLoan } from '@bloomvale/shared/own-loan/signing';
import { goodOf } from '@bloomvale/shared/play/catalogue-lookup';
import { grantPlots, grantStation } from '@bloomvale/shared/play/grants';
import { NEEDS } from '@bloomvale/shared/play/household';
import { levelOf } from '@bloomvale/shared/play/progress';
import { type ClockSegment, simAt } from '@bloomvale/shared/time/sim-clock';
import { LocalPlayer } from '../scenarios/local-player.ts';
import { LendingBook } from './lending-book.ts';
import { type Style, type Visit, visitsOf } from './styles.ts';
import { type DayFigures, type RingFigures, ringCost, type Week } from './week-figures.ts';
import { nextMove, ripePlots } from './week-mind.ts';

/** A tap every four seconds: a person, not a machine. */
const PACE_MS = 4_000;
/** The first loan to oneself is signed two minutes in, the first share lent after a walk to the village (product.md 3). */
const OWN_LOAN_MS = 120_000;
const FIRST_LEND_MS = 240_000;
/** Of what is earned, this part is lent anew; what comes back is lent again as soon as it makes a share. */
const LENT_PERCENT = 15;
/** More plots and dearer crops want more coins kept for seeds, minor units a level. */
const SEEDS_A_LEVEL = 800;
const MONTH_SECONDS = 14_400;
export const DAYS = 7;
const TIERS = 3;

/** Somebody's first week on the pure rules: homestead, own loan and lending, without a server, a store or real time. */
export class WeekPlayer {
  readonly #player: LocalPlayer;
  readonly #book: LendingBook;
  readonly #content: Content;
  readonly #start: number;
  readonly #segments: readonly ClockSegment[];
  #borrower = newBorrower(0);
  #loan: OwnLoan | null = null;
  #toLend = 0;
  #toLendAgain = 0;
  #minted = 0;
  #sunk = 0;
  #seenCoins = 0;
  readonly #first: Week['first'] = { harvest: null, 'own loan': null, lend: null, repayment: null, wish: null };
  readonly #days: DayFigures[] = [];
  readonly #rings: RingFigures[] = [];
  #ringFrom: { readonly at: number; readonly day: number };
  #stuck = 0;
  #rewarded = 0;
  #leastPurse = Number.POSITIVE_INFINITY;

  constructor(content: Content, start: number, key: readonly [number, number]) {
    this.#content = content;
    this.#start = start;
    this.#player = new LocalPlayer(content, start, key);
    this.#segments = [{ realFrom: start, simFrom: 0, monthSeconds: MONTH_SECONDS }];
    this.#book = new LendingBook(content, this.#segments, key);
    this.#minted = content.economy.welcomeGift;
    this.#ringFrom = { at: start, day: 0 };
  }

  play(style: Style, visits: readonly Visit[]): Week {
    for (const visit of visits) this.#visit(visit);
    const under = this.#rings.length + 1;
    if (under <= TIERS && this.#days.length - this.#ringFrom.day > 1)
      this.#rings.push({ tier: under, days: null, income: this.#ringIncome(under).income });
    return {
      style: style.name,
      first: this.#first,
      days: this.#days,
      rings: this.#rings,
      visits: visits.length - 1,
      rewarded: this.#rewarded,
      stuck: this.#stuck,
      leastPurse: this.#leastPurse,
      minted: this.#minted,
      sunk: this.#sunk + this.#book.lost,
      refusals: this.#player.refusals.length,
    };
  }

  #visit(visit: Visit): void {
    const player = this.#player;
    const first = visit.from === this.#start;
    player.now = visit.from;
    const before = player.wallet;
    this.#look(visit);
    if (!first && (player.wallet > before || this.#somethingReady())) this.#rewarded++;
    let acted = 0;
    const refused = new Set<string>();
    for (; player.now < visit.to; player.now += PACE_MS) {
      this.#look(visit);
      this.#lend(visit, first);
      this.#borrow(first);
      const scene = { ...this.#scene(visit), household: player.household, wallet: player.wallet, now: player.now };
      const move = nextMove(scene, first, refused);
      if (move !== null && player.act(move)) {
        acted++;
        this.#gave(this.#day(visit));
        this.#mark(move.type === 'garden.harvest' ? 'harvest' : move.type === 'home.fulfil' ? 'wish' : null);
        if (move.type === 'home.upgrade') this.#ring();
      } else if (move !== null) refused.add(move.type);
      this.#count(visit);
    }
    if (acted === 0) this.#stuck++;
    this.#leastPurse = Math.min(this.#leastPurse, player.wallet);
  }

  #scene({ to, next }: Visit) {
    return { content: this.#content, until: to, next, ...this.#savings() };
  }

  /** Coins kept for seeds; before the first share is lent, that share as well. */
  #savings(): { readonly reserve: number; readonly keptBack: number } {
    const { lowPurse, share } = this.#content.economy.lending;
    const keptBack = this.#book.count === 0 ? share : 0;
    const level = levelOf(this.#player.household.xp, this.#content.economy);
    return { reserve: lowPurse + SEEDS_A_LEVEL * level + keptBack, keptBack };
  }

  #somethingReady(): boolean {
    const { household, now } = this.#player;
    if (ripePlots(household, this.#content, now).length > 0) return true;
    return Object.values(household.stations).some((station) => readyBatches(station, now).length > 0);
  }

  /** Brings stall, own loan and lending up to now. */
  #look(visit: Visit): void {
    const player = this.#player;
    const before = player.wallet;
    player.catchUp();
    const takings = player.wallet - before;
    const sim = simAt(this.#segments, player.now);
    const event = { sim, takings, wallet: player.wallet, present: true };
    const kept = keepUp(this.#borrower, this.#loan, event, this.#content.growing.ownLoan);
    this.#borrower = kept.borrower;
    this.#loan = kept.loan;
    if (kept.payment !== null) this.#pay(kept.payment.principal, kept.payment.cost);
    this.#payByHand();
    const lost = this.#book.lost;
    const back = this.#book.collect(player.now);
    player.wallet += back;
    this.#toLendAgain += back;
    if (back > 0) this.#mark('repayment', this.#book.firstBack ?? player.now);
    this.#day(visit).lost += this.#book.lost - lost;
    this.#count(visit);
  }

  #pay(principal: number, cost: number): void {
    this.#player.wallet -= principal + cost;
    this.#sunk += principal;
  }

  /** An instalment that is due is paid by hand as long as twice as much is in the purse. */
  #payByHand(): void {
    const loan = this.#loan;
    if (loan === null || loan.life.state !== 'in_repayment') return;
    const due = missingNext(loan, this.#borrower.time.elapsed);
    if (due <= 0 || this.#player.wallet < 2 * due + this.#content.economy.lending.lowPurse) return;
    const paid = payOn(loan, due);
    this.#loan = paid.loan;
    this.#pay(paid.principal, paid.cost);
  }

  /** The starter loan, in kind: the first oven, or plots where the fund offers no oven. */
  #borrow(first: boolean): void {
    if (!first || this.#loan !== null || this.#player.now - this.#start < OWN_LOAN_MS) return;
    const rules = this.#content.growing.ownLoan;
    const offer = rules.offers.find(({ starter, grant }) => starter && grant.kind === 'station') ?? rules.offers[0];
    if (offer === undefined) return;
    const share = rules.shares[0] ?? 0;
    const signed = signLoan(offer, quote(offer, offer.amount), this.#borrower, { id: 'own-1', share });
    this.#loan = signed.loan;
    this.#borrower = signed.borrower;
    const { grant } = offer;
    const { household } = this.#player;
    this.#player.household =
      grant.kind === 'station'
        ? grantStation(household, grant.station)
        : grantPlots(household, grant.kind === 'plots' ? grant.plots : 0);
    // T14 in kind: what is minted goes straight into the sink.
    this.#minted += offer.amount;
    this.#sunk += offer.amount;
    this.#mark('own loan');
  }

  #lend(visit: Visit, first: boolean): void {
    const { share } = this.#content.economy.lending;
    const { reserve } = this.#savings();
    const player = this.#player;
    const day = this.#day(visit);
    const lend = (): void => {
      player.wallet -= share;
      this.#book.lend(player.now);
      this.#mark('lend');
    };
    if (this.#book.count === 0) {
      if (!first || player.now - this.#start < FIRST_LEND_MS || player.wallet < share) return;
      day.lentNew += share;
      lend();
    } else if (this.#toLendAgain >= share && player.wallet >= share + reserve) {
      this.#toLendAgain -= share;
      day.lentAgain += share;
      lend();
    } else if (this.#toLend >= share && player.wallet >= share + reserve) {
      this.#toLend -= share;
      day.lentNew += share;
      lend();
    }
  }

  #mark(what: keyof Week['first'] | null, at = this.#player.now): void {
    if (what === null || this.#first[what] !== null) return;
    this.#first[what] = Math.round((at - this.#start) / 600) / 100;
  }

  /** Goods the family took are income too: somebody grew them. */
  #gave(day: DayFigures): void {
    for (const { good, quantity, to } of this.#player.goods.splice(0)) {
      if (to === 'home') day.given += quantity * (goodOf(this.#content, good)?.price ?? 0);
    }
  }

  /** Six needs at a tier and the house they lead to are complete: how long it took, and what share of the income. */
  #ring(): void {
    const tier = this.#player.household.home.house - 1;
    if (tier <= this.#rings.length) return;
    const { days, income } = this.#ringIncome(tier);
    this.#rings.push({ tier, days, income });
    this.#ringFrom = { at: this.#player.now, day: this.#days.length - 1 };
  }

  /** Income is the mean of the whole days from the one it was begun on to the one before it was complete; at least one day. */
  #ringIncome(tier: number): { readonly days: number; readonly income: number } {
    const { at, day } = this.#ringFrom;
    const whole = this.#days.slice(day, Math.max(day + 1, this.#days.length - 1));
    const perDay = whole.reduce((sum, { earned, given }) => sum + earned + given, 0) / whole.length;
    return { days: (this.#player.now - at) / 86_400_000, income: ringCost(this.#content, tier) / perDay };
  }

  #day({ day }: Visit): DayFigures {
    const known = this.#days[day];
    if (known !== undefined) return known;
    const fresh = {
      day: day + 1,
      level: 1,
      earned: 0,
      given: 0,
      spent: 0,
      lentNew: 0,
      lentAgain: 0,
      lost: 0,
      purse: 0,
      owed: 0,
      house: 1,
      tiers: '',
    };
    this.#days[day] = fresh;
    return fresh;
  }

  /** Adds up what the rules have paid and taken since the last look. */
  #count(visit: Visit): void {
    const day = this.#day(visit);
    const { household, wallet, coins } = this.#player;
    for (; this.#seenCoins < coins.length; this.#seenCoins++) {
      const effect = coins[this.#seenCoins];
      if (effect === undefined) continue;
      if (effect.kind === 'earn') {
        day.earned += effect.amount;
        this.#minted += effect.amount;
        this.#toLend += Math.floor((effect.amount * LENT_PERCENT) / 100);
      } else {
        day.spent += effect.amount;
        this.#sunk += effect.amount;
      }
    }
    day.level = levelOf(household.xp, this.#content.economy);
    day.purse = wallet;
    day.owed = this.#loan === null ? 0 : owedOn(this.#loan);
    day.house = household.home.house;
    day.tiers = NEEDS.map((need) => household.home.needs[need]).join('');
  }
}

/** A player's first week, from nine in the morning of a day in UTC. */
export function playWeek(content: Content, style: Style, key: readonly [number, number]): Week {
  const midnight = Date.UTC(2026, 4, 5);
  const visits = visitsOf(style, midnight, DAYS);
  const start = visits[0]?.from ?? midnight;
  return new WeekPlayer(content, start, key).play(style, visits);
}
