import type { HomesteadState } from '@bloomvale/server/rooms/state/homestead-state';
import type { VillageState } from '@bloomvale/server/rooms/state/village-state';
import type { Content } from '@bloomvale/shared/content/content';
import type { Plot, StallSlot } from '@bloomvale/shared/play/household';
import { ROOM_HOMESTEAD, ROOM_VILLAGE } from '@bloomvale/shared/protocol/rooms';
import { PROTOCOL_VERSION } from '@bloomvale/shared/protocol/version';
import { Client, type Room } from '@colyseus/sdk';
import type { GardenView } from './garden-mind.ts';

export type Place = 'village' | 'homestead';
type AnyState = Pick<VillageState, 'epoch' | 'avatars'> & Partial<Omit<HomesteadState, 'epoch' | 'avatars'>>;
export type BotRoom = Room<unknown, AnyState>;

const STATE_WAIT_MS = 10_000;

/** Messages a room may send; without a listener the SDK warns on the console about each. */
const MESSAGES = [
  'loan.changed',
  'loan.listed',
  'loan.repaid',
  'loan.refunded',
  'loan.lost',
  'loan.news',
  'letter.arrived',
  'own-loan.news',
  'avatar.emote',
  'avatar.say',
  'taken-over',
  'content',
  'notice',
] as const;

export type JoinOptions = {
  readonly url: string;
  readonly cookie: string;
  readonly place: Place;
  /** Public id of the homestead's owner. */
  readonly owner: string;
  /** Called before the first state arrives, so that traffic can be counted from the start. */
  readonly opened: (room: BotRoom) => void;
};

/** Enters a room by the real SDK and waits for its first state. @throws what matchmaking answers, or a timeout. */
export async function joinRoom({ url, cookie, place, owner, opened }: JoinOptions): Promise<BotRoom> {
  const client = new Client(url, { headers: { cookie } });
  const room = (await client.joinOrCreate(
    place === 'village' ? ROOM_VILLAGE : ROOM_HOMESTEAD,
    place === 'village' ? { version: PROTOCOL_VERSION } : { version: PROTOCOL_VERSION, owner },
  )) as unknown as BotRoom;
  // A bot that loses its socket joins anew: it tests the server's memory, not the SDK's patience.
  room.reconnection.enabled = false;
  for (const type of MESSAGES) room.onMessage(type, () => undefined);
  room.onError(() => undefined);
  opened(room);
  const deadline = Date.now() + STATE_WAIT_MS;
  while (Number(room.state?.epoch ?? 0) === 0) {
    if (Date.now() > deadline || !room.connection.isOpen) {
      room.connection.close();
      throw new Error(`no state came from the ${place}`);
    }
    await new Promise((done) => setTimeout(done, 10));
  }
  return room;
}

/** `PlotState.plantedAt` counts deciseconds, rounded up; a bot waits one more, for its idea of the server's clock is no better. */
const DECISECOND_MS = 100;

/** What a player sees of the own homestead; null while the private part is not there yet. `now` is the server's clock. */
export function gardenView({ state }: BotRoom, me: string, content: Content, now: number): GardenView | null {
  const avatar = state.avatars.get(me);
  const self = avatar?.self;
  if (avatar === undefined || self === undefined || self === null || state.plots === undefined) return null;
  const base = Number(state.base ?? 0);
  const plots: Record<number, Plot> = {};
  state.plots.forEach(({ crop, plantedAt, speedMilli }, plot) => {
    plots[Number(plot)] = { crop, plantedAt: base + (plantedAt + 1) * DECISECOND_MS, speedMilli };
  });
  const slots: (StallSlot | null)[] = Array.from({ length: content.economy.stall.slots }, () => null);
  state.slots?.forEach(({ good, quantity }, slot) => {
    slots[Number(slot)] = quantity === 0 ? null : { good, quantity };
  });
  const wishes: { id: number; good: string; quantity: number }[] = [];
  state.wishes?.forEach(({ good, quantity }, id) => {
    wishes.push({ id: Number(id), good, quantity });
  });
  const store: Record<string, number> = {};
  self.store.forEach((quantity: number, good: string) => {
    if (quantity > 0) store[good] = quantity;
  });
  return {
    now,
    level: state.level ?? 1,
    plotCount: state.plotCount ?? 0,
    wallet: Number(self.wallet),
    plots,
    store,
    slots,
    wishes: wishes.sort((a, b) => a.id - b.id),
  };
}
