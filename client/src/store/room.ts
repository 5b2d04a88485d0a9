import type { Minor } from '@bloomvale/shared/money/coins';
import type { Home, Order, Plot, Station } from '@bloomvale/shared/play/household';
import { FIRST_HOME } from '@bloomvale/shared/play/household-new';
import type { Instant } from '@bloomvale/shared/time/sim-clock';
import { createSlice } from './slice.ts';

export type Cell = readonly [x: number, y: number];

/** A walk: the path between the two cells follows from the map (`shared/play/walk*`), `departAt` in epoch milliseconds of the server. */
export type Walk = { readonly from: Cell; readonly to: Cell; readonly departAt: Instant };

export type AvatarView = Walk & {
  readonly id: string;
  readonly name: string;
  readonly look: string;
  readonly level: number;
  /** False while the socket is away but may come back. */
  readonly here: boolean;
};
/** The server's own record: the shared rules of growth take it as it is. */
export type PlotView = Plot;
export type SlotView = { readonly good: string; readonly quantity: number };
export type WishView = { readonly id: number; readonly good: string; readonly quantity: number };
export type ShopState = 'construction' | 'open' | 'late' | 'blooming';
export type ShopView = {
  readonly spot: number;
  readonly loanId: string;
  readonly entrepreneur: string;
  readonly sector: string;
  readonly state: ShopState;
};
export type PlaceKind = 'village' | 'homestead';

/** Mirror of the room one stands in. Keys of the records are those of the room's own maps. */
export type RoomState = {
  /** Null before the first room. While one moves house, the former room's data stays until the next one's first state is there. */
  readonly kind: PlaceKind | null;
  readonly moving: boolean;
  /** Grows by one each time another room was entered: the world resets its scene on a change. */
  readonly visit: number;
  /** Village name, or the name of the homestead's owner. */
  readonly name: string;
  /** Public id of the homestead's owner; empty in a village. */
  readonly ownerId: string;
  /** One's own homestead: only here plots, stall and store can be acted on. */
  readonly own: boolean;
  /** The owner's level and unlocked plots (homestead). */
  readonly level: number;
  readonly plotCount: number;
  readonly avatars: Readonly<Record<string, AvatarView>>;
  /** One's own walk as wished, before the server has answered; draw it instead of `avatars[player.id]` while it is not null. */
  readonly ownWalk: Walk | null;
  /** By plot number; bare plots are absent. */
  readonly plots: Readonly<Record<number, PlotView>>;
  /** By slot number; empty slots are absent. */
  readonly slots: Readonly<Record<number, SlotView>>;
  readonly wishes: Readonly<Record<number, WishView>>;
  /** Stall level, and what its customers pay more, thousandths (homestead). */
  readonly stallLevel: number;
  readonly priceMilli: number;
  /** Kitchen by station id; a station that is not there is not owned. */
  readonly stations: Readonly<Record<string, Station>>;
  /** Orders on the board by id; those with `since` ahead of the clock have not come yet. */
  readonly orders: Readonly<Record<number, Order>>;
  readonly house: number;
  /** Tier of each need. */
  readonly needs: Home['needs'];
  /** By shop spot number (village). */
  readonly shops: Readonly<Record<number, ShopView>>;
  /** Own store by good id; kept when one leaves the homestead. */
  readonly store: Readonly<Record<string, number>>;
};

export const NO_ROOM: RoomState = {
  kind: null,
  moving: false,
  visit: 0,
  name: '',
  ownerId: '',
  own: false,
  level: 1,
  plotCount: 0,
  avatars: {},
  ownWalk: null,
  plots: {},
  slots: {},
  wishes: {},
  stallLevel: 1,
  priceMilli: 0,
  stations: {},
  orders: {},
  house: FIRST_HOME.house,
  needs: FIRST_HOME.needs,
  shops: {},
  store: {},
};

/** Written by `net/` only. */
export const roomStore = createSlice<RoomState>(NO_ROOM);

/** Walk-in sales told since this page was opened, newest first; amounts in minor units. */
export type SaleLine = { readonly key: number; readonly at: Instant; readonly good: string; readonly quantity: number };
export type SalesState = { readonly lines: readonly SaleLine[]; readonly earned: Minor };
export const salesStore = createSlice<SalesState>({ lines: [], earned: 0 });
