import type { Pollination } from '@bloomvale/shared/play/effects';
import { catchUp } from '@bloomvale/shared/play/home-catch-up';
import type { CommandPayload } from '@bloomvale/shared/protocol/commands';
import type { CommandValues, WelcomeBack } from '@bloomvale/shared/protocol/replies';
import { ok } from '@bloomvale/shared/result';
import type { Handler } from '../bus/handler.ts';
import type { Rules } from '../rules.ts';
import type { ByPlayer } from './by-player.ts';
import { play, playNeeds } from './play.ts';

/** The loans' part of the welcome-back report, from committed events up to a journal number. */
export type LoanNews = Pick<WelcomeBack, 'repaid' | 'late' | 'lost' | 'refunded' | 'funded' | 'ended'>;

export type CatchUp = ByPlayer &
  CommandPayload<'home.catch-up'> & {
    readonly news: LoanNews;
    /** Everything up to here is in `news`; what comes later belongs to the next report. */
    readonly horizon: number;
    readonly pollination?: Pollination;
  };

/** Settles the stall up to now and, with `seen`, closes the welcome-back report. Never refused for a living household. */
export const homeCatchUp = (rules: Rules): Handler<CatchUp, CommandValues['home.catch-up']> => ({
  type: 'home.catch-up',
  staged: true,
  needs: ({ playerId }, view) => ({ ...playNeeds(playerId, view), lender: [playerId] }),
  decide({ playerId, news, horizon, commandId, seen, pollination }, work) {
    const played = play(work, rules, playerId, { commandId, seen, pollination }, catchUp);
    if (!played.ok) return played;
    if (seen) {
      const player = work.must('player', playerId);
      work.put('player', { ...player, seenAt: work.now });
      const lender = work.must('lender', playerId);
      work.put('lender', { ...lender, seenSeq: Math.max(lender.seenSeq, horizon) });
    }
    const { sales, report } = played.value;
    return ok({ sales, report: { ...report, ...news } });
  },
});
