import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvariantError } from '../result.ts';
import {
  consequence,
  isClosed,
  LEGAL_COMMANDS,
  LOAN_COMMANDS,
  LOAN_REFUSALS,
  LOAN_STATES,
  type LoanCommand,
  type LoanCommandType,
  type LoanLifecycle,
  newLifecycle,
  outstanding,
  recoverable,
  transition,
  windowCommand,
} from './loan-state.ts';

const listed = newLifecycle({ state: 'fundraising', funding: 'fixed', amount: 10_000, windowEndsAt: 100 });
const running: LoanLifecycle = {
  ...listed,
  state: 'in_repayment',
  raised: 10_000,
  principal: 10_000,
  scheduleVersion: 1,
};
const lost: LoanLifecycle = { ...running, state: 'defaulted', repaid: 4_000, writtenOff: 6_000 };

/** A loan in each state for which the commands of that state can succeed. */
const inState: Record<(typeof LOAN_STATES)[number], LoanLifecycle> = {
  draft: { ...listed, state: 'draft' },
  review: { ...listed, state: 'review' },
  fundraising: listed,
  funded: { ...listed, state: 'funded', raised: 10_000 },
  in_repayment: running,
  defaulted: lost,
  ended: { ...running, state: 'ended', repaid: 10_000 },
  ended_with_loss: { ...running, state: 'ended_with_loss', repaid: 9_000, fxLoss: 1_000 },
  expired: { ...listed, state: 'expired' },
  refunded: { ...running, state: 'refunded', refunded: 10_000 },
  cancelled: { ...listed, state: 'cancelled' },
};

/** A command of each type with arguments that pass its guards on the loans above (or on a variant the case names). */
const sample: Record<LoanCommandType, LoanCommand> = {
  submit: { type: 'submit', profileComplete: true },
  approve: { type: 'approve' },
  reject: { type: 'reject' },
  lend: { type: 'lend', amount: 2_500, at: 5 },
  takeBack: { type: 'takeBack', amount: 2_500 },
  complete: { type: 'complete' },
  expire: { type: 'expire', at: 100 },
  windowEnds: { type: 'windowEnds', at: 100 },
  cancel: { type: 'cancel' },
  disburse: { type: 'disburse' },
  tick: { type: 'tick', paid: 1_000, fxLoss: 0 },
  end: { type: 'end' },
  endWithLoss: { type: 'endWithLoss' },
  default: { type: 'default', ruleMet: true },
  recover: { type: 'recover', amount: 1_000 },
  refund: { type: 'refund' },
  reschedule: { type: 'reschedule', daysPastDue: 31 },
  forgive: { type: 'forgive', amount: 1_000, hardship: true },
  coupDeMain: { type: 'coupDeMain', daysPastDue: 1, fundedByVillagers: true },
};

/** Where a legal pair leads; a code names the guard that the plain loan of that state does not meet. */
const TABLE: Partial<Record<(typeof LOAN_STATES)[number], Partial<Record<LoanCommandType, string>>>> = {
  draft: { submit: 'review' },
  review: { approve: 'fundraising', reject: 'cancelled' },
  fundraising: {
    lend: 'fundraising',
    // Nothing has been lent yet.
    takeBack: 'OVER_RAISED',
    complete: 'NOT_FULLY_RAISED',
    expire: 'expired',
    windowEnds: 'WRONG_FUNDING',
    cancel: 'cancelled',
  },
  funded: { disburse: 'in_repayment', cancel: 'cancelled' },
  in_repayment: {
    tick: 'in_repayment',
    end: 'OUTSTANDING_LEFT',
    endWithLoss: 'OUTSTANDING_LEFT',
    default: 'defaulted',
    refund: 'refunded',
    reschedule: 'in_repayment',
    forgive: 'in_repayment',
    coupDeMain: 'in_repayment',
  },
  defaulted: { recover: 'defaulted', forgive: 'defaulted' },
};

