import type { CommandPayload } from '@bloomvale/shared/protocol/commands';
import type { GrowingValues } from '@bloomvale/shared/protocol/growing-views';
import { err, ok } from '@bloomvale/shared/result';
import type { Handler } from '../../bus/handler.ts';
import { activePlayer, type ByPlayer } from '../by-player.ts';

/** Marks letters as read. Refused: FORBIDDEN; LETTER_UNKNOWN when one of them is not the player's, and then none is marked. */
export const letterRead: Handler<ByPlayer & CommandPayload<'letter.read'>, GrowingValues['letter.read']> = {
  type: 'letter.read',
  needs: ({ playerId, letters }) => ({ player: [playerId], inbox: [playerId], letter: letters }),
  decide({ playerId, letters }, work) {
    if (activePlayer(work, playerId) === null) return err({ code: 'FORBIDDEN' });
    const rows = [...new Set(letters)].map((id) => work.get('letter', id));
    if (rows.some((row) => row === null || row.playerId !== playerId)) return err({ code: 'LETTER_UNKNOWN' });
    const box = work.must('inbox', playerId);
    let unread = box.unread;
    for (const row of rows) {
      if (row === null || row.readAt !== null) continue;
      work.put('letter', { ...row, readAt: work.now });
      unread -= 1;
    }
    if (unread !== box.unread) {
      work.put('inbox', { ...box, unread });
      work.emit({ kind: 'player.changed', playerId });
    }
    return ok({ unread });
  },
};
