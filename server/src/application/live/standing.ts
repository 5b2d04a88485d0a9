import { daysPastDue } from '@bloomvale/shared/lending/arrears';
import { outstanding } from '@bloomvale/shared/lending/loan-state';
import type { Minor } from '@bloomvale/shared/money/coins';
import { invariant } from '@bloomvale/shared/result';
import type { Instant, SimSeconds } from '@bloomvale/shared/time/sim-clock';
import { giniOf } from '../../domain/preview/preview-statistics.ts';
import { chainStateOf, planOf } from '../lending/loan-records.ts';
import type { LiveReader } from '../store/live-reader.ts';
import type { LoanRow } from '../store/rows.ts';
import { giveWay } from './pieces.ts';

/** Loans and wallets looked at in one piece: a few milliseconds. */
const LOANS_PIECE = 150;
const WALLETS_PIECE = 1_000;
/** Who was not seen for so long is no active player: the longest period of the page. */
export const ACTIVE_MS = 28 * 86_400_000;

/** What stands right now, as far as a walk over all of it in pieces can say: what moves meanwhile may be seen before or after. */
export type Standing = {
  /** Gross loan portfolio: outstanding principal of every running loan, late and rescheduled ones included; minor units (metrics.ts). */
  readonly glp: Minor;
  /** PAR30 and PAR90 (CGAP, microfinance.md 3): outstanding principal of loans more than 30 (90) simulated days past due / GLP; null without loans. */
  readonly par30: number | null;
  readonly par90: number | null;
  /** Gini coefficient of wallet + principal lent and not back, over players seen in the last 28 days; null without any (microfinance.md 7). */
  readonly gini: number | null;
  /** All wallets together, minor units. */
  readonly wallets: Minor;
  readonly activePlayers: number;
};

export async function takeStanding(reader: LiveReader, now: Instant, sim: SimSeconds): Promise<Standing> {
  return { ...(await portfolio(reader, sim)), ...(await wealth(reader, now)) };
}

async function portfolio(reader: LiveReader, sim: SimSeconds): Promise<Pick<Standing, 'glp' | 'par30' | 'par90'>> {
  let [glp, late30, late90, after] = [0, 0, 0, ''];
  for (;;) {
    const loans = await reader.runningLoans(after, LOANS_PIECE);
    for (const loan of loans) {
      const owed = outstanding(loan);
      const days = daysLate(loan, sim);
      glp += owed;
      if (days > 30) late30 += owed;
      if (days > 90) late90 += owed;
    }
    if (loans.length < LOANS_PIECE) break;
    after = loans.at(-1)?.id ?? '';
    await giveWay();
  }
  return { glp, par30: glp === 0 ? null : late30 / glp, par90: glp === 0 ? null : late90 / glp };
}

/** Most loans are not late: their plans need not be read. */
function daysLate(loan: LoanRow, sim: SimSeconds): number {
  const clock = chainStateOf(loan);
  if (clock === null || clock.missed === 0) return 0;
  const plan = planOf(loan);
  invariant(plan !== null, `loan ${loan.id} runs without a plan`);
  return daysPastDue(plan, clock, sim);
}

async function wealth(reader: LiveReader, now: Instant): Promise<Pick<Standing, 'gini' | 'wallets' | 'activePlayers'>> {
  const held: number[] = [];
  let [wallets, after] = [0, ''];
  for (;;) {
    const page = await reader.wealthAfter(after, WALLETS_PIECE);
    for (const { wallet, lent, seenAt, deleted } of page) {
      wallets += wallet;
      if (!deleted && seenAt >= now - ACTIVE_MS) held.push(wallet + lent);
    }
    if (page.length < WALLETS_PIECE) break;
    after = page.at(-1)?.account ?? '';
    await giveWay();
  }
  return { gini: held.length === 0 ? null : giniOf(held), wallets, activePlayers: held.length };
}
