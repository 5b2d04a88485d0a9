import type { Socket } from 'node:net';
import type { Client } from '@colyseus/core';

/** What we need of a `ws` socket: the stream under it. */
type WebSocketRef = { readonly _socket?: Pick<Socket, 'cork' | 'uncork'> | null };

/**
 * Everything these clients are sent until the promises that are ready now have run leaves each of them in one write: a command's patch
 * and its reply would otherwise be two calls of the system here and two awakenings there. Nothing is held longer than that.
 */
export function inOneWrite(clients: Iterable<Client>): void {
  const held: Pick<Socket, 'cork' | 'uncork'>[] = [];
  for (const { ref } of clients) {
    const socket = (ref as WebSocketRef)._socket;
    if (socket === undefined || socket === null) continue;
    socket.cork();
    held.push(socket);
  }
  // A tick runs when the queue of promises is empty; one that is asked for outside of it would run before them.
  queueMicrotask(() =>
    process.nextTick(() => {
      for (const socket of held) socket.uncork();
    }),
  );
}
