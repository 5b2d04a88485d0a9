import { type Kysely, sql } from 'kysely';
import type { Key, LastIds, PageOptions, Reader, WalletLine } from '../application/store/store.ts';
import type { Rows, TableName } from '../application/store/tables.ts';
import type { Schema } from './schema.ts';
import { sqliteCatalogueReader } from './sqlite-catalogue-reader.ts';
import { fields, find } from './sqlite-find.ts';
import { sqliteGrowingReader } from './sqlite-growing-reader.ts';
import { sqliteLendingReader } from './sqlite-lending-reader.ts';
import { sqliteLiveReader } from './sqlite-live-reader.ts';
import { sqliteModerationReader } from './sqlite-moderation-reader.ts';
import { keyChunks, StatementShapes } from './statement-shapes.ts';

const one = async <T>(rows: Promise<readonly T[]>): Promise<T | null> => (await rows)[0] ?? null;

/** Reads committed rows over a connection of its own. */
export function sqliteReader(db: Kysely<Schema>): Reader {
  const shapes = new StatementShapes(db);
  return {
    ...peopleReader(db),
    ...loanReader(db),
    ...ledgerReader(db),
    ...sqliteLendingReader(db),
    ...sqliteGrowingReader(db),
    ...sqliteCatalogueReader(db),
    ...sqliteModerationReader(db),
    ...sqliteLiveReader(db),
    async rows<T extends TableName>(table: T, keys: readonly Key[]) {
      const rows: Rows[T][] = [];
      for (const chunk of keyChunks(keys)) {
        rows.push(...((await db.executeQuery(shapes.select(table, chunk))).rows as Rows[T][]));
      }
      return rows;
    },
  };
}

type PeopleReader = Pick<
  Reader,
  | 'playerByPublicId'
  | 'publicIds'
  | 'villages'
  | 'liveliness'
  | 'absentResidents'
  | 'goodsOfPlayer'
  | 'reportsOfPlayer'
  | 'unfinishedDeletions'
>;

const peopleReader = (db: Kysely<Schema>): PeopleReader => ({
  playerByPublicId: (publicId) => one(find(db, 'player', sql`WHERE t.public_id = ${publicId}`)),
  async publicIds(playerIds) {
    if (playerIds.length === 0) return [];
    const rows = await db
      .selectFrom('player')
      .select(['id', 'public_id', 'name'])
      .where('id', 'in', [...playerIds])
      .execute();
    return rows.map((row) => ({ id: row.id, publicId: row.public_id, name: row.name }));
  },
  villages: () => find(db, 'village', sql`ORDER BY t.created_at, t.id`),
  async liveliness(since) {
    const rows = await db
      .selectFrom('player')
      .select(({ fn }) => ['village_id as villageId', fn.countAll<number>().as('players')])
      .where('seen_at', '>=', since)
      .where('deleted_at', 'is', null)
      .groupBy('village_id')
      .execute();
    return rows.map((row) => ({ villageId: row.villageId, players: Number(row.players) }));
  },
  absentResidents: (before, after, limit) =>
    db
      .selectFrom('player')
      .select(['id', 'seen_at as seenAt'])
      .where('seen_at', '<=', before)
      .where('lot', '>=', 0)
      .where('deleted_at', 'is', null)
      .$if(after !== null, (query) =>
        query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('seen_at', 'id'), '>', tuple(after?.seenAt ?? 0, after?.id ?? '')),
        ),
      )
      .orderBy('seen_at')
      .orderBy('id')
      .limit(limit)
      .execute(),
  async unfinishedDeletions() {
    const { rows } = await sql<{ id: string }>`SELECT DISTINCT p.id
      FROM player AS p JOIN contribution AS c ON c.player_id = p.id AND c.source = 'player:' || p.id
      JOIN loan AS l ON l.id = c.loan_id AND (l.closed_at IS NULL OR l.wake_sim IS NOT NULL)
      WHERE p.deleted_at IS NOT NULL`.execute(db);
    return rows.map(({ id }) => id);
  },
  goodsOfPlayer: (playerId, limit) =>
    find(db, 'goods', sql`WHERE t.player_id = ${playerId} ORDER BY t.id DESC LIMIT ${limit}`),
  reportsOfPlayer: (playerId) => find(db, 'report', sql`WHERE t.player_id = ${playerId} ORDER BY t.id`),
});

type LoanReader = Pick<
  Reader,
  | 'loansOfVillage'
  | 'hallState'
  | 'closingLoans'
  | 'dueLoans'
  | 'nextWake'
  | 'contributionsOfPlayer'
  | 'loanEvents'
  | 'openLoansOfSeason'
  | 'openLoansOfPlayer'
  | 'seasons'
>;

