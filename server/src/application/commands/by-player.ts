import type { Work } from '../bus/work.ts';
import type { PlayerRow } from '../store/rows.ts';

/** Added to every player's command by the game, from the session; never part of the payload. */
export type ByPlayer = { readonly playerId: string };

/** The acting player, or null when there is none (any more). */
export function activePlayer(work: Work, playerId: string): PlayerRow | null {
  const player = work.get('player', playerId);
  return player === null || player.deletedAt !== null ? null : player;
}
