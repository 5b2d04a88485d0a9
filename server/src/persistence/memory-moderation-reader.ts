import type { ModerationReader, ReportLine } from '../application/store/moderation-reader.ts';
import type { Rows, TableName } from '../application/store/tables.ts';

type Tables = { readonly [T in TableName]: ReadonlyMap<string, Rows[T]> };

const latestClosed = (a: Rows['report'], b: Rows['report']): number =>
  (b.closedAt ?? 0) - (a.closedAt ?? 0) || b.id - a.id;

/** Moderation's questions over the store in memory. */
export function memoryModerationReader(tables: Tables): ModerationReader {
  const all = () => [...tables.report.values()];
  const open = () => all().filter(({ closedAt }) => closedAt === null);
  const closed = () => all().filter(({ closedAt }) => closedAt !== null);
  const lineOf = (row: Rows['report']): ReportLine => {
    const by = tables.player.get(row.playerId);
    const target = [...tables.player.values()].find(({ publicId }) => publicId === row.target);
    return {
      ...row,
      byPublicId: by?.publicId ?? '',
      byName: by?.name ?? '',
      targetName: target?.name ?? '',
      alike: open().filter((one) => one.target === row.target).length,
    };
  };
  return {
    openReports: async (after, limit) =>
      open()
        .filter(({ id }) => id > after)
        .sort((a, b) => a.id - b.id)
        .slice(0, limit)
        .map(lineOf),
    closedReports: async (before, limit) =>
      closed()
        .sort(latestClosed)
        .filter((row) => before === null || latestClosed(before as Rows['report'], row) < 0)
        .slice(0, limit)
        .map(lineOf),
    reportLine: async (id) => {
      const row = tables.report.get(String(id));
      return row === undefined ? null : lineOf(row);
    },
    decisionsAbout: async (target, limit) =>
      closed()
        .filter((row) => row.target === target)
        .sort(latestClosed)
        .slice(0, limit),
    openReportCount: async () => open().length,
    reportCountAbout: async (target) => all().filter((row) => row.target === target).length,
  };
}
