import { addMinor, type Minor } from '../money/coins.ts';
import { err, invariant, ok, type Result } from '../result.ts';
import { type Account, type AccountId, balanceOn, parseAccount } from './accounts.ts';
import type { Batch, Transfer } from './batch.ts';

/** Posted totals of one account, minor units. They only grow. */
export type Posted = { readonly debits: Minor; readonly credits: Minor };
export const NOTHING_POSTED: Posted = { debits: 0, credits: 0 };

export type LedgerRefusal =
  /** A non-negative account lacks the coins. For a wallet this is the player's LEND_FUNDS or SHOP_FUNDS. */
  | { readonly code: 'INSUFFICIENT'; readonly account: AccountId; readonly missing: Minor }
  | { readonly code: 'UNKNOWN_ACCOUNT'; readonly account: AccountId }
  | { readonly code: 'BAD_AMOUNT'; readonly account: AccountId }
  | { readonly code: 'SAME_ACCOUNT'; readonly account: AccountId }
  | { readonly code: 'CROSS_LEDGER'; readonly account: AccountId }
  /** `collect` or `suspense` would keep something. */
  | { readonly code: 'NOT_CLEARED'; readonly account: AccountId }
  | { readonly code: 'EMPTY' }
  | { readonly code: 'NO_ACTOR_OR_REASON' };

/**
 * Balances of a group of commands that is being decided: reads stored totals through `stored`, keeps what batches add. A batch is
 * applied whole or not at all; transfers are checked in order, so a non-negative account is never below zero on the way either.
 */
export class BalanceOverlay {
  readonly #stored: (account: AccountId) => Posted | undefined;
  readonly #changed = new Map<AccountId, Posted>();

  constructor(stored: (account: AccountId) => Posted | undefined) {
    this.#stored = stored;
  }

  posted(account: AccountId): Posted {
    return this.#changed.get(account) ?? this.#stored(account) ?? NOTHING_POSTED;
  }

  /** Balance on the account's normal side. @throws InvariantError for an account that is not in the chart. */
  balance(id: AccountId): Minor {
    const account = parseAccount(id);
    invariant(account !== null, `no such account: ${id}`);
    const { debits, credits } = this.posted(id);
    return balanceOn(account.side, debits, credits);
  }

  /** What applying would give, without applying. */
  preview(batch: Batch): Result<ReadonlyMap<AccountId, Posted>, LedgerRefusal> {
    if (batch.transfers.length === 0) return err({ code: 'EMPTY' });
    if (batch.actor === '' || batch.reason === '') return err({ code: 'NO_ACTOR_OR_REASON' });
    const draft = new Map<AccountId, Draft>();
    const touched = new Map<AccountId, Account>();
    for (const transfer of batch.transfers) {
      const refusal = this.#post(transfer, draft, touched);
      if (refusal !== null) return err(refusal);
    }
    for (const account of touched.values()) {
      const { debits, credits } = draft.get(account.id) as Posted;
      if (account.zeroAfterBatch && debits !== credits) return err({ code: 'NOT_CLEARED', account: account.id });
    }
    return ok(draft);
  }

  /** Applies a batch; on a refusal nothing has changed. */
  apply(batch: Batch): Result<ReadonlyMap<AccountId, Posted>, LedgerRefusal> {
    const draft = this.preview(batch);
    if (draft.ok) for (const [account, posted] of draft.value) this.#changed.set(account, posted);
    return draft;
  }

  /** Accounts whose totals differ from the stored ones: the write set. */
  changes(): ReadonlyMap<AccountId, Posted> {
    return this.#changed;
  }

  #post(transfer: Transfer, draft: Map<AccountId, Draft>, touched: Map<AccountId, Account>): LedgerRefusal | null {
    const { debit, credit, amount } = transfer;
    if (!Number.isSafeInteger(amount) || amount <= 0) return { code: 'BAD_AMOUNT', account: debit };
    if (debit === credit) return { code: 'SAME_ACCOUNT', account: debit };
    const from = touched.get(debit) ?? parseAccount(debit);
    const to = touched.get(credit) ?? parseAccount(credit);
    if (from === null) return { code: 'UNKNOWN_ACCOUNT', account: debit };
    if (to === null) return { code: 'UNKNOWN_ACCOUNT', account: credit };
    if (from.ledger !== to.ledger) return { code: 'CROSS_LEDGER', account: credit };
    const source = this.#drafted(from, draft, touched);
    source.debits = addMinor(source.debits, amount);
    const target = this.#drafted(to, draft, touched);
    target.credits = addMinor(target.credits, amount);
    return below(from, source) ?? below(to, target);
  }

  #drafted(account: Account, draft: Map<AccountId, Draft>, touched: Map<AccountId, Account>): Draft {
    const known = draft.get(account.id);
    if (known !== undefined) return known;
    const { debits, credits } = this.posted(account.id);
    const made = { debits, credits };
    draft.set(account.id, made);
    touched.set(account.id, account);
    return made;
  }
}

type Draft = { debits: Minor; credits: Minor };

function below(account: Account, { debits, credits }: Posted): LedgerRefusal | null {
  if (!account.nonNegative) return null;
  const balance = balanceOn(account.side, debits, credits);
  return balance < 0 ? { code: 'INSUFFICIENT', account: account.id, missing: -balance } : null;
}
