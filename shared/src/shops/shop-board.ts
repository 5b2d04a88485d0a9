import type { Content } from '../content/content.ts';
import type { ShopState } from '../content/growing.ts';
import type { Sector } from '../content/lending.ts';
import type { Minor } from '../money/coins.ts';
import { stacked } from '../pollination/pollination-of.ts';
import { piecesADay } from './shop-state.ts';

/** One line of a shop's board as it stands today. `buy`: villagers buy from her. */
export type BoardLine = {
  readonly deal: 'buy' | 'sell';
  readonly good: string;
  /** Minor units a piece. */
  readonly price: Minor;
  readonly perDay: number;
};

/** What shops next door add to a shop's daily pieces, thousandths: each by its state, with diminishing return (`stacked`). */
export function besidesMilli(neighbours: readonly ShopState[], { growing }: Pick<Content, 'growing'>): number {
  const { square, statePercent } = growing.pollination;
  return stacked(
    neighbours.map((state) => Math.floor((square.milli * statePercent[state]) / 100)),
    square.cap,
  );
}

/** What a shop deals in today: by sector, and as many pieces as its state, its size and its neighbours allow. */
export function boardOf(
  sector: Sector,
  shop: { readonly state: ShopState; readonly tier: 1 | 2 | 3; readonly besides: number },
  content: Pick<Content, 'growing' | 'goods'>,
): BoardLine[] {
  const { shops } = content.growing;
  const lines = (deal: BoardLine['deal'], offered: (typeof shops.sells)[Sector]): BoardLine[] =>
    offered.flatMap(({ good, percent, perDay }) => {
      const price = content.goods.find(({ id }) => id === good)?.price;
      if (price === undefined) return [];
      const pieces = piecesADay(perDay, shop.state, shop.tier, shop.besides, shops);
      return [{ deal, good, price: Math.max(1, Math.floor((price * percent) / 100)), perDay: pieces }];
    });
  return [...lines('buy', shops.sells[sector]), ...lines('sell', shops.buys[sector])];
}
