import type { ROOM_HOMESTEAD } from '@bloomvale/shared/protocol/rooms';
import { PROTOCOL_VERSION } from '@bloomvale/shared/protocol/version';
import { requestJson } from './http.ts';

/** Written out, since its module brings a library that the title does not wait for. */
const HOMESTEAD: typeof ROOM_HOMESTEAD = 'homestead';

/** A place kept in a room, as matchmaking answers it; the SDK alone looks into it. Runs out within seconds when nobody takes it. */
export type Seat = { readonly roomId: string; readonly sessionId: string };

/**
 * A seat in one's own homestead, asked for while the server is still asked who one is: a round trip less. Null when there is none, for
 * whatever reason: joining as usual finds out which.
 */
export async function reserveHome(): Promise<Seat | null> {
  // Without an owner it is one's own.
  const answer = await requestJson<Seat>(`/matchmake/joinOrCreate/${HOMESTEAD}`, {
    method: 'POST',
    body: { version: PROTOCOL_VERSION },
  });
  return answer.ok ? answer.value : null;
}
