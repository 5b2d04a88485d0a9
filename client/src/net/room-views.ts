import type { Avatar } from '@bloomvale/server/rooms/state/avatar';
import type { PlotState } from '@bloomvale/server/rooms/state/homestead-state';
import type { Shop } from '@bloomvale/server/rooms/state/village-state';
import type { AvatarView, PlotView, ShopState, ShopView } from '../store/room.ts';

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

export const shopView = (shop: Shop, spot: number): ShopView => ({
  spot,
  loanId: shop.loanId,
  entrepreneur: shop.entrepreneur,
  sector: shop.sector,
  // A state of a newer server is drawn as an open shop.
  state: (SHOP_STATES.includes(shop.state) ? shop.state : 'open') as ShopState,
});
