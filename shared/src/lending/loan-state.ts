import { addMinor, type Minor, subMinor } from '../money/coins.ts';
import { assertNever, err, invariant, ok, type Result } from '../result.ts';
import type { SimSeconds } from '../time/sim-clock.ts';

/** States of a loan (lending.md 3). Being late is not a state: days past due and buckets are derived (arrears.ts). */
export const LOAN_STATES = [
  'draft',
  'review',
  'fundraising',
  'funded',
  'in_repayment',
  'ended',
  'ended_with_loss',
  'defaulted',
  'expired',
  'refunded',
  'cancelled',
] as const;
export type LoanState = (typeof LOAN_STATES)[number];

/** States that nothing leaves; `defaulted` still takes recoveries and forgiveness. */
export const CLOSED_STATES: readonly LoanState[] = ['ended', 'ended_with_loss', 'expired', 'refunded', 'cancelled'];
export const isClosed = (state: LoanState): boolean => CLOSED_STATES.includes(state);

/** Everything the transition rules look at; amounts in minor units. Identical in the database row and in previews. */
export type LoanLifecycle = {
  readonly state: LoanState;
  readonly funding: 'fixed' | 'flexible';
  /** Asked for. */
  readonly amount: Minor;
  /** Lent so far: sum of the contributions. */
  readonly raised: Minor;
  /** Disbursed; 0 before `disburse`. */
  readonly principal: Minor;
  readonly repaid: Minor;
  readonly writtenOff: Minor;
  /** Part of `writtenOff` that came back later. */
  readonly recovered: Minor;
  /** Forgiven while in repayment. */
  readonly forgiven: Minor;
  /** Given up by lenders after the default, part of `writtenOff`. */
  readonly forgivenAfterDefault: Minor;
  /** Currency loss borne by lenders (T9). */
  readonly fxLoss: Minor;
  /** Handed back to lenders after disbursal (T10). */
  readonly refunded: Minor;
  readonly rescheduledCount: number;
  readonly scheduleVersion: number;
  /** End of the funding window. */
  readonly windowEndsAt: SimSeconds;
};

/** A loan as it is listed or drafted: nothing raised, nothing owed. */
export function newLifecycle(
  input: Pick<LoanLifecycle, 'state' | 'funding' | 'amount' | 'windowEndsAt'>,
): LoanLifecycle {
  invariant(input.amount > 0, 'a loan has an amount');
  return {
    ...input,
    raised: 0,
    principal: 0,
    repaid: 0,
    writtenOff: 0,
    recovered: 0,
    forgiven: 0,
    forgivenAfterDefault: 0,
    fxLoss: 0,
    refunded: 0,
    rescheduledCount: 0,
    scheduleVersion: 0,
  };
}

/** What the borrower still owes: the balance of `borrower:{loan}` by identity. 0 once written off or refunded. */
export const outstanding = (loan: LoanLifecycle): Minor =>
  loan.principal - loan.repaid - loan.forgiven - loan.fxLoss - loan.refunded - loan.writtenOff;

/** What may still be recovered after a default. */
export const recoverable = (loan: LoanLifecycle): Minor => loan.writtenOff - loan.recovered - loan.forgivenAfterDefault;

export const RESCHEDULES_MAX = 2;
/** lending.md 3: a loan is rescheduled only once it is more than this many days past due. */
export const RESCHEDULE_AFTER_DPD = 30;
/** lending.md 3: a flexible loan goes ahead from a quarter of its amount on. */
export const FLEXIBLE_MIN_PERCENT = 25;

