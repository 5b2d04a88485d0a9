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
/** `garden` is the source, `customers` the sink; `store` and `stall` are held. */
export type GoodsPlace = 'garden' | 'store' | 'stall' | 'customers';

export type PlayRefusal = { readonly code: RejectCode; readonly detail?: Readonly<Record<string, string | number>> };

export type Played<V> = {
  readonly household: Household;
  readonly value: V;
  readonly coins: readonly CoinEffect[];
  readonly goods: readonly GoodsMovement[];
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
};

export type PlayRule<C, V> = (household: Household, command: C, context: PlayContext) => Result<Played<V>, PlayRefusal>;
