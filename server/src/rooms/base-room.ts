import type { WorldMap } from '@bloomvale/shared/content/map';
import type { Localised } from '@bloomvale/shared/content/text';
import type { CommandPayload, CommandType, GesturePayload } from '@bloomvale/shared/protocol/commands';
import { COMMANDS } from '@bloomvale/shared/protocol/commands';
import { MAX_COMMAND_BYTES, RECONNECT_SECONDS } from '@bloomvale/shared/protocol/limits';
import type { RejectCode } from '@bloomvale/shared/protocol/reject-codes';
import type { GestureReply, Rejected } from '@bloomvale/shared/protocol/replies';
import { CLOSE_TAKEN_OVER, type RoomMessages } from '@bloomvale/shared/protocol/rooms';
import { invariant, type Result } from '@bloomvale/shared/result';
import { type Client, type Deferred, Room, type RoomException } from '@colyseus/core';
import { type MapSchema, type Schema, StateView } from '@colyseus/schema';
import type { PlayerState } from '../application/contract.ts';
import type { ReplyOutcome } from '../ops/reply-times.ts';
import type { RoomCounter, RoomFacts } from '../ops/room-metrics.ts';
import { mayComeBack } from './coming-back.ts';
import type { VillageNews } from './event-relay.ts';
import { FrameGuard } from './frame-guard.ts';
import { type MessageType, roomCommands } from './messages.ts';
import { inOneWrite } from './one-write.ts';
import { projectAvatar } from './project-self.ts';
import { QuietSerializer } from './quiet-serializer.ts';
import { Refresher } from './refresher.ts';
import { type RoomServices, roomServices } from './room-services.ts';
import type { SeatAuth, SeatRoom } from './seats.ts';
import { Avatar } from './state/avatar.ts';
import { type Course, Walking } from './walking.ts';
import { mapOf } from './world-map.ts';

export type GameClient = Client<{ auth: SeatAuth; messages: RoomMessages }>;
export type PlaceState = { epoch: number; avatars: MapSchema<Avatar> };

/** State goes out this often when something changed, and at once after a player's own command. */
export const PATCH_MS = 250;
/** Before 32 bits of milliseconds since the room's epoch run out, after 49 days, the epoch moves. */
const EPOCH_LIFE_MS = 2 ** 31;

const rejected = (code: RejectCode): Rejected => ({ ok: false, code });
const GESTURE_DONE = {};

/**
 * What villages and homesteads have in common: seats, commands, gestures, avatars, the projection of committed state. A room owns nothing
 * of value: all of it can be made again from the game at any time, so leaving and disposing save nothing.
 */
