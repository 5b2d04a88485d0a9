import { type Client, ClientState, Protocol, SchemaSerializer } from '@colyseus/core';
import type { Schema } from '@colyseus/schema';

/** The type byte of a patch: a frame that holds nothing else says nothing. */
const EMPTY = 1;

/**
 * Colyseus sends a patch to every client of a room whose state has private parts, also to those whom nothing of it concerns: one purse
 * that changes costs 23 onlookers a frame of one byte each. Here a client gets a patch when there is something in it.
 */
export class QuietSerializer<T extends Schema> extends SchemaSerializer<T> {
  override applyPatches(
    clients: Client[],
    state?: unknown,
    timing?: Parameters<SchemaSerializer<T>['applyPatches']>[2],
  ): boolean {
    const { encoder } = this;
    if (timing !== undefined || clients.length === 0 || !encoder.hasChanges || !this.hasFilters)
      return super.applyPatches(clients, state, timing);
    this.needFullEncode = true;
    const at = { offset: EMPTY };
    encoder.sharedBuffer[0] = Protocol.ROOM_STATE_PATCH;
    const shared = encoder.encode(at);
    const sharedEnd = at.offset;
    // The last to join first, as Colyseus does.
    for (const client of clients.toReversed()) {
      if (client.state !== ClientState.JOINED) continue;
      // Both are copies: a frame may wait in its socket while the next patch is written over the shared buffer.
      const frame = client.view === undefined ? shared.slice() : encoder.encodeView(client.view, sharedEnd, at);
      if (frame.length > EMPTY) client.raw(frame);
    }
    encoder.discardChanges();
    return true;
  }
}
