import type { GoodsPrice } from '../content/homestead.ts';
import type { Minor } from '../money/coins.ts';
import { ok, type Result } from '../result.ts';
import type { CoinEffect, GoodsMovement, GoodsPlace, PlayRefusal } from './effects.ts';
import { countOf, type GoodsCount, withGood } from './goods-count.ts';
import { type Ready, refuse } from './play-rule.ts';

/** What something costs: coins in minor units, and goods out of the store. */
export type Cost = { readonly price: Minor; readonly goods: GoodsPrice };

export type Paid = {
  readonly store: GoodsCount;
  readonly coins: readonly CoinEffect[];
  readonly goods: readonly GoodsMovement[];
};

/**
 * Pays a cost whole or not at all. Goods on the stall are for customers and are not touched. Refused: `FUNDS` {needed, have} in minor
 * units, `GOODS_SHORT` {good, needed, have} for the first good of which there is too little.
 */
export function payFor(
  { household, wallet }: Pick<Ready, 'household' | 'wallet'>,
  { price, goods }: Cost,
  to: { readonly sink: 'shop' | 'upgrade'; readonly key: string; readonly place: GoodsPlace },
): Result<Paid, PlayRefusal> {
  if (wallet < price) return refuse('FUNDS', { needed: price, have: wallet });
  const short = goods.find(({ good, quantity }) => countOf(household.store, good) < quantity);
  if (short !== undefined) {
    const have = countOf(household.store, short.good);
    return refuse('GOODS_SHORT', { good: short.good, needed: short.quantity, have });
  }
  return ok({
    store: goods.reduce((store, { good, quantity }) => withGood(store, good, -quantity), household.store),
    coins: price === 0 ? [] : [{ kind: 'spend', sink: to.sink, amount: price, key: to.key }],
    goods: goods.map(({ good, quantity }) => ({ good, quantity, from: 'store', to: to.place })),
  });
}
