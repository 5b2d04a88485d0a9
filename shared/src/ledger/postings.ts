import { type Minor, sumMinor } from '../money/coins.ts';
import { splitRepayment } from '../money/fair-split.ts';
import { invariant } from '../result.ts';
import { type AccountId, borrowerOf, collectOf, escrowOf, teamPoolOf, walletOf } from './accounts.ts';
import type { Batch, BatchKind, Transfer } from './batch.ts';

/** Who lent. Matched contributions belong to a campaign: nobody's wallet gains from them (T12). */
export type ContributionSource =
  | { readonly kind: 'player'; readonly player: string }
  | { readonly kind: 'team'; readonly team: string }
  | { readonly kind: 'community' }
  | { readonly kind: 'matcher'; readonly campaign: string };

/** A contribution with what is settled of it so far (minor units). */
export type Contribution = {
  readonly id: string;
  readonly source: ContributionSource;
  readonly amount: Minor;
  /** Received by T6 and T8 together. */
  readonly paid: Minor;
  readonly forgiven: Minor;
};

/** Account a contribution is taken from. */
export function fundingAccount(source: ContributionSource): AccountId {
  switch (source.kind) {
    case 'player':
      return walletOf(source.player);
    case 'team':
      return teamPoolOf(source.team);
    case 'community':
      return 'pool:community';
    case 'matcher':
      return 'mint:matching';
  }
}

/** Account repayments go to; a matched contribution's repayments fill the guarantee fund (T12). */
export const returnAccount = (source: ContributionSource): AccountId =>
  source.kind === 'matcher' ? 'guarantee:fund' : fundingAccount(source);

export type Actor = string;
export const SYSTEM: Actor = 'system';
export const playerActor = (player: string): Actor => `player:${player}`;

/** Legs of nothing are left out; a batch without legs is for the caller to skip. */
const leg = (debit: AccountId, credit: AccountId, amount: Minor, kind: string, ref: string): Transfer[] =>
  amount === 0 ? [] : [{ debit, credit, amount, kind, ref }];

const batch = (key: string, kind: BatchKind, actor: Actor, reason: string, transfers: readonly Transfer[]): Batch => ({
  key,
  kind,
  actor,
  reason,
  transfers,
});

export type MintName = 'mint:welcome' | 'mint:mission' | 'mint:minigame' | 'mint:quiz' | 'mint:event' | 'mint:ops';
export type SinkName = 'sink:shop' | 'sink:upgrade' | 'sink:revoke' | 'sink:dormant';

/** T1: a player earns. `occasion` is the object or period earned for: `earn:{source}:{player}:{occasion}` happens once. */
export const earn = (mint: MintName, player: string, occasion: string, amount: Minor, reason: string): Batch =>
  batch(
    `earn:${mint.slice(5)}:${player}:${occasion}`,
    'earn',
    playerActor(player),
    reason,
    leg(mint, walletOf(player), amount, 'earn', occasion),
  );

/** T2: a player buys. `commandId` is the client's. */
export const buy = (sink: SinkName, player: string, commandId: string, amount: Minor, ref: string): Batch =>
  batch(`shop:${commandId}`, 'buy', playerActor(player), 'buy', leg(walletOf(player), sink, amount, 'buy', ref));

/**
 * T18: an operator corrects a mistake, by a proposal that somebody else approved: coins from `mint:ops`, or back into `sink:revoke` when
 * `amount` is negative. A proposal has one effect, once.
 */
export const correct = (player: string, proposal: string, amount: Minor, actor: Actor, reason: string): Batch =>
  batch(
    `correct:${proposal}`,
    'correct',
    actor,
    reason,
    amount > 0
      ? leg('mint:ops', walletOf(player), amount, 'correct', `proposal:${proposal}`)
      : leg(walletOf(player), 'sink:revoke', -amount, 'correct', `proposal:${proposal}`),
  );

/** T3: a contribution moves into the loan's escrow. `commandId` is the client's, or derived for pool and system. */
export const lend = (
  loan: string,
  contribution: Pick<Contribution, 'id' | 'source' | 'amount'>,
  commandId: string,
  actor: Actor,
): Batch =>
  batch(
    `lend:${commandId}`,
    'lend',
    actor,
    'lend',
    leg(
      fundingAccount(contribution.source),
      escrowOf(loan),
      contribution.amount,
      'lend',
      `contribution:${contribution.id}`,
    ),
  );

