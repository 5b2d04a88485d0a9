import { dayOf } from '@bloomvale/shared/play/stall-clock';
import type { CommandPayload } from '@bloomvale/shared/protocol/commands';
import type { GrowingValues } from '@bloomvale/shared/protocol/growing-views';
import { err } from '@bloomvale/shared/result';
import { boardOf } from '@bloomvale/shared/shops/shop-board';
import { trade } from '@bloomvale/shared/shops/shop-trade';
import type { Instant } from '@bloomvale/shared/time/sim-clock';
import type { Handler } from '../../bus/handler.ts';
import type { Rules } from '../../rules.ts';
import type { ShopVisitRow } from '../../store/growing-rows.ts';
import { activePlayer, type ByPlayer } from '../by-player.ts';
import { play, playNeeds } from '../play.ts';
import { atShop, noteVisit, shopNeeds } from './shop-visit.ts';

export type ShopTrade = ByPlayer & CommandPayload<'shop.trade'>;

/** Pieces of each line the player has traded at a shop today. */
export function tradedToday(visit: Pick<ShopVisitRow, 'day' | 'traded'> | null, now: Instant): Record<string, number> {
  return visit === null || visit.day !== dayOf(now) ? {} : (JSON.parse(visit.traded) as Record<string, number>);
}
export const lineKey = (deal: string, good: string): string => `${deal}:${good}`;

/**
 * Buys from a shop or sells to it. Refused, in this order: FORBIDDEN, SHOP_UNKNOWN (not on the player's square), SHOP_CLOSED (under
 * construction), SHOP_DEAL (not on its board), then as `trade`.
 */
export const shopTrade = (rules: Rules): Handler<ShopTrade, GrowingValues['shop.trade']> => ({
  type: 'shop.trade',
  staged: true,
  needs: (command, view) => ({ ...playNeeds(command.playerId, view), ...shopNeeds(command, view, rules) }),
  decide(command, work) {
    const { playerId, loanId, deal, good, quantity } = command;
    const player = activePlayer(work, playerId);
    if (player === null) return err({ code: 'FORBIDDEN' });
    const shop = atShop(work, rules, player, loanId);
    if (shop === null) return err({ code: 'SHOP_UNKNOWN' });
    if (shop.standing.state === 'construction') return err({ code: 'SHOP_CLOSED' });
    const board = boardOf(shop.standing.sector, shop.standing, rules.content);
    const line = board.find((one) => one.deal === deal && one.good === good);
    if (line === undefined) return err({ code: 'SHOP_DEAL' });
    const traded = tradedToday(shop.visit, work.now);
    const key = lineKey(deal, good);
    const left = Math.max(0, line.perDay - (traded[key] ?? 0));
    const played = play(work, rules, playerId, command, (household, _command, context) =>
      trade(household, { line, quantity, left }, context),
    );
    if (!played.ok) return played;
    noteVisit(work, shop, JSON.stringify({ ...traded, [key]: (traded[key] ?? 0) + quantity }));
    return played;
  },
});
