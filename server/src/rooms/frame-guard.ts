import { CLOSE_FLOOD } from '@bloomvale/shared/protocol/rooms';
import { type Client, CloseCode, Room } from '@colyseus/core';

/** What we need of Colyseus' internals: `_onJoin` binds this method to each socket, so that a room may put its own in front. */
type Frames = { _onMessage(this: Room, client: Client, frame: Buffer): void };

export type FrameGuardOptions = {
  /** Frames a second of one socket beyond which it is closed. */
  readonly perSecond: number;
  readonly onFault: (cause: unknown, client: Client) => void;
};

type Meter = { second: number; frames: number; closed: boolean };

/**
 * Sees every frame of every client before Colyseus does. Three things only this place can do: know a frame's size before it is unpacked,
 * count what no handler sees (pings, unknown types), and turn an exception while decoding, which Colyseus does outside any try block,
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
