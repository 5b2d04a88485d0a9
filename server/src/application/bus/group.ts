import type { RejectCode } from '@bloomvale/shared/protocol/reject-codes';
import type { Rejected, Reply } from '@bloomvale/shared/protocol/replies';
import { err } from '@bloomvale/shared/result';
import type { Log } from '../log.ts';
import type { Key, Unit } from '../store/store.ts';
import type { KeptRows, KeptTable } from '../store/tables.ts';
import { MAX_LOAD_STAGES, type Refusal } from './handler.ts';
import type { CommandIdentity, Task } from './task.ts';
import { NotLoadedError } from './view.ts';
import type { Savepoint, Work } from './work.ts';

export const rejected = (code: RejectCode, detail?: Refusal['detail']): Rejected =>
  detail === undefined ? { ok: false, code } : { ok: false, code, detail };

/** What became of one command of a group, to be told once the group has committed. */
export type Outcome =
  | { readonly task: Task; readonly reply: Reply<unknown> }
  /** Its rows were not all there: again in the next group. */
  | { readonly task: Task; readonly again: true };

/** Rows of a key as the next group would read them; undefined when only the store knows. */
export type Known = <T extends KeptTable>(table: T, key: Key) => readonly KeptRows[T][] | undefined;

/** *Load set*: one query a table and stage, until no command asks for anything new. */
export async function loadGroup(tasks: readonly Task[], work: Work, unit: Unit, known: Known, log: Log): Promise<void> {
  const ids = tasks.flatMap(({ identity }) => (identity === null ? [] : [identity.id]));
  if (ids.length > 0) await loadTable('command', new Set(ids), work, unit, known);
  const open = new Set(tasks.filter(({ identity }) => identity === null || work.peek('command', identity.id) === null));
  for (let stage = 0; stage < MAX_LOAD_STAGES && open.size > 0; stage++) {
    const wanted = new Map<KeptTable, Set<Key>>();
    for (const task of open) {
      const more = want(task, work, wanted, log);
      if (!more || task.handler.staged !== true) open.delete(task);
    }
    if (wanted.size === 0) return;
    await Promise.all([...wanted].map(([table, keys]) => loadTable(table, keys, work, unit, known)));
  }
}

async function loadTable(
  table: KeptTable,
  keys: ReadonlySet<Key>,
  work: Work,
  unit: Unit,
  known: Known,
): Promise<void> {
  const unknown: Key[] = [];
  for (const key of keys) {
    const rows = known(table, key);
    if (rows === undefined) unknown.push(key);
    else work.absorb(table, [key], rows);
  }
  if (unknown.length > 0) work.absorb(table, unknown, await unit.load(table, unknown));
}

/** Adds what a task still needs; false when it needs nothing more, or its `needs` failed (`decide` will then report the fault). */
function want(task: Task, work: Work, wanted: Map<KeptTable, Set<Key>>, log: Log): boolean {
  try {
    return work.collectMissing(task.handler.needs(task.command, work), wanted);
  } catch (fault) {
    log.error({ ...idsOf(task), err: fault }, 'naming the needs of a command failed');
    return false;
  }
}

/** Why a decision must not stand after all, seen from what it has changed since the savepoint. */
export type Veto = (work: Work, since: Savepoint) => Refusal | null;

/** Decides one command; whatever it refuses or breaks leaves only its reply behind. */
export function decideTask(task: Task, work: Work, log: Log, veto: Veto = () => null): Outcome {
  const { identity } = task;
  if (identity !== null) {
    const stored = storedReply(identity, work);
    if (stored !== null) return { task, reply: stored };
  }
  const savepoint = work.savepoint();
  try {
    const decided = task.handler.decide(task.command, work);
    const stopped = decided.ok ? veto(work, savepoint) : null;
    const decision = stopped === null ? decided : err(stopped);
    if (!decision.ok) work.rollbackTo(savepoint);
    const reply: Reply<unknown> = decision.ok
      ? { ok: true, now: work.now, value: decision.value }
      : rejected(decision.error.code, decision.error.detail);
    if (identity !== null) remember(identity, reply, work);
    return { task, reply };
  } catch (fault) {
    work.rollbackTo(savepoint);
    if (fault instanceof NotLoadedError && task.attempts === 0) {
      task.attempts += 1;
      return { task, again: true };
    }
    log.error({ ...idsOf(task), err: fault }, 'deciding a command failed');
    return { task, reply: rejected('INTERNAL') };
  }
}

/** The reply of a command that was decided before, with today's clock; a refusal when the id now carries something else. */
function storedReply({ id, playerId, hash }: CommandIdentity, work: Work): Reply<unknown> | null {
  const row = work.get('command', id);
  if (row === null) return null;
  if (row.playerId !== playerId || row.hash !== hash) return rejected('COMMAND_ID_REUSED');
  const reply = JSON.parse(row.reply) as Reply<unknown>;
  // Clients set their clock by replies: an old instant here would set it wrong.
  return reply.ok ? { ...reply, now: work.now } : reply;
}

const remember = ({ id, playerId, type, hash }: CommandIdentity, reply: Reply<unknown>, work: Work): void =>
  work.put('command', { id, playerId, type, hash, reply: JSON.stringify(reply), at: work.now });

export const idsOf = ({ handler, identity }: Task): object => ({
  command: handler.type,
  commandId: identity?.id ?? null,
  playerId: identity?.playerId ?? null,
});
