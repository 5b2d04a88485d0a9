import type { AuditLine } from '@bloomvale/shared/operator/release-api';

/** What a text of the log may ask for: every plain value of the detail, and a few that are named alike everywhere. */
export type AuditValues = Readonly<Record<string, string>>;

/** `draft:d3` as ["draft", "3"], as people say it; anything without a kind is its own name. */
export function subjectOf(subject: string): readonly [kind: string | null, name: string] {
  const at = subject.indexOf(':');
  return at === -1 ? [null, subject] : [subject.slice(0, at), subject.slice(at + 1).replace(/^[dpv](?=\d+$)/, '')];
}

/** Parts of the key of an action's text: `proposal.ask` is `audit.did.proposal.ask`; null for a name that no text can have. */
export function actionParts(action: string): readonly [area: string, act: string] | null {
  const match = /^([\w-]+)\.([\w-]+)$/.exec(action);
  return match === null ? null : [match[1] as string, match[2] as string];
}

const plain = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;

/** Plain values of a line's detail, by name; what is nested stays in the line's own detail. */
export function auditValues({ detail }: Pick<AuditLine, 'detail'>): AuditValues {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(detail)) {
    const text = plain(value);
    if (text !== null) values[name] = text;
  }
  return values;
}

export type AuditDay = { readonly day: string; readonly lines: readonly AuditLine[] };

/** Lines by the day on which the operator reads them, in the order they came (newest first). */
export function byDay(lines: readonly AuditLine[], dayOf: (at: number) => string): AuditDay[] {
  const days: { day: string; lines: AuditLine[] }[] = [];
  for (const line of lines) {
    const day = dayOf(line.at);
    const last = days.at(-1);
    if (last?.day === day) last.lines.push(line);
    else days.push({ day, lines: [line] });
  }
  return days;
}

/** Pages fetched one after another, newest first, each line once: a line that came meanwhile moves the rest down. */
export function joined(pages: readonly (readonly AuditLine[])[]): AuditLine[] {
  const seen = new Set<number>();
  return pages.flat().filter(({ id }) => {
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}
