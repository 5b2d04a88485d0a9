import { PAGE } from '@bloomvale/shared/operator/common';
import type { OperatorRefusal } from '@bloomvale/shared/operator/operator-refusals';
import type { Rail } from '@bloomvale/shared/operator/preview-api';
import type { AuditLine } from '@bloomvale/shared/operator/release-api';
import type { Result } from '@bloomvale/shared/result';
import type { Instant } from '@bloomvale/shared/time/sim-clock';
import type { LenderStyle } from '../../domain/preview/preview-settings.ts';
import type { CommandBus } from '../bus/command-bus.ts';
import type { GameClock } from '../game-clock.ts';
import type { Operator } from '../proposals/operator.ts';
import { runOperator } from '../proposals/operator-handler.ts';
import type { AuditLineRow } from '../store/catalogue-rows.ts';
import type { Reader } from '../store/store.ts';
import { GUARD_RAILS, railsIn, setGuardRails } from './guard-rails.ts';
import { type ConsoleNote, noteOfConsole } from './note-of-console.ts';
import { PlayerFlows } from './player-flows.ts';

export type AuditPage = { readonly lines: readonly AuditLine[]; readonly before: number | null };

/** What the console keeps in the game's own store besides catalogue and proposals: its trail and its guard rails. */
export class ConsoleDesk {
  readonly #bus: CommandBus;
  readonly #reader: Reader;
  readonly #clock: GameClock;
  readonly #flows: PlayerFlows;

  constructor(bus: CommandBus, reader: Reader, clock: GameClock) {
    this.#bus = bus;
    this.#reader = reader;
    this.#clock = clock;
    this.#flows = new PlayerFlows(reader);
  }

  /** How players of the last seven days earn, spend and lend, for previews; `PlayerFlows` says how. */
  flows(): Promise<readonly LenderStyle[]> {
    return this.#flows.styles(this.#clock.now());
  }

  /** Writes a line of the trail for something that has no command of its own: an export, a sign-in. */
  note(note: Omit<ConsoleNote, 'at'> & { readonly at?: Instant }): Promise<Result<null, OperatorRefusal>> {
    return runOperator(this.#bus, noteOfConsole, { at: this.#clock.now(), ...note });
  }

  /** Lines below `before`, newest first, with `search` in name, action or subject; `before` of the answer begins the next page. */
  async lines(search: string, before: number | null): Promise<AuditPage> {
    const rows = await this.#reader.auditLines(search, before, PAGE + 1);
    const lines = rows.slice(0, PAGE).map(lineOf);
    return { lines, before: rows.length > PAGE ? (lines.at(-1)?.id ?? null) : null };
  }

  async rails(): Promise<readonly Rail[]> {
    const [row] = await this.#reader.rows('meta', [GUARD_RAILS]);
    return railsIn(row);
  }

  setRails(
    operator: Operator,
    rails: readonly Rail[],
    reason: string,
  ): Promise<Result<readonly Rail[], OperatorRefusal>> {
    return runOperator(this.#bus, setGuardRails, { operator, rails, reason });
  }
}

const lineOf = (row: AuditLineRow): AuditLine => ({
  id: row.id,
  at: row.at,
  actor: row.actor,
  name: row.actorName,
  role: row.role,
  action: row.action,
  subject: row.subject,
  detail: JSON.parse(row.detail) as AuditLine['detail'],
  reason: row.reason,
});
