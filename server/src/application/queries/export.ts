import { walletOf } from '@bloomvale/shared/ledger/accounts';
import type { Instant } from '@bloomvale/shared/time/sim-clock';
import type { PlayerState } from '../contract.ts';
import type { Reader, WalletLine } from '../store/store.ts';
import { lineOf } from './statement.ts';

/** Lines and movements of one export: years of play; more would be cut, and says so. */
const EXPORT_MAX = 100_000;
const PAGE = 2_000;

/** Everything stored about a player under their own id, for "download my data". Other people stand in it by public id only. */
export async function exportOf(reader: Reader, state: PlayerState, now: Instant): Promise<Record<string, unknown>> {
  const { playerId } = state;
  const wallet = walletOf(playerId);
  const [[player], [lender], contributions, reports, goods, lines, ownLoans, follows, [autoLend], autoLines, acts] =
    await Promise.all([
      reader.rows('player', [playerId]),
      reader.rows('lender', [playerId]),
      reader.contributionsOfPlayer(playerId),
      reader.reportsOfPlayer(playerId),
      reader.goodsOfPlayer(playerId, EXPORT_MAX),
      allLines(reader, wallet),
      reader.ownLoansOfPlayer(playerId, EXPORT_MAX),
      reader.rows('follow', [playerId]),
      reader.rows('autoLend', [playerId]),
      reader.autoLendLines(playerId, EXPORT_MAX),
      reader.rows('operatorAct', [playerId]),
    ]);
  return {
    exportedAt: new Date(now).toISOString(),
    units: 'amounts in minor units (1 coin = 100), instants in epoch milliseconds; simulated money',
    player,
    household: state.household,
    lending: lender,
    contributions,
    followed: follows.filter(({ following }) => following === 1).map(({ loanId, at }) => ({ loanId, since: at })),
    autoLend: autoLend === undefined ? null : { ...autoLend, lines: autoLines },
    ...(await postOf(reader, playerId)),
    ownLoans: ownLoans.map(({ doc, signedAt, closedAt }) => ({ ...JSON.parse(doc), signedAt, closedAt })),
    blocked: state.blocked,
    reports: reports.map(({ target, reason, at }) => ({ target, reason, at })),
    operators: acts.map(({ kind, at, until, amount, liftedAt }) => ({ kind, at, until, amount, liftedAt })),
    statement: lines.map((line) => lineOf(line, wallet)),
    goods: goods.map(({ good, quantity, fromPlace, toPlace, at }) => ({
      good,
      quantity,
      from: fromPlace,
      to: toPlace,
      at,
    })),
    complete: lines.length < EXPORT_MAX && goods.length < EXPORT_MAX,
  };
}

/** Letters got and shops visited. */
async function postOf(reader: Reader, playerId: string) {
  const [letters, visits] = await Promise.all([
    reader.lettersOfPlayer(playerId, null, EXPORT_MAX),
    reader.visitsOfPlayer(playerId),
  ]);
  return {
    letters: letters.map(({ loanId, kind, at, data, readAt }) => ({ loanId, kind, at, readAt, ...JSON.parse(data) })),
    visits: visits.map(({ loanId, metAt, lastAt, visits: days }) => ({ loanId, metAt, lastAt, days })),
  };
}

async function allLines(reader: Reader, wallet: string): Promise<WalletLine[]> {
  const all: WalletLine[] = [];
  let before: number | null = null;
  while (all.length < EXPORT_MAX) {
    const page: readonly WalletLine[] = await reader.walletLines(wallet, { before, limit: PAGE });
    all.push(...page);
    if (page.length < PAGE) break;
    before = page.at(-1)?.id ?? null;
  }
  return all;
}
