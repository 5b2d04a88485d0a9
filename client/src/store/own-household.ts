import type { Content } from '@bloomvale/shared/content/content';
import type { Household, StallSlot } from '@bloomvale/shared/play/household';
import { levelOf, plotCount } from '@bloomvale/shared/play/progress';
import { stallSlots } from '@bloomvale/shared/play/stall-size';
import type { PlayerState } from './player.ts';
import type { RoomState } from './room.ts';

/**
 * The own homestead in the form the shared rules take, so that previews and hints are decided by the server's own functions. What the room
 * does not tell (when the stall was settled, how many customers came) is zero: do not ask it for times.
 */
export function ownHousehold(room: RoomState, player: PlayerState, content: Content): Household {
  const slots: (StallSlot | null)[] = Array.from(
    { length: stallSlots(room.stallLevel, content) },
    (_, slot) => room.slots[slot] ?? null,
  );
  return {
    v: 2,
    xp: player.xp,
    plots: room.plots,
    store: room.store,
    stall: {
      slots,
      settledAt: 0,
      customers: 0,
      wishes: Object.values(room.wishes).map((wish) => ({ ...wish, since: 0 })),
      wishCount: 0,
      wishedAt: 0,
      day: 0,
      earnedToday: 0,
      level: room.stallLevel,
      priceMilli: room.priceMilli,
    },
    hints: player.hints,
    since: { at: 0, sold: {}, earned: 0 },
    extraPlots: Math.max(0, room.plotCount - plotCount(levelOf(player.xp, content.economy), content.economy)),
    parts: {},
    stations: room.stations,
    orders: { waiting: Object.values(room.orders), count: 0, at: 0 },
    home: { house: room.house, needs: room.needs, told: player.told },
    skippedGoals: player.skippedGoals,
    giftDay: 0,
  };
}
