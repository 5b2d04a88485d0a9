import type { AutoLendRules } from '@bloomvale/shared/protocol/lending-commands';
import { AUTO_LEND_ABSENCE_DAYS, AutoLendRulesSchema } from '@bloomvale/shared/protocol/lending-commands';
import type { AutoLendLine, AutoLendStop, AutoLendView } from '@bloomvale/shared/protocol/lending-views';
import type { Instant } from '@bloomvale/shared/time/sim-clock';
import type { Work } from '../bus/work.ts';
import type { AutoLendRow, LenderRow } from '../store/rows.ts';

const DAY_MS = 86_400_000;
/** Real day (UTC) of the limit "a day". */
export const dayOf = (now: Instant): number => Math.floor(now / DAY_MS);

/** Of a player who never looked at it: off, without rules. */
export const noAutoLend = (playerId: string): AutoLendRow => ({
  playerId,
  active: 0,
  rules: '',
  since: null,
  baseBack: 0,
  baseLost: 0,
  lent: 0,
  day: 0,
  dayLent: 0,
  count: 0,
  stopped: '',
  stoppedAt: null,
});

/** Null where none were ever set, or where those of a former release fit no more: then nothing is lent until they are set again. */
export function rulesOf(row: AutoLendRow): AutoLendRules | null {
  if (row.rules === '') return null;
  const read = AutoLendRulesSchema.safeParse(JSON.parse(row.rules));
  return read.success ? read.data : null;
}

/** Coins that came back to a lender, ever. */
export const cameBack = ({ received, refunded }: LenderRow): number => received + refunded;

export const lostSince = (row: AutoLendRow, lender: LenderRow): number => Math.max(0, lender.lost - row.baseLost);

/** All it may lend: what came back since it was turned on, less what it lent. */
export const budgetOf = (row: AutoLendRow, lender: LenderRow): number =>
  row.active === 1 ? Math.max(0, cameBack(lender) - row.baseBack - row.lent) : 0;

export const lentToday = (row: AutoLendRow, now: Instant): number => (row.day === dayOf(now) ? row.dayLent : 0);

/** Why it must stop now; null when it may go on. */
export function mustStop(
  row: AutoLendRow,
  rules: AutoLendRules,
  lender: LenderRow,
  seenAt: Instant,
  now: Instant,
): Exclude<AutoLendStop, 'player'> | null {
  if (now - seenAt >= AUTO_LEND_ABSENCE_DAYS * DAY_MS) return 'absence';
  return lostSince(row, lender) >= rules.stopAtLoss ? 'loss' : null;
}

export function autoLendView(row: AutoLendRow, lender: LenderRow, now: Instant): Omit<AutoLendView, 'lines'> {
  const on = row.active === 1;
  return {
    on,
    rules: rulesOf(row),
    since: on ? row.since : null,
    stopped:
      row.stopped === '' || row.stoppedAt === null || on
        ? null
        : { why: row.stopped as AutoLendStop, at: row.stoppedAt },
    budget: budgetOf(row, lender),
    lentToday: lentToday(row, now),
    lentSince: row.lent,
    lostSince: on ? lostSince(row, lender) : 0,
  };
}

/** One line of its own story. */
export const explain = (
  work: Work,
  playerId: string,
  kind: AutoLendLine['kind'],
  data: AutoLendLine['data'],
  lent: { readonly loanId: string; readonly amount: number } | null = null,
): void =>
  work.add('autoLendLine', {
    id: work.nextId('journal'),
    playerId,
    at: work.now,
    kind,
    loanId: lent?.loanId ?? null,
    amount: lent?.amount ?? 0,
    data: JSON.stringify(data),
  });
