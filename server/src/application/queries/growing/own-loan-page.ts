import type { OwnLoanOffer, OwnLoanRules } from '@bloomvale/shared/content/growing';
import type { Borrower } from '@bloomvale/shared/own-loan/borrower';
import { effortOf, largestFitting } from '@bloomvale/shared/own-loan/effort';
import { elapsedAt } from '@bloomvale/shared/own-loan/loan-time';
import { closedOffer, overCap, sizeNow } from '@bloomvale/shared/own-loan/offer-now';
import { type OwnLoan, owedOn, unpaidOf } from '@bloomvale/shared/own-loan/own-loan';
import { ownDaysPastDue } from '@bloomvale/shared/own-loan/passing';
import { nextOf, payOffNow } from '@bloomvale/shared/own-loan/paying';
import { type Quote, quote } from '@bloomvale/shared/own-loan/quote';
import { monthlyTakings } from '@bloomvale/shared/own-loan/takings';
import type { OwnLoanOfferView, OwnLoanPage, OwnLoanRow, OwnLoanView } from '@bloomvale/shared/protocol/growing-views';
import { SIM_HOUR, SIM_MONTH, type SimSeconds } from '@bloomvale/shared/time/sim-clock';
import { borrowerIn, ownLoanIn } from '../../commands/growing/borrowing.ts';
import { ownedAlready } from '../../commands/growing/own-loan-offers.ts';
import type { PlayerState } from '../../contract.ts';
import type { GameClock } from '../../game-clock.ts';
import type { Rules } from '../../rules.ts';
import type { OwnLoanRow as StoredLoan } from '../../store/growing-rows.ts';
import type { Reader } from '../../store/store.ts';

/** Closed loans shown: a few years of borrowing. */
const PAST_MAX = 50;

/** Turns loan time into what a screen can count down: real milliseconds at today's tempo; null while the clock stands still. */
type ToMs = (sim: SimSeconds) => number | null;

/** "I owe": the running loan, what the fund would lend now and why not more, and what became of earlier loans. */
export async function ownLoanPage(
  reader: Reader,
  rules: Rules,
  clock: GameClock,
  state: PlayerState,
): Promise<OwnLoanPage> {
  const { playerId } = state;
  const [[row], stored] = await Promise.all([
    reader.rows('borrower', [playerId]),
    reader.ownLoansOfPlayer(playerId, PAST_MAX),
  ]);
  const { ownLoan } = rules.content.growing;
  const sim = clock.simNow();
  const known = borrowerIn(row, sim);
  // As it would be if they did something now.
  const elapsed = elapsedAt(known.time, sim, ownLoan.awaySimHours);
  const borrower = { ...known, time: { ...known.time, elapsed } };
  const toMs = msOf(clock);
  const views = stored.map((one) => loanView(one, rules, elapsed, toMs));
  return {
    loan: views.find((one) => one.state === 'in_repayment') ?? null,
    offers: ownLoan.offers
      .filter((offer) => !(offer.starter && borrower.starterTaken))
      .map((offer) => offerView(offer, borrower, rules, state, toMs)),
    past: views.filter((one) => one.state !== 'in_repayment'),
    history: {
      repaid: borrower.repaid,
      rescheduled: borrower.rescheduled,
      writtenOff: borrower.writtenOff,
      percent: borrower.percent,
    },
    shares: ownLoan.shares,
    cautionPercent: ownLoan.cautionPercent,
    limitPercent: ownLoan.limitPercent,
    reserve: ownLoan.reserve,
    wallet: state.wallet,
    pausesAfterMs: toMs(ownLoan.awaySimHours * SIM_HOUR),
  };
}

const msOf = (clock: GameClock): ToMs => {
  const running = clock.segments().at(-1)?.monthSeconds ?? 0;
  return (sim) => (running === 0 ? null : Math.ceil((Math.max(0, sim) * running * 1_000) / SIM_MONTH));
};

