import type { OperatorRefusal } from '@bloomvale/shared/operator/operator-refusals';
import { mayAct } from '@bloomvale/shared/operator/operator-roles';
import { invariant, ok, type Result } from '@bloomvale/shared/result';
import type { Instant } from '@bloomvale/shared/time/sim-clock';
import type { View } from '../bus/view.ts';
import type { Work } from '../bus/work.ts';
import type { ProposalRow } from '../store/catalogue-rows.ts';
import type { Needs } from '../store/store.ts';
import { recordAudit } from './audit-trail.ts';
import { type Actor, allowed, type Operator, refused } from './operator.ts';
import { type OperatorHandler, operatorHandler } from './operator-handler.ts';
import type { AnyKind, Mandate, Payload } from './proposal-kind.ts';
import { payloadOf, proposalIdOf } from './proposal-view.ts';

/** What became of a proposal that was to be carried out: a failed one is closed, and says by which refusal. */
export type CarriedOut = { readonly row: ProposalRow; readonly failed: OperatorRefusal | null };

export type Ask = {
  readonly operator: Operator;
  readonly payload: Payload;
  readonly ready: unknown;
  readonly reason: string;
  /** Not before; null for at once. */
  readonly at: Instant | null;
};

/** Why a second person is needed when nothing that is touched needs one: who asked is no publisher. */
export const BECAUSE_OF_ROLE = 'role';

/**
 * Makes a proposal; carries it out in the same unit when nobody else and no later moment is needed. Refused: FORBIDDEN, NOT_IN_FUTURE, and
 * whatever its kind refuses.
 */
export const proposalAsk = (kind: AnyKind): OperatorHandler<Ask, ProposalRow> =>
  operatorHandler({
    type: `proposal.ask ${kind.kind}`,
    needs: ({ payload, ready }, view) => kind.needs(payload, ready, view),
    decide(command, work) {
      const { operator, payload, ready, at } = command;
      const may = allowed(operator, kind.askers);
      if (!may.ok) return may;
      if (at !== null && at <= work.now) return refused('NOT_IN_FUTURE');
      const checked = kind.check(payload, ready, work);
      if (!checked.ok) return checked;
      const because = mayAct(operator.role, 'publisher') ? checked.value : [...checked.value, BECAUSE_OF_ROLE];
      const row = newRow(work, kind, command, because);
      if (because.length > 0 || at !== null) {
        const waiting: ProposalRow = { ...row, state: because.length > 0 ? 'waiting' : 'scheduled' };
        work.put('proposal', waiting);
        kind.asked?.(payload, work);
        note(work, operator, 'proposal.ask', waiting, { because });
        return ok(waiting);
      }
      const outcome = kind.carryOut(payload, ready, mandateOf(row, operator), work);
      if (!outcome.ok) return outcome;
      return ok(keep(work, { ...row, state: 'done', outcome: JSON.stringify(outcome.value) }));
    },
  });

export type Decide = {
  readonly id: number;
  readonly operator: Operator;
  readonly ready: Result<unknown, OperatorRefusal>;
};

/**
 * A publisher approves what somebody else asked for: done at once, or at its time. What can no longer be done is closed as failed. Refused:
 * UNKNOWN_PROPOSAL, FORBIDDEN, PROPOSAL_CLOSED, SECOND_PERSON_NEEDED.
 */
export const proposalApprove = (kind: AnyKind): OperatorHandler<Decide, CarriedOut> =>
  operatorHandler({
    type: `proposal.approve ${kind.kind}`,
    needs: (command, view) => needsOf(kind, command, view),
    decide({ id, operator, ready }, work) {
      const row = work.get('proposal', id);
      if (row === null) return refused('UNKNOWN_PROPOSAL');
      const may = allowed(operator, 'publisher');
      if (!may.ok) return may;
      if (row.state !== 'waiting') return refused('PROPOSAL_CLOSED');
      if (row.askedBy === operator.operatorId) return refused('SECOND_PERSON_NEEDED');
      const decided = decidedBy(work, row, operator);
      const payload = payloadOf(row);
      if (row.dueAt === null || row.dueAt <= work.now) {
        note(work, operator, 'proposal.approve', row, {});
        return ok(attempt(work, kind, decided, ready, operator));
      }
      const still = ready.ok ? kind.check(payload, ready.value, work) : ready;
      if (!still.ok) return ok(fail(work, kind, decided, still.error, operator));
      note(work, operator, 'proposal.approve', row, {});
      return ok({ row: keep(work, { ...decided, state: 'scheduled' }), failed: null });
    },
  });

export type CarryOutDue = { readonly id: number; readonly ready: Result<unknown, OperatorRefusal> };

/** The game carries out what was scheduled, once. */
export const proposalDue = (kind: AnyKind): OperatorHandler<CarryOutDue, CarriedOut | null> =>
  operatorHandler({
    type: `proposal.due ${kind.kind}`,
    needs: (command, view) => needsOf(kind, command, view),
    decide({ id, ready }, work) {
      const row = work.must('proposal', id);
      if (row.state !== 'scheduled' || row.dueAt === null || row.dueAt > work.now) return ok(null);
      return ok(attempt(work, kind, row, ready, 'system'));
    },
  });

export type Drop = {
  readonly id: number;
  readonly operator: Operator;
  readonly as: 'refused' | 'withdrawn';
  readonly reason: string;
};

/**
 * Refused by a publisher, or taken back by who asked; a publisher may also take back what is scheduled. Refused: UNKNOWN_PROPOSAL, FORBIDDEN,
 * PROPOSAL_CLOSED.
 */
