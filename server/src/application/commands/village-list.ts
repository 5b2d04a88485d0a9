import { escrowOf } from '@bloomvale/shared/ledger/accounts';
import { ok } from '@bloomvale/shared/result';
import type { Handler } from '../bus/handler.ts';
import { type ChapteredListing, listLoan, loanIdOf } from '../lending/listing.ts';
import type { Rules } from '../rules.ts';
import { SWITCHES, switchesIn } from '../switches/switch-board.ts';

export type ListLoans = {
  readonly villageId: string;
  readonly season: number;
  readonly listings: readonly ChapteredListing[];
  /** Counters the plan was made with: when they have moved, another plan came first and this one lists nothing. */
  readonly listedCount: number;
  readonly starterCount: number;
};

const numberOf = ({ listedCount, starterCount }: ListLoans, i: number): number => listedCount + starterCount + i + 1;

/** Opens planned loans in a village's hall, once; none while an operator has paused listings. */
export const villageList = (rules: Rules): Handler<ListLoans, { readonly listed: number }> => ({
  type: 'village.list',
  needs: (command) => {
    const ids = command.listings.map(({ entrepreneur }, i) =>
      loanIdOf(entrepreneur, command.villageId, numberOf(command, i)),
    );
    return {
      village: [command.villageId],
      meta: [SWITCHES],
      account: ['pool:community', 'mint:matching', ...ids.map(escrowOf)],
    };
  },
  decide(command, work) {
    if (switchesIn(work.get('meta', SWITCHES)).listingsPaused) return ok({ listed: 0 });
    const village = work.must('village', command.villageId);
    const { listings, listedCount, starterCount } = command;
    if (village.listedCount !== listedCount || village.starterCount !== starterCount) return ok({ listed: 0 });
    // Planned by a catalogue that is no longer in force: the next plan knows better.
    if (listings.some(({ entrepreneur }) => !rules.listed.has(entrepreneur))) return ok({ listed: 0 });
    const starters = listings.filter(({ starter }) => starter).length;
    work.put('village', {
      ...village,
      listedCount: listedCount + listings.length - starters,
      starterCount: starterCount + starters,
      version: village.version + 1,
    });
    listings.forEach((listing, i) => {
      listLoan(work, rules, village, command.season, listing, numberOf(command, i));
    });
    return ok({ listed: listings.length });
  },
});
