import { bucketOf, daysPastDue } from '@bloomvale/shared/lending/arrears';
import { sectorOf } from '@bloomvale/shared/lending/loan-terms';
import type { ShockCause } from '@bloomvale/shared/lending/shocks';
import type { WorldTick } from '@bloomvale/shared/lending/world-tick';
import { SIM_DAY } from '@bloomvale/shared/time/sim-clock';
import type { Work } from '../bus/work.ts';
import type { LoanRow } from '../store/rows.ts';
import { type LoanEventKind, recordEvent } from './loan-changes.ts';
import { clockedLoan, type StoredCourse, termsOf } from './loan-records.ts';

/** Causes that have a beginning and an end in a journal; seasons come round by themselves. */
const STORIES: Readonly<Partial<Record<ShockCause, { readonly begins: LoanEventKind; readonly ends: LoanEventKind }>>> =
  {
    drought: { begins: 'drought', ends: 'drought_over' },
    illness: { begins: 'illness', ends: 'illness_over' },
    contagion: { begins: 'strain', ends: 'strain_over' },
  };

/**
 * Writes down one tick: what began and what is over, then the payment with every figure behind it, so that her journal can be written and
 * "why was she late?" answered with the model's own causes. `ticked` is the loan right after the tick, before any reschedule.
 */
export function recordTick(work: Work, before: StoredCourse, ticked: LoanRow, tick: WorldTick): void {
  const { outcome, parts } = tick;
  const causes = parts.map(({ cause }) => cause);
  for (const [cause, story] of Object.entries(STORIES) as [ShockCause, (typeof STORIES)['drought'] & object][]) {
    const was = before.causes.includes(cause);
    const is = causes.includes(cause);
    if (was !== is)
      recordEvent(work, ticked.id, is ? story.begins : story.ends, { period: outcome.period }, outcome.at);
  }
  recordEvent(work, ticked.id, outcome.event, { ...paymentOf(ticked, tick), ...chancesOf(ticked, tick) }, outcome.at);
}

/** What was paid and how late the loan is now. `late` names the bucket it is about to enter, empty when nothing is overdue. */
function paymentOf(ticked: LoanRow, { outcome, repaid, fxLoss }: WorldTick) {
  const { plan, clock } = clockedLoan(ticked);
  const days = daysPastDue(plan, clock, outcome.at);
  return {
    period: outcome.period,
    word: outcome.word,
    firstRow: outcome.firstRow,
    instalments: outcome.instalmentsPaid,
    principal: outcome.principalPaid,
    interest: outcome.interestPaid,
    missed: outcome.clock.missed,
    repaid,
    fxLoss,
    daysPastDue: days,
    late: clock.missed === 0 ? '' : bucketOf(daysPastDue(plan, clock, outcome.at + SIM_DAY)),
    ...(outcome.group === null ? {} : { missing: outcome.group.missing, covered: outcome.group.covered ? 1 : 0 }),
  };
}

/** The model's figures: hazard in a usual month and in this one, and what lay between (`shared/lending/why-late`). */
function chancesOf(ticked: LoanRow, { chain, factor, parts }: WorldTick): Record<string, string | number> {
  const { place, hPpm } = termsOf(ticked);
  if (place === null || factor === null) return { basePpm: hPpm, hPpm: chain.hPpm };
  return {
    basePpm: hPpm,
    hPpm: chain.hPpm,
    rhoPpm: sectorOf(place).correlationPpm,
    factor,
    causes: parts.map(({ cause, shiftMilli }) => `${cause}:${shiftMilli}`).join(' '),
  };
}