export const proposalDrop = (kind: AnyKind): OperatorHandler<Drop, ProposalRow> =>
  operatorHandler({
    type: `proposal.drop ${kind.kind}`,
    needs: ({ id }, view) => ({ proposal: [id], ...droppedNeeds(kind, id, view) }),
    decide({ id, operator, as, reason }, work) {
      const row = work.get('proposal', id);
      if (row === null) return refused('UNKNOWN_PROPOSAL');
      const own = row.askedBy === operator.operatorId;
      const may = allowed(operator, as === 'withdrawn' && own ? 'editor' : 'publisher');
      if (!may.ok) return may;
      if (row.state !== 'waiting' && row.state !== 'scheduled') return refused('PROPOSAL_CLOSED');
      if (as === 'withdrawn' && !own && row.state !== 'scheduled') return refused('FORBIDDEN');
      const dropped: ProposalRow = { ...decidedBy(work, row, operator), state: as };
      work.put('proposal', dropped);
      kind.dropped?.(payloadOf(row), work);
      note(work, operator, as === 'refused' ? 'proposal.refuse' : 'proposal.withdraw', row, {}, reason);
      return ok(dropped);
    },
  });

function newRow(work: Work, kind: AnyKind, command: Ask, because: readonly string[]): ProposalRow {
  const { operator, payload, reason, at } = command;
  return {
    id: work.nextId('proposal'),
    kind: kind.kind,
    subject: kind.subject(payload),
    payload: JSON.stringify(payload),
    reason,
    fourEyes: because.length > 0 ? 1 : 0,
    because: JSON.stringify(because),
    state: 'waiting',
    askedBy: operator.operatorId,
    askedByName: operator.name,
    askedAt: work.now,
    decidedBy: null,
    decidedByName: null,
    decidedAt: null,
    dueAt: at,
    outcome: '',
  };
}

const decidedBy = (work: Work, row: ProposalRow, operator: Operator): ProposalRow => ({
  ...row,
  decidedBy: operator.operatorId,
  decidedByName: operator.name,
  decidedAt: work.now,
});

const mandateOf = (row: ProposalRow, actor: Actor): Mandate => ({
  actor,
  proposalId: proposalIdOf(row.id),
  askedBy: row.askedBy,
  askedByName: row.askedByName,
  approvedBy: row.decidedBy,
  reason: row.reason,
});

/** Carries out, or closes as failed and leaves no other trace. */
function attempt(
  work: Work,
  kind: AnyKind,
  row: ProposalRow,
  ready: Result<unknown, OperatorRefusal>,
  actor: Actor,
): CarriedOut {
  const before = work.savepoint();
  const done = ready.ok ? checkedOut(work, kind, row, ready.value, mandateOf(row, actor)) : ready;
  if (done.ok) {
    const kept = { ...row, state: 'done' as const, decidedAt: row.decidedAt ?? work.now };
    return { row: keep(work, { ...kept, outcome: JSON.stringify(done.value) }), failed: null };
  }
  work.rollbackTo(before);
  return fail(work, kind, row, done.error, actor);
}

function checkedOut(
  work: Work,
  kind: AnyKind,
  row: ProposalRow,
  ready: unknown,
  mandate: Mandate,
): Result<Payload, OperatorRefusal> {
  const payload = payloadOf(row);
  const still = kind.check(payload, ready, work);
  if (!still.ok) return still;
  // What it touches may have grown while it waited for its time.
  if (still.value.length > 0 && row.fourEyes === 0) return refused('SECOND_PERSON_NEEDED');
  return kind.carryOut(payload, ready, mandate, work);
}

function fail(work: Work, kind: AnyKind, row: ProposalRow, why: OperatorRefusal, actor: Actor): CarriedOut {
  const failed: ProposalRow = { ...row, state: 'failed', outcome: JSON.stringify({ code: why.code }) };
  work.put('proposal', failed);
  kind.dropped?.(payloadOf(row), work);
  note(work, actor, 'proposal.fail', failed, { code: why.code });
  return { row: failed, failed: why };
}

function keep(work: Work, row: ProposalRow): ProposalRow {
  work.put('proposal', row);
  return row;
}

function note(
  work: Work,
  actor: Actor,
  action: string,
  row: ProposalRow,
  detail: Payload,
  reason: string = row.reason,
): void {
  invariant(row.id > 0, 'a proposal that is noted has its number');
  const about = { proposal: proposalIdOf(row.id), kind: row.kind, askedBy: whoAsked(row), ...detail };
  recordAudit(work, actor, { action, subject: row.subject, detail: about, reason });
}

const whoAsked = ({ askedBy, askedByName }: ProposalRow): Payload => ({ id: askedBy, name: askedByName });

function needsOf(kind: AnyKind, { id, ready }: Omit<Decide, 'operator'>, view: View): Needs {
  const row = view.peek('proposal', id);
  const dropped = droppedNeeds(kind, id, view);
  if (row == null || !ready.ok) return { ...dropped, proposal: [id] };
  return merged(merged({ proposal: [id] }, dropped), kind.needs(payloadOf(row), ready.value, view));
}

function droppedNeeds(kind: AnyKind, id: number, view: View): Needs {
  const row = view.peek('proposal', id);
  return row == null ? {} : (kind.droppedNeeds?.(payloadOf(row)) ?? {});
}

/** Rows of both. */
function merged(a: Needs, b: Needs): Needs {
  const tables = [...new Set([...Object.keys(a), ...Object.keys(b)])] as (keyof Needs)[];
  return Object.fromEntries(tables.map((table) => [table, [...(a[table] ?? []), ...(b[table] ?? [])]]));
}
