import { type AccountId, accountOf, balanceOn, type Side } from '@bloomvale/shared/ledger/accounts';
import { BalanceOverlay, type LedgerRefusal } from '@bloomvale/shared/ledger/apply';
import type { Batch } from '@bloomvale/shared/ledger/batch';
import type { Minor } from '@bloomvale/shared/money/coins';
import { err, invariant, ok, type Result } from '@bloomvale/shared/result';
import type { AccountRow } from '../store/rows.ts';
import type { View } from './view.ts';
import type { Work } from './work.ts';

const SIDES: Readonly<Record<AccountRow['side'], Side>> = { D: 'debit', C: 'credit' };

/** Balance of a loaded account on its normal side, 0 when nothing was ever posted to it; minor units. */
export function balanceOf(view: View & Pick<Work, 'get'>, id: AccountId): Minor {
  const row = view.get('account', id);
  return row === null ? 0 : balanceOn(SIDES[row.side], row.debits, row.credits);
}

/**
 * Applies a batch to the working copy: checks it by the rules of the ledger, then writes its journal and balances. `loanId` files it
 * under a loan. A refusal (only `INSUFFICIENT` is a player's) changes nothing.
 */
export function post(work: Work, batch: Batch, loanId: string | null): Result<void, LedgerRefusal> {
  const overlay = new BalanceOverlay((id) => work.get('account', id) ?? undefined);
  const preview = overlay.preview(batch);
  if (!preview.ok) return err(preview.error);
  const { key, kind, actor, reason } = batch;
  const batchId = work.nextId('journal');
  work.add('batch', { id: batchId, key, kind, at: work.now, sim: work.sim, actor, reason, loanId, reverses: null });
  // An instalment leaves its collecting account once for every lender: the row is written once.
  const moved = new Map<AccountId, Draft>();
  for (const { debit, credit, amount, kind: leg, ref } of batch.transfers) {
    work.add('transfer', {
      id: work.nextId('journal'),
      batchId,
      debit,
      credit,
      amount,
      kind: leg,
      ref,
      debitAfter: move(work, moved, debit, amount, 0),
      creditAfter: move(work, moved, credit, 0, amount),
    });
  }
  for (const account of moved.values()) work.put('account', account);
  return ok(undefined);
}

/** Applies a batch that the rules before it have made sure of. @throws InvariantError when the ledger refuses it. */
export function mustPost(work: Work, batch: Batch, loanId: string | null): void {
  const posted = post(work, batch, loanId);
  invariant(posted.ok, `batch ${batch.key} was refused: ${posted.ok ? '' : JSON.stringify(posted.error)}`);
}

type Draft = { -readonly [K in keyof AccountRow]: AccountRow[K] };

/** Adds to an account's totals and returns its balance on the normal side. */
function move(work: Work, moved: Map<AccountId, Draft>, id: AccountId, debits: Minor, credits: Minor): Minor {
  const known = moved.get(id);
  const account = known ?? { ...(work.get('account', id) ?? newAccount(id)) };
  if (known === undefined) moved.set(id, account);
  account.debits += debits;
  account.credits += credits;
  account.version += 1;
  return balanceOn(SIDES[account.side], account.debits, account.credits);
}

function newAccount(id: AccountId): AccountRow {
  const { code, side, nonNegative } = accountOf(id);
  return {
    id,
    code,
    side: side === 'debit' ? 'D' : 'C',
    nonneg: nonNegative ? 1 : 0,
    debits: 0,
    credits: 0,
    version: 0,
  };
}
