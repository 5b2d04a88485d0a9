import type { Content } from '@bloomvale/shared/content/content';
import { cropOf, freeCrop } from '@bloomvale/shared/play/catalogue-lookup';
import { isRipe } from '@bloomvale/shared/play/growth';
import type { Plot, StallSlot, Wish } from '@bloomvale/shared/play/household';
import type { CommandPayload, CommandType } from '@bloomvale/shared/protocol/commands';

/** What a player sees of the own homestead, whether from a room's state or from a household in memory. */
export type GardenView = {
  readonly now: number;
  readonly level: number;
  readonly plotCount: number;
  /** Spendable coins, minor units. */
  readonly wallet: number;
  readonly plots: Readonly<Record<number, Plot>>;
  readonly store: Readonly<Record<string, number>>;
  readonly slots: readonly (StallSlot | null)[];
  readonly wishes: readonly Pick<Wish, 'id' | 'good' | 'quantity'>[];
};

export type Move = {
  [T in CommandType]: { readonly type: T; readonly payload: Omit<CommandPayload<T>, 'commandId'> };
}[CommandType];

/** `frugal` sows only what is free, `thrifty` keeps a share's worth of coins back, `spender` sows the dearest seed it can pay. */
export type Temper = 'frugal' | 'thrifty' | 'spender';

export type Mind = {
  readonly content: Content;
  readonly timeScale: number;
  readonly temper: Temper;
  /** Never plants what takes longer, real seconds before the time scale: somebody who stays for minutes grows no pumpkins. */
  readonly patienceSeconds: number;
};

/** The next sensible thing to do in the garden and at the stall, or null when there is only waiting. */
export function nextGardenMove(view: GardenView, mind: Mind): Move | null {
  return harvestMove(view, mind) ?? serveMove(view) ?? plantMove(view, mind) ?? stockMove(view, mind);
}

function harvestMove({ plots, now }: GardenView, { content, timeScale }: Mind): Move | null {
  const ripe = Object.entries(plots).flatMap(([number, plot]) => {
    const crop = cropOf(content, plot.crop);
    return crop !== undefined && isRipe(plot, crop, now, timeScale) ? [Number(number)] : [];
  });
  return ripe.length === 0 ? null : { type: 'garden.harvest', payload: { plots: ripe } };
}

const held = ({ store, slots }: GardenView, good: string): number =>
  slots.reduce((sum, slot) => sum + (slot?.good === good ? slot.quantity : 0), store[good] ?? 0);

function serveMove(view: GardenView): Move | null {
  const wish = view.wishes.find(({ good, quantity }) => held(view, good) >= quantity);
  return wish === undefined ? null : { type: 'stall.serve', payload: { wish: wish.id } };
}

function plantMove(view: GardenView, mind: Mind): Move | null {
  const bare = Array.from({ length: view.plotCount }, (_, plot) => plot).filter((plot) => !(plot in view.plots));
  if (bare.length === 0) return null;
  return { type: 'garden.plant', payload: { plots: bare, crop: cropToSow(view, mind) } };
}

function cropToSow({ level, wallet }: GardenView, { content, temper, patienceSeconds }: Mind): string {
  const free = freeCrop(content);
  if (temper === 'frugal') return free.id;
  const spendable =
    temper === 'thrifty' ? wallet - content.economy.lending.share - content.economy.lending.lowPurse : wallet;
  const open = content.crops.filter(
    (crop) => crop.unlockLevel <= level && crop.growSeconds <= patienceSeconds && crop.seedPrice <= spendable,
  );
  return open.reduce((dearest, crop) => (crop.seedPrice > dearest.seedPrice ? crop : dearest), free).id;
}

function stockMove({ store, slots }: GardenView, { content }: Mind): Move | null {
  const capacity = content.economy.stall.slotCapacity;
  for (const [good, quantity] of Object.entries(store)) {
    const same = slots.findIndex((slot) => slot?.good === good && slot.quantity < capacity);
    const slot = same >= 0 ? same : slots.indexOf(null);
    if (quantity === 0 || slot < 0) continue;
    const room = capacity - (slots[slot]?.quantity ?? 0);
    return { type: 'stall.stock', payload: { slot, good, quantity: Math.min(quantity, room) } };
  }
  return null;
}