describe('transition, every state and command', () => {
  const pairs = LOAN_STATES.flatMap((state) => LOAN_COMMANDS.map((command) => [state, command] as const));
  it.each(pairs)('%s, %s', (state, command) => {
    const result = transition(inState[state], sample[command]);
    const expected = TABLE[state]?.[command] ?? 'WRONG_STATE';
    expect(result.ok ? result.value.to : result.error.code).toBe(expected);
    if (!result.ok) expect(result.error).toEqual({ code: expected, state, command });
    expect(LEGAL_COMMANDS[state].includes(command)).toBe(expected !== 'WRONG_STATE');
  });

  it('lets nothing out of a closed state', () => {
    for (const state of LOAN_STATES) expect(isClosed(state)).toBe(LEGAL_COMMANDS[state].length === 0);
  });

  it('never changes the loan it was asked about', () => {
    const frozen = Object.freeze({ ...running });
    for (const command of LOAN_COMMANDS) transition(frozen, sample[command]);
    expect(frozen).toEqual(running);
  });
});

const refusal = (loan: LoanLifecycle, command: LoanCommand): string => {
  const result = transition(loan, command);
  return result.ok ? `ok:${result.value.to}` : result.error.code;
};
const apply = (loan: LoanLifecycle, command: LoanCommand): LoanLifecycle => {
  const result = transition(loan, command);
  if (!result.ok) throw new Error(result.error.code);
  return result.value.loan;
};

describe('guards', () => {
  const cases: readonly [string, LoanLifecycle, LoanCommand, string][] = [
    ['an unfinished profile', inState.draft, { type: 'submit', profileComplete: false }, 'PROFILE_INCOMPLETE'],
    ['lending nothing', listed, { type: 'lend', amount: 0, at: 0 }, 'BAD_AMOUNT'],
    ['lending a fraction of a unit', listed, { type: 'lend', amount: 1.5, at: 0 }, 'BAD_AMOUNT'],
    ['lending at the end of the window', listed, { type: 'lend', amount: 2_500, at: 100 }, 'WINDOW_OVER'],
    [
      'lending more than is missing',
      { ...listed, raised: 9_000 },
      { type: 'lend', amount: 2_500, at: 0 },
      'OVER_FUNDING',
    ],
    ['lending when all is raised', { ...listed, raised: 10_000 }, { type: 'lend', amount: 1, at: 0 }, 'FULLY_RAISED'],
    ['taking nothing back', { ...listed, raised: 2_500 }, { type: 'takeBack', amount: 0 }, 'BAD_AMOUNT'],
    [
      'taking back more than was lent',
      { ...listed, raised: 2_500 },
      { type: 'takeBack', amount: 2_501 },
      'OVER_RAISED',
    ],
    ['expiry before the window ends', listed, { type: 'expire', at: 99 }, 'WINDOW_OPEN'],
    ['expiry of a fully raised loan', { ...listed, raised: 10_000 }, { type: 'expire', at: 100 }, 'FULLY_RAISED'],
    ['expiry of a flexible loan', { ...listed, funding: 'flexible' }, { type: 'expire', at: 100 }, 'WRONG_FUNDING'],
    ['an open flexible window', { ...listed, funding: 'flexible' }, { type: 'windowEnds', at: 99 }, 'WINDOW_OPEN'],
    [
      'window end when all is raised',
      { ...listed, funding: 'flexible', raised: 10_000 },
      { type: 'windowEnds', at: 100 },
      'FULLY_RAISED',
    ],
    ['a repayment above the debt', running, { type: 'tick', paid: 10_001, fxLoss: 0 }, 'OVER_OUTSTANDING'],
    ['a repayment and loss above the debt', running, { type: 'tick', paid: 9_999, fxLoss: 2 }, 'OVER_OUTSTANDING'],
    ['a negative repayment', running, { type: 'tick', paid: -1, fxLoss: 0 }, 'BAD_AMOUNT'],
    ['a plain end despite a loss', { ...running, repaid: 9_000, fxLoss: 1_000 }, { type: 'end' }, 'HAS_LOSS'],
    ['an end with loss without a loss', { ...running, repaid: 10_000 }, { type: 'endWithLoss' }, 'NO_LOSS'],
    ['a default of nothing', { ...running, repaid: 10_000 }, { type: 'default', ruleMet: true }, 'NOTHING_OUTSTANDING'],
    ['a default before the rule is met', running, { type: 'default', ruleMet: false }, 'RULE_NOT_MET'],
    ['a refund of nothing', { ...running, repaid: 10_000 }, { type: 'refund' }, 'NOTHING_OUTSTANDING'],
    ['recovering more than was lost', lost, { type: 'recover', amount: 6_001 }, 'OVER_WRITTEN_OFF'],
    ['recovering nothing', lost, { type: 'recover', amount: 0 }, 'BAD_AMOUNT'],
    [
      'a third reschedule',
      { ...running, rescheduledCount: 2 },
      { type: 'reschedule', daysPastDue: 90 },
      'RESCHEDULE_LIMIT',
    ],
    ['a reschedule at 30 days', running, { type: 'reschedule', daysPastDue: 30 }, 'NOT_LATE_ENOUGH'],
    ['forgiving without hardship', running, { type: 'forgive', amount: 1, hardship: false }, 'NO_HARDSHIP'],
    ['forgiving nothing', running, { type: 'forgive', amount: 0, hardship: true }, 'BAD_AMOUNT'],
    ['forgiving more than is owed', running, { type: 'forgive', amount: 10_001, hardship: true }, 'OVER_OUTSTANDING'],
    ['forgiving more than was lost', lost, { type: 'forgive', amount: 6_001, hardship: true }, 'OVER_WRITTEN_OFF'],
    ['helping somebody on time', running, { type: 'coupDeMain', daysPastDue: 0, fundedByVillagers: true }, 'NOT_LATE'],
    [
      'help nobody paid for',
      running,
      { type: 'coupDeMain', daysPastDue: 5, fundedByVillagers: false },
      'NOT_FUNDED_BY_VILLAGERS',
    ],
  ];
  it.each(cases)('refuse %s', (_name, loan, command, code) => {
    expect(refusal(loan, command)).toBe(code);
  });
  it('have a case for every refusal code', () => {
    const tested = new Set([
      ...cases.map(([, , , code]) => code),
      'WRONG_STATE',
      'NOT_FULLY_RAISED',
      'OUTSTANDING_LEFT',
    ]);
    expect([...LOAN_REFUSALS].filter((code) => !tested.has(code))).toEqual([]);
  });
});

