import type { Avatar, Self } from '@bloomvale/server/rooms/state/avatar';
import type { HomesteadState, PlotState, SlotState, WishState } from '@bloomvale/server/rooms/state/homestead-state';
import type { Shop, VillageState } from '@bloomvale/server/rooms/state/village-state';
import { Callbacks, type Room } from '@colyseus/sdk';
import { playerStore } from '../store/player.ts';
import {
  type AvatarView,
  type PlaceKind,
  type PlotView,
  type RoomState,
  roomStore,
  type ShopView,
  type SlotView,
  type WishView,
} from '../store/room.ts';
import { avatarView, type HomeViews, homeViews, plotView, shopView } from './room-views.ts';

/** What both rooms have, and what only one of them has. */
type AnyState = Pick<VillageState, 'epoch' | 'avatars'> &
  Partial<Omit<VillageState, 'epoch' | 'avatars'>> &
  Partial<Omit<HomesteadState, 'epoch' | 'avatars'>>;
export type AnyRoom = Room<unknown, AnyState>;

/** The part of Colyseus' callbacks that is used, without its per-state generics: two rooms share this code. */
type Follow = {
  onAdd<T>(field: string, handler: (item: T, key: string) => void): () => void;
  onRemove<T>(field: string, handler: (item: T, key: string) => void): () => void;
  onChange(item: object, handler: () => void): () => void;
  listen<T>(item: object, field: string, handler: (value: T | undefined) => void): () => void;
};
type FollowField = {
  onAdd(item: object, field: string, handler: () => void): () => void;
  onChange(item: object, field: string, handler: () => void): () => void;
  onRemove(item: object, field: string, handler: () => void): () => void;
};

type Draft = {
  avatars: Record<string, AvatarView>;
  plots: Record<string, PlotView>;
  slots: Record<string, SlotView>;
  wishes: Record<string, WishView>;
  shops: Record<string, ShopView>;
  store: Record<string, number>;
};

/**
 * Copies the state of one room into `roomStore`, and the private purse into `playerStore`: the only place where schema instances are read.
 * Callbacks change a draft, which is committed once a patch: a patch that moves ten people is one change of the store.
 * What it owns: its callbacks, disposed by `dispose`. What it leaves to others: the room's life, messages, `moving`.
 */
export class RoomMirror {
  readonly #room: AnyRoom;
  readonly #kind: PlaceKind;
  readonly #me: string;
  readonly #follow: Follow & FollowField;
  readonly #offs: (() => void)[] = [];
  readonly #draft: Draft;
  readonly #dirty = new Set<keyof Draft>();
  readonly #commit = (): void => this.#toStore();
  #first = true;
  #home: { readonly text: string; readonly views: HomeViews } | null = null;

  /** `me` is the own public id. */
  constructor(room: AnyRoom, kind: PlaceKind, me: string) {
    this.#room = room;
    this.#kind = kind;
    this.#me = me;
    this.#follow = Callbacks.get(room as never) as unknown as Follow & FollowField;
    this.#draft = { avatars: {}, plots: {}, slots: {}, wishes: {}, shops: {}, store: {} };
    const epoch = (): number => Number(room.state.epoch);
    this.#map<Avatar, AvatarView>(
      'avatars',
      (avatar, id) => avatarView(avatar, id, epoch()),
      (avatar, id) => {
        if (id === me) this.#own(avatar);
      },
    );
    if (kind === 'homestead') {
      this.#map<PlotState, PlotView>('plots', (plot) => plotView(plot, Number(room.state.base ?? 0)));
      this.#map<SlotState, SlotView>('slots', ({ good, quantity }) => ({ good, quantity }));
      this.#map<WishState, WishView>('wishes', ({ good, quantity }, id) => ({ id: Number(id), good, quantity }));
    } else this.#map<Shop, ShopView>('shops', (shop, spot) => shopView(shop, Number(spot)));
    room.onStateChange(this.#commit);
    // Joined with the state already decoded: nothing more may come for a while.
    if (epoch() > 0) this.#toStore();
  }

