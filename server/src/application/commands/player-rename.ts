import type { CommandPayload } from '@bloomvale/shared/protocol/commands';
import type { CommandValues } from '@bloomvale/shared/protocol/replies';
import { err, ok } from '@bloomvale/shared/result';
import { acceptedName } from '../../domain/name-rules.ts';
import type { Handler } from '../bus/handler.ts';
import { activePlayer, type ByPlayer } from './by-player.ts';

/** Refused: FORBIDDEN, NAME_BAD (shape, length, or a word that hurts). Names are not unique: the public id tells people apart. */
export const playerRename: Handler<ByPlayer & CommandPayload<'player.rename'>, CommandValues['player.rename']> = {
  type: 'player.rename',
  needs: ({ playerId }) => ({ player: [playerId] }),
  decide({ playerId, name }, work) {
    const player = activePlayer(work, playerId);
    if (player === null) return err({ code: 'FORBIDDEN' });
    const accepted = acceptedName(name);
    if (accepted === null) return err({ code: 'NAME_BAD' });
    if (accepted !== player.name) {
      work.put('player', { ...player, name: accepted });
      work.emit({ kind: 'player.changed', playerId });
    }
    return ok({ name: accepted });
  },
};
