import { paidInstalments } from '@bloomvale/shared/lending/arrears';
import { KEEPSAKES } from '@bloomvale/shared/lending/keepsake';
import { recoverable } from '@bloomvale/shared/lending/loan-state';
import { modelOf } from '@bloomvale/shared/lending/loan-terms';
import { recoveryOdds, repaidInFull } from '@bloomvale/shared/lending/odds';
import type { ShockCause, ShockPart } from '@bloomvale/shared/lending/shocks';
import { HARDSHIPS } from '@bloomvale/shared/lending/world-tick';
import { coins } from '@bloomvale/shared/money/coins';
import { TAKE_BACK_MS } from '@bloomvale/shared/protocol/lending-commands';
import type {
  ForgivenessOffer,
  InstalmentView,
  LoanEnding,
  LoanMore,
  MyShare,
  OddsView,
  RecoveryView,
  WhyLateView,
} from '@bloomvale/shared/protocol/lending-views';
import { PPM } from '@bloomvale/shared/random/philox';
import type { GameClock } from '../../game-clock.ts';
import { chapterCount } from '../../lending/chapters.ts';
import { forgivable, latePart, previewForgiveness } from '../../lending/forgiving.ts';
import { chainStateOf, clockedLoan, courseOf, openPart, termsOf } from '../../lending/loan-records.ts';
import type { Rules } from '../../rules.ts';
import type { ContributionRow, LoanEventRow, LoanRow } from '../../store/rows.ts';
import type { Reader } from '../../store/store.ts';
import type { LoanCards } from '../loan-cards.ts';
import { dataOf, type InstalmentHistory, instalmentHistory, instalmentViews, TICK_KINDS } from './instalment-rows.ts';
import { pseudonymOf, replayAvailability } from './replay-source.ts';

/** The outlook is given for so much lent, minor units: 100 coins. */
const OUTLOOK_LENT = coins(100);
const ppm = (share: number): number => Math.round(share * PPM);

export type LoanMoreParts = {
  readonly reader: Reader;
  readonly rules: Rules;
  readonly clock: GameClock;
  readonly cards: LoanCards;
};

/** What a loan's page shows besides the card, its rows and its journal. */
export async function loanMore(
  { reader, rules, clock, cards }: LoanMoreParts,
  playerId: string,
  loan: LoanRow,
): Promise<LoanMore> {
  const [contributions, events, followers, [season]] = await Promise.all([
    reader.rows('contribution', [loan.id]),
    reader.loanEvents([loan.id], 0),
    reader.followers([loan.id]),
    reader.rows('season', [loan.season]),
  ]);
  const mine = contributions.find((row) => row.source === `player:${playerId}` && row.amount > 0);
  const history = loan.disbursedSim === null ? null : instalmentHistory(loan, events, contributions, mine?.idx ?? -1);
  const { forecast } = cards.outlook(loan);
  const back = forecast.coinsBack(OUTLOOK_LENT);
  const late = mine === undefined ? 0 : latePart(loan, contributions, mine);
  return {
    instalmentRows: history === null ? plannedRows(cards, loan) : rowsOf(loan, history, clock, cards),
    outlook: {
      neverLatePpm: ppm(forecast.chances.neverLate),
      lateButRepaidPpm: ppm(forecast.chances.lateButRepaid),
      partlyLostPpm: ppm(forecast.chances.partlyLost),
      expectedLossPpm: ppm(forecast.expectedLoss),
      backLow: back.low,
      backMean: back.expected,
      backHigh: back.high,
    },
    odds: oddsOf(loan),
    recovery: recoveryOf(loan),
    whyLate: history === null ? null : whyLateOf(loan, events, history),
    following: followers.some((one) => one.playerId === playerId),
    followers: followers.length,
    takeBack: takeBackOf(loan, mine, clock.now()),
    forgiveness: offerOf(loan, mine, late, events),
    replay: replayAvailability(loan, clock),
    season: { id: loan.season, commitment: season?.commitment ?? '', regionRoot: season?.regionRoot ?? '' },
    ending: endingOf(loan, mine, events, rules),
    chapter: { number: loan.chapter + 1, of: chapterCount(rules, loan.entrepreneur) },
    share: mine === undefined ? null : shareOf(mine, late),
  };
}

const rowsOf = (loan: LoanRow, history: InstalmentHistory, clock: GameClock, cards: LoanCards): InstalmentView[] =>
  instalmentViews(loan, history, clock.simNow(), (sim) => cards.realAt(sim));

const plannedRows = (cards: LoanCards, loan: LoanRow): InstalmentView[] =>
  cards.outlook(loan).schedule.rows.map((row) => ({
    n: row.n,
    version: 1,
    dueAt: null,
    expected: row.principal,
    cost: row.interest,
    actual: 0,
    actualAt: null,
    mine: 0,
    daysLate: 0,
    status: 'to_come',
  }));

function oddsOf(loan: LoanRow): OddsView | null {
  if (loan.state !== 'in_repayment') return null;
  const { terms, plan, clock } = clockedLoan(loan);
  const repaid = ppm(repaidInFull(terms, plan, clock));
  return { fullyRepaidPpm: repaid, partlyLostPpm: PPM - repaid, missed: clock.missed };
}

