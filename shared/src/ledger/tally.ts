import { addMinor, type Minor } from '../money/coins.ts';
import { type Account, type AccountId, balanceOn, parseAccount } from './accounts.ts';
import { NOTHING_POSTED, type Posted } from './apply.ts';
import type { BatchRow, LedgerSnapshot, TransferRow, Violation } from './snapshot.ts';

/** Coins that moved for one loan, by leg kind. */
export type LoanFlows = {
  lent: Minor;
  refunded: Minor;
  disbursed: Minor;
  collected: Minor;
  writtenOff: Minor;
  recovered: Minor;
  fxLoss: Minor;
  refundedRunning: Minor;
  forgiven: Minor;
  forgivenAfterDefault: Minor;
};
/** Coins that moved for one contribution. */
export type ContributionFlows = { lent: Minor; refunded: Minor; refunds: number; paid: Minor; forgiven: Minor };

/** Coins and memo that moved for one player's own loan. */
export type OwnLoanFlows = {
  disbursed: Minor;
  paidPrincipal: Minor;
  paidCost: Minor;
  waived: Minor;
  writtenOff: Minor;
};

/** What one pass over batches and transfers found. */
export type Tally = {
  readonly balances: Map<AccountId, Posted>;
  readonly loans: Map<string, LoanFlows>;
  readonly contributions: Map<string, ContributionFlows>;
  readonly ownLoans: Map<string, OwnLoanFlows>;
  readonly violations: Violation[];
};

const noLoanFlows = (): LoanFlows => ({
  lent: 0,
  refunded: 0,
  disbursed: 0,
  collected: 0,
  writtenOff: 0,
  recovered: 0,
  fxLoss: 0,
  refundedRunning: 0,
  forgiven: 0,
  forgivenAfterDefault: 0,
});
const noOwnLoanFlows = (): OwnLoanFlows => ({ disbursed: 0, paidPrincipal: 0, paidCost: 0, waived: 0, writtenOff: 0 });
const noContributionFlows = (): ContributionFlows => ({ lent: 0, refunded: 0, refunds: 0, paid: 0, forgiven: 0 });

const entry = <K, V>(map: Map<K, V>, key: K, make: () => V): V => {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
};

/** Legs that count for a player's own loan; the memo of a payment repeats what its other legs say. */
const OWN_LOAN_LEGS: ReadonlyMap<string, keyof OwnLoanFlows> = new Map([
  ['player_loan', 'disbursed'],
  ['player_instalment', 'paidPrincipal'],
  ['player_instalment.cost', 'paidCost'],
  ['player_waiver.memo', 'waived'],
  ['player_write_off.memo', 'writtenOff'],
]);

/** A net flow of zero or less means that a reversal undid it. */
const REVERSED = 'reverse.';

/**
 * Posts every transfer again from nothing, in order: rebuilt balances (I16), and on the way I2, I3, I7, I11, I14, I17, I19 and I20.
 */
