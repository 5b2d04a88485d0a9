import type { RejectCode } from '@bloomvale/shared/protocol/reject-codes';
import { HomesteadJoinSchema, VillageJoinSchema } from '@bloomvale/shared/protocol/rooms';
import { PROTOCOL_VERSION } from '@bloomvale/shared/protocol/version';
import { type AuthContext, ServerError } from '@colyseus/core';
import type { z } from 'zod';
import { NotNowError, PlayerGoneError, type PlayerState } from '../application/contract.ts';
import { StoreError } from '../application/store/store-error.ts';
import { roomServices } from './room-services.ts';
import type { SeatAuth } from './seats.ts';

/** HTTP status of each refusal at the door; the code travels as the message. */
const STATUS = {
  BAD_SHAPE: 400,
  SIGN_IN: 401,
  FORBIDDEN: 403,
  UNKNOWN_PLAYER: 404,
  WRONG_VERSION: 426,
  INTERNAL: 500,
  STOPPING: 503,
  PAUSED: 503,
  STORE_UNAVAILABLE: 503,
} as const satisfies Partial<Record<RejectCode, number>>;
type DoorCode = keyof typeof STATUS;

const refuse = (code: DoorCode): never => {
  throw new ServerError(STATUS[code], code);
};

/** What matchmaking chooses a room by and `onCreate` gets. Made here, never taken from the client. */
export type VillageOptions = { villageId: string };
export type HomesteadOptions = { ownerId: string };

/** Options we have replaced: Colyseus asks again with the same object when a room filled up meanwhile. */
const prepared = new WeakMap<object, SeatAuth>();

/**
 * The door of every room: origin, shape, version, session, household, and then the room the client belongs into. Colyseus hands us the
 * options object it will choose a room by; we replace what is in it, so that no client can name a room, a filter or a setting.
 */
async function enter<S extends z.ZodType<{ version: number }>>(
  schema: S,
  options: unknown,
  context: AuthContext,
  choose: (wish: z.output<S>, player: PlayerState) => Promise<VillageOptions | HomesteadOptions>,
): Promise<SeatAuth> {
  const { logger } = roomServices();
  try {
    if (typeof options !== 'object' || options === null) return refuse('BAD_SHAPE');
    const known = prepared.get(options);
    if (known !== undefined) return known;
    const { auth, player } = await identify(options, context);
    const wish = schema.safeParse(options);
    if (!wish.success) return refuse('BAD_SHAPE');
    const chosen = await choose(wish.data, player);
    for (const key of Object.keys(options)) delete (options as Record<string, unknown>)[key];
    Object.assign(options, chosen);
    prepared.set(options, auth);
    return auth;
  } catch (cause) {
    if (cause instanceof ServerError) throw cause;
    // Closed between the look at the session and here: the session is gone, too.
    if (cause instanceof PlayerGoneError) return refuse('SIGN_IN');
    if (cause instanceof NotNowError) return refuse(cause.code);
    if (cause instanceof StoreError) return refuse('STORE_UNAVAILABLE');
    logger.error({ err: cause }, 'a join failed');
    return refuse('INTERNAL');
  }
}

async function identify(options: object, context: AuthContext): Promise<{ auth: SeatAuth; player: PlayerState }> {
  const { accounts, game, originAllowed, stopping } = roomServices();
  if (stopping()) refuse('STOPPING');
  const headers = context.headers;
  if (!originAllowed(headers.get('origin'), headers.get('host'))) refuse('FORBIDDEN');
  const version: unknown = (options as { version?: unknown }).version;
  if (typeof version === 'number' && version !== PROTOCOL_VERSION) refuse('WRONG_VERSION');
  const session = await accounts.session(headers);
  if (session === null) return refuse('SIGN_IN');
  const locale = headers.get('accept-language')?.toLowerCase().startsWith('fr') ? 'fr' : 'en';
  const player = await game.enter({ playerId: session.playerId, guest: session.guest, locale });
  const { suspendedUntil } = player.sanctions;
  if (suspendedUntil !== null && suspendedUntil > game.now())
    throw new ServerError(403, `${'SUSPENDED' satisfies RejectCode}:${suspendedUntil}`);
  const auth = {
    playerId: player.playerId,
    publicId: player.publicId,
    villageId: player.villageId,
    accountSession: session.sessionId,
  };
  return { auth, player };
}

export const enterVillage = (options: unknown, context: AuthContext): Promise<SeatAuth> =>
  enter(VillageJoinSchema, options, context, async (_wish, player) => ({ villageId: player.villageId }));

export const enterHomestead = (options: unknown, context: AuthContext): Promise<SeatAuth> =>
  enter(HomesteadJoinSchema, options, context, async ({ owner }, player) => {
    if (owner === undefined || owner === player.publicId) return { ownerId: player.playerId };
    const host = await roomServices().game.playerByPublicId(owner);
    if (host === null) return refuse('UNKNOWN_PLAYER');
    // Whom somebody has blocked does not stand in their garden.
    if (host.blocked.includes(player.publicId)) return refuse('FORBIDDEN');
    return { ownerId: host.playerId };
  });