function recoveryOf(loan: LoanRow): RecoveryView | null {
  if (loan.writtenOff === 0) return null;
  const { recovery } = modelOf(termsOf(loan));
  const asked = loan.state === 'defaulted' && loan.wakeSim !== null;
  const triesLeft = asked ? recovery.months - courseOf(loan).tries : 0;
  const { anything, expectedShare } = recoveryOdds(triesLeft, recovery);
  return {
    triesLeft,
    anythingPpm: ppm(anything),
    expectedSharePpm: ppm(expectedShare),
    missing: recoverable(loan),
    recovered: loan.recovered,
  };
}

type TickFigures = {
  readonly period: number;
  readonly firstRow: number;
  readonly basePpm: number;
  readonly hPpm: number;
  readonly rhoPpm?: number;
  readonly factor?: number;
  readonly causes?: string;
};

/** `drought:800 lean_season:250`, as the journal keeps it. */
const partsOf = (causes: string | undefined): ShockPart[] =>
  (causes ?? '')
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => {
      const [cause, shift] = part.split(':');
      return { cause: cause as ShockCause, shiftMilli: Number(shift) };
    });

/** The tick in which the present lateness began. */
function whyLateOf(loan: LoanRow, events: readonly LoanEventRow[], history: InstalmentHistory): WhyLateView | null {
  if (loan.state !== 'in_repayment' || (chainStateOf(loan)?.missed ?? 0) === 0) return null;
  const began = events.findLast(({ kind }) => kind === 'missed');
  if (began === undefined) return null;
  const { period, firstRow, basePpm, hPpm, rhoPpm, factor, causes } = dataOf<TickFigures>(began);
  const shared = { period, at: began.at, basePpm, hPpm, parts: partsOf(causes) };
  return { n: history.before + firstRow, ...shared, rhoPpm: rhoPpm ?? 0, factor: factor ?? null };
}

function takeBackOf(loan: LoanRow, mine: ContributionRow | undefined, now: number): LoanMore['takeBack'] {
  if (mine === undefined || loan.state !== 'fundraising' || mine.lendAmount === 0) return null;
  const until = mine.lendAt + TAKE_BACK_MS;
  return now < until ? { lendId: mine.lendId, amount: mine.lendAmount, until } : null;
}

function offerOf(
  loan: LoanRow,
  mine: ContributionRow | undefined,
  late: number,
  events: readonly LoanEventRow[],
): ForgivenessOffer {
  const most = forgivable(loan, mine);
  if (!most.ok) return { open: false, code: most.error };
  if (mine === undefined) return { open: false, code: 'FORGIVE_NOT_LENDER' };
  const overdue = Math.min(late, most.value);
  return {
    open: true,
    hardship: hardshipOf(events),
    late: overdue > 0 ? previewForgiveness(loan, mine, overdue) : null,
    all: previewForgiveness(loan, mine, most.value),
  };
}

/** The latest hardship on record; the journal keeps each tick's causes. */
function hardshipOf(events: readonly LoanEventRow[]): ShockCause {
  for (const event of events.toReversed()) {
    if (!TICK_KINDS.includes(event.kind)) continue;
    const found = partsOf(dataOf<TickFigures>(event).causes).find(({ cause }) => HARDSHIPS.includes(cause));
    if (found !== undefined) return found.cause;
  }
  return 'operator_event';
}

/** Causes that made a month worse, by how much they weighed over all late months. */
function causesOf(events: readonly LoanEventRow[]): ShockCause[] {
  const weights = new Map<ShockCause, number>();
  for (const event of events) {
    if (!['missed', 'still_late', 'paid_some'].includes(event.kind)) continue;
    for (const { cause, shiftMilli } of partsOf(dataOf<TickFigures>(event).causes)) {
      if (shiftMilli > 0) weights.set(cause, (weights.get(cause) ?? 0) + shiftMilli);
    }
  }
  return [...weights].sort((a, b) => b[1] - a[1]).map(([cause]) => cause);
}

function endingOf(
  loan: LoanRow,
  mine: ContributionRow | undefined,
  events: readonly LoanEventRow[],
  rules: Rules,
): LoanEnding | null {
  const kind = loan.state;
  if (kind !== 'defaulted' && kind !== 'ended_with_loss') return null;
  const { plan, clock } = clockedLoan(loan);
  const sector = rules.entrepreneurs.get(loan.entrepreneur)?.sector ?? 'services';
  const closing = events.findLast((event) => event.kind === kind);
  return {
    kind,
    at: closing?.at ?? loan.closedAt ?? 0,
    causes: kind === 'ended_with_loss' ? ['currency'] : causesOf(events),
    repaid: loan.repaid + loan.recovered,
    lost: kind === 'ended_with_loss' ? loan.fxLoss : recoverable(loan) + loan.fxLoss,
    instalmentsPaid: paidInstalments(plan, clock),
    instalments: plan.principalRows.length,
    keepsake: { id: KEEPSAKES[sector], sector },
    mine:
      mine === undefined
        ? null
        : { lent: mine.amount, received: mine.received, lost: mine.lost, covered: mine.covered },
  };
}

const shareOf = (mine: ContributionRow, late: number): MyShare => ({
  lent: mine.amount,
  received: mine.received,
  recovered: mine.recovered,
  refunded: mine.refunded + mine.handedBack,
  forgiven: mine.forgiven,
  lost: mine.lost,
  covered: mine.covered,
  open: openPart(mine),
  late,
  pseudonym: pseudonymOf(mine),
});
