import { walletOf } from '@bloomvale/shared/ledger/accounts';
import { STATEMENT_PAGE } from '@bloomvale/shared/protocol/limits';
import type { Statement, StatementLine } from '@bloomvale/shared/protocol/views';
import type { Reader, WalletLine } from '../store/store.ts';

/** A page of a wallet's statement, newest first, each line with the balance after it. `wallet` is today's balance. */
export async function statementOf(reader: Reader, playerId: string, before: number | null): Promise<Statement> {
  const account = walletOf(playerId);
  const [lines, [row]] = await Promise.all([
    reader.walletLines(account, { before, limit: STATEMENT_PAGE + 1 }),
    reader.rows('account', [account]),
  ]);
  const page = lines.slice(0, STATEMENT_PAGE);
  return {
    lines: page.map((line) => lineOf(line, account)),
    before: lines.length > STATEMENT_PAGE ? (page.at(-1)?.id ?? null) : null,
    wallet: row === undefined ? 0 : row.credits - row.debits,
  };
}

export function lineOf(line: WalletLine, wallet: string): StatementLine {
  const incoming = line.credit === wallet;
  return {
    id: line.id,
    at: line.at,
    kind: kindOf(line, incoming),
    amount: incoming ? line.amount : -line.amount,
    balance: incoming ? line.creditAfter : line.debitAfter,
    ref: line.loanId,
    name: line.shortName,
  };
}

/** Posting legs in the words of a statement. */
function kindOf({ kind, debit, credit, reason }: WalletLine, incoming: boolean): string {
  if (kind === 'lend' && reason === 'auto-lend') return 'lend.auto';
  if (kind === 'reverse.lend') return 'lend.taken_back';
  if (kind === 'earn') return debit === 'mint:welcome' ? 'welcome' : `earn.${debit.slice('mint:'.length)}`;
  if (kind === 'buy') return credit === 'sink:dormant' ? 'close' : `buy.${credit.slice('sink:'.length)}`;
  if (kind === 'repay' || kind === 'refund_running') return 'repayment';
  if (kind === 'recover') return 'recovery';
  if (kind === 'correct') return 'reverse';
  if (kind === 'player_loan') return 'own.loan';
  if (kind === 'player_instalment') return 'own.instalment';
  if (kind === 'player_instalment.cost') return 'own.cost';
  return incoming || kind !== 'refund' ? kind : 'reverse';
}