describe('the way of a loan', () => {
  it('takes a lend back as if it had never been', () => {
    const lent = apply(listed, { type: 'lend', amount: 2_500, at: 1 });
    expect(apply(lent, { type: 'takeBack', amount: 2_500 })).toEqual(listed);
  });

  it('funds, disburses, repays and ends', () => {
    let loan = apply(listed, { type: 'lend', amount: 7_500, at: 1 });
    expect(consequence(loan)).toBeNull();
    loan = apply(loan, { type: 'lend', amount: 2_500, at: 2 });
    expect(consequence(loan)).toEqual({ type: 'complete' });
    loan = apply(apply(loan, { type: 'complete' }), { type: 'disburse' });
    expect([loan.state, outstanding(loan), loan.scheduleVersion]).toEqual(['in_repayment', 10_000, 1]);
    loan = apply(loan, { type: 'tick', paid: 10_000, fxLoss: 0 });
    expect(consequence(loan)).toEqual({ type: 'end' });
    expect(apply(loan, { type: 'end' }).state).toBe('ended');
  });
  it('ends with loss when a currency loss was borne', () => {
    const loan = apply(running, { type: 'tick', paid: 9_500, fxLoss: 500 });
    expect(consequence(loan)).toEqual({ type: 'endWithLoss' });
    expect(apply(loan, { type: 'endWithLoss' }).state).toBe('ended_with_loss');
  });
  it('passes on a flexible loan from a quarter on, and gives back less', () => {
    const flexible: LoanLifecycle = { ...listed, funding: 'flexible' };
    const enough = apply({ ...flexible, raised: 2_500 }, { type: 'windowEnds', at: 100 });
    expect([enough.state, apply(enough, { type: 'disburse' }).principal]).toEqual(['funded', 2_500]);
    expect(apply({ ...flexible, raised: 2_499 }, { type: 'windowEnds', at: 100 }).state).toBe('expired');
  });
  it('names what the end of the window asks for', () => {
    expect(windowCommand(listed, 99)).toBeNull();
    expect(windowCommand(listed, 100)?.type).toBe('expire');
    expect(windowCommand({ ...listed, funding: 'flexible' }, 100)?.type).toBe('windowEnds');
    expect(windowCommand({ ...listed, raised: 10_000 }, 100)?.type).toBe('complete');
    expect(windowCommand(running, 100)).toBeNull();
  });
  it('refunds on expiry and cancellation only when something was raised', () => {
    const effects = [0, 2_500].map((raised) => {
      const result = transition({ ...listed, raised }, { type: 'expire', at: 100 });
      return result.ok && result.value.effect;
    });
    expect(effects).toEqual([null, 'T5']);
  });
  it('writes off what is left, recovers it, and ends when all of it came back or was forgiven', () => {
    const gone = apply({ ...running, repaid: 4_000 }, { type: 'default', ruleMet: true });
    expect([gone.state, gone.writtenOff, outstanding(gone), recoverable(gone)]).toEqual(['defaulted', 6_000, 0, 6_000]);
    const some = apply(gone, { type: 'recover', amount: 5_000 });
    expect(some.state).toBe('defaulted');
    expect(apply(some, { type: 'recover', amount: 1_000 }).state).toBe('ended');
    expect(apply(some, { type: 'forgive', amount: 1_000, hardship: true }).state).toBe('ended');
  });
  it('ends when the last lender forgives the last part', () => {
    expect(apply(running, { type: 'forgive', amount: 10_000, hardship: true }).state).toBe('ended');
    expect(apply({ ...running, fxLoss: 1 }, { type: 'forgive', amount: 9_999, hardship: true }).state).toBe(
      'ended_with_loss',
    );
  });
  it('bumps the schedule version on a reschedule', () => {
    const loan = apply(running, { type: 'reschedule', daysPastDue: 31 });
    expect([loan.rescheduledCount, loan.scheduleVersion]).toEqual([1, 2]);
  });
  it('needs an amount', () => {
    expect(() => newLifecycle({ state: 'draft', funding: 'fixed', amount: 0, windowEndsAt: 0 })).toThrow(
      InvariantError,
    );
  });
});