export class Tallier {
  readonly #snapshot: LedgerSnapshot;
  readonly #tally: Tally = {
    balances: new Map(),
    loans: new Map(),
    contributions: new Map(),
    ownLoans: new Map(),
    violations: [],
  };
  readonly #accounts = new Map<AccountId, Account | null>();
  readonly #earned = new Map<string, Minor>();
  /** Net movements of each batch that a reversal names; few. */
  readonly #keys = new Set<string>();

  constructor(snapshot: LedgerSnapshot) {
    this.#snapshot = snapshot;
  }

  run(): Tally {
    const transfers = this.#snapshot.transfers()[Symbol.iterator]();
    let next = transfers.next();
    let lastBatch = Number.NEGATIVE_INFINITY;
    let lastTransfer = Number.NEGATIVE_INFINITY;
    for (const batch of this.#snapshot.batches()) {
      this.#checkBatch(batch, lastBatch);
      lastBatch = batch.seq;
      const legs: TransferRow[] = [];
      while (!next.done && next.value.batch === batch.key) {
        if (next.value.seq <= lastTransfer)
          this.#report('I3', 'transfers are not in order', `transfer ${next.value.seq}`);
        lastTransfer = next.value.seq;
        legs.push(next.value);
        next = transfers.next();
      }
      this.#postBatch(batch, legs);
    }
    if (!next.done)
      this.#report('I11', 'a transfer belongs to no batch', `transfer ${next.value.seq}, batch ${next.value.batch}`);
    this.#checkReversals();
    return this.#tally;
  }

  #report(id: Violation['id'], what: string, where: string): void {
    this.#tally.violations.push({ id, what, where });
  }

  #account(id: AccountId): Account | null {
    return entry(this.#accounts, id, () => parseAccount(id));
  }

  #checkBatch(batch: BatchRow, last: number): void {
    const where = `batch ${batch.key}`;
    if (batch.seq <= last) this.#report('I3', 'batches are not in order', where);
    if (this.#keys.has(batch.key)) this.#report('I11', 'an idempotency key stands twice', where);
    this.#keys.add(batch.key);
    if (batch.actor === '' || batch.reason === '') this.#report('I20', 'no actor or no reason', where);
  }

  /** `rev:{key}` reverses `key`: unique by I11, but what it reverses must exist. */
  #checkReversals(): void {
    for (const key of this.#keys) {
      if (!key.startsWith('rev:')) continue;
      if (!this.#keys.has(key.slice(4)))
        this.#report('I19', 'a reversal of a batch that does not exist', `batch ${key}`);
    }
  }

  #postBatch(batch: BatchRow, legs: readonly TransferRow[]): void {
    const where = `batch ${batch.key}`;
    if (legs.length === 0) this.#report('I11', 'a batch without transfers', where);
    let collected = 0;
    let handedOut = 0;
    for (const leg of legs) {
      if (!this.#post(leg)) continue;
      this.#flow(leg);
      this.#faucet(leg, batch);
      if (leg.credit.startsWith('collect:')) collected = addMinor(collected, leg.amount);
      if (leg.debit.startsWith('collect:')) handedOut = addMinor(handedOut, leg.amount);
    }
    if (collected !== handedOut) this.#report('I7', `collected ${collected}, handed out ${handedOut}`, where);
    for (const leg of legs) this.#cleared(leg, where);
  }

  #post(leg: TransferRow): boolean {
    const where = `transfer ${leg.seq}, batch ${leg.batch}`;
    const from = this.#account(leg.debit);
    const to = this.#account(leg.credit);
    if (!Number.isSafeInteger(leg.amount) || leg.amount <= 0)
      this.#report('I3', `amount ${leg.amount} is not a positive whole number`, where);
    else if (from === null || to === null)
      this.#report('I3', `account ${from === null ? leg.debit : leg.credit} is not in the chart`, where);
    else if (from.ledger !== to.ledger || leg.debit === leg.credit)
      this.#report('I3', `${leg.debit} to ${leg.credit} is no movement`, where);
    else {
      this.#move(from, { debits: leg.amount, credits: 0 }, where);
      this.#move(to, { debits: 0, credits: leg.amount }, where);
      return true;
    }
    return false;
  }

  #move(account: Account, by: Posted, where: string): void {
    const before = this.#tally.balances.get(account.id) ?? NOTHING_POSTED;
    const after = { debits: addMinor(before.debits, by.debits), credits: addMinor(before.credits, by.credits) };
    this.#tally.balances.set(account.id, after);
    const balance = balanceOn(account.side, after.debits, after.credits);
    if (account.nonNegative && balance < 0) this.#report('I2', `${account.id} went down to ${balance}`, where);
  }

  #cleared(leg: TransferRow, where: string): void {
    for (const id of [leg.debit, leg.credit]) {
      const posted = this.#tally.balances.get(id);
      if (this.#account(id)?.zeroAfterBatch === true && posted !== undefined && posted.debits !== posted.credits) {
        this.#report('I14', `${id} keeps ${posted.credits - posted.debits}`, where);
      }
    }
  }

  #faucet(leg: TransferRow, batch: BatchRow): void {
    const cap = this.#snapshot.faucetCaps.find((one) => one.mint === leg.debit);
    if (cap === undefined || batch.kind === 'reverse') return;
    const day = this.#snapshot.dayOf(batch.at);
    const key = `${leg.debit} to ${leg.credit} on day ${day}`;
    const earned = addMinor(this.#earned.get(key) ?? 0, leg.amount);
    this.#earned.set(key, earned);
    if (earned > cap.perDay && earned - leg.amount <= cap.perDay)
      this.#report('I17', `${key}: more than ${cap.perDay}`, `batch ${batch.key}`);
  }

  /** Sums by loan (read from the account's owner) and by contribution (read from the reference). */
  #flow(leg: TransferRow): void {
    const reversed = leg.kind.startsWith(REVERSED);
    const kind = reversed ? leg.kind.slice(REVERSED.length) : leg.kind;
    const amount = reversed ? -leg.amount : leg.amount;
    const own = OWN_LOAN_LEGS.get(kind);
    if (own !== undefined && leg.ref.startsWith('loan:')) {
      const flows = entry(this.#tally.ownLoans, leg.ref.slice('loan:'.length), noOwnLoanFlows);
      flows[own] = addMinor(flows[own], amount);
      return;
    }
    const loan = loanOf(leg);
    if (loan !== null) addLoanFlow(entry(this.#tally.loans, loan, noLoanFlows), kind, amount, leg, reversed);
    if (leg.ref.startsWith('contribution:')) {
      addContributionFlow(
        entry(this.#tally.contributions, leg.ref.slice('contribution:'.length), noContributionFlows),
        kind,
        amount,
      );
    }
  }
}

/** Loan a leg belongs to: the owner of its escrow, borrower or collect account, or its own reference. */
function loanOf(leg: TransferRow): string | null {
  for (const id of [leg.debit, leg.credit]) {
    const match = /^(?:escrow|borrower|collect):(.+)$/.exec(id);
    if (match !== null) return match[1] as string;
  }
  if (leg.ref.startsWith('loan:')) return leg.ref.slice('loan:'.length);
  // Forgiven after a default: only the losses move, and the contribution says of which loan (`{loan}/{number}`).
  return /^contribution:(.+)\/\d+$/.exec(leg.ref)?.[1] ?? null;
}

function addLoanFlow(flows: LoanFlows, kind: string, amount: Minor, leg: TransferRow, reversed: boolean): void {
  const add = (name: keyof LoanFlows): void => {
    flows[name] = addMinor(flows[name], amount);
  };
  const borrower = reversed ? leg.credit : leg.debit;
  if (kind === 'lend' || kind === 'match') add('lent');
  else if (kind === 'refund') add('refunded');
  else if (kind === 'disburse') add('disbursed');
  else if (kind === 'repay.collect') add('collected');
  else if (kind === 'write_off') add('writtenOff');
  else if (kind === 'recover.collect') add('recovered');
  else if (kind === 'fx_loss') add('fxLoss');
  else if (kind === 'refund_running') add('refundedRunning');
  else if (kind === 'forgive') add(borrower.startsWith('borrower:') ? 'forgiven' : 'forgivenAfterDefault');
}

function addContributionFlow(flows: ContributionFlows, kind: string, amount: Minor): void {
  if (kind === 'lend' || kind === 'match') flows.lent = addMinor(flows.lent, amount);
  else if (kind === 'refund') {
    flows.refunded = addMinor(flows.refunded, amount);
    flows.refunds += amount > 0 ? 1 : -1;
  } else if (kind === 'repay' || kind === 'recover' || kind === 'refund_running')
    flows.paid = addMinor(flows.paid, amount);
  else if (kind === 'forgive') flows.forgiven = addMinor(flows.forgiven, amount);
}
