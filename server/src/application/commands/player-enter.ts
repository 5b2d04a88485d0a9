import { walletOf } from '@bloomvale/shared/ledger/accounts';
import { earn } from '@bloomvale/shared/ledger/postings';
import { newHousehold } from '@bloomvale/shared/play/household-new';
import { err, ok } from '@bloomvale/shared/result';
import { generatedIdentity } from '../../domain/generated-identity.ts';
import type { Decision, Handler } from '../bus/handler.ts';
import { mustPost } from '../bus/posting.ts';
import type { Work } from '../bus/work.ts';
import { NO_LOT, takeLot } from '../lending/village-records.ts';
import type { Rules } from '../rules.ts';
import type { PlayerRow } from '../store/rows.ts';

export type Enter = {
  readonly playerId: string;
  readonly locale: 'en' | 'fr';
  /** Where a newcomer would live, or somebody whose lot was let again. */
  readonly villageId: string;
};

/** Entering again within this time does not count as a visit of its own: one write a minute is enough to know who is about. */
const SEEN_STEP_MS = 60_000;

/**
 * Makes sure that an account has a household, a wallet with the welcome gift and a lot; for one that has, notes the visit. Refused:
 * FORBIDDEN for a deleted player; BUSY when the village is full, and the caller picks another.
 */
export const playerEnter = (rules: Rules): Handler<Enter, { readonly isNew: boolean }> => ({
  type: 'player.enter',
  needs: ({ playerId, villageId }) => ({
    player: [playerId],
    lender: [playerId],
    household: [playerId],
    village: [villageId],
    account: [walletOf(playerId), 'mint:welcome'],
  }),
  decide({ playerId, locale, villageId }, work) {
    const player = work.get('player', playerId);
    if (player === null) {
      const lot = takeLot(work, work.must('village', villageId), playerId);
      if (lot === NO_LOT) return err({ code: 'BUSY' });
      settleIn(work, rules, { playerId, locale, villageId, lot });
      return ok({ isNew: true });
    }
    if (player.deletedAt !== null) return err({ code: 'FORBIDDEN' });
    if (player.lot === NO_LOT) return comeBack(work, player, locale, villageId);
    if (work.now - player.seenAt >= SEEN_STEP_MS || player.locale !== locale) {
      work.put('player', { ...player, seenAt: work.now, locale });
    }
    return ok({ isNew: false });
  },
});

/** The household was stored whole (`household.store`): it only needs a place to stand again. */
function comeBack(
  work: Work,
  player: PlayerRow,
  locale: Enter['locale'],
  villageId: string,
): Decision<{ readonly isNew: boolean }> {
  const lot = takeLot(work, work.must('village', villageId), player.id);
  if (lot === NO_LOT) return err({ code: 'BUSY' });
  work.put('player', { ...player, villageId, lot, seenAt: work.now, locale });
  return ok({ isNew: false });
}

type Newcomer = {
  readonly playerId: string;
  readonly locale: 'en' | 'fr';
  readonly villageId: string;
  readonly lot: number;
};

function settleIn(work: Work, rules: Rules, { playerId, locale, villageId, lot }: Newcomer): void {
  const key = rules.secrets.player(playerId);
  const { name, look } = generatedIdentity(key, locale);
  work.put('player', {
    id: playerId,
    publicId: rules.secrets.publicId(playerId),
    name,
    look,
    villageId,
    lot,
    locale,
    createdAt: work.now,
    seenAt: work.now,
    deletedAt: null,
    reportDay: 0,
    reportCount: 0,
  });
  const household = newHousehold(work.now, rules.content, key);
  work.put('household', { playerId, doc: JSON.stringify(household), version: 1 });
  work.put('lender', {
    playerId,
    outstanding: 0,
    lent: 0,
    received: 0,
    refunded: 0,
    lost: 0,
    starters: 0,
    coveredAt: null,
    seenSeq: work.ids.journal,
  });
  const gift = rules.content.economy.welcomeGift;
  if (gift > 0) mustPost(work, earn('mint:welcome', playerId, 'welcome', gift, 'welcome gift'), null);
}
