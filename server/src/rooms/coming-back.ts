import { type Client, CloseCode } from '@colyseus/core';

/** Closings that are the network's, never ours nor the player's (codebases.md 3a 6). */
const DROPS: ReadonlySet<number> = new Set([
  CloseCode.GOING_AWAY,
  CloseCode.NO_STATUS_RECEIVED,
  CloseCode.ABNORMAL_CLOSURE,
  CloseCode.MAY_TRY_RECONNECT,
]);
const SOCKET_OPEN = 1;

/** Whether a closed client may come back to its seat. */
export const mayComeBack = ({ ref }: Client, code: number | undefined): boolean =>
  code !== undefined && (DROPS.has(code) || isReplaced(ref, code));

/**
 * A client that changed networks is back before we noticed that it went: Colyseus ends the old connection, with the code it also has for
 * misbehaviour, but while its socket is still open (`checkReconnectionToken`).
 */
const isReplaced = (ref: Client['ref'], code: number): boolean =>
  code === CloseCode.WITH_ERROR && (ref as { readyState?: unknown }).readyState === SOCKET_OPEN;
