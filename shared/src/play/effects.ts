import type { Content } from '../content/content.ts';
import type { Minor } from '../money/coins.ts';
import type { RejectCode } from '../protocol/reject-codes.ts';
import type { Result } from '../result.ts';
import type { Instant } from '../time/sim-clock.ts';
import type { Household } from './household.ts';

/** Coins an action earns or spends; the server turns each into a posting (T1, T2). `key` makes it idempotent. */
export type CoinEffect =
  | {
      readonly kind: 'earn';
      readonly source: 'minigame' | 'mission' | 'welcome';
      readonly amount: Minor;
      readonly key: string;
    }
  | { readonly kind: 'spend'; readonly sink: 'shop' | 'upgrade'; readonly amount: Minor; readonly key: string };

/** Every good has a source and a sink (I21): one line a change, quantity positive. */
export type GoodsMovement = {
  readonly good: string;
  readonly quantity: number;
  readonly from: GoodsPlace;
  readonly to: GoodsPlace;
};
/**
 * `store` and `stall` are held. Sources: `garden`, `kitchen` (what was baked or pressed), `gift`. Sinks: `customers` (wishes and orders
 * too), `kitchen` (ingredients), `home` (what the house and the family took).
 */
export type GoodsPlace = 'garden' | 'store' | 'stall' | 'customers' | 'kitchen' | 'home' | 'gift' | 'shop';

export type PlayRefusal = { readonly code: RejectCode; readonly detail?: Readonly<Record<string, string | number>> };

export type Played<V> = {
  readonly household: Household;
  readonly value: V;
  readonly coins: readonly CoinEffect[];
  readonly goods: readonly GoodsMovement[];
};

/** What the shops of funded entrepreneurs add at a homestead, thousandths of the plain figure (100 = a tenth more). */
export type Pollination = {
  /** By plot number; a plot not in the record has no bonus. Recorded when it is sown. */
  readonly plots: Readonly<Record<number, { readonly yieldMilli: number; readonly speedMilli: number }>>;
  /** What customers and orders pay more. Recorded whenever the stall is settled, and in force for the sales after that. */
  readonly stall: { readonly priceMilli: number };
};

export type PlayContext = {
  readonly now: Instant;
  readonly content: Content;
  /** Divides growth and customer times; 1 in real play (TIME_SCALE). */
  readonly timeScale: number;
  /** Spendable coins of the player before the action, minor units. */
  readonly wallet: Minor;
  /** Key of the player's own random streams (Philox), two 32-bit words. */
  readonly key: readonly [number, number];
  /** Distinguishes the effects of this action: the command id. */
  readonly commandId: string;
  /** Bonuses in force now. Left out, what is on record stays in force, and nothing new is recorded: for displays. */
  readonly pollination?: Pollination;
  /** An operator has paused what the stall pays: customers wait, and come all the same once it goes on. */
  readonly stallPaused?: boolean;
};

export type PlayRule<C, V> = (household: Household, command: C, context: PlayContext) => Result<Played<V>, PlayRefusal>;