export type LoanCommand =
  | { readonly type: 'submit'; readonly profileComplete: boolean }
  | { readonly type: 'approve' }
  | { readonly type: 'reject' }
  /** Shares, caps and purses are checked by caps.ts; here only that the loan can take the amount now. */
  | { readonly type: 'lend'; readonly amount: Minor; readonly at: SimSeconds }
  /** A lender's second thoughts within seconds (`TAKE_BACK_MS`, checked by the caller): the coins are still in escrow. */
  | { readonly type: 'takeBack'; readonly amount: Minor }
  /** Everything raised: issued in the same decision as the last share. */
  | { readonly type: 'complete' }
  | { readonly type: 'expire'; readonly at: SimSeconds }
  | { readonly type: 'windowEnds'; readonly at: SimSeconds }
  | { readonly type: 'cancel' }
  | { readonly type: 'disburse' }
  /** One period of the loan clock; `paid` is the principal repaid, `fxLoss` the lenders' currency loss in it. */
  | { readonly type: 'tick'; readonly paid: Minor; readonly fxLoss: Minor }
  | { readonly type: 'end' }
  | { readonly type: 'endWithLoss' }
  | { readonly type: 'default'; readonly ruleMet: boolean }
  | { readonly type: 'recover'; readonly amount: Minor }
  | { readonly type: 'refund' }
  | { readonly type: 'reschedule'; readonly daysPastDue: number }
  | { readonly type: 'forgive'; readonly amount: Minor; readonly hardship: boolean }
  | { readonly type: 'coupDeMain'; readonly daysPastDue: number; readonly fundedByVillagers: boolean };
export type LoanCommandType = LoanCommand['type'];
export const LOAN_COMMANDS = [
  'submit',
  'approve',
  'reject',
  'lend',
  'takeBack',
  'complete',
  'expire',
  'windowEnds',
  'cancel',
  'disburse',
  'tick',
  'end',
  'endWithLoss',
  'default',
  'recover',
  'refund',
  'reschedule',
  'forgive',
  'coupDeMain',
] as const satisfies readonly LoanCommandType[];

export const LOAN_REFUSALS = [
  /** The pair (state, command) is not in the table. */
  'WRONG_STATE',
  'PROFILE_INCOMPLETE',
  'BAD_AMOUNT',
  'WINDOW_OVER',
  'WINDOW_OPEN',
  'OVER_FUNDING',
  'OVER_RAISED',
  'FULLY_RAISED',
  'NOT_FULLY_RAISED',
  'WRONG_FUNDING',
  'OVER_OUTSTANDING',
  'OUTSTANDING_LEFT',
  'NOTHING_OUTSTANDING',
  'HAS_LOSS',
  'NO_LOSS',
  'RULE_NOT_MET',
  'OVER_WRITTEN_OFF',
  'RESCHEDULE_LIMIT',
  'NOT_LATE_ENOUGH',
  'NO_HARDSHIP',
  'NOT_LATE',
  'NOT_FUNDED_BY_VILLAGERS',
] as const;
export type LoanRefusalCode = (typeof LOAN_REFUSALS)[number];
export type LoanRefusal = {
  readonly code: LoanRefusalCode;
  readonly state: LoanState;
  readonly command: LoanCommandType;
};

/** Posting rule that belongs to a transition (ledger/postings.ts); null when no coin moves. */
export type LedgerEffect = 'T3' | 'T4' | 'T5' | 'T6' | 'T7' | 'T8' | 'T10' | 'T13' | 'T17' | null;

export type Transition = {
  readonly command: LoanCommandType;
  readonly from: LoanState;
  readonly to: LoanState;
  readonly effect: LedgerEffect;
  /** The loan after the command. Taking it or leaving it is the caller's choice: that is the dry run. */
  readonly loan: LoanLifecycle;
};

type Step = Result<{ effect: LedgerEffect; loan: LoanLifecycle }, LoanRefusalCode>;

const to = (loan: LoanLifecycle, change: Partial<LoanLifecycle>, effect: LedgerEffect = null): Step =>
  ok({ effect, loan: { ...loan, ...change } });
const positive = (amount: Minor): boolean => Number.isSafeInteger(amount) && amount > 0;

/** Which commands each state knows; everything else is WRONG_STATE. Documentation, diagram and test read this table. */
export const LEGAL_COMMANDS: Readonly<Record<LoanState, readonly LoanCommandType[]>> = {
  draft: ['submit'],
  review: ['approve', 'reject'],
  fundraising: ['lend', 'takeBack', 'complete', 'expire', 'windowEnds', 'cancel'],
  funded: ['disburse', 'cancel'],
  in_repayment: ['tick', 'end', 'endWithLoss', 'default', 'refund', 'reschedule', 'forgive', 'coupDeMain'],
  defaulted: ['recover', 'forgive'],
  ended: [],
  ended_with_loss: [],
  expired: [],
  refunded: [],
  cancelled: [],
};

/**
 * The only way a loan changes state (microfinance.md 1.4 with lending.md 3). Pure: call it for a preview or for real.
 * Terminal consequences (all raised, nothing outstanding) are commands of their own (`complete`, `end`, ...): `consequence` names
 * the one that must follow.
 */