/** T12: matching. The same movement from the mint, with a key of its own. */
export const match = (loan: string, contribution: Pick<Contribution, 'id' | 'source' | 'amount'>): Batch => {
  invariant(contribution.source.kind === 'matcher', 'match: the source is a matcher');
  return batch(
    `match:${loan}:${contribution.id}`,
    'match',
    SYSTEM,
    'matching',
    leg('mint:matching', escrowOf(loan), contribution.amount, 'match', `contribution:${contribution.id}`),
  );
};

/** One-off endowment of the community pool (lending.md 2). */
export const endow = (season: string, amount: Minor): Batch =>
  batch(
    `endow:${season}`,
    'endow',
    SYSTEM,
    'endowment of the community pool',
    leg('mint:matching', 'pool:community', amount, 'endow', `season:${season}`),
  );

/** T4: the whole escrow goes to the borrower. */
export const disburse = (loan: string, principal: Minor): Batch =>
  batch(
    `disburse:${loan}`,
    'disburse',
    SYSTEM,
    'disburse',
    leg(escrowOf(loan), borrowerOf(loan), principal, 'disburse', `loan:${loan}`),
  );

/** T5: every contribution goes back where it came from, because the loan expired or was cancelled. */
export const refund = (
  loan: string,
  contributions: readonly Contribution[],
  why: 'expire' | 'cancel',
  actor: Actor = SYSTEM,
): Batch =>
  batch(
    `${why}:${loan}`,
    'refund',
    actor,
    why,
    contributions.flatMap((one) =>
      leg(escrowOf(loan), fundingAccount(one.source), one.amount, 'refund', `contribution:${one.id}`),
    ),
  );

/** A batch together with what each contribution receives in it, in the order of the contributions. */
export type SplitBatch = { readonly batch: Batch; readonly parts: readonly Minor[] };

const split = (contributions: readonly Contribution[], amount: Minor): number[] =>
  splitRepayment({
    weights: contributions.map((one) => one.amount - one.forgiven),
    paid: contributions.map((one) => one.paid),
    amount,
  });

const toLenders = (
  from: AccountId,
  contributions: readonly Contribution[],
  parts: readonly Minor[],
  kind: string,
): Transfer[] =>
  contributions.flatMap((one, i) =>
    leg(from, returnAccount(one.source), parts[i] as Minor, kind, `contribution:${one.id}`),
  );

/**
 * T6: instalments collected from the borrower and split over the lenders (6.6). `fxLoss` is the lenders' currency loss in it (T9): it
 * leaves the borrower's account too, and is not split here.
 */
export function repay(loan: string, period: number, amount: Minor, contributions: readonly Contribution[]): SplitBatch {
  const parts = split(contributions, amount);
  const collect = collectOf(loan);
  const transfers = [
    ...leg(borrowerOf(loan), collect, amount, 'repay.collect', `loan:${loan}`),
    ...toLenders(collect, contributions, parts, 'repay'),
  ];
  return { batch: batch(`repay:${loan}:${period}`, 'repay', SYSTEM, 'instalment', transfers), parts };
}

/** Cover of a lender's loss by the guarantee fund (T7, optional). */
export type Cover = { readonly contribution: string; readonly source: ContributionSource; readonly amount: Minor };

/** T7: everything outstanding is written off; `covers` are paid by the guarantee fund. */
export const writeOff = (loan: string, outstanding: Minor, covers: readonly Cover[] = []): Batch =>
  batch(`writeoff:${loan}`, 'write_off', SYSTEM, 'default', [
    ...leg(borrowerOf(loan), 'loss:default', outstanding, 'write_off', `loan:${loan}`),
    ...covers.flatMap((one) =>
      leg('guarantee:fund', fundingAccount(one.source), one.amount, 'cover', `contribution:${one.contribution}`),
    ),
  ]);

/**
 * T8: a recovery restores what the write-off destroyed and goes to the lenders by the same rule (6.6). Of a contribution's part, what the
 * guarantee fund had covered goes back to the fund (`coveredShare`, minor units of the i-th part): nobody is paid twice for one loss.
 */
