import { CLOSE_FLOOD } from '@bloomvale/shared/protocol/rooms';
import { type Client, CloseCode, Protocol, Room } from '@colyseus/core';
import { decode } from '@colyseus/schema';

/** What we need of Colyseus' internals: `_onJoin` binds this method to each socket, so that a room may put its own in front. */
type Frames = { _onMessage(this: Room, client: Client, frame: Buffer): void };

export type FrameGuardOptions = {
  /** Frames a second of one socket beyond which it is closed. */
  readonly perSecond: number;
  readonly onFault: (cause: unknown, client: Client) => void;
};

const LOW_BITS = { protocol: 0b0001_1111, length: 0b0001_1111 } as const;
/** msgpack's heads of a string: so many bytes of length follow. A shorter string has its length in the head. */
const LENGTH_BYTES: Readonly<Record<number, number>> = { 217: 1, 218: 2, 219: 4 };

/**
 * Whether the type of a message is written in ASCII, as all of ours are. Colyseus' decoder complains of other bytes straight to the
 * console, once a frame: whoever likes could fill an operator's screen.
 */
function hasPlainType(frame: Buffer): boolean {
  const protocol = (frame[0] ?? 0) & LOW_BITS.protocol;
  const at = { offset: 1 };
  if (protocol === Protocol.ROOM_REQUEST) decode.number(frame, at);
  else if (protocol !== Protocol.ROOM_DATA && protocol !== Protocol.ROOM_DATA_BYTES) return true;
  if (!decode.stringCheck(frame, at)) return true;
  const head = frame[at.offset] as number;
  const bytes = LENGTH_BYTES[head] ?? 0;
  const start = at.offset + 1 + bytes;
  if (start > frame.length) return false;
  const length = bytes === 0 ? head & LOW_BITS.length : frame.readUIntLE(start - bytes, bytes);
  const end = Math.min(frame.length, start + length);
  for (let i = start; i < end; i++) if ((frame[i] as number) > 0x7f) return false;
  return true;
}

type Meter = { second: number; frames: number; closed: boolean };

/**
 * Sees every frame of every client before Colyseus does. Four things only this place can do: know a frame's size before it is unpacked,
 * count what no handler sees (pings, unknown types), refuse a type that the decoder would complain of, and turn an exception while decoding, which Colyseus does outside any try block,
 * into the end of one socket instead of the process (codebases.md 3a 1).
 */
export class FrameGuard {
  readonly #meters = new WeakMap<Client, Meter>();
  #bytes = 0;

  constructor(room: Room, options: FrameGuardOptions) {
    const behind = (Room.prototype as unknown as Frames)._onMessage;
    (room as unknown as Frames)._onMessage = (client, frame) => {
      if (!this.#admit(client, options.perSecond)) return;
      this.#bytes = frame.byteLength;
      try {
        if (!hasPlainType(frame)) throw new Error('a message type that is not ASCII');
        behind.call(room, client, frame);
      } catch (cause) {
        options.onFault(cause, client);
        client.leave(CloseCode.WITH_ERROR, 'unreadable frame');
      }
    };
  }

  /** Size of the frame being handled. For handlers, before their first `await`. */
  get bytes(): number {
    return this.#bytes;
  }

  #admit(client: Client, perSecond: number): boolean {
    const second = Math.floor(performance.now() / 1000);
    let meter = this.#meters.get(client);
    if (meter === undefined) {
      meter = { second, frames: 0, closed: false };
      this.#meters.set(client, meter);
    }
    if (meter.closed) return false;
    if (meter.second !== second) {
      meter.second = second;
      meter.frames = 0;
    }
    if (++meter.frames <= perSecond) return true;
    meter.closed = true;
    client.leave(CLOSE_FLOOD, 'too many messages');
    return false;
  }
}
