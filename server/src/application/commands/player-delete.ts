import { walletOf } from '@bloomvale/shared/ledger/accounts';
import { buy } from '@bloomvale/shared/ledger/postings';
import { ok } from '@bloomvale/shared/result';
import type { Handler } from '../bus/handler.ts';
import { balanceOf, mustPost } from '../bus/posting.ts';
import { COMMUNITY, sourceText } from '../lending/loan-records.ts';
import { lotsOf } from '../lending/village-records.ts';
import type { ByPlayer } from './by-player.ts';

/**
 * First half of leaving for good (product.md 8): the name and the homestead are erased, the coins go to `sink:dormant`, the lot is free.
 * From here on every command of the player is refused. The journal stays: it names an id that leads to nobody.
 */
export const playerErase: Handler<ByPlayer & { readonly villageId: string }, { readonly erased: boolean }> = {
  type: 'player.erase',
  needs: ({ playerId, villageId }) => ({
    player: [playerId],
    household: [playerId],
    block: [playerId],
    village: [villageId],
    account: [walletOf(playerId), 'sink:dormant'],
  }),
  decide({ playerId }, work) {
    const player = work.get('player', playerId);
    if (player === null || player.deletedAt !== null) return ok({ erased: false });
    const wallet = balanceOf(work, walletOf(playerId));
    if (wallet > 0) mustPost(work, buy('sink:dormant', playerId, `close:${playerId}`, wallet, 'account deleted'), null);
    const village = work.must('village', player.villageId);
    work.put('village', {
      ...village,
      lots: JSON.stringify(lotsOf(village).map((who) => (who === playerId ? null : who))),
      version: village.version + 1,
    });
    work.put('player', { ...player, name: '', look: 'a1', locale: 'en', deletedAt: work.now });
    const household = work.get('household', playerId);
    if (household !== null) work.put('household', { playerId, doc: '', version: household.version + 1 });
    for (const row of work.all('block', playerId)) work.put('block', { ...row, blocked: 0 });
    work.emit({ kind: 'player.deleted', playerId });
    return ok({ erased: true });
  },
};

/**
 * Second half, a bounded number of loans at a time: what running loans still repay goes to the community pool. Repeatable, so a crash
 * between the halves is made good at the next start.
 */
export const playerHandOver: Handler<
  ByPlayer & { readonly loanIds: readonly string[] },
  { readonly handedOver: number }
> = {
  type: 'player.hand-over',
  needs: ({ playerId, loanIds }) => ({
    player: [playerId],
    lender: [playerId],
    contribution: loanIds,
  }),
  decide({ playerId, loanIds }, work) {
    if (work.must('player', playerId).deletedAt === null) return ok({ handedOver: 0 });
    const mine = loanIds
      .flatMap((loanId) => work.all('contribution', loanId))
      .filter((row) => row.source === `player:${playerId}`);
    let open = 0;
    for (const row of mine) {
      work.put('contribution', { ...row, source: sourceText(COMMUNITY) });
      open += row.amount - row.received - row.refunded - row.forgiven - row.lost;
    }
    const lender = work.must('lender', playerId);
    if (open > 0) work.put('lender', { ...lender, outstanding: lender.outstanding - open });
    return ok({ handedOver: mine.length });
  },
};
