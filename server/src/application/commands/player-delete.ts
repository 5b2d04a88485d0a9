import { walletOf } from '@bloomvale/shared/ledger/accounts';
import { buy } from '@bloomvale/shared/ledger/postings';
import type { Household } from '@bloomvale/shared/play/household';
import { ok } from '@bloomvale/shared/result';
import type { Instant } from '@bloomvale/shared/time/sim-clock';
import type { Handler } from '../bus/handler.ts';
import { balanceOf, mustPost } from '../bus/posting.ts';
import type { Work } from '../bus/work.ts';
import { COMMUNITY, sourceText } from '../lending/loan-records.ts';
import { homeOf, leaveLot, NO_LOT } from '../lending/village-records.ts';
import type { ByPlayer } from './by-player.ts';
import { borrowingNeeds, closeBorrower } from './growing/borrowing.ts';

export type Erase = ByPlayer & {
  /** Given when nobody asked for it: only when last seen at this instant or before. */
  readonly absentSince?: Instant;
};
/** `gone`: there was nobody to erase, or not any more. `here`: they have been seen since. */
export type Erased = { readonly outcome: 'erased' | 'gone' | 'here' };

/**
 * First half of leaving for good (product.md 8): the name and the homestead are erased, the coins go to `sink:dormant`, the lot is free.
 * From here on every command of the player is refused. The journal stays: it names an id that leads to nobody.
 */
export const playerErase: Handler<Erase, Erased> = {
  type: 'player.erase',
  staged: true,
  needs: ({ playerId }, view) => {
    const books = borrowingNeeds(playerId, view);
    return {
      ...books,
      player: [playerId],
      household: [playerId],
      block: [playerId],
      follow: [playerId],
      autoLend: [playerId],
      village: homeOf(view, playerId),
      account: [walletOf(playerId), 'sink:dormant', ...books.account],
    };
  },
  decide({ playerId, absentSince }, work) {
    const player = work.get('player', playerId);
    if (player === null || player.deletedAt !== null) return ok({ outcome: 'gone' });
    if (absentSince !== undefined && player.seenAt > absentSince) return ok({ outcome: 'here' });
    const wallet = balanceOf(work, walletOf(playerId));
    if (wallet > 0) mustPost(work, buy('sink:dormant', playerId, `close:${playerId}`, wallet, 'account closed'), null);
    leaveLot(work, player);
    work.put('player', { ...player, name: '', look: 'a1', locale: 'en', lot: NO_LOT, deletedAt: work.now });
    closeBorrower(work, playerId);
    eraseHousehold(work, playerId);
    for (const row of work.all('block', playerId)) work.put('block', { ...row, blocked: 0 });
    for (const row of work.all('follow', playerId)) work.put('follow', { ...row, following: 0 });
    const auto = work.get('autoLend', playerId);
    if (auto !== null) work.put('autoLend', { ...auto, active: 0, rules: '' });
    work.emit({ kind: 'player.deleted', playerId });
    return ok({ outcome: 'erased' });
  },
};

/** The homestead's document goes; its goods leave by a movement of their own, so that the books stay whole (I21). */
function eraseHousehold(work: Work, playerId: string): void {
  const row = work.get('household', playerId);
  if (row === null) return;
  const { store, stall } = JSON.parse(row.doc) as Household;
  const held = [
    ...Object.entries(store).map(([good, quantity]) => ({ good, quantity, fromPlace: 'store' })),
    ...stall.slots.flatMap((slot) => (slot === null ? [] : [{ ...slot, fromPlace: 'stall' }])),
  ];
  for (const goods of held) {
    work.add('goods', { ...goods, id: work.nextId('goods'), playerId, toPlace: 'erased', at: work.now });
  }
  work.put('household', { playerId, doc: '', version: row.version + 1 });
}

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
