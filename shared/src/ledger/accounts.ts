import { invariant } from '../result.ts';

/** Ledger numbers: transfers never cross them. */
export const LEDGER = { coin: 1, merci: 2 } as const;
export type LedgerNumber = (typeof LEDGER)[keyof typeof LEDGER];

export type Side = 'debit' | 'credit';

/**
 * What an account is to the money supply (microfinance.md 6.3): M = mints - sinks - losses = holdings. Memo accounts stand outside it.
 */
export type AccountRole = 'mint' | 'holding' | 'sink' | 'loss' | 'memo' | 'suspense';

export type AccountKind = {
  readonly code: number;
  readonly ledger: LedgerNumber;
  /** Normal side: balances are written on it. */
  readonly side: Side;
  readonly role: AccountRole;
  /** Must not go below zero on its normal side. */
  readonly nonNegative: boolean;
  /** Must be zero after every batch. */
  readonly zeroAfterBatch: boolean;
  /** Whether the id ends in an owner, as in `wallet:{player}`. */
  readonly owned: boolean;
};

const kind = (
  code: number,
  role: AccountRole,
  side: Side,
  { owned = false, nonNegative = false, zeroAfterBatch = false, ledger = LEDGER.coin as LedgerNumber } = {},
): AccountKind => ({ code, ledger, side, role, nonNegative, zeroAfterBatch, owned });

const mint = (code: number): AccountKind => kind(code, 'mint', 'debit');
const sink = (code: number): AccountKind => kind(code, 'sink', 'credit');
const NN = { nonNegative: true } as const;

/**
 * Chart of accounts: microfinance.md 6.3 as amended by lending.md 4. Keys are account ids, or their prefix when `owned`. The play
 * economy pays through `mint:minigame` (stall), `mint:mission`, `mint:quiz`, `mint:event` and `mint:welcome`.
 */
export const CHART = {
  'mint:welcome': mint(1000),
  'mint:mission': mint(1020),
  'mint:minigame': mint(1030),
  'mint:quiz': mint(1040),
  'mint:event': mint(1060),
  'mint:matching': mint(1070),
  'mint:ops': mint(1090),
  'mint:loan': mint(1095),
  /** What a player owes, beside its contra: a memo pair outside the money supply. */
  receivable: kind(1900, 'memo', 'debit', { owned: true, ...NN }),
  'receivable-contra': kind(1901, 'memo', 'credit', { owned: true, ...NN }),
  wallet: kind(2000, 'holding', 'credit', { owned: true, ...NN }),
  'pool:team': kind(2100, 'holding', 'credit', { owned: true, ...NN }),
  'pool:community': kind(2200, 'holding', 'credit', NN),
  'guarantee:fund': kind(2300, 'holding', 'credit', NN),
  escrow: kind(3000, 'holding', 'credit', { owned: true, ...NN }),
  borrower: kind(3100, 'holding', 'credit', { owned: true, ...NN }),
  collect: kind(3200, 'holding', 'credit', { owned: true, ...NN, zeroAfterBatch: true }),
  'loss:default': kind(4000, 'loss', 'credit', NN),
  'loss:fx': kind(4010, 'loss', 'credit', NN),
  'loss:forgiven': kind(4020, 'loss', 'credit', NN),
  'sink:shop': sink(5000),
  'sink:upgrade': sink(5010),
  'sink:revoke': sink(5040),
  'sink:dormant': sink(5050),
  'sink:loan': sink(5060),
  suspense: kind(9000, 'suspense', 'credit', { ...NN, zeroAfterBatch: true }),
  'mint:merci': kind(1000, 'mint', 'debit', { ledger: LEDGER.merci }),
  merci: kind(2000, 'holding', 'credit', { owned: true, ...NN, ledger: LEDGER.merci }),
  'sink:merci': kind(5000, 'sink', 'credit', { ledger: LEDGER.merci }),
} as const satisfies Record<string, AccountKind>;

export type AccountName = keyof typeof CHART;
/** `wallet:p1`, `mint:welcome`, ... */
export type AccountId = string;

/** Every account name, for tables of documentation and tests. */
export const ACCOUNT_NAMES = Object.keys(CHART) as AccountName[];

export type Account = AccountKind & {
  readonly id: AccountId;
  readonly name: AccountName;
  /** Player, loan or team; null for the accounts of the world. */
  readonly owner: string | null;
};

/** Owners are ids of ours (UUIDs, short ids); 64 characters keep keys and rows bounded. */
const OWNER = /^[A-Za-z0-9_-]{1,64}$/;

const KIND_OF: ReadonlyMap<string, AccountKind> = new Map(Object.entries(CHART));

/** The account behind an id; null when the id is not in the chart. */
export function parseAccount(id: AccountId): Account | null {
  const plain = KIND_OF.get(id);
  if (plain !== undefined) return plain.owned ? null : { ...plain, id, name: id as AccountName, owner: null };
  const cut = id.lastIndexOf(':');
  if (cut < 0) return null;
  const name = id.slice(0, cut);
  const owner = id.slice(cut + 1);
  const found = KIND_OF.get(name);
  if (found === undefined || !found.owned || !OWNER.test(owner)) return null;
  return { ...found, id, name: name as AccountName, owner };
}

/** The account behind an id of our own making. @throws InvariantError when it is not in the chart. */
export function accountOf(id: AccountId): Account {
  const account = parseAccount(id);
  invariant(account !== null, `no such account: ${id}`);
  return account;
}

function owned(name: AccountName, owner: string): AccountId {
  invariant(OWNER.test(owner), `not an owner of an account: ${owner}`);
  return `${name}:${owner}`;
}

export const walletOf = (player: string): AccountId => owned('wallet', player);
export const merciOf = (player: string): AccountId => owned('merci', player);
export const escrowOf = (loan: string): AccountId => owned('escrow', loan);
export const borrowerOf = (loan: string): AccountId => owned('borrower', loan);
export const collectOf = (loan: string): AccountId => owned('collect', loan);
export const receivableOf = (loan: string): AccountId => owned('receivable', loan);
export const receivableContraOf = (loan: string): AccountId => owned('receivable-contra', loan);
export const teamPoolOf = (team: string): AccountId => owned('pool:team', team);

/** Balance on the normal side. */
export const balanceOn = (side: Side, debits: number, credits: number): number =>
  side === 'debit' ? debits - credits : credits - debits;