export function transition(loan: LoanLifecycle, command: LoanCommand): Result<Transition, LoanRefusal> {
  const refuse = (code: LoanRefusalCode): Result<never, LoanRefusal> =>
    err({ code, state: loan.state, command: command.type });
  if (!LEGAL_COMMANDS[loan.state].includes(command.type)) return refuse('WRONG_STATE');
  const step = decide(loan, command);
  if (!step.ok) return refuse(step.error);
  return ok({ command: command.type, from: loan.state, to: step.value.loan.state, ...step.value });
}

function decide(loan: LoanLifecycle, command: LoanCommand): Step {
  switch (command.type) {
    case 'submit':
      return command.profileComplete ? to(loan, { state: 'review' }) : err('PROFILE_INCOMPLETE');
    case 'approve':
      return to(loan, { state: 'fundraising' });
    case 'reject':
      return to(loan, { state: 'cancelled' });
    case 'lend':
      return lend(loan, command.amount, command.at);
    case 'takeBack':
      return takeBack(loan, command.amount);
    case 'complete':
      return loan.raised === loan.amount ? to(loan, { state: 'funded' }) : err('NOT_FULLY_RAISED');
    case 'expire':
      return expire(loan, command.at);
    case 'windowEnds':
      return windowEnds(loan, command.at);
    case 'cancel':
      return to(loan, { state: 'cancelled' }, loan.raised > 0 ? 'T5' : null);
    case 'disburse':
      return to(loan, { state: 'in_repayment', principal: loan.raised, scheduleVersion: 1 }, 'T4');
    default:
      return decideAfterDisbursal(loan, command);
  }
}

type RunningCommand = Extract<
  LoanCommand,
  { type: 'tick' | 'end' | 'endWithLoss' | 'default' | 'recover' | 'refund' | 'reschedule' | 'forgive' | 'coupDeMain' }
>;

function decideAfterDisbursal(loan: LoanLifecycle, command: RunningCommand): Step {
  const owed = outstanding(loan);
  switch (command.type) {
    case 'tick':
      return tick(loan, command.paid, command.fxLoss);
    case 'end':
      if (owed > 0) return err('OUTSTANDING_LEFT');
      return loan.fxLoss > 0 ? err('HAS_LOSS') : to(loan, { state: 'ended' });
    case 'endWithLoss':
      if (owed > 0) return err('OUTSTANDING_LEFT');
      return loan.fxLoss > 0 ? to(loan, { state: 'ended_with_loss' }) : err('NO_LOSS');
    case 'default':
      if (owed === 0) return err('NOTHING_OUTSTANDING');
      return command.ruleMet ? to(loan, { state: 'defaulted', writtenOff: owed }, 'T7') : err('RULE_NOT_MET');
    case 'recover':
      return recover(loan, command.amount);
    case 'refund':
      return owed > 0 ? to(loan, { state: 'refunded', refunded: owed }, 'T10') : err('NOTHING_OUTSTANDING');
    case 'reschedule':
      return reschedule(loan, command.daysPastDue);
    case 'forgive':
      return forgive(loan, command.amount, command.hardship);
    case 'coupDeMain':
      if (command.daysPastDue <= 0) return err('NOT_LATE');
      return command.fundedByVillagers ? to(loan, {}) : err('NOT_FUNDED_BY_VILLAGERS');
    default:
      return assertNever(command);
  }
}

function lend(loan: LoanLifecycle, amount: Minor, at: SimSeconds): Step {
  if (!positive(amount)) return err('BAD_AMOUNT');
  if (at >= loan.windowEndsAt) return err('WINDOW_OVER');
  if (loan.raised === loan.amount) return err('FULLY_RAISED');
  if (amount > loan.amount - loan.raised) return err('OVER_FUNDING');
  return to(loan, { raised: addMinor(loan.raised, amount) }, 'T3');
}

function takeBack(loan: LoanLifecycle, amount: Minor): Step {
  if (!positive(amount)) return err('BAD_AMOUNT');
  if (amount > loan.raised) return err('OVER_RAISED');
  return to(loan, { raised: subMinor(loan.raised, amount) }, 'T13');
}

