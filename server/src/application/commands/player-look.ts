import type { CommandPayload } from '@bloomvale/shared/protocol/commands';
import type { CommandValues } from '@bloomvale/shared/protocol/replies';
import { err, ok } from '@bloomvale/shared/result';
import { PLAYER_LOOKS } from '../../domain/generated-identity.ts';
import type { Handler } from '../bus/handler.ts';
import { activePlayer, type ByPlayer } from './by-player.ts';

/** Refused: FORBIDDEN, UNKNOWN_LOOK. */
export const playerLook: Handler<ByPlayer & CommandPayload<'player.look'>, CommandValues['player.look']> = {
  type: 'player.look',
  needs: ({ playerId }) => ({ player: [playerId] }),
  decide({ playerId, look }, work) {
    const player = activePlayer(work, playerId);
    if (player === null) return err({ code: 'FORBIDDEN' });
    if (!(PLAYER_LOOKS as readonly string[]).includes(look)) return err({ code: 'UNKNOWN_LOOK' });
    if (look !== player.look) {
      work.put('player', { ...player, look });
      work.emit({ kind: 'player.changed', playerId });
    }
    return ok({ look });
  },
};
