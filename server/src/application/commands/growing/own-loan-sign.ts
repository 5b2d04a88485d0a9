import type { OwnLoanOffer } from '@bloomvale/shared/content/growing';
import { walletOf } from '@bloomvale/shared/ledger/accounts';
import { disbursePlayerLoan } from '@bloomvale/shared/ledger/player-loan-postings';
import { beAbout } from '@bloomvale/shared/own-loan/loan-time';
import { judge } from '@bloomvale/shared/own-loan/offer-now';
import { owedOn } from '@bloomvale/shared/own-loan/own-loan';
import { ownLoanId, signLoan } from '@bloomvale/shared/own-loan/signing';
import { grantPlots, grantStation } from '@bloomvale/shared/play/grants';
import type { Household } from '@bloomvale/shared/play/household';
import type { CommandPayload } from '@bloomvale/shared/protocol/commands';
import type { GrowingValues } from '@bloomvale/shared/protocol/growing-views';
import { err, ok } from '@bloomvale/shared/result';
import type { Handler } from '../../bus/handler.ts';
import { balanceOf, mustPost } from '../../bus/posting.ts';
import type { Rules } from '../../rules.ts';
import { activePlayer, type ByPlayer } from '../by-player.ts';
import { keepHousehold, openHousehold } from '../play.ts';
import { borrowingNeeds, keepBorrower, loanAccounts, openBooks } from './borrowing.ts';
import { ownedAlready } from './own-loan-offers.ts';

export type Sign = ByPlayer & CommandPayload<'own-loan.sign'>;

/**
 * Borrows from the village fund (T14): coins to the purse, or in kind. Refused, in this order: FORBIDDEN, BORROW_UNKNOWN (no such offer),
 * then as `judge`: another loan runs, taken or owned already, stall too small, pause, sum, share, cap, another instalment than was seen.
 */
export const ownLoanSign = (rules: Rules): Handler<Sign, GrowingValues['own-loan.sign']> => ({
  type: 'own-loan.sign',
  staged: true,
  needs: ({ playerId }, view) => {
    const player = view.peek('player', playerId);
    const row = view.peek('borrower', playerId);
    const books = borrowingNeeds(playerId, view);
    const signed = row == null ? 0 : (JSON.parse(row.doc) as { signed: number }).signed;
    const next = player == null ? null : ownLoanId(player.publicId, signed + 1);
    return {
      player: [playerId],
      household: [playerId],
      borrower: books.borrower,
      ownLoan: next === null ? books.ownLoan : [...books.ownLoan, next],
      account: [
        walletOf(playerId),
        'mint:loan',
        'sink:upgrade',
        'mint:mission',
        ...books.account,
        ...(next === null ? [] : loanAccounts(next)),
      ],
    };
  },
  decide({ playerId, offer: offerId, amount, instalment, share }, work) {
    const player = activePlayer(work, playerId);
    if (player === null) return err({ code: 'FORBIDDEN' });
    const { ownLoan } = rules.content.growing;
    const offer = ownLoan.offers.find(({ id }) => id === offerId);
    if (offer === undefined) return err({ code: 'BORROW_UNKNOWN' });
    const books = openBooks(work, playerId);
    const household = openHousehold(work, rules, playerId);
    const borrower = { ...books.borrower, time: beAbout(books.borrower.time, work.sim, ownLoan.awaySimHours) };
    const judged = judge(
      offer,
      { amount, instalment, share },
      {
        borrower,
        stallLevel: household.stall.level,
        owned: ownedAlready(offer, household, rules.content),
        owed: books.loan === null ? 0 : owedOn(books.loan),
      },
      ownLoan,
    );
    if (!judged.ok) return err(judged.error);
    const id = ownLoanId(player.publicId, borrower.signed + 1);
    const signed = signLoan(offer, judged.value, borrower, { id, share });
    const inKind = offer.grant.kind !== 'coins';
    mustPost(work, disbursePlayerLoan(id, playerId, judged.value.principal, judged.value.cost, inKind), null);
    work.put('ownLoan', {
      id,
      playerId,
      number: signed.borrower.signed,
      state: signed.loan.life.state,
      owed: owedOn(signed.loan),
      doc: JSON.stringify(signed.loan),
      signedAt: work.now,
      closedAt: null,
      version: 1,
    });
    keepBorrower(work, playerId, signed.borrower);
    if (inKind) keepHousehold(work, playerId, { household: granted(household, offer), coins: [], goods: [] });
    work.emit({ kind: 'player.changed', playerId });
    return ok({
      loanId: id,
      owed: owedOn(signed.loan),
      wallet: balanceOf(work, walletOf(playerId)),
      grant: offer.grant,
    });
  },
});

function granted(household: Household, { grant }: OwnLoanOffer): Household {
  if (grant.kind === 'plots') return grantPlots(household, grant.plots);
  return grant.kind === 'station' ? grantStation(household, grant.station) : household;
}
