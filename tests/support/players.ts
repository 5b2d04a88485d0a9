import type { RoomMessages } from '@bloomvale/shared/protocol/rooms';
import { PROTOCOL_VERSION } from '@bloomvale/shared/protocol/version';
import { matchMaker } from '@colyseus/core';
import { type Edge, get, guest, until } from './edge.ts';

/** A guest with a household. */
export async function newPlayer(edge: Edge, villageId?: string) {
  const { cookie, sdk } = await guest(edge.url);
  const session = await edge.accounts.session(new Headers({ cookie }));
  if (session === null) throw new Error('the guest has no session');
  const { playerId } = session;
  await edge.game.enter({ playerId });
  if (villageId !== undefined) edge.game.change(playerId, { villageId });
  const me = (await (await get(edge.url, '/api/me', { cookie })).json()) as { id: string };
  return { cookie, sdk, playerId, id: me.id };
}
export type Player = Awaited<ReturnType<typeof newPlayer>>;

const open: { leave(): Promise<unknown>; connection: { isOpen: boolean } }[] = [];

/** Leaves every room that was joined through here. */
export async function leaveAll(): Promise<void> {
  // Leaving a closed room never resolves.
  await Promise.all(
    open.splice(0).flatMap((room) => (room.connection.isOpen ? [room.leave().catch(() => undefined)] : [])),
  );
}

/** A new player on the square, once the room has shown them. */
export async function joinVillage(edge: Edge, villageId?: string) {
  const player = await newPlayer(edge, villageId);
  return { ...player, room: await enterVillage(player) };
}

export async function enterVillage(player: Player) {
  const room = await player.sdk.joinOrCreate('village', { version: PROTOCOL_VERSION });
  quieten(room);
  open.push(room);
  await until(() => room.state.avatars?.has(player.id), 'own avatar');
  return room;
}

/** A player in a homestead: their own, or that of the player with the public id `owner`. */
export async function enterHomestead(player: Player, owner?: string) {
  const room = await player.sdk.joinOrCreate('homestead', {
    version: PROTOCOL_VERSION,
    ...(owner === undefined ? {} : { owner }),
  });
  quieten(room);
  open.push(room);
  await until(() => room.state.avatars?.has(player.id), 'own avatar');
  return room;
}

type Listening = { onMessage(type: string, listen: (message: never) => void): unknown };
/** The SDK types each message by its room; here any room and any message will do. */
const listening = (room: object): Listening => room as Listening;

/** The SDK warns of every message nobody listens to. */
function quieten(room: object): void {
  listening(room).onMessage('*', () => undefined);
}

/** Everything of one type that arrives from now on. */
export function received<K extends keyof RoomMessages>(room: object, type: K): RoomMessages[K][] {
  const messages: RoomMessages[K][] = [];
  listening(room).onMessage(type, (message: RoomMessages[K]) => messages.push(message));
  return messages;
}

/** The socket below a room, to send what no SDK would. */
export function rawSocket(room: object): { send(frame: Uint8Array): void } {
  const { connection } = room as { connection: { transport: { ws: ReturnType<typeof rawSocket> } } };
  return connection.transport.ws;
}

/** Cuts a client's connection as a lost network would: no closing words on either side. */
export function cut({ roomId, sessionId }: { readonly roomId: string; readonly sessionId: string }): void {
  const seat = matchMaker.getLocalRoomById(roomId)?.clients.get(sessionId);
  if (seat === undefined) throw new Error('nobody to cut off');
  (seat.ref as unknown as { terminate(): void }).terminate();
}
