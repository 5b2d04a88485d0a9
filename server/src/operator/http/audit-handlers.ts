import type { AuditLine, RELEASE_API } from '@bloomvale/shared/operator/release-api';
import { ok } from '@bloomvale/shared/result';
import type { ConsoleDesk } from '../../application/console/console-desk.ts';
import { csvOf, safeCell } from '../exchange/safe-csv.ts';
import type { HandlersOf } from './handlers.ts';

/** Lines of one export; more than a spreadsheet shows at ease, and a few megabytes. Older ones are in the backups. */
const EXPORT_LINES = 50_000;
const COLUMNS = ['id', 'at', 'actor', 'name', 'role', 'action', 'subject', 'detail', 'reason'] as const;

/** Who did what, when and why. */
export function auditHandlers(
  desk: ConsoleDesk,
  now: () => number,
): Pick<HandlersOf<typeof RELEASE_API>, 'audit' | 'exportAudit'> {
  return {
    audit: async ({ query }) => ok(await desk.lines(query.search ?? '', query.before ?? null)),
    exportAudit: async ({ caller }) => {
      const rows: string[][] = [];
      for (let before: number | null = null; rows.length < EXPORT_LINES; ) {
        const page = await desk.lines('', before);
        rows.push(...page.lines.map(cellsOf));
        before = page.before;
        if (before === null) break;
      }
      // Whoever takes the log out of the house stands in it, too.
      const detail = { lines: rows.length };
      const noted = await desk.note({ by: caller.operator, action: 'export.audit', subject: 'audit', detail });
      if (!noted.ok) return noted;
      const day = new Date(now()).toISOString().slice(0, 10);
      return ok({ name: `audit-${day}.csv`, type: 'text/csv; charset=utf-8', content: csvOf(COLUMNS, rows) });
    },
  };
}

const cellsOf = (line: AuditLine): string[] =>
  [
    String(line.id),
    new Date(line.at).toISOString(),
    line.actor,
    line.name,
    line.role,
    line.action,
    line.subject,
    JSON.stringify(line.detail),
    line.reason,
  ].map(safeCell);
