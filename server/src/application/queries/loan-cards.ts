import { daysPastDue } from '@bloomvale/shared/lending/arrears';
import { type Forecast, forecast } from '@bloomvale/shared/lending/forecast';
import { type GameSchedule, gameSchedule } from '@bloomvale/shared/lending/game-schedule';
import type { LoanTerms } from '@bloomvale/shared/lending/loan-terms';
import type { Minor } from '@bloomvale/shared/money/coins';
import type { ForecastView, LoanCard } from '@bloomvale/shared/protocol/views';
import { invariant } from '@bloomvale/shared/result';
import { type Instant, realAt, SIM_HOUR, SIM_MONTH, type SimSeconds } from '@bloomvale/shared/time/sim-clock';
import type { GameClock } from '../game-clock.ts';
import { toldIn } from '../lending/chapters.ts';
import { chainStateOf, planOf, termsOf } from '../lending/loan-records.ts';
import type { Rules } from '../rules.ts';
import type { LoanRow } from '../store/rows.ts';

/** Last instant JavaScript can name: shown while the simulated clock stands still and a date has no answer. */
const FAR_FUTURE = 8_640_000_000_000_000;

type Outlook = { readonly forecast: Forecast; readonly schedule: GameSchedule };

/** Turns stored loans into what the hall shows. Forecasts and schedules are computed once for equal terms. */
export class LoanCards {
  readonly #rules: Rules;
  readonly #clock: GameClock;
  readonly #outlooks = new Map<string, Outlook>();

  constructor(rules: Rules, clock: GameClock) {
    this.#rules = rules;
    this.#clock = clock;
  }

  card(loan: LoanRow, mine: Minor): LoanCard {
    const person = this.#rules.entrepreneurs.get(loan.entrepreneur);
    const partner = this.#rules.partners.get(loan.partner);
    invariant(person !== undefined && partner !== undefined, `loan ${loan.id} names nobody in the catalogue`);
    const terms = termsOf(loan);
    const told = toldIn(person, loan.chapter);
    const { forecast: expected, schedule } = this.outlook(loan);
    return {
      id: loan.id,
      entrepreneur: loan.entrepreneur,
      name: loan.name,
      shortName: loan.shortName,
      gender: person.gender,
      country: person.country,
      town: person.town,
      sector: person.sector,
      activity: person.activity,
      use: told.use,
      quote: told.quote,
      look: person.look,
      state: loan.state,
      starter: loan.starter === 1,
      amount: loan.amount,
      raised: loan.raised,
      poolLent: loan.poolLent,
      lenders: loan.lenders,
      funding: loan.funding,
      grade: loan.grade,
      annualCost: terms.annualCost,
      costMinor: schedule.totalInterest,
      partner: { id: partner.id, name: partner.name, rating: partner.rating },
      instalments: schedule.rows.length,
      intervalSimHours: schedule.intervalSim / SIM_HOUR,
      intervalMs: this.#realMs(schedule.intervalSim),
      openedAt: loan.openedAt,
      expiresAt: this.realAt(loan.windowEndsAt) ?? FAR_FUTURE,
      forecast: this.#forecastView(expected, schedule.intervalSim),
      mine,
      listed: loan.state === 'fundraising',
    };
  }

  /** Forecast and schedule of the loan as it was asked for. */
  outlook(loan: LoanRow): Outlook {
    const key = `${loan.terms} ${loan.amount}`;
    const known = this.#outlooks.get(key);
    if (known !== undefined) return known;
    const terms: LoanTerms = termsOf(loan);
    const made: Outlook = {
      forecast: forecast(terms, loan.amount),
      schedule: gameSchedule({ principalMinor: loan.amount, product: terms.product, annualCost: terms.annualCost }),
    };
    this.#outlooks.set(key, made);
    // As many as there are loans in a large catalogue; then begin again.
    if (this.#outlooks.size > 5_000) this.#outlooks.delete(this.#outlooks.keys().next().value as string);
    return made;
  }

  /** Real instant of a simulated one by the clock known today; null while it stands still before it. */
  realAt(sim: SimSeconds): Instant | null {
    return realAt(this.#clock.segments(), sim);
  }

  daysPastDue(loan: LoanRow): number {
    const plan = planOf(loan);
    const chain = chainStateOf(loan);
    if (loan.state !== 'in_repayment' || plan === null || chain === null) return 0;
    return daysPastDue(plan, chain, this.#clock.simNow());
  }

  #realMs(sim: SimSeconds): number {
    const running = this.#clock.segments().findLast(({ monthSeconds }) => monthSeconds > 0);
    return Math.round((sim * (running?.monthSeconds ?? 0) * 1_000) / SIM_MONTH);
  }

  #forecastView(expected: Forecast, intervalSim: SimSeconds): ForecastView {
    const { ofHundred, halfBack } = expected;
    const share = expected.coinsBack(this.#rules.content.economy.lending.share);
    return {
      repaidNeverLate: ofHundred.neverLate,
      repaidLate: ofHundred.lateButRepaid,
      partlyLost: ofHundred.partlyLost,
      shareLow: share.low,
      shareHigh: share.high,
      halfBackFrom: Math.ceil(halfBack.earliest / intervalSim),
      halfBackTo: halfBack.latest === null ? null : Math.ceil(halfBack.latest / intervalSim),
    };
  }
}
