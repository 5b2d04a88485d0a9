import type { OperatorRefusal } from '@bloomvale/shared/operator/operator-refusals';
import type { Proposal } from '@bloomvale/shared/operator/release-api';
import { err, invariant, ok, type Result } from '@bloomvale/shared/result';
import type { Instant } from '@bloomvale/shared/time/sim-clock';
import type { CommandBus } from '../bus/command-bus.ts';
import type { GameClock } from '../game-clock.ts';
import type { Log } from '../log.ts';
import type { ProposalRow, ProposalState } from '../store/catalogue-rows.ts';
import type { Reader } from '../store/store.ts';
import { type Operator, refused } from './operator.ts';
import { runOperator } from './operator-handler.ts';
import { type CarriedOut, proposalApprove, proposalAsk, proposalDrop, proposalDue } from './proposal-commands.ts';
import type { AnyKind, Payload, ProposalKind } from './proposal-kind.ts';
import { payloadOf, proposalNumber, proposalView } from './proposal-view.ts';

/** Proposals that wait at a time: a list that people can still read. */
export const OPEN_PROPOSALS_MAX = 200;
/** Decided ones that are listed after them. */
const DECIDED_SHOWN = 50;
const OPEN: readonly ProposalState[] = ['waiting', 'scheduled'];
const CLOSED: readonly ProposalState[] = ['done', 'refused', 'withdrawn', 'failed'];
/** Scheduled ones carried out in one go. */
const DUE_LIMIT = 20;

/** When, and why. */
export type Wish = { readonly at: Instant | null; readonly reason: string };

/** The one place for everything that needs a second pair of eyes or a later moment; kinds are registered when the game is put together. */
export class ProposalDesk {
  readonly #bus: CommandBus;
  readonly #reader: Reader;
  readonly #clock: GameClock;
  readonly #log: Log;
  readonly #kinds = new Map<string, AnyKind>();

  constructor(bus: CommandBus, reader: Reader, clock: GameClock, log: Log) {
    this.#bus = bus;
    this.#reader = reader;
    this.#clock = clock;
    this.#log = log;
  }