function loanView({ doc, signedAt, closedAt }: StoredLoan, rules: Rules, elapsed: SimSeconds, toMs: ToMs): OwnLoanView {
  const loan = ownLoanIn({ doc });
  const { ownLoan } = rules.content.growing;
  const offer = ownLoan.offers.find(({ id }) => id === loan.offer);
  const state = loan.life.state === 'in_repayment' || loan.life.state === 'defaulted' ? loan.life.state : 'ended';
  const next = nextOf(loan);
  return {
    id: loan.id,
    offer: loan.offer,
    // An offer may leave the catalogue while its loan runs on.
    name: offer?.name ?? { en: loan.offer, fr: loan.offer },
    grant: loan.grant,
    state,
    principal: loan.life.principal,
    cost: loan.cost,
    paid: loan.life.repaid + loan.paidCost,
    waived: loan.waivedCost,
    writtenOff: loan.life.writtenOff + loan.writtenOffCost,
    owed: owedOn(loan),
    schedule: rowViews(loan, elapsed, toMs),
    next: next === null ? null : { n: next.n, missing: unpaidOf(next.row), dueInMs: toMs(next.row.due - elapsed) },
    payOff: state === 'in_repayment' ? payOffNow(loan, elapsed) : null,
    share: loan.share,
    daysPastDue: ownDaysPastDue(loan, elapsed),
    rescheduled: loan.life.rescheduledCount,
    signedAt,
    closedAt,
  };
}

function rowViews(loan: OwnLoan, elapsed: SimSeconds, toMs: ToMs): OwnLoanRow[] {
  let balance = loan.rows.reduce((sum, row) => sum + row.principal, 0);
  return loan.rows.map((row, i) => {
    balance -= row.principal;
    const paid = row.paidPrincipal + row.paidCost;
    return {
      n: i + 1,
      dueInMs: toMs(row.due - elapsed),
      principal: row.principal,
      cost: row.cost,
      total: row.principal + row.cost,
      balance,
      paid,
      status: statusOf(loan, unpaidOf(row), paid, row.due <= elapsed),
    };
  });
}

function statusOf(loan: OwnLoan, unpaid: number, paid: number, due: boolean): OwnLoanRow['status'] {
  if (unpaid === 0) return 'paid';
  if (loan.life.state !== 'in_repayment') return 'written_off';
  if (due) return 'late';
  return paid > 0 ? 'partly' : 'to_come';
}

function offerView(
  offer: OwnLoanOffer,
  borrower: Borrower,
  rules: Rules,
  { household, owed }: PlayerState,
  toMs: ToMs,
): OwnLoanOfferView {
  const { ownLoan } = rules.content.growing;
  const amount = sizeNow(offer, borrower, ownLoan);
  const quoted = quote(offer, amount);
  const owned = ownedAlready(offer, household, rules.content);
  const closed = closedOffer(offer, { borrower, stallLevel: household.stall.level, owned, owed });
  return {
    id: offer.id,
    name: offer.name,
    about: offer.about,
    grant: offer.grant,
    starter: offer.starter,
    stallLevel: offer.stallLevel,
    amount,
    least: offer.grant.kind === 'coins' ? Math.min(ownLoan.least, amount) : amount,
    step: ownLoan.step,
    instalments: offer.instalments,
    intervalMs: toMs(quoted.intervalSim) ?? 0,
    intervalSimHours: offer.intervalSimHours,
    instalment: quoted.instalment,
    total: quoted.total,
    cost: quoted.cost,
    annualTenths: quoted.annualTenths,
    schedule: quotedRows(quoted, toMs),
    effort: effortView(offer, quoted, borrower, ownLoan),
    refusal: closed ?? overCap(offer, quoted, borrower, ownLoan),
  };
}

function quotedRows({ rows }: Quote, toMs: ToMs): OwnLoanRow[] {
  return rows.map((row) => ({
    n: row.n,
    dueInMs: toMs(row.dueSimOffset),
    principal: row.principal,
    cost: row.interest,
    total: row.total,
    balance: row.balance,
    paid: 0,
    status: 'to_come',
  }));
}

function effortView(
  offer: OwnLoanOffer,
  quoted: Quote,
  borrower: Borrower,
  ownLoan: OwnLoanRules,
): OwnLoanOfferView['effort'] {
  const takings = monthlyTakings(borrower.takings, borrower.time.elapsed, ownLoan.takingsMonths);
  const effort = effortOf(quoted, takings, ownLoan);
  // The starter loan is the same for everybody: there is nothing to choose and nothing to refuse.
  if (offer.starter) return { ...effort, verdict: 'unknown', percent: null, comfortable: null, most: null };
  const most = quoted.principal;
  return {
    ...effort,
    comfortable: largestFitting(offer, most, takings, ownLoan, ['comfortable']),
    most: largestFitting(offer, most, takings, ownLoan, ['comfortable', 'caution']),
  };
}
