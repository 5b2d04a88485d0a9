import type { Minor } from '../money/coins.ts';
import { invariant } from '../result.ts';
import { receivableContraOf, receivableOf, walletOf } from './accounts.ts';
import type { Batch, Transfer } from './batch.ts';
import { playerActor, SYSTEM } from './postings.ts';

/** A player's own loan (lending.md 4): principal is minted and sunk, what is owed stands in a memo pair outside the money supply. */
const memo = (loan: string, amount: Minor, direction: 'owes' | 'settles', kind: string): Transfer[] => {
  const receivable = receivableOf(loan);
  const contra = receivableContraOf(loan);
  const [debit, credit] = direction === 'owes' ? [receivable, contra] : [contra, receivable];
  return amount === 0 ? [] : [{ debit, credit, amount, kind: `${kind}.memo`, ref: `loan:${loan}` }];
};

/**
 * T14: disbursed to the wallet, or paid in kind (the coins pass straight to `sink:upgrade`). The memo holds all instalments: principal
 * and cost.
 */
export const disbursePlayerLoan = (
  loan: string,
  player: string,
  principal: Minor,
  cost: Minor,
  inKind: boolean,
): Batch => ({
  key: `disburse:${loan}`,
  kind: 'player_loan',
  actor: playerActor(player),
  reason: inKind ? 'own loan, paid in kind' : 'own loan',
  transfers: [
    {
      debit: 'mint:loan',
      credit: inKind ? 'sink:upgrade' : walletOf(player),
      amount: principal,
      kind: 'player_loan',
      ref: `loan:${loan}`,
    },
    ...memo(loan, principal + cost, 'owes', 'player_loan'),
  ],
});

/**
 * T15: an instalment or a part of one: principal to `sink:loan`, cost to the community pool, the memo reduced by both. `number` counts the
 * payments of the loan. `waived`: cost of months that have not begun, dropped because everything is given back early; memo only.
 */
export const payPlayerInstalment = (
  loan: string,
  player: string,
  number: number,
  principal: Minor,
  cost: Minor,
  waived: Minor = 0,
): Batch => {
  invariant(principal + cost > 0, 'an instalment of nothing');
  const from = walletOf(player);
  const ref = `loan:${loan}`;
  const legs: Transfer[] = [
    { debit: from, credit: 'sink:loan', amount: principal, kind: 'player_instalment', ref },
    { debit: from, credit: 'pool:community', amount: cost, kind: 'player_instalment.cost', ref },
  ];
  return {
    key: `instalment:${loan}:${number}`,
    kind: 'player_instalment',
    actor: SYSTEM,
    reason: 'own instalment',
    transfers: [
      ...legs.filter((one) => one.amount > 0),
      ...memo(loan, principal + cost, 'settles', 'player_instalment'),
      ...memo(loan, waived, 'settles', 'player_waiver'),
    ],
  };
};

/** T16: written off: the memo only, no coin moves. */
export const writeOffPlayerLoan = (loan: string, owed: Minor): Batch => ({
  key: `writeoff:${loan}`,
  kind: 'player_write_off',
  actor: SYSTEM,
  reason: 'own loan written off',
  transfers: memo(loan, owed, 'settles', 'player_write_off'),
});
