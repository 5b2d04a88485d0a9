import type { Instant } from '@bloomvale/shared/time/sim-clock';
import type {
  Absentee,
  AuditSource,
  Key,
  LastIds,
  PageOptions,
  Reader,
  Sealer,
  Store,
  Unit,
  WalletLine,
  WriteSet,
} from '../application/store/store.ts';
import type { TableShape } from '../application/store/table-shape.ts';
import {
  type KeptRows,
  type KeptTable,
  keyOf,
  type Rows,
  TABLE_NAMES,
  TABLES,
  type TableName,
} from '../application/store/tables.ts';
import { memoryCatalogueReader } from './memory-catalogue-reader.ts';
import { memoryGrowingReader } from './memory-growing-reader.ts';
import { memoryLendingReader } from './memory-lending-reader.ts';
import { memoryLiveReader } from './memory-live-reader.ts';
import { memoryModerationReader } from './memory-moderation-reader.ts';

type Tables = { readonly [T in TableName]: Map<string, Rows[T]> };

/** The store without any database: for simulations and for tests of the bus. A group is kept whole or not at all. */
export class MemoryStore implements Store {
  readonly #tables: Tables = Object.fromEntries(TABLE_NAMES.map((table) => [table, new Map()])) as unknown as Tables;
  /** Rows of each table by the value they are loaded by. */
  readonly #byLoad = new Map<TableName, Map<Key, Set<string>>>(TABLE_NAMES.map((table) => [table, new Map()]));
  readonly reader: Reader = memoryReader(this.#tables, (table, keys) => this.#find(table, keys));
  readonly pruner = {
    prune: async (table: 'command' | 'outbox', before: Instant, limit: number): Promise<number> => {
      const old = [...this.#tables[table].values()].filter((row) => row.at < before).slice(0, limit);
      for (const row of old) this.#tables[table].delete(keyOf(table, row as never));
      return old.length;
    },
  };

  async begin(): Promise<Unit> {
    return {
      load: async <T extends KeptTable>(table: T, keys: readonly Key[]) => this.#find(table, keys) as KeptRows[T][],
      commit: async ({ kept, added }: WriteSet) => {
        for (const [table, rows] of [...Object.entries(kept), ...Object.entries(added)]) {
          for (const row of rows) this.#keep(table as TableName, row as never);
        }
      },
      rollback: async () => undefined,
    };
  }

  /** Nothing outlives the process, so there is nothing to seal. */
  readonly sealer: Sealer = {
    sealedAt: async () => null,
    breaches: async () => [],
    seal: async () => undefined,
  };

  audit(): AuditSource {
    const rows = <T extends TableName>(table: T): Rows[T][] => [...this.#tables[table].values()];
    const byId = (a: { id: number }, b: { id: number }) => a.id - b.id;
    return {
      accounts: () => rows('account'),
      batches: () => rows('batch').sort(byId),
      transfers: () =>
        rows('transfer')
          .sort(byId)
          .map((row) => ({ ...row, batchKey: this.#tables.batch.get(String(row.batchId))?.key ?? '' })),
      loans: () => rows('loan'),
      contributions: () => rows('contribution'),
      lenders: () => rows('lender'),
      households: () => rows('household'),
      ownLoans: () => rows('ownLoan'),
      goods: () => rows('goods').sort(byId),
      stallCaps: () =>
        rows('catalogueVersion').map(({ content }) => JSON.parse(content).economy.stallDailyCap as number),
      close: () => undefined,
    };
  }

  async close(): Promise<void> {}

  #find<T extends TableName>(table: T, keys: readonly Key[]): Rows[T][] {
    const index = this.#byLoad.get(table) as Map<Key, Set<string>>;
    return keys.flatMap((key) =>
      [...(index.get(key) ?? [])].flatMap((rowKey) => {
        const row = this.#tables[table].get(rowKey);
        return row === undefined ? [] : [row];
      }),
    );
  }

  #keep<T extends TableName>(table: T, row: Rows[T]): void {
    const rowKey = keyOf(table, row);
    const loadKey = row[(TABLES[table] as unknown as TableShape<Rows[T]>).loadBy] as Key;
    this.#tables[table].set(rowKey, row);
    const index = this.#byLoad.get(table) as Map<Key, Set<string>>;
    const group = index.get(loadKey) ?? new Set();
    index.set(loadKey, group.add(rowKey));
  }
}

type Find = <T extends TableName>(table: T, keys: readonly Key[]) => Rows[T][];

function memoryReader(tables: Tables, find: Find): Reader {
  const all = <T extends TableName>(table: T): Rows[T][] => [...tables[table].values()];
  const openLoansOf = (playerId: string): string[] =>
    all('contribution')
      .filter((part) => part.source === `player:${playerId}` && isOpen(tables.loan.get(part.loanId)))
      .map(({ loanId }) => loanId);
  const living = () => all('player').filter((player) => player.deletedAt === null);
  return {
    ...memoryLendingReader(tables),
    ...memoryGrowingReader(tables),
    ...memoryCatalogueReader(tables),
    ...memoryModerationReader(tables),
    ...memoryLiveReader(tables),
    rows: async (table, keys) => find(table, keys),
    playerByPublicId: async (publicId) => all('player').find((player) => player.publicId === publicId) ?? null,
    publicIds: async (ids) => find('player', ids),
    villages: async () => all('village').sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)),
    liveliness: async (since) => {
      const players = new Map<string, number>();
      for (const one of living()) {
        if (one.seenAt >= since) players.set(one.villageId, (players.get(one.villageId) ?? 0) + 1);
      }
      return [...players].map(([villageId, count]) => ({ villageId, players: count }));
    },
    absentResidents: async (before, after, limit) =>
      living()
        .filter(({ lot, seenAt }) => lot >= 0 && seenAt <= before)
        .filter((one) => after === null || byAbsence(after, one) < 0)
        .sort(byAbsence)
        .slice(0, limit),
    loansOfVillage: async (villageId, states) =>
      all('loan').filter((loan) => loan.villageId === villageId && states.includes(loan.state)),
    hallState: async (villageId) => {
      const loans = all('loan').filter((loan) => loan.villageId === villageId);
      const since = new Map<string, number>();
      for (const loan of loans) {
        if (loan.state !== 'funded' && loan.state !== 'in_repayment') continue;
        since.set(loan.entrepreneur, Math.min(loan.openedAt, since.get(loan.entrepreneur) ?? loan.openedAt));
      }
      const order = [...since].sort(([a, at], [b, bt]) => at - bt || (a < b ? -1 : 1));
      return {
        open: loans.filter((loan) => loan.state === 'fundraising'),
        running: order.map(([entrepreneur]) => entrepreneur),
      };
    },
    closingLoans: async (sim) =>
      all('loan')
        .filter((loan) => loan.state === 'fundraising' && loan.windowEndsAt <= sim)
        .sort((a, b) => a.windowEndsAt - b.windowEndsAt || (a.id < b.id ? -1 : 1)),
    openLoansOfSeason: async (season) =>
      all('loan').filter((loan) => loan.season === season && loan.closedAt === null).length,
    seasons: async () => all('season').sort((a, b) => a.id - b.id),
    openLoansOfPlayer: async (playerId) => openLoansOf(playerId),
    unfinishedDeletions: async () =>
      all('player')
        .filter((player) => player.deletedAt !== null && openLoansOf(player.id).length > 0)
        .map(({ id }) => id),
    dueLoans: async (sim, limit) =>
      all('loan')
        .filter((loan) => loan.wakeSim !== null && loan.wakeSim <= sim)
        .sort((a, b) => (a.wakeSim ?? 0) - (b.wakeSim ?? 0) || (a.id < b.id ? -1 : 1))
        .slice(0, limit),
    nextWake: async () => {
      const wakes = all('loan').flatMap(({ wakeSim }) => (wakeSim === null ? [] : [wakeSim]));
      return wakes.length === 0 ? null : Math.min(...wakes);
    },
    contributionsOfPlayer: async (playerId) => all('contribution').filter((part) => part.playerId === playerId),
    walletLines: async (account, page) => memoryLines(tables, account, page),
    loanEvents: async (loanIds, after) => all('loanEvent').filter((e) => loanIds.includes(e.loanId) && e.id > after),
    goodsOfPlayer: async (playerId, limit) =>
      all('goods')
        .filter((move) => move.playerId === playerId)
        .reverse()
        .slice(0, limit),
    reportsOfPlayer: async (playerId) => all('report').filter((report) => report.playerId === playerId),
    residentWallets: async (villageId) =>
      living()
        .filter((player) => player.villageId === villageId && player.lot >= 0)
        .flatMap((player) => find('account', [`wallet:${player.id}`]))
        .reduce((sum, { credits, debits }) => sum + credits - debits, 0),
    clockSegments: async () => all('clockSegment').sort((a, b) => a.realFrom - b.realFrom),
    lastIds: async () => memoryIds(tables),
  };
}

const byAbsence = (a: Absentee, b: Absentee): number => a.seenAt - b.seenAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Not closed, or defaulted and still asked for something. */
const isOpen = (loan: Rows['loan'] | undefined): boolean =>
  loan !== undefined && (loan.closedAt === null || loan.wakeSim !== null);

function memoryLines(tables: Tables, account: string, page: PageOptions): WalletLine[] {
  const lines: WalletLine[] = [];
  for (const transfer of [...tables.transfer.values()].reverse()) {
    if (transfer.id >= (page.before ?? Number.POSITIVE_INFINITY) || transfer.id <= (page.after ?? 0)) continue;
    if (transfer.debit !== account && transfer.credit !== account) continue;
    const batch = tables.batch.get(String(transfer.batchId)) as Rows['batch'];
    const loan = batch.loanId === null ? undefined : tables.loan.get(batch.loanId);
    lines.push({
      ...transfer,
      at: batch.at,
      actor: batch.actor,
      reason: batch.reason,
      loanId: batch.loanId,
      name: loan?.name ?? null,
      shortName: loan?.shortName ?? null,
    });
    if (lines.length === page.limit) break;
  }
  return lines;
}

type Numbered =
  | 'batch'
  | 'transfer'
  | 'loanEvent'
  | 'autoLendLine'
  | 'outbox'
  | 'goods'
  | 'report'
  | 'catalogueDraft'
  | 'proposal'
  | 'auditLine';

function memoryIds(tables: Tables): LastIds {
  const highest = (table: Numbered) => {
    let id = 0;
    for (const row of tables[table].values()) id = Math.max(id, row.id);
    return id;
  };
  return {
    journal: Math.max(highest('batch'), highest('transfer'), highest('loanEvent'), highest('autoLendLine')),
    outbox: highest('outbox'),
    goods: highest('goods'),
    report: highest('report'),
    draft: highest('catalogueDraft'),
    proposal: highest('proposal'),
    auditLine: highest('auditLine'),
  };
}