  /** Before anything is asked, once a kind. */
  register<P extends Payload, R>(kind: ProposalKind<P, R>): void {
    invariant(!this.#kinds.has(kind.kind), `proposals of kind ${kind.kind} are registered already`);
    // Payloads are read by the kind's own schema, and `ready` comes from its own `prepare`.
    this.#kinds.set(kind.kind, kind as unknown as AnyKind);
  }

  /** Refused: BAD_SHAPE, FORBIDDEN, NOT_IN_FUTURE, BUSY with too many open ones, and what the kind refuses. */
  async ask<P extends Payload>(
    operator: Operator,
    kind: Pick<ProposalKind<P, unknown>, 'kind'>,
    payload: P,
    { at, reason }: Wish,
  ): Promise<Result<Proposal, OperatorRefusal>> {
    const known = this.#kindOf(kind.kind);
    const parsed = known.payload.safeParse(payload);
    if (!parsed.success) return refused('BAD_SHAPE');
    const open = await this.#reader.proposals(OPEN, null, OPEN_PROPOSALS_MAX);
    if (open.length === OPEN_PROPOSALS_MAX) return refused('BUSY');
    const ready = await known.prepare(parsed.data);
    if (!ready.ok) return ready;
    const command = { operator, payload: parsed.data, ready: ready.value, reason, at };
    const asked = await runOperator(this.#bus, proposalAsk(known), command);
    if (!asked.ok) return asked;
    await this.#told(known, asked.value);
    return ok(proposalView(asked.value));
  }

  /**
   * Refused: UNKNOWN_PROPOSAL, FORBIDDEN, PROPOSAL_CLOSED, SECOND_PERSON_NEEDED; or as the kind refuses what can no longer be done, and then
   * the proposal is closed as failed.
   */
  async approve(operator: Operator, id: string): Promise<Result<Proposal, OperatorRefusal>> {
    const row = await this.#row(id);
    if (row === null) return refused('UNKNOWN_PROPOSAL');
    const kind = this.#kindOf(row.kind);
    const ready = await kind.prepare(payloadOf(row));
    if (!ready.ok && ready.error.code === 'STORE_UNAVAILABLE') return ready;
    const done = await runOperator(this.#bus, proposalApprove(kind), { id: row.id, operator, ready });
    if (!done.ok) return done;
    await this.#told(kind, done.value.row);
    return done.value.failed === null ? ok(proposalView(done.value.row)) : err(done.value.failed);
  }

  refuse(operator: Operator, id: string, reason: string): Promise<Result<Proposal, OperatorRefusal>> {
    return this.#drop(operator, id, 'refused', reason);
  }

  withdraw(operator: Operator, id: string): Promise<Result<Proposal, OperatorRefusal>> {
    return this.#drop(operator, id, 'withdrawn', '');
  }

  /** What waits, newest first, then the latest decided. */
  async list(): Promise<readonly Proposal[]> {
    const [open, closed] = await Promise.all([
      this.#reader.proposals(OPEN, null, OPEN_PROPOSALS_MAX),
      this.#reader.proposals(CLOSED, null, DECIDED_SHOWN),
    ]);
    return [...open, ...closed].map(proposalView);
  }

  async get(id: string): Promise<Proposal | null> {
    const row = await this.#row(id);
    return row === null ? null : proposalView(row);
  }

  /** How many wait for a person or their time; at most `OPEN_PROPOSALS_MAX`. */
  async openCount(): Promise<number> {
    return (await this.#reader.proposals(OPEN, null, OPEN_PROPOSALS_MAX)).length;
  }

  /** Carries out what was scheduled and is due. A job of the game; what fails is closed as failed and told in the trail. */
  async carryOutDue(): Promise<number> {
    let done = 0;
    for (const row of await this.#reader.dueProposals(this.#clock.now(), DUE_LIMIT)) {
      const kind = this.#kindOf(row.kind);
      const ready = await kind.prepare(payloadOf(row));
      const result = await runOperator(this.#bus, proposalDue(kind), { id: row.id, ready });
      // The store is away: the next round tries again.
      if (!result.ok || result.value === null) continue;
      done += 1;
      await this.#told(kind, result.value.row);
      this.#logged(result.value);
    }
    return done;
  }

  #logged({ row, failed }: CarriedOut): void {
    const fields = { proposal: row.id, kind: row.kind, subject: row.subject };
    if (failed === null) this.#log.info(fields, 'carried out what was scheduled');
    else this.#log.warn({ ...fields, code: failed.code }, 'what was scheduled could not be carried out');
  }

  async #drop(
    operator: Operator,
    id: string,
    as: 'refused' | 'withdrawn',
    reason: string,
  ): Promise<Result<Proposal, OperatorRefusal>> {
    const row = await this.#row(id);
    if (row === null) return refused('UNKNOWN_PROPOSAL');
    const command = { id: row.id, operator, as, reason };
    const dropped = await runOperator(this.#bus, proposalDrop(this.#kindOf(row.kind)), command);
    return dropped.ok ? ok(proposalView(dropped.value)) : dropped;
  }

  /** It is committed: a fault of whoever is told must not undo the answer. */
  async #told(kind: AnyKind, row: ProposalRow): Promise<void> {
    if (row.state !== 'done' || kind.done === undefined) return;
    try {
      await kind.done(payloadOf(row), JSON.parse(row.outcome) as Payload);
    } catch (fault) {
      this.#log.error({ err: fault, proposal: row.id, kind: row.kind }, 'telling of a proposal failed');
    }
  }

  async #row(id: string): Promise<ProposalRow | null> {
    const number = proposalNumber(id);
    if (number === null) return null;
    const [row] = await this.#reader.rows('proposal', [number]);
    return row ?? null;
  }

  #kindOf(kind: string): AnyKind {
    const found = this.#kinds.get(kind);
    invariant(found !== undefined, `nobody knows proposals of kind ${kind}`);
    return found;
  }
}