describe('random command sequences', () => {
  const amount = fc.integer({ min: -1, max: 12_000 });
  const at = fc.integer({ min: 0, max: 120 });
  const command: fc.Arbitrary<LoanCommand> = fc.oneof(
    ...LOAN_COMMANDS.map((type) => fc.constant(sample[type])),
    fc.record({ type: fc.constant('lend' as const), amount, at }),
    fc.record({ type: fc.constant('tick' as const), paid: amount, fxLoss: fc.integer({ min: 0, max: 300 }) }),
    fc.record({ type: fc.constant('recover' as const), amount }),
    fc.record({ type: fc.constant('forgive' as const), amount, hardship: fc.boolean() }),
  );
  it('keep every amount whole, never negative, and never raise more than was asked', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('fixed' as const, 'flexible' as const),
        fc.array(command, { maxLength: 40 }),
        (funding, commands) => {
          let loan = newLifecycle({ state: 'fundraising', funding, amount: 10_000, windowEndsAt: 100 });
          for (const one of commands) {
            const result = transition(loan, one);
            if (result.ok) loan = result.value.loan;
            const followUp = consequence(loan);
            if (followUp !== null) loan = apply(loan, followUp);
            expect(loan.raised).toBeLessThanOrEqual(loan.amount);
            expect(
              Math.min(outstanding(loan), recoverable(loan), loan.repaid, loan.forgiven, loan.raised),
            ).toBeGreaterThanOrEqual(0);
            if (loan.state === 'ended') expect(outstanding(loan) + recoverable(loan)).toBe(0);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
