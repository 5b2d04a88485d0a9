import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { ModerationReader, ReportLine } from '../application/store/moderation-reader.ts';
import type { Schema } from './schema.ts';
import { fields, find } from './sqlite-find.ts';

/** What moderation asks of the store. */
export const sqliteModerationReader = (db: Kysely<Schema>): ModerationReader => {
  const lines = async (rest: RawBuilder<unknown>): Promise<ReportLine[]> => {
    const { rows } = await sql<ReportLine>`SELECT ${fields('report', 't')},
        by.public_id AS "byPublicId", by.name AS "byName", coalesce(of.name, '') AS "targetName",
        (SELECT count(*) FROM report AS a WHERE a.target = t.target AND a.closed_at IS NULL) AS "alike"
      FROM report AS t JOIN player AS by ON by.id = t.player_id LEFT JOIN player AS of ON of.public_id = t.target
      ${rest}`.execute(db);
    return rows;
  };
  return {
    openReports: (after, limit) =>
      lines(sql`WHERE t.closed_at IS NULL AND t.id > ${after} ORDER BY t.id LIMIT ${limit}`),
    closedReports: (before, limit) =>
      lines(sql`WHERE t.closed_at IS NOT NULL
        AND (t.closed_at, t.id) < (${before?.closedAt ?? Number.MAX_SAFE_INTEGER}, ${before?.id ?? 0})
        ORDER BY t.closed_at DESC, t.id DESC LIMIT ${limit}`),
    reportLine: async (id) => (await lines(sql`WHERE t.id = ${id}`))[0] ?? null,
    decisionsAbout: (target, limit) =>
      find(
        db,
        'report',
        sql`WHERE t.target = ${target} AND t.closed_at IS NOT NULL ORDER BY t.closed_at DESC, t.id DESC LIMIT ${limit}`,
      ),
    async openReportCount() {
      const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM report WHERE closed_at IS NULL`.execute(db);
      return rows[0]?.n ?? 0;
    },
    async reportCountAbout(target) {
      const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM report WHERE target = ${target}`.execute(db);
      return rows[0]?.n ?? 0;
    },
  };
};