function expire(loan: LoanLifecycle, at: SimSeconds): Step {
  if (loan.funding === 'flexible') return err('WRONG_FUNDING');
  if (at < loan.windowEndsAt) return err('WINDOW_OPEN');
  if (loan.raised === loan.amount) return err('FULLY_RAISED');
  return to(loan, { state: 'expired' }, loan.raised > 0 ? 'T5' : null);
}

function windowEnds(loan: LoanLifecycle, at: SimSeconds): Step {
  if (loan.funding === 'fixed') return err('WRONG_FUNDING');
  if (at < loan.windowEndsAt) return err('WINDOW_OPEN');
  if (loan.raised === loan.amount) return err('FULLY_RAISED');
  const enough = loan.raised * 100 >= loan.amount * FLEXIBLE_MIN_PERCENT;
  return enough ? to(loan, { state: 'funded' }) : to(loan, { state: 'expired' }, loan.raised > 0 ? 'T5' : null);
}

function tick(loan: LoanLifecycle, paid: Minor, fxLoss: Minor): Step {
  if (![paid, fxLoss].every((part) => Number.isSafeInteger(part) && part >= 0)) return err('BAD_AMOUNT');
  if (addMinor(paid, fxLoss) > outstanding(loan)) return err('OVER_OUTSTANDING');
  return to(
    loan,
    { repaid: addMinor(loan.repaid, paid), fxLoss: addMinor(loan.fxLoss, fxLoss) },
    paid > 0 ? 'T6' : null,
  );
}

const closedState = (loan: LoanLifecycle): LoanState => (loan.fxLoss > 0 ? 'ended_with_loss' : 'ended');

function recover(loan: LoanLifecycle, amount: Minor): Step {
  if (!positive(amount)) return err('BAD_AMOUNT');
  const open = recoverable(loan);
  if (amount > open) return err('OVER_WRITTEN_OFF');
  const state = subMinor(open, amount) === 0 ? closedState(loan) : loan.state;
  return to(loan, { state, recovered: addMinor(loan.recovered, amount) }, 'T8');
}

function reschedule(loan: LoanLifecycle, daysPastDue: number): Step {
  if (loan.rescheduledCount >= RESCHEDULES_MAX) return err('RESCHEDULE_LIMIT');
  if (daysPastDue <= RESCHEDULE_AFTER_DPD) return err('NOT_LATE_ENOUGH');
  return to(loan, { rescheduledCount: loan.rescheduledCount + 1, scheduleVersion: loan.scheduleVersion + 1 });
}

/** After a default the lender gives up a claim, so the loss is only renamed (loss:default to loss:forgiven). */
function forgive(loan: LoanLifecycle, amount: Minor, hardship: boolean): Step {
  if (!hardship) return err('NO_HARDSHIP');
  if (!positive(amount)) return err('BAD_AMOUNT');
  if (loan.state === 'in_repayment') {
    const owed = outstanding(loan);
    if (amount > owed) return err('OVER_OUTSTANDING');
    return to(
      loan,
      { state: amount === owed ? closedState(loan) : loan.state, forgiven: addMinor(loan.forgiven, amount) },
      'T17',
    );
  }
  const open = recoverable(loan);
  if (amount > open) return err('OVER_WRITTEN_OFF');
  const state = amount === open ? closedState(loan) : loan.state;
  return to(loan, { state, forgivenAfterDefault: addMinor(loan.forgivenAfterDefault, amount) }, 'T17');
}

/** The command that must follow at once, in the same decision: all raised, or nothing outstanding any more. Null when none must. */
export function consequence(loan: LoanLifecycle): LoanCommand | null {
  if (loan.state === 'fundraising' && loan.raised === loan.amount) return { type: 'complete' };
  if (loan.state === 'in_repayment' && outstanding(loan) === 0)
    return { type: loan.fxLoss > 0 ? 'endWithLoss' : 'end' };
  return null;
}

/** What the end of the funding window asks of an open loan; null while the window is open or the loan is not fundraising. */
export function windowCommand(loan: LoanLifecycle, at: SimSeconds): LoanCommand | null {
  if (loan.state !== 'fundraising' || at < loan.windowEndsAt) return null;
  if (loan.raised === loan.amount) return { type: 'complete' };
  return loan.funding === 'fixed' ? { type: 'expire', at } : { type: 'windowEnds', at };
}