export function recover(
  loan: string,
  sequence: number,
  amount: Minor,
  contributions: readonly Contribution[],
  coveredShare: (index: number, part: Minor) => Minor = () => 0,
): SplitBatch {
  const parts = split(contributions, amount);
  const shares = parts.map((part, i) => coveredShare(i, part));
  const collect = collectOf(loan);
  const toPeople = parts.map((part, i) => part - (shares[i] as Minor));
  const toFund = contributions.flatMap((one, i) =>
    leg(collect, 'guarantee:fund', shares[i] as Minor, 'recover', `contribution:${one.id}`),
  );
  const transfers = [
    ...leg('loss:default', collect, amount, 'recover.collect', `loan:${loan}`),
    ...toLenders(collect, contributions, toPeople, 'recover'),
    ...toFund,
  ];
  return { batch: batch(`recover:${loan}:${sequence}`, 'recover', SYSTEM, 'recovery', transfers), parts };
}

/** T9: the lenders' part of a devaluation. */
export const fxLoss = (loan: string, period: number, amount: Minor): Batch =>
  batch(
    `fx:${loan}:${period}`,
    'fx_loss',
    SYSTEM,
    'currency loss',
    leg(borrowerOf(loan), 'loss:fx', amount, 'fx_loss', `loan:${loan}`),
  );

/** T10: an operator refunds a running loan (fraud): the outstanding part goes back, nothing is minted. */
export function refundRunning(
  loan: string,
  outstanding: Minor,
  contributions: readonly Contribution[],
  actor: Actor,
  reason: string,
): SplitBatch {
  const parts = split(contributions, outstanding);
  const transfers = toLenders(borrowerOf(loan), contributions, parts, 'refund_running');
  return { batch: batch(`opsrefund:${loan}`, 'refund_running', actor, reason, transfers), parts };
}

/** T11: into a team's or the community's pool. */
export const poolDeposit = (pool: AccountId, player: string, commandId: string, amount: Minor): Batch =>
  batch(
    `pool:${commandId}`,
    'pool_deposit',
    playerActor(player),
    'deposit',
    leg(walletOf(player), pool, amount, 'pool_deposit', pool),
  );

/** T11: out of it, by its published rule. */
export const poolPayout = (pool: AccountId, player: string, commandId: string, amount: Minor, reason: string): Batch =>
  batch(`pool:${commandId}`, 'pool_payout', SYSTEM, reason, leg(pool, walletOf(player), amount, 'pool_payout', pool));

/** T13: the exact opposite of a batch, legs in reverse order, at most once. */
export const reverse = (original: Batch, actor: Actor, reason: string): Batch =>
  batch(
    `rev:${original.key}`,
    'reverse',
    actor,
    reason,
    [...original.transfers]
      .reverse()
      .map((one) => ({ ...one, debit: one.credit, credit: one.debit, kind: `reverse.${one.kind}` })),
  );

/** T17: a lender forgives a part of what the borrower owes them. */
export const forgive = (
  loan: string,
  contribution: Contribution,
  amount: Minor,
  commandId: string,
  actor: Actor,
): Batch => {
  invariant(
    amount <= contribution.amount - contribution.paid - contribution.forgiven,
    'forgive: more than this lender is owed',
  );
  return batch(
    `forgive:${commandId}`,
    'forgive',
    actor,
    'forgiveness',
    leg(borrowerOf(loan), 'loss:forgiven', amount, 'forgive', `contribution:${contribution.id}`),
  );
};

/** T17 after a default: the claim is given up, so the loss is only renamed. */
export const forgiveAfterDefault = (
  contribution: Contribution,
  amount: Minor,
  commandId: string,
  actor: Actor,
): Batch => {
  invariant(
    amount <= contribution.amount - contribution.paid - contribution.forgiven,
    'forgive: more than this lender lost',
  );
  return batch(
    `forgive:${commandId}`,
    'forgive',
    actor,
    'forgiveness after default',
    leg('loss:default', 'loss:forgiven', amount, 'forgive', `contribution:${contribution.id}`),
  );
};

/** Coins a batch brings to an account, less what it takes (for receipts and statements). */
export const netFor = (one: Batch, account: AccountId): Minor =>
  sumMinor(one.transfers.map((t) => (t.credit === account ? t.amount : 0) - (t.debit === account ? t.amount : 0)));
