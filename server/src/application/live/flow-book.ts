import { CHART, LEDGER } from '@bloomvale/shared/ledger/accounts';
import type { Minor } from '@bloomvale/shared/money/coins';
import type { Instant } from '@bloomvale/shared/time/sim-clock';
import type { Movement } from '../store/live-reader.ts';
import { Relending } from './relending.ts';

export const HOUR_MS = 3_600_000;
/** The longest period that is asked for, and the hour that is under way. */
export const KEPT_HOURS = 28 * 24 + 1;

/** What moved in one hour of real time; minor units. */
export type Flow = {
  /** Made, by mint; coins that went back to a mint (matching of an expired loan) taken off. */
  readonly minted: Map<string, Minor>;
  /** Destroyed, by sink and loss; what a recovery restored taken off. */
  readonly destroyed: Map<string, Minor>;
  /** Lent out of wallets, less what was taken back. */
  lent: Minor;
  /** Spent from wallets in shops and on upgrades. */
  bought: Minor;
  /** What all wallets together gained. */
  wallets: Minor;
  /** Came back to wallets from loans in this hour, and how much of that was lent again within a mean loan life. */
  returned: Minor;
  relent: Minor;
  /** Lent in this hour from coins that had not just come back. */
  newlyLent: Minor;
};

const emptyFlow = (): Flow => ({
  minted: new Map(),
  destroyed: new Map(),
  lent: 0,
  bought: 0,
  wallets: 0,
  returned: 0,
  relent: 0,
  newlyLent: 0,
});

type Role = 'made' | 'gone' | 'wallet' | 'other';
const ROLES: ReadonlyMap<string, Role> = new Map(
  Object.entries(CHART).map(([name, { role, ledger }]) => {
    if (ledger !== LEDGER.coin) return [name, 'other'];
    if (name === 'wallet') return [name, 'wallet'];
    return [name, role === 'mint' ? 'made' : role === 'sink' || role === 'loss' ? 'gone' : 'other'];
  }),
);
const roleOf = (account: string): Role => ROLES.get(account) ?? (account.startsWith('wallet:') ? 'wallet' : 'other');

/** Sinks that are purchases; the others take coins for reasons of ours. */
const SHOPS: readonly string[] = ['sink:shop', 'sink:upgrade'];
/** Legs by which coins come back to a lender. */
const RETURNS: readonly string[] = ['repay', 'recover', 'refund', 'refund_running'];

const addTo = (sums: Map<string, Minor>, account: string, amount: Minor): void => {
  sums.set(account, (sums.get(account) ?? 0) + amount);
};

/**
 * The journal of the last 28 days as sums by the hour, kept in memory: each posting is read once, in its order. Nothing is written, so a
 * start reads those days again, piece by piece.
 */
export class FlowBook {
  readonly #hours = new Map<number, Flow>();
  readonly #relending = new Relending();
  #last: number;
  #since: Instant = Number.POSITIVE_INFINITY;

  /** @param last journal number up to which nothing is wanted. */
  constructor(last: number) {
    this.#last = last;
  }

  /** Journal number of the last posting taken in. */
  get last(): number {
    return this.#last;
  }

  /** Instant of the first posting taken in; Infinity without any. */
  get since(): Instant {
    return this.#since;
  }

  hour(index: number): Flow | undefined {
    return this.#hours.get(index);
  }

  /** @param lifeMs mean life of a loan: what was lent again within it counts as re-lent. */
  take(movements: readonly Movement[], lifeMs: number): void {
    for (const movement of movements) {
      this.#last = movement.id;
      this.#since = Math.min(this.#since, movement.at);
      this.#post(movement, lifeMs);
    }
  }

  /** Forgets what lies more than 28 days before an instant. */
  prune(now: Instant): void {
    const oldest = Math.floor(now / HOUR_MS) - KEPT_HOURS;
    for (const hour of this.#hours.keys()) if (hour < oldest) this.#hours.delete(hour);
  }

  #post(movement: Movement, lifeMs: number): void {
    const { at, kind, debit, credit, amount } = movement;
    const flow = this.#flow(at);
    const [from, to] = [roleOf(debit), roleOf(credit)];
    if (from === 'made') addTo(flow.minted, debit, amount);
    if (to === 'made') addTo(flow.minted, credit, -amount);
    if (to === 'gone') addTo(flow.destroyed, credit, amount);
    if (from === 'gone') addTo(flow.destroyed, debit, -amount);
    if (from === 'wallet') {
      flow.wallets -= amount;
      if (SHOPS.includes(credit)) flow.bought += amount;
      if (kind === 'lend') this.#lend(flow, movement, lifeMs);
    }
    if (to === 'wallet') {
      flow.wallets += amount;
      if (kind === 'reverse.lend') this.#takeBack(flow, movement);
      if (RETURNS.includes(kind)) {
        flow.returned += amount;
        this.#relending.returned(credit, amount, at);
      }
    }
  }

  #lend(flow: Flow, { debit, amount, at }: Movement, lifeMs: number): void {
    flow.lent += amount;
    const { again, fresh } = this.#relending.lent(debit, amount, at, lifeMs);
    flow.newlyLent += fresh;
    for (const part of again) this.#flow(part.at).relent += part.amount;
  }

  /** A lend taken back never was: neither of its two parts. */
  #takeBack(flow: Flow, { credit, amount }: Movement): void {
    flow.lent -= amount;
    const { again, fresh } = this.#relending.takenBack(credit, amount);
    flow.newlyLent -= fresh;
    for (const part of again) this.#flow(part.at).relent -= part.amount;
  }

  #flow(at: Instant): Flow {
    const hour = Math.floor(at / HOUR_MS);
    const known = this.#hours.get(hour);
    if (known !== undefined) return known;
    const made = emptyFlow();
    this.#hours.set(hour, made);
    return made;
  }
}
