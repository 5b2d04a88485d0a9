import type { Json } from '@bloomvale/shared/catalogue/catalogue-diff';
import type { Work } from '../bus/work.ts';
import { type Actor, actorText, whoOf } from './operator.ts';

export type AuditEntry = {
  /** Dotted name: `catalogue.publish`; the console has a text for each. */
  readonly action: string;
  /** What it was done to: `version:7`, `draft:d3`, `player:abc`. */
  readonly subject: string;
  readonly detail?: Readonly<Record<string, Json>>;
  readonly reason?: string;
};

/** Writes a line of the audit trail in the same unit as what it tells of: one is never there without the other. */
export function recordAudit(work: Work, actor: Actor, { action, subject, detail = {}, reason = '' }: AuditEntry): void {
  work.add('auditLine', {
    id: work.nextId('auditLine'),
    at: work.now,
    actor: actorText(actor),
    actorName: whoOf(actor).name,
    role: actor === 'system' ? 'system' : actor.role,
    action,
    subject,
    detail: JSON.stringify(detail),
    reason,
  });
}