const loanReader = (db: Kysely<Schema>): LoanReader => ({
  loansOfVillage: (villageId, states) =>
    find(
      db,
      'loan',
      sql`WHERE t.village_id = ${villageId} AND t.state IN (${sql.join([...states])}) ORDER BY t.opened_at, t.id`,
    ),
  async hallState(villageId) {
    const [open, running] = await Promise.all([
      db
        .selectFrom('loan')
        .select(['entrepreneur', 'starter', 'amount', 'raised'])
        .where('village_id', '=', villageId)
        .where('state', '=', 'fundraising')
        .execute(),
      // Answered by the index alone: a village has few open loans and may have thousands that run.
      db
        .selectFrom('loan')
        .select(({ fn }) => ['entrepreneur', fn.min('opened_at').as('since')])
        .where('village_id', '=', villageId)
        .where('state', 'in', ['funded', 'in_repayment'])
        .groupBy('entrepreneur')
        .orderBy('since')
        .orderBy('entrepreneur')
        .execute(),
    ]);
    return { open, running: running.map(({ entrepreneur }) => entrepreneur) };
  },
  closingLoans: (simEnd) =>
    find(
      db,
      'loan',
      sql`WHERE t.state = 'fundraising' AND t.window_ends_at <= ${simEnd} ORDER BY t.window_ends_at, t.id`,
    ),
  async openLoansOfSeason(season) {
    const row = await db
      .selectFrom('loan')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('season', '=', season)
      .where('closed_at', 'is', null)
      .executeTakeFirst();
    return Number(row?.n ?? 0);
  },
  async openLoansOfPlayer(playerId) {
    const { rows } = await sql<{ id: string }>`SELECT c.loan_id AS id
      FROM contribution AS c JOIN loan AS l ON l.id = c.loan_id AND (l.closed_at IS NULL OR l.wake_sim IS NOT NULL)
      WHERE c.player_id = ${playerId} AND c.source = ${`player:${playerId}`} ORDER BY c.loan_id`.execute(db);
    return rows.map(({ id }) => id);
  },
  seasons: () => find(db, 'season', sql`ORDER BY t.id`),
  dueLoans: (simNow, limit) =>
    db
      .selectFrom('loan')
      .select(['id', 'wake_sim as wakeSim'])
      .where('wake_sim', 'is not', null)
      .where('wake_sim', '<=', simNow)
      .orderBy('wake_sim')
      .orderBy('id')
      .limit(limit)
      .execute(),
  async nextWake() {
    const row = await db
      .selectFrom('loan')
      .select(({ fn }) => fn.min('wake_sim').as('wake'))
      .where('wake_sim', 'is not', null)
      .executeTakeFirst();
    return row?.wake ?? null;
  },
  contributionsOfPlayer: (playerId) =>
    find(db, 'contribution', sql`WHERE t.player_id = ${playerId} ORDER BY t.at DESC, t.loan_id`),
  loanEvents: async (loanIds, after) =>
    loanIds.length === 0
      ? []
      : find(db, 'loanEvent', sql`WHERE t.loan_id IN (${sql.join([...loanIds])}) AND t.id > ${after} ORDER BY t.id`),
});

type LedgerReader = Pick<Reader, 'walletLines' | 'residentWallets' | 'clockSegments' | 'lastIds'>;

const ledgerReader = (db: Kysely<Schema>): LedgerReader => ({
  walletLines: (account, page) => walletLines(db, account, page),
  async residentWallets(villageId) {
    const { rows } = await sql<{ total: number }>`
      SELECT cast(coalesce(sum(a.credits - a.debits), 0) AS bigint) AS total
      FROM player AS p JOIN account AS a ON a.id = 'wallet:' || p.id
      WHERE p.village_id = ${villageId} AND p.lot >= 0 AND p.deleted_at IS NULL`.execute(db);
    return rows[0]?.total ?? 0;
  },
  clockSegments: () => find(db, 'clockSegment', sql`ORDER BY t.real_from`),
  async lastIds() {
    const { rows } = await sql<
      Record<
        'batch' | 'transfer' | 'event' | 'line' | 'outbox' | 'goods' | 'report' | 'draft' | 'proposal' | 'auditLine',
        number
      >
    >`SELECT
      coalesce((SELECT max(id) FROM batch), 0) AS batch,
      coalesce((SELECT max(id) FROM transfer), 0) AS transfer,
      coalesce((SELECT max(id) FROM loan_event), 0) AS event,
      coalesce((SELECT max(id) FROM auto_lend_line), 0) AS line,
      coalesce((SELECT max(id) FROM outbox), 0) AS outbox,
      coalesce((SELECT max(id) FROM goods_movement), 0) AS goods,
      coalesce((SELECT max(id) FROM report), 0) AS report,
      coalesce((SELECT max(id) FROM catalogue_draft), 0) AS draft,
      coalesce((SELECT max(id) FROM proposal), 0) AS proposal,
      coalesce((SELECT max(id) FROM audit_line), 0) AS "auditLine"`.execute(db);
    const { batch, transfer, event, line, ...rest } = rows[0] as (typeof rows)[0];
    return { journal: Math.max(batch, transfer, event, line), ...rest } satisfies LastIds;
  },
});

/** Both sides are asked for on their own, so that each uses the index of wallets; newest first. */
async function walletLines(db: Kysely<Schema>, account: string, page: PageOptions): Promise<WalletLine[]> {
  const before = page.before ?? Number.MAX_SAFE_INTEGER;
  const after = page.after ?? 0;
  const side = (column: 'debit' | 'credit') => sql`SELECT * FROM (
    SELECT ${fields('transfer', 'x')}, b.at, b.actor, b.reason, b.loan_id AS "loanId", l.name, l.short_name AS "shortName"
    FROM transfer AS x JOIN batch AS b ON b.id = x.batch_id LEFT JOIN loan AS l ON l.id = b.loan_id
    WHERE ${sql.ref(`x.${column}`)} = ${account}
      AND ${sql.ref(`x.${column}`)} >= 'wallet:' AND ${sql.ref(`x.${column}`)} < 'wallet;'
      AND x.id < ${before} AND x.id > ${after}
    ORDER BY x.id DESC LIMIT ${page.limit}) AS ${sql.ref(column)}`;
  const { rows } = await sql<WalletLine>`${side('debit')} UNION ALL ${side('credit')}
    ORDER BY id DESC LIMIT ${page.limit}`.execute(db);
  return rows;
}
