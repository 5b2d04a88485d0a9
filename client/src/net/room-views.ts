import type { Avatar } from '@bloomvale/server/rooms/state/avatar';
import type {
  HomesteadState,
  OrderState,
  PlotState,
  StationState,
} from '@bloomvale/server/rooms/state/homestead-state';
import type { Shop } from '@bloomvale/server/rooms/state/village-state';
import { type Home, NEEDS, type Order, type Station } from '@bloomvale/shared/play/household';
import type { AvatarView, PlotView, RoomState, ShopState, ShopView } from '../store/room.ts';

/** `PlotState.plantedAt` counts these from `HomesteadState.base`. */
const DECISECOND_MS = 100;
const SHOP_STATES: readonly string[] = ['construction', 'open', 'late', 'blooming'] satisfies ShopState[];

/** `epoch` in epoch milliseconds. */
export const avatarView = (avatar: Avatar, id: string, epoch: number): AvatarView => ({
  id,
  name: avatar.name,
  look: avatar.look,
  level: avatar.level,
  from: [avatar.fromX, avatar.fromY],
  to: [avatar.toX, avatar.toY],
  departAt: epoch + avatar.departAt,
  here: avatar.here,
});

/** `base` in epoch milliseconds. */
export const plotView = (plot: PlotState, base: number): PlotView => ({
  crop: plot.crop,
  plantedAt: base + plot.plantedAt * DECISECOND_MS,
  speedMilli: plot.speedMilli,
  yieldMilli: plot.yieldMilli,
});

const stationView = (station: StationState, base: number): Station => ({
  level: station.level,
  // The places of a queue are its order.
  queue: [...station.queue.entries()]
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, batch]) => ({
      recipe: batch.recipe,
      startsAt: base + batch.startsAt * DECISECOND_MS,
      readyAt: base + batch.readyAt * DECISECOND_MS,
    })),
});

const orderView = (order: OrderState, id: number, base: number): Order => ({
  id,
  items: [...order.items.entries()].map(([good, quantity]) => ({ good, quantity })),
  since: base + order.since * DECISECOND_MS,
});

export type HomeViews = Pick<RoomState, 'stallLevel' | 'priceMilli' | 'stations' | 'orders' | 'house' | 'needs'>;

/** What the family has built: kitchen, order board, stall and house. */
export function homeViews(state: HomesteadState): HomeViews {
  const base = Number(state.base);
  return {
    stallLevel: state.stallLevel,
    priceMilli: state.priceMilli,
    stations: Object.fromEntries([...state.stations.entries()].map(([id, one]) => [id, stationView(one, base)])),
    orders: Object.fromEntries([...state.orders.entries()].map(([id, one]) => [id, orderView(one, Number(id), base)])),
    house: state.house,
    needs: Object.fromEntries(NEEDS.map((need) => [need, state.needs.get(need) ?? 0])) as Home['needs'],
  };
}

export const shopView = (shop: Shop, spot: number): ShopView => ({
  spot,
  loanId: shop.loanId,
  entrepreneur: shop.entrepreneur,
  sector: shop.sector,
  // A state of a newer server is drawn as an open shop.
  state: (SHOP_STATES.includes(shop.state) ? shop.state : 'open') as ShopState,
});
