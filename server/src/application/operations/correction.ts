import { walletOf } from '@bloomvale/shared/ledger/accounts';
import { correct } from '@bloomvale/shared/ledger/postings';
import type { Minor } from '@bloomvale/shared/money/coins';
import { ok } from '@bloomvale/shared/result';
import { z } from 'zod';
import { balanceOf, post } from '../bus/posting.ts';
import type { Work } from '../bus/work.ts';
import { addAct } from '../moderation/acts.ts';
import { recordAudit } from '../proposals/audit-trail.ts';
import { refused } from '../proposals/operator.ts';
import type { ProposalKind } from '../proposals/proposal-kind.ts';
import type { Reader } from '../store/store.ts';

/** Coins to be given to a player, or taken when negative; minor units. `player` is the public id, `name` what one called them when it was asked. */
export type Correction = { readonly player: string; readonly name: string; readonly amount: Minor };

/** Larger mistakes are not corrected at one stroke. 100 000 coins. */
export const CORRECTION_MAX = 10_000_000;
/** The only reason there is: it always needs a second person. */
const BECAUSE = ['correction'];

const hasLeft = (work: Work, playerId: string): boolean => work.get('player', playerId)?.deletedAt !== null;

/**
 * One ledger batch between `mint:ops` or `sink:revoke` and a wallet, in the name of whoever asked, approved by somebody else. Never below
 * zero. Refused: UNKNOWN_PLAYER, FUNDS {have, needed}.
 */
export const correctionKind = (reader: Reader): ProposalKind<Correction, { readonly playerId: string }> => ({
  kind: 'correction',
  payload: z.strictObject({
    player: z.string().max(40),
    name: z.string().max(120),
    amount: z
      .int()
      .min(-CORRECTION_MAX)
      .max(CORRECTION_MAX)
      .refine((amount) => amount !== 0),
  }),
  askers: 'publisher',
  subject: ({ player }) => `player:${player}`,
  async prepare({ player }) {
    const row = await reader.playerByPublicId(player);
    return row === null ? refused('UNKNOWN_PLAYER') : ok({ playerId: row.id });
  },
  needs: (_payload, { playerId }) => ({
    player: [playerId],
    operatorAct: [playerId],
    account: [walletOf(playerId), 'mint:ops', 'sink:revoke'],
  }),
  check({ amount }, { playerId }, work) {
    if (hasLeft(work, playerId)) return refused('UNKNOWN_PLAYER');
    const have = balanceOf(work, walletOf(playerId));
    return have + amount < 0 ? refused('FUNDS', { have, needed: -amount }) : ok(BECAUSE);
  },
  carryOut({ amount, player }, { playerId }, mandate, work) {
    const { proposalId, askedBy, approvedBy, reason } = mandate;
    const posted = post(work, correct(playerId, proposalId, amount, `operator:${askedBy}`, reason), null);
    if (!posted.ok) return refused('FUNDS');
    addAct(work, { id: `proposal:${proposalId}`, playerId, kind: 'correction', amount, reason });
    recordAudit(work, mandate.actor, {
      action: 'player.correct',
      subject: `player:${player}`,
      detail: { proposal: proposalId, amount, askedBy, approvedBy },
      reason,
    });
    return ok({ amount, wallet: balanceOf(work, walletOf(playerId)) });
  },
});
