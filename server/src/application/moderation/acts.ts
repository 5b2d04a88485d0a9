import type { Instant } from '@bloomvale/shared/time/sim-clock';
import type { Work } from '../bus/work.ts';
import type { ActKind, OperatorActRow } from '../store/moderation-rows.ts';

const DAY_MS = 86_400_000;

/** What holds for a player because an operator said so; null where nothing does. Instants may lie in the past: compare with now. */
export type Sanctions = {
  readonly mutedUntil: Instant | null;
  readonly suspendedUntil: Instant | null;
  /** What the player has not been told yet, oldest first. */
  readonly untold: readonly OperatorActRow[];
};

export const isActive = (act: OperatorActRow, kind: ActKind, now: Instant): boolean =>
  act.kind === kind && act.liftedAt === null && act.until !== null && act.until > now;

export function sanctionsOf(acts: readonly OperatorActRow[]): Sanctions {
  const latest = (kind: ActKind): Instant | null =>
    acts.reduce<Instant | null>(
      (until, act) =>
        act.kind === kind && act.liftedAt === null && act.until !== null ? Math.max(until ?? 0, act.until) : until,
      null,
    );
  return {
    mutedUntil: latest('mute'),
    suspendedUntil: latest('suspend'),
    untold: acts.filter(({ toldAt, liftedAt }) => toldAt === null && liftedAt === null).sort((a, b) => a.at - b.at),
  };
}

type NewAct = Pick<OperatorActRow, 'id' | 'playerId' | 'kind' | 'reason'> & {
  readonly days?: number;
  readonly amount?: number;
};

/** Keeps it, and lets the player be told. */
export function addAct(work: Work, { id, playerId, kind, reason, days, amount = 0 }: NewAct): OperatorActRow {
  const act: OperatorActRow = {
    id,
    playerId,
    kind,
    at: work.now,
    until: days === undefined ? null : work.now + days * DAY_MS,
    amount,
    reason,
    liftedAt: null,
    toldAt: null,
  };
  work.put('operatorAct', act);
  work.emit({ kind: 'player.changed', playerId });
  work.emit({ kind: 'player.told', playerId, act: kind, until: act.until, amount });
  return act;
}