  dispose(): void {
    this.#room.onStateChange.remove(this.#commit);
    for (const off of this.#offs.splice(0)) off();
  }

  /** Follows every element of a map field, and what changes inside it. */
  #map<T extends object, V>(
    field: 'avatars' | 'plots' | 'slots' | 'wishes' | 'shops',
    view: (item: T, key: string) => V,
    added?: (item: T, key: string) => void,
  ): void {
    const target = this.#draft[field] as Record<string, V>;
    const inside = new Map<string, () => void>();
    const put = (item: T, key: string): void => {
      target[key] = view(item, key);
      this.#dirty.add(field);
    };
    this.#offs.push(
      this.#follow.onAdd<T>(field, (item, key) => {
        put(item, key);
        inside.get(key)?.();
        inside.set(
          key,
          this.#follow.onChange(item, () => put(item, key)),
        );
        added?.(item, key);
      }),
      this.#follow.onRemove<T>(field, (_item, key) => {
        inside.get(key)?.();
        inside.delete(key);
        delete target[key];
        this.#dirty.add(field);
      }),
      () => {
        for (const off of inside.values()) off();
      },
    );
  }

  /** The private part comes with the avatar or in a later patch; inside a callback `listen` is silent about what is there already. */
  #own(avatar: Avatar): void {
    if (avatar.self !== undefined && avatar.self !== null) this.#purse(avatar.self as unknown as Self);
    this.#offs.push(
      this.#follow.listen<Self>(avatar, 'self', (self) => {
        if (self !== undefined && self !== null) this.#purse(self);
      }),
    );
  }

  #purse(self: Self): void {
    const money = (): void => {
      playerStore.setState({
        wallet: Number(self.wallet),
        lent: Number(self.lent),
        owed: Number(self.owed),
        letters: self.letters,
        xp: self.xp,
      });
    };
    const goods = (): void => {
      for (const good of Object.keys(this.#draft.store)) delete this.#draft.store[good];
      self.store.forEach((quantity: number, good: string) => {
        if (quantity > 0) this.#draft.store[good] = quantity;
      });
      this.#dirty.add('store');
    };
    money();
    goods();
    this.#offs.push(
      this.#follow.onChange(self, money),
      this.#follow.onAdd(self, 'store', goods),
      this.#follow.onChange(self, 'store', goods),
      this.#follow.onRemove(self, 'store', goods),
    );
  }

  #toStore(): void {
    const { state } = this.#room;
    const change: Record<string, unknown> = {};
    const fields = this.#first ? (Object.keys(this.#draft) as (keyof Draft)[]) : [...this.#dirty];
    for (const field of fields) change[field] = { ...this.#draft[field] };
    this.#dirty.clear();
    Object.assign(
      change,
      this.#kind === 'homestead' ? this.#homestead() : { name: state.name, ownerId: '', own: false },
    );
    const before = roomStore.getState();
    if (this.#first) {
      this.#first = false;
      Object.assign(change, { kind: this.#kind, moving: false, visit: before.visit + 1, ownWalk: null });
    }
    const mine = this.#draft.avatars[this.#me];
    // The room agrees with the walk that was drawn ahead of it: from here on its word is enough.
    if (before.ownWalk !== null && mine?.departAt === before.ownWalk.departAt) change.ownWalk = null;
    roomStore.setState(change as Partial<RoomState>);
    const level = mine?.level;
    if (level !== undefined && level !== playerStore.getState().level) playerStore.setState({ level });
  }

  #homestead(): Partial<RoomState> {
    const { ownerId = '', ownerName = '', level = 1, plotCount = 0 } = this.#room.state;
    return { ownerId, own: ownerId === this.#me, name: ownerName, level, plotCount, ...this.#homeViews() };
  }

  /** Kitchen, orders and house change seldom and lie deep: they are read whole, and keep their identity while nothing in them is new. */
  #homeViews(): HomeViews {
    const views = homeViews(this.#room.state as unknown as HomesteadState);
    const text = JSON.stringify(views);
    if (this.#home?.text !== text) this.#home = { text, views };
    return this.#home.views;
  }
}
