import type { Json } from '@bloomvale/shared/catalogue/catalogue-diff';
import { ok } from '@bloomvale/shared/result';
import type { Instant } from '@bloomvale/shared/time/sim-clock';
import { recordAudit } from '../proposals/audit-trail.ts';
import type { Actor } from '../proposals/operator.ts';
import { type OperatorHandler, operatorHandler } from '../proposals/operator-handler.ts';

export type ConsoleNote = {
  readonly by: Actor;
  readonly action: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, Json>>;
  /** When it happened: a line may be written later, but never before. */
  readonly at: Instant;
};

/** Later than this the line says when it was: what happened while the game's store was away. */
const LATE_MS = 60_000;

/** A line of the trail alone. */
export const noteOfConsole: OperatorHandler<ConsoleNote, null> = operatorHandler({
  type: 'console.note',
  needs: () => ({}),
  decide({ by, action, subject, detail, at }, work) {
    const late = work.now - at > LATE_MS ? { happenedAt: at } : {};
    recordAudit(work, by, { action, subject, detail: { ...detail, ...late } });
    return ok(null);
  },
});
