import { randomUUIDv7 } from 'node:crypto';
import { stallForecast } from '@bloomvale/shared/play/stall-clock';
import type { CommandType } from '@bloomvale/shared/protocol/commands';
import { HOMESTEAD_SEATS } from '@bloomvale/shared/protocol/limits';
import type { RejectCode } from '@bloomvale/shared/protocol/reject-codes';
import { invariant } from '@bloomvale/shared/result';
import type { AuthContext, Delayed } from '@colyseus/core';
import type { PlayerState } from '../application/contract.ts';
import { BaseRoom } from './base-room.ts';
import type { ListeningRoom } from './event-relay.ts';
import { enterHomestead, type HomesteadOptions } from './join.ts';
import { projectHousehold } from './project-household.ts';
import type { SeatAuth } from './seats.ts';
import { HomesteadState } from './state/homestead-state.ts';
import { mapOf } from './world-map.ts';

/** Only its owner works in a garden, a kitchen and at a stall, and lives in the house. */
const OWNERS_WORK = /^(garden|stall|kitchen|order)\.|^home\.(fulfil|upgrade|talk)$/;
/** How far back `plantedAt` can reach: longer than any crop grows, so that what is older is simply ripe. */
const BASE_MS = 365 * 86_400_000;
/** The stall is not settled more often, whatever the clock is scaled to. */
const SETTLE_LEAST_MS = 500;
/** After a settling that changed nothing (the day's cap is reached): look again this much later. */
const SETTLE_AGAIN_MS = 30_000;

/** One player's homestead, by whoever stands in it. The owner need not be there. */
export class HomesteadRoom extends BaseRoom<HomesteadState> implements ListeningRoom {
  override state = new HomesteadState();
  override maxClients = HOMESTEAD_SEATS;
  readonly villageId = null;
  ownerId = '';
  #settling: Delayed | null = null;

  static override async onAuth(_token: string, options: unknown, context: AuthContext): Promise<SeatAuth> {
    return enterHomestead(options, context);
  }

  override async onCreate({ ownerId }: HomesteadOptions): Promise<void> {
    const { game, relay } = this.services;
    const owner = await game.player(ownerId);
    invariant(owner !== null, 'a room for a household that does not exist');
    this.ownerId = ownerId;
    this.open(mapOf(game.content, 'homestead'));
    this.state.ownerId = owner.publicId;
    this.state.base = game.now() - BASE_MS;
    this.project(owner);
    relay.add(this);
  }

  override onDispose(): void {
    super.onDispose();
    this.services.relay.remove(this);
  }

  shopsChanged(): void {}

  protected override refusal({ playerId }: SeatAuth, type: CommandType): RejectCode | null {
    return OWNERS_WORK.test(type) && playerId !== this.ownerId ? 'NOT_YOURS' : null;
  }

  /** By its owner's public id: operators look people up by it, and a name may hurt. */
  protected override facts() {
    return { kind: 'homestead', name: this.state.ownerId } as const;
  }

  protected override shownPlayers(): readonly string[] {
    return [...new Set([...super.shownPlayers(), this.ownerId])];
  }

  protected override shows(playerId: string): boolean {
    return playerId === this.ownerId;
  }

  protected override project(player: PlayerState): void {
    if (player.playerId !== this.ownerId) return;
    projectHousehold(this.state, player);
    this.#settleWhenDue(player);
  }

  /**
   * While somebody watches, the stall sells before their eyes: the next sale or wish is settled when it is due, by the same command that
   * settles it for a player who comes back.
   */
  #settleWhenDue({ household }: PlayerState, least = SETTLE_LEAST_MS): void {
    const { game, timeScale } = this.services;
    this.#settling?.clear();
    const { nextSaleAt, nextWishAt, nextOrderAt } = stallForecast(household, game.content, timeScale);
    const due = Math.min(...[nextSaleAt, nextWishAt, nextOrderAt].map((at) => at ?? Number.POSITIVE_INFINITY));
    if (due === Number.POSITIVE_INFINITY) return;
    const wait = Math.max(least, due - game.now());
    this.#settling = this.clock.setTimeout(() => this.#settle(household), wait);
  }

  #settle(before: PlayerState['household']): void {
    const { game, logger, inFlight, stopping } = this.services;
    if (stopping()) return;
    const work = async () => {
      await game.run({ playerId: this.ownerId }, 'home.catch-up', { commandId: randomUUIDv7(), seen: false });
      await this.refresh(this.ownerId);
      const owner = await game.player(this.ownerId);
      if (
        owner !== null &&
        owner.household.stall.customers === before.stall.customers &&
        owner.household.stall.wishCount === before.stall.wishCount &&
        owner.household.orders.count === before.orders.count
      ) {
        this.#settleWhenDue(owner, SETTLE_AGAIN_MS);
      }
    };
    inFlight
      .track(work)
      .catch((cause: unknown) => logger.error({ err: cause, room: this.roomId }, 'the stall could not be settled'));
  }
}
