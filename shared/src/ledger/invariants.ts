import { addMinor, type Minor, sumMinor } from '../money/coins.ts';
import { balanceOn, LEDGER, parseAccount } from './accounts.ts';
import { loanViolations } from './invariants-loans.ts';
import { ownLoanViolations } from './invariants-own-loans.ts';
import type { InvariantId, LedgerSnapshot, Violation } from './snapshot.ts';
import { Tallier, type Tally } from './tally.ts';

/** What each invariant says (microfinance.md 6.5, lending.md 4): for the audit's lines. */
export const INVARIANT_TEXT: Readonly<Record<InvariantId, string>> = {
  I1: 'debits equal credits, in every ledger',
  I2: 'no protected account is or ever was below zero',
  I3: 'transfers are whole, positive, in order and between accounts of the chart',
  I4: 'contributions are in escrow, disbursed or refunded; never more than the loan asks',
  I5: 'escrow is empty once a loan is disbursed, expired or cancelled',
  I6: "a borrower's account holds exactly the unpaid principal",
  I7: 'every repayment is handed out to the unit',
  I8: 'ended loans returned every contribution, less what was forgiven',
  I9: 'defaulted loans lost exactly what was written off',
  I10: 'nobody received more than they contributed',
  I11: 'every batch has one key, once, and its transfers',
  I12: 'expired and cancelled loans refunded every contribution once',
  I13: 'no loan was both disbursed and refunded on expiry',
  I14: 'clearing accounts are empty after every batch',
  I15: 'what was minted is held, sunk or lost',
  I16: 'stored balances are the sum of their transfers',
  I17: 'no faucet gave a player more than its cap a day',
  I18: 'no loan took more than its amount, in any order of lenders',
  I19: 'reversals name an existing batch, once',
  I20: 'every batch has an actor and a reason',
  I21: 'every good has a source and a sink',
  I22: 'a player owes exactly what was lent and agreed, less what was paid, dropped or written off',
};

/** All breaches of a world, in the order of the invariants. Empty means sound. */
export function checkInvariants(snapshot: LedgerSnapshot): Violation[] {
  const tally = new Tallier(snapshot).run();
  const found = [
    ...tally.violations,
    ...accountViolations(snapshot, tally),
    ...loanViolations(snapshot, tally),
    ...ownLoanViolations(snapshot, tally),
    ...goodsViolations(snapshot),
  ];
  const number = (one: Violation): number => Number(one.id.slice(1));
  return found.sort((a, b) => number(a) - number(b));
}

/** I1, I2, I14, I15, I16 on the stored balances. */
function accountViolations(snapshot: LedgerSnapshot, tally: Tally): Violation[] {
  const found: Violation[] = [];
  const report = (id: InvariantId, what: string, where: string): void => {
    found.push({ id, what, where });
  };
  const totals = new Map<number, { debits: Minor; credits: Minor; supply: Minor; memo: Minor }>();
  const seen = new Set<string>();
  for (const row of snapshot.accounts()) {
    const where = `account ${row.id}`;
    const account = parseAccount(row.id);
    seen.add(row.id);
    if (account === null) {
      report('I3', 'a stored account is not in the chart', where);
      continue;
    }
    const total = totals.get(account.ledger) ?? { debits: 0, credits: 0, supply: 0, memo: 0 };
    totals.set(account.ledger, total);
    total.debits = addMinor(total.debits, row.debits);
    total.credits = addMinor(total.credits, row.credits);
    const net = row.credits - row.debits;
    if (account.role === 'memo') total.memo = addMinor(total.memo, net);
    else total.supply = addMinor(total.supply, net);
    const balance = balanceOn(account.side, row.debits, row.credits);
    if (account.nonNegative && balance < 0) report('I2', `balance ${balance}`, where);
    if (account.zeroAfterBatch && balance !== 0) report('I14', `holds ${balance}`, where);
    const rebuilt = tally.balances.get(row.id) ?? { debits: 0, credits: 0 };
    if (rebuilt.debits !== row.debits || rebuilt.credits !== row.credits) {
      report('I16', `stored ${row.debits}/${row.credits}, transfers say ${rebuilt.debits}/${rebuilt.credits}`, where);
    }
  }
  for (const id of tally.balances.keys())
    if (!seen.has(id)) report('I16', 'transfers without a stored balance', `account ${id}`);
  for (const [ledger, total] of totals) {
    const where = `ledger ${ledger === LEDGER.coin ? 'coin' : 'merci'}`;
    if (total.debits !== total.credits) report('I1', `debits ${total.debits}, credits ${total.credits}`, where);
    if (total.supply !== 0) report('I15', `mints less sinks, losses and holdings leave ${-total.supply}`, where);
    if (total.memo !== 0) report('I15', `receivables and their contra differ by ${total.memo}`, where);
  }
  return found;
}

/** I21. */
function goodsViolations(snapshot: LedgerSnapshot): Violation[] {
  const found: Violation[] = [];
  const stock = new Map<string, number>();
  for (const move of snapshot.goodsMovements()) {
    const key = `${move.owner} ${move.good}`;
    const where = `movement ${move.seq}, ${key}`;
    if (!Number.isSafeInteger(move.delta) || move.delta === 0)
      found.push({ id: 'I21', what: `moves ${move.delta}`, where });
    if (move.event === '') found.push({ id: 'I21', what: 'a good without a source', where });
    const left = (stock.get(key) ?? 0) + move.delta;
    if (left < 0) found.push({ id: 'I21', what: `went down to ${left}`, where });
    stock.set(key, left);
  }
  for (const row of snapshot.goods()) {
    const key = `${row.owner} ${row.good}`;
    const moved = stock.get(key) ?? 0;
    if (moved !== row.quantity)
      found.push({ id: 'I21', what: `stored ${row.quantity}, movements say ${moved}`, where: key });
    stock.delete(key);
  }
  for (const [key, left] of stock)
    if (left !== 0) found.push({ id: 'I21', what: `movements say ${left}, nothing is stored`, where: key });
  return found;
}

/** Money supply M: wallets, pools, guarantee, escrow and borrowers (microfinance.md 6.3), minor units. */
export function moneySupply(snapshot: Pick<LedgerSnapshot, 'accounts'>): Minor {
  const held: Minor[] = [];
  for (const row of snapshot.accounts()) {
    const account = parseAccount(row.id);
    if (account?.role === 'holding' && account.ledger === LEDGER.coin)
      held.push(balanceOn(account.side, row.debits, row.credits));
  }
  return sumMinor(held);
}