export abstract class BaseRoom<S extends PlaceState & object>
  extends Room<{ state: S; client: GameClient }>
  implements SeatRoom
{
  override patchRate = PATCH_MS;
  override messages = {
    // A type nobody knows is ignored: Colyseus would close the socket of an honest newer client.
    _: () => {},
    ...roomCommands<GameClient>((client, type, payload, awaited) => this.#receive(client, type, payload, awaited)),
  };

  protected readonly services: RoomServices = roomServices();
  #frames: FrameGuard | null = null;
  #walking: Walking | null = null;
  #replies: RoomCounter | null = null;
  /** Whose avatar belongs to which client: a second tab may hold the same player's before the first has left. */
  readonly #clientOf = new Map<string, string>();
  /** Dropped clients that may come back; rejecting ends the wait. */
  readonly #away = new Map<string, Deferred>();
  /** Until when the gestures of somebody here are shown to nobody. */
  readonly #muted = new Map<string, number>();
  /** Public ids that each player here has blocked. */
  readonly #blocked = new Map<string, readonly string[]>();
  readonly #refresher = new Refresher((playerIds) => this.#showAgain(playerIds));

  /** Why this player may not run this command here; null when they may. */
  protected abstract refusal(auth: SeatAuth, type: CommandType): RejectCode | null;
  /** Shows what the room shows of a player besides the avatar. */
  protected abstract project(player: PlayerState): void;
  /** What operators call the room. */
  protected abstract facts(): Pick<RoomFacts, 'kind' | 'name'>;
  /** Whether the room shows something of a player who is not in it. */
  protected abstract shows(playerId: string): boolean;

  /** Called by Colyseus with its own when the state is set. */
  override setSerializer(_own: unknown): void {
    super.setSerializer(new QuietSerializer<S & Schema>() as never);
  }

  protected open(map: WorldMap): void {
    const { game, logger, floodPerSecond, metrics } = this.services;
    this.state.epoch = game.now();
    this.#walking = new Walking(map);
    this.#replies = metrics.open(() => ({
      id: this.roomId,
      players: this.clients.length,
      seats: this.maxClients,
      ...this.facts(),
    }));
    this.#frames = new FrameGuard(this as unknown as Room, {
      perSecond: floodPerSecond,
      onFault: (cause, client) =>
        logger.warn({ err: cause, room: this.roomId, client: client.sessionId }, 'unreadable frame'),
    });
  }

  // The second parameter is needed: without it the SDK's typing falls back to `any` (stack-facts 5).
  override async onJoin(client: GameClient, _options: { version: number }): Promise<void> {
    const { game, seats } = this.services;
    const auth = client.auth as SeatAuth;
    const { playerId, publicId, villageId, accountSession } = auth;
    const player = await game.player(playerId);
    invariant(player !== null, 'somebody without a household joins');
    const before = seats.claim({ playerId, villageId, accountSession, clientId: client.sessionId, room: this });
    this.#clientOf.set(publicId, client.sessionId);
    if (before !== null) takeOver(before.room, before.clientId);
    const avatar = this.#avatar(publicId);
    avatar.here = true;
    this.#show(avatar, this.#walks().enter(publicId, game.now()));
    this.#projectPlayer(player, avatar);
    client.view = new StateView();
    client.view.add(avatar.self);
    this.broadcastPatch();
    this.#deliver(client, 'content', { hash: game.contentHash });
    const { notice } = game.switches();
    if (notice !== null) this.#deliver(client, 'notice', { notice });
    this.#tellActs(client, player);
  }

  /** What operators did while the player was away. */
  #tellActs(client: GameClient, { playerId, sanctions }: PlayerState): void {
    if (sanctions.untold.length === 0) return;
    for (const { kind, until, amount } of sanctions.untold)
      this.#deliver(client, 'operator.act', { kind, until, amount });
    const { game, logger } = this.services;
    game.noteTold(playerId).catch((cause: unknown) => logger.error({ err: cause, playerId }, 'not noted as told'));
  }

  #avatar(publicId: string): Avatar {
    const present = this.state.avatars.get(publicId);
    if (present !== undefined) return present;
    const made = new Avatar();
    this.state.avatars.set(publicId, made);
    return made;
  }

  override onDrop(client: GameClient, code?: number): void {
    const avatar = this.state.avatars.get(this.#auth(client).publicId);
    if (!this.#holds(client) || !mayComeBack(client, code)) return;
    if (avatar !== undefined) avatar.here = false;
    // Not awaited: `onLeave` follows by itself when nobody comes back.
    const wait = this.allowReconnection(client, RECONNECT_SECONDS);
    this.#away.set(client.sessionId, wait);
    Promise.resolve(wait).catch(() => {});
  }

  override onReconnect(client: GameClient): void {
    this.#away.delete(client.sessionId);
    const avatar = this.state.avatars.get(this.#auth(client).publicId);
    if (avatar !== undefined) avatar.here = true;
    // Both may have changed while the socket was away.
    this.#deliver(client, 'content', { hash: this.services.game.contentHash });
    this.#deliver(client, 'notice', { notice: this.services.game.switches().notice });
  }

  override onLeave(client: GameClient): void {
    const { playerId, publicId } = this.#auth(client);
    this.#away.delete(client.sessionId);
    client.view?.dispose();
    this.services.seats.release(playerId, client.sessionId);
    if (!this.#holds(client)) return;
    this.#clientOf.delete(publicId);
    this.#blocked.delete(publicId);
    this.#muted.delete(publicId);
    this.#walks().leave(publicId);
    this.state.avatars.delete(publicId);
  }

  override onUncaughtException(cause: RoomException, method: string): void {
    this.services.logger.error({ err: cause, room: this.roomId, method }, 'a room failed');
  }

  tell<K extends keyof RoomMessages>(clientId: string, type: K, message: RoomMessages[K]): void {
    this.#deliver(this.clients.get(clientId), type, message);
  }

  evict(clientId: string, code: number, reason: string): void {
    this.#away.get(clientId)?.reject?.(new Error(reason));
    this.clients.get(clientId)?.leave(code, reason);
  }

  tellNews(news: VillageNews): void {
    for (const client of this.clients) {
      const village = news.get(client.auth?.villageId ?? '');
      for (const { type, message } of village?.values() ?? []) this.#deliver(client, type, message);
    }
  }

  contentChanged(hash: string): void {
    const { game, logger } = this.services;
    for (const client of this.clients) this.#deliver(client, 'content', { hash });
    this.#walkOn(mapOf(game.content, this.#walks().map.id));
    for (const playerId of this.shownPlayers()) {
      this.refresh(playerId).catch((cause: unknown) => logger.error({ err: cause, playerId }, 'projection failed'));
    }
  }

  /** Accounts' ids of everybody this room shows something of. */
  protected shownPlayers(): readonly string[] {
    return this.clients.map((client) => this.#auth(client).playerId);
  }

  /** Who stood on a map that is drawn anew begins where people appear. */
  #walkOn(map: WorldMap): void {
    if (JSON.stringify(map) === JSON.stringify(this.#walks().map)) return;
    this.#walking = new Walking(map);
    const now = this.services.game.now();
    for (const [id, avatar] of this.state.avatars) this.#show(avatar, this.#walks().enter(id, now));
    this.broadcastPatch();
  }

  tellNotice(notice: Localised | null): void {
    for (const client of this.clients) this.#deliver(client, 'notice', { notice });
  }

  override onDispose(): void {
    this.#refresher.stop();
    this.#replies?.close();
  }

  refresh(playerId: string): Promise<void> {
    return this.#refresher.refresh(playerId);
  }

  /** Returns why whom could not be shown: one player's fault is nobody else's. */
  async #showAgain(playerIds: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
    const concerned: GameClient[] = [];
    const faults = new Map<string, unknown>();
    for (const playerId of playerIds) {
      try {
        const client = await this.#showOne(playerId);
        if (client !== undefined) concerned.push(client);
      } catch (fault) {
        faults.set(playerId, fault);
      }
    }
    // Their replies follow at once.
    inOneWrite(concerned);
    this.broadcastPatch();
    return faults;
  }

  async #showOne(playerId: string): Promise<GameClient | undefined> {
    const player = await this.services.game.player(playerId);
    if (player === null) return undefined;
    const avatar = this.state.avatars.get(player.publicId);
    if (avatar !== undefined || this.shows(playerId)) this.#projectPlayer(player, avatar);
    return this.clients.get(this.#clientOf.get(player.publicId) ?? '');
  }

  #projectPlayer(player: PlayerState, avatar: Avatar | undefined): void {
    if (avatar !== undefined) {
      projectAvatar(avatar, player);
      this.#blocked.set(player.publicId, player.blocked);
      if (player.sanctions.mutedUntil === null) this.#muted.delete(player.publicId);
      else this.#muted.set(player.publicId, player.sanctions.mutedUntil);
    }
    this.project(player);
  }

  /** The one way in for everything a client sends: size, rate, shape, right, then the work; any fault of ours becomes `INTERNAL`. */
  async #receive(
    client: GameClient,
    type: MessageType,
    payload: Result<unknown, RejectCode>,
    awaited: boolean,
  ): Promise<unknown> {
    // A command without a reply would have an effect nobody hears of.
    if (!awaited) return undefined;
    const startedAt = performance.now();
    const reply = await this.#answer(client, type, payload);
    this.#replies?.record(performance.now() - startedAt, outcomeOf(reply));
    return reply;
  }

  async #answer(
    client: GameClient,
    type: MessageType,
    payload: Result<unknown, RejectCode>,
  ): Promise<{ readonly ok: true } | Rejected> {
    const { seats, stopping, inFlight, logger } = this.services;
    const auth = this.#auth(client);
    if ((this.#frames?.bytes ?? 0) > MAX_COMMAND_BYTES) return rejected('TOO_LARGE');
    if (!seats.mayAct(auth.playerId, performance.now())) return rejected('SLOW_DOWN');
    if (!payload.ok) return rejected(payload.error);
    if (stopping()) return rejected('STOPPING');
    try {
      return await inFlight.track(() =>
        isCommand(type) ? this.#run(auth, type, payload.value) : this.#gesture(client, auth, type, payload.value),
      );
    } catch (cause) {
      logger.error({ err: cause, room: this.roomId, playerId: auth.playerId, type }, 'a command failed');
      return rejected('INTERNAL');
    }
  }

  async #run(auth: SeatAuth, type: CommandType, payload: unknown): Promise<{ readonly ok: true } | Rejected> {
    const refusal = this.refusal(auth, type);
    if (refusal !== null) return rejected(refusal);
    const reply = await this.services.game.run(
      { playerId: auth.playerId },
      type,
      payload as CommandPayload<CommandType>,
    );
    // State first, then the reply: a client never sees an answer that its picture contradicts.
    if (reply.ok) await this.refresh(auth.playerId).catch((cause) => this.#notShown(auth, type, cause));
    return reply;
  }

  /** What was committed stays acknowledged, whatever can be shown of it; the refresher tries again. */
  #notShown({ playerId }: SeatAuth, type: CommandType, cause: unknown): void {
    this.services.logger.error(
      { err: cause, room: this.roomId, playerId, type },
      'what was committed is not shown yet',
    );
  }

  async #gesture(
    client: GameClient,
    auth: SeatAuth,
    type: Exclude<MessageType, CommandType>,
    payload: unknown,
  ): Promise<GestureReply<'walk' | 'emote' | 'say'>> {
    const now = this.services.game.now();
    if (type === 'walk') return this.#walk(client, auth.publicId, payload as GesturePayload<'walk'>);
    const id = auth.publicId;
    const until = this.#muted.get(id) ?? 0;
    if (until > now) return { ok: false, code: 'MUTED', detail: { until } };
    if (type === 'emote') this.#tellAround(id, 'avatar.emote', { id, ...(payload as GesturePayload<'emote'>) });
    else this.#tellAround(id, 'avatar.say', { id, ...(payload as GesturePayload<'say'>) });
    return { ok: true, now, value: GESTURE_DONE };
  }

  #walk(client: GameClient, publicId: string, { to }: GesturePayload<'walk'>): GestureReply<'walk'> {
    const now = this.services.game.now();
    // A seat that was taken over has no avatar any more.
    if (!this.#holds(client)) return rejected('FORBIDDEN');
    const course = this.#walks().walk(publicId, to, now);
    if (course === null) return rejected('UNREACHABLE');
    if (now - this.state.epoch > EPOCH_LIFE_MS) this.#moveEpoch(now);
    else this.#show(this.#avatar(publicId), course);
    this.broadcastPatch();
    return { ok: true, now, value: course };
  }

  #show(avatar: Avatar, { from, to, departAt }: Course): void {
    [avatar.fromX, avatar.fromY] = from;
    [avatar.toX, avatar.toY] = to;
    avatar.departAt = Math.max(0, departAt - this.state.epoch);
  }

  #moveEpoch(now: number): void {
    this.state.epoch = now;
    for (const [publicId, course] of this.#walks().courses()) this.#show(this.#avatar(publicId), course);
  }

  /** To everybody here between whom and the sender nobody has blocked the other. */
  #tellAround<K extends keyof RoomMessages>(sender: string, type: K, message: RoomMessages[K]): void {
    for (const client of this.clients) {
      const reader = client.auth?.publicId ?? '';
      if (this.#blocked.get(reader)?.includes(sender) || this.#blocked.get(sender)?.includes(reader)) continue;
      this.#deliver(client, type, message);
    }
  }

  #deliver<K extends keyof RoomMessages>(client: GameClient | undefined, type: K, message: RoomMessages[K]): void {
    (client as { send(type: string, message: unknown): void } | undefined)?.send(type, message);
  }

  #auth(client: GameClient): SeatAuth {
    invariant(client.auth !== undefined, 'a client without a player');
    return client.auth;
  }

  #holds(client: GameClient): boolean {
    return this.#clientOf.get(this.#auth(client).publicId) === client.sessionId;
  }

  #walks(): Walking {
    invariant(this.#walking !== null, 'the room is not open yet');
    return this.#walking;
  }
}

const isCommand = (type: MessageType): type is CommandType => Object.hasOwn(COMMANDS, type);

/** Faults of ours, not the player's mistakes. */
const FAULTS: readonly RejectCode[] = ['INTERNAL', 'STORE_UNAVAILABLE'];
const outcomeOf = (reply: { readonly ok: true } | Rejected): ReplyOutcome => {
  if (reply.ok) return 'ok';
  return FAULTS.includes(reply.code) ? 'error' : 'refused';
};

function takeOver(room: SeatRoom, clientId: string): void {
  room.tell(clientId, 'taken-over', {});
  room.evict(clientId, CLOSE_TAKEN_OVER, 'opened elsewhere');
}
