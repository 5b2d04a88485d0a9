import { type Minor, sumMinor } from '../money/coins.ts';
import { invariant } from '../result.ts';

/** Parts of an instalment that a payment can settle. */
export const COMPONENTS = ['penalty', 'fee', 'interest', 'principal'] as const;
export type Component = (typeof COMPONENTS)[number];

/** How an instalment stands to the day of payment. */
export type DueClass = 'past_due' | 'due' | 'in_advance';

/** What is still owed of one instalment, minor units; instalments oldest first. */
export type Owed = { readonly n: number; readonly class: DueClass } & Readonly<Record<Component, Minor>>;

/** What a payment settles of one instalment; `waived` is interest let go because its principal was paid in advance. */
export type Settled = { readonly n: number; readonly waived: Minor } & Readonly<Record<Component, Minor>>;

export type Allocation = {
  /** One entry an instalment, in the order they were given. */
  readonly settled: readonly Settled[];
  /** What nothing was owed for: an overpayment. */
  readonly left: Minor;
};

/**
 * One step of a strategy: the components in order, over the instalments of some classes. `instalment` finishes one instalment before
 * the next; `component` pays one component of all instalments before the next component.
 */
export type AllocationStep = {
  readonly classes: readonly DueClass[];
  readonly components: readonly Component[];
  readonly walk: 'instalment' | 'component';
  /** Interest of an instalment is let go once its principal is paid by this step. */
  readonly waivesInterest?: true;
};

const ALL: readonly DueClass[] = ['past_due', 'due', 'in_advance'];
const DUE: readonly DueClass[] = ['past_due', 'due'];
const AHEAD: readonly DueClass[] = ['in_advance'];
const byInstalment = (classes: readonly DueClass[], ...components: Component[]): AllocationStep => ({
  classes,
  components,
  walk: 'instalment',
});

/**
 * Repayment strategies by their Fineract codes (microfinance.md 2.5), each as the order in which it pays. `advanced-payment-allocation`
 * has no order of its own: build its steps with `advancedAllocation`.
 */
export const ALLOCATION_STRATEGIES = {
  'mifos-standard-strategy': [byInstalment(ALL, 'penalty', 'fee', 'interest', 'principal')],
  'creocore-strategy': [byInstalment(ALL, 'penalty', 'fee', 'interest', 'principal')],
  'interest-principal-penalties-fees-order-strategy': [byInstalment(ALL, 'interest', 'principal', 'penalty', 'fee')],
  'principal-interest-penalties-fees-order-strategy': [byInstalment(ALL, 'principal', 'interest', 'penalty', 'fee')],
  'rbi-india-strategy': [
    byInstalment(DUE, 'penalty', 'fee', 'interest'),
    byInstalment(DUE, 'principal'),
    byInstalment(AHEAD, 'penalty', 'fee', 'interest', 'principal'),
  ],
  'early-repayment-strategy': [
    byInstalment(DUE, 'interest', 'principal', 'penalty', 'fee'),
    byInstalment(AHEAD, 'principal'),
  ],
  'heavensfamily-strategy': [
    byInstalment(DUE, 'principal', 'interest', 'fee', 'penalty'),
    { ...byInstalment(AHEAD, 'principal'), waivesInterest: true },
    byInstalment(AHEAD, 'interest', 'fee', 'penalty'),
  ],
  'due-penalty-fee-interest-principal-in-advance-principal-penalty-fee-interest-strategy': [
    byInstalment(DUE, 'penalty', 'fee', 'interest', 'principal'),
    byInstalment(AHEAD, 'principal', 'penalty', 'fee', 'interest'),
  ],
  'due-penalty-interest-principal-fee-in-advance-penalty-interest-principal-fee-strategy': [
    byInstalment(DUE, 'penalty', 'interest', 'principal', 'fee'),
    byInstalment(AHEAD, 'penalty', 'interest', 'principal', 'fee'),
  ],
} as const satisfies Record<string, readonly AllocationStep[]>;
export type AllocationStrategy = keyof typeof ALLOCATION_STRATEGIES;

/** `past_due_interest`, `in_advance_principal`, ... */
export type AllocationType = `${DueClass}_${Component}`;

/**
 * Steps of `advanced-payment-allocation`: an order of (class, component) pairs. Horizontal finishes an instalment before the next one
 * of its class; vertical finishes a pair before the next pair. Future instalments are paid next-first or last-first (`lastFirst` is for
 * the caller to apply to the order of the instalments).
 */
export function advancedAllocation(
  order: readonly AllocationType[],
  walk: 'horizontal' | 'vertical',
): AllocationStep[] {
  const pairs = order.map(split);
  if (walk === 'vertical')
    return pairs.map(([one, component]) => ({ classes: [one], components: [component], walk: 'component' as const }));
  const classes = [...new Set(pairs.map(([one]) => one))];
  return classes.map((one) =>
    byInstalment([one], ...pairs.filter(([other]) => other === one).map(([, component]) => component)),
  );
}

function split(type: AllocationType): readonly [DueClass, Component] {
  const component = COMPONENTS.find((one) => type.endsWith(`_${one}`));
  invariant(component !== undefined, `no such allocation: ${type}`);
  return [type.slice(0, -component.length - 1) as DueClass, component];
}

type Mutable = {
  n: number;
  class: DueClass;
  owed: Record<Component, Minor>;
  paid: Record<Component, Minor>;
  waived: Minor;
};

/**
 * Spreads a payment over instalments by a strategy. Nothing is paid twice, no component above what is owed; what remains is `left`.
 * @throws InvariantError on amounts that are not whole and not negative.
 */
export function allocate(owed: readonly Owed[], amount: Minor, steps: readonly AllocationStep[]): Allocation {
  const amounts = [amount, ...owed.flatMap((one) => COMPONENTS.map((part) => one[part]))];
  invariant(
    amounts.every((value) => Number.isSafeInteger(value) && value >= 0),
    'allocate: whole amounts, not negative',
  );
  const rows: Mutable[] = owed.map(({ n, class: dueClass, penalty, fee, interest, principal }) => ({
    n,
    class: dueClass,
    owed: { penalty, fee, interest, principal },
    paid: { penalty: 0, fee: 0, interest: 0, principal: 0 },
    waived: 0,
  }));
  let left = amount;
  for (const step of steps) {
    for (const [row, component] of visits(step, rows)) left -= pay(row, component, left, step);
  }
  const settled = rows.map(({ n, paid, waived }) => ({ n, waived, ...paid }));
  invariant(
    left + sumMinor(settled.flatMap((row) => COMPONENTS.map((part) => row[part]))) === amount,
    'allocate lost something',
  );
  return { settled, left };
}

function visits(step: AllocationStep, rows: readonly Mutable[]): (readonly [Mutable, Component])[] {
  const chosen = rows.filter((row) => step.classes.includes(row.class));
  return step.walk === 'instalment'
    ? chosen.flatMap((row) => step.components.map((component) => [row, component] as const))
    : step.components.flatMap((component) => chosen.map((row) => [row, component] as const));
}

function pay(row: Mutable, component: Component, left: Minor, step: AllocationStep): Minor {
  const part = Math.min(left, row.owed[component]);
  row.owed[component] -= part;
  row.paid[component] += part;
  if (step.waivesInterest === true && component === 'principal' && part > 0 && row.owed.principal === 0) {
    row.waived += row.owed.interest;
    row.owed.interest = 0;
  }
  return part;
}
