import { VILLAGE_SEATS } from '@bloomvale/shared/protocol/limits';
import type { RejectCode } from '@bloomvale/shared/protocol/reject-codes';
import { invariant } from '@bloomvale/shared/result';
import type { AuthContext, Delayed, Room } from '@colyseus/core';
import type { ShopView } from '../application/contract.ts';
import { BaseRoom } from './base-room.ts';
import type { ListeningRoom, VillageNews } from './event-relay.ts';
import { enterVillage, type VillageOptions } from './join.ts';
import { within } from './project-self.ts';
import type { SeatAuth } from './seats.ts';
import { Shop, VillageState } from './state/village-state.ts';
import { mapOf } from './world-map.ts';

/** The square is not looked at more often for shops that open, whatever the simulated clock is set to. */
const OPENS_LEAST_MS = 200;

/** The square of one village, or a second instance of it when the first is full. */
export class VillageRoom extends BaseRoom<VillageState> implements ListeningRoom {
  override state = new VillageState();
  override maxClients = VILLAGE_SEATS;
  readonly ownerId = null;
  #building: Delayed | null = null;

  static override async onAuth(_token: string, options: unknown, context: AuthContext): Promise<SeatAuth> {
    return enterVillage(options, context);
  }

  get villageId(): string {
    return this.state.villageId;
  }

  override async onCreate({ villageId }: VillageOptions): Promise<void> {
    const { game, relay } = this.services;
    const village = await game.village(villageId);
    invariant(village !== null, 'a room for a village that does not exist');
    this.open(mapOf(game.content, 'village'));
    this.state.villageId = village.id;
    this.state.name = village.name;
    this.#showShops(await game.shops(villageId));
    relay.add(this);
  }

  override onDispose(): void {
    super.onDispose();
    this.services.relay.remove(this);
  }

  /** Everybody here lives here: encoded once for all. */
  override tellNews(news: VillageNews): void {
    for (const { type, message } of news.get(this.villageId)?.values() ?? []) (this as Room).broadcast(type, message);
  }

  shopsChanged(): void {
    const { game, logger } = this.services;
    game
      .shops(this.villageId)
      .then((shops) => this.#showShops(shops))
      .catch((cause: unknown) => logger.error({ err: cause, room: this.roomId }, 'the shops could not be read'));
  }

  override contentChanged(hash: string): void {
    super.contentChanged(hash);
    this.shopsChanged();
  }

  /** Nothing: a command of the garden that lost its answer at home is sent again from here, and must not be lost. */
  protected override refusal(): RejectCode | null {
    return null;
  }

  protected override facts() {
    return { kind: 'village', name: this.state.name } as const;
  }

  protected override project(): void {}

  protected override shows(): boolean {
    return false;
  }

  /** A shop under construction opens by the clock alone. */
  #showAgainWhenBuilt(shops: readonly ShopView[]): void {
    this.#building?.clear();
    const opens = shops.flatMap(({ state, opensAt }) =>
      state === 'construction' && opensAt !== null ? [opensAt] : [],
    );
    if (opens.length === 0) return;
    const wait = Math.max(OPENS_LEAST_MS, Math.min(...opens) - this.services.game.now());
    this.#building = this.clock.setTimeout(() => this.shopsChanged(), wait);
  }

  #showShops(shops: readonly ShopView[]): void {
    this.#showAgainWhenBuilt(shops);
    const spots = new Set(shops.map(({ spot }) => String(spot)));
    for (const key of [...this.state.shops.keys()]) if (!spots.has(key)) this.state.shops.delete(key);
    for (const { spot, loanId, entrepreneur, sector, state } of shops) {
      const key = String(within(spot, 8));
      const shown = this.state.shops.get(key) ?? new Shop();
      shown.loanId = loanId;
      shown.entrepreneur = entrepreneur;
      shown.sector = sector;
      shown.state = state;
      if (!this.state.shops.has(key)) this.state.shops.set(key, shown);
    }
  }
}
