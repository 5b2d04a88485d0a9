import { type Kysely, sql } from 'kysely';
import type { CatalogueReader, DraftLine, VersionLine } from '../application/store/catalogue-reader.ts';
import { columnName, TABLES } from '../application/store/tables.ts';
import type { Schema } from './schema.ts';
import { find } from './sqlite-find.ts';

/** `SELECT every column but the one that may be megabytes`. */
const withoutColumn = (table: 'catalogueVersion' | 'catalogueDraft', heavy: string) =>
  sql.join(
    (TABLES[table].columns as readonly string[])
      .filter((property) => property !== heavy)
      .map((property) => sql`${sql.ref(`t.${columnName(property)}`)} AS ${sql.ref(property)}`),
  );

const VERSION_LINE = withoutColumn('catalogueVersion', 'content');
const DRAFT_LINE = withoutColumn('catalogueDraft', 'changes');
const ANY = Number.MAX_SAFE_INTEGER;

/** What only the operator's console asks of the store. */
export const sqliteCatalogueReader = (db: Kysely<Schema>): CatalogueReader => ({
  async versions(before, limit) {
    const { rows } = await sql<VersionLine>`SELECT ${VERSION_LINE} FROM catalogue_version AS t
      WHERE t.number < ${before ?? ANY} ORDER BY t.number DESC LIMIT ${limit}`.execute(db);
    return rows;
  },
  versionByHash: async (hash) =>
    (await find(db, 'catalogueVersion', sql`WHERE t.hash = ${hash} ORDER BY t.number DESC LIMIT 1`))[0] ?? null,
  async drafts(states, limit) {
    const { rows } = await sql<DraftLine>`SELECT ${DRAFT_LINE} FROM catalogue_draft AS t
      WHERE t.state IN (${sql.join([...states])}) ORDER BY t.updated_at DESC, t.id DESC LIMIT ${limit}`.execute(db);
    return rows;
  },
  proposals: (states, before, limit) =>
    find(
      db,
      'proposal',
      sql`WHERE t.state IN (${sql.join([...states])}) AND t.id < ${before ?? ANY} ORDER BY t.id DESC LIMIT ${limit}`,
    ),
  dueProposals: (at, limit) =>
    find(db, 'proposal', sql`WHERE t.state = 'scheduled' AND t.due_at <= ${at} ORDER BY t.due_at, t.id LIMIT ${limit}`),
  auditLines(search, before, limit) {
    const text = search.toLowerCase();
    const has = (column: string) => sql`instr(lower(${sql.ref(`t.${column}`)}), ${text}) > 0`;
    const found = search === '' ? sql`TRUE` : sql`(${has('actor_name')} OR ${has('action')} OR ${has('subject')})`;
    return find(db, 'auditLine', sql`WHERE t.id < ${before ?? ANY} AND ${found} ORDER BY t.id DESC LIMIT ${limit}`);
  },
  async loansUnderWay() {
    const { rows } = await sql<{ entrepreneur: string; open: number; lent: number; loans: number }>`
      SELECT entrepreneur, state = 'fundraising' AS open, lenders > 0 AS lent, count(*) AS loans
      FROM loan WHERE state IN ('fundraising', 'funded', 'in_repayment') GROUP BY 1, 2, 3`.execute(db);
    return rows.map((row) => ({ ...row, open: Boolean(row.open), lent: Boolean(row.lent), loans: Number(row.loans) }));
  },
  unlentLoans: (villageId) =>
    find(
      db,
      'loan',
      sql`WHERE t.village_id = ${villageId} AND t.state = 'fundraising' AND t.lenders = 0 ORDER BY t.opened_at, t.id`,
    ),
});
