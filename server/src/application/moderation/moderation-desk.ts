import { walletOf } from '@bloomvale/shared/ledger/accounts';
import { PAGE } from '@bloomvale/shared/operator/common';
import type { PlayerView, ReportAction, ReportView, WalletLineSchema } from '@bloomvale/shared/operator/live-api';
import type { OperatorRefusal } from '@bloomvale/shared/operator/operator-refusals';
import { levelOf } from '@bloomvale/shared/play/progress';
import { ok, type Result } from '@bloomvale/shared/result';
import type { z } from 'zod';
import type { CommandBus } from '../bus/command-bus.ts';
import type { PlayerStates } from '../player-states.ts';
import { type Operator, refused } from '../proposals/operator.ts';
import { runOperator } from '../proposals/operator-handler.ts';
import type { Rules } from '../rules.ts';
import type { ReportLine } from '../store/moderation-reader.ts';
import type { PlayerRow } from '../store/rows.ts';
import type { Reader } from '../store/store.ts';
import { decideReport } from './decide-report.ts';
import { liftSanction } from './lift-sanction.ts';
import { noteReading } from './note-reading.ts';

export type WalletPosting = z.infer<typeof WalletLineSchema>;
export type Decision = { readonly action: ReportAction; readonly days: number | null; readonly reason: string };
/** Without what only the accounts know. */
export type FoundPlayer = Omit<PlayerView, 'guest'>;

/** Former decisions about the same player that stand beside a report. */
const TRAIL_MAX = 20;

/** The queue of reports, and what operators may look up and do about a player. Acts on committed state; every change is one command. */
export class ModerationDesk {
  readonly #bus: CommandBus;
  readonly #reader: Reader;
  readonly #rules: Rules;
  readonly #states: PlayerStates;

  constructor(bus: CommandBus, reader: Reader, rules: Rules, states: PlayerStates) {
    this.#bus = bus;
    this.#reader = reader;
    this.#rules = rules;
    this.#states = states;
  }

  /** A page: open ones oldest first, above number `after`; or closed ones latest first, those after the report `after`. */
  async reports(state: 'open' | 'closed', after: number | null): Promise<readonly ReportView[]> {
    const lines =
      state === 'open' ? await this.#reader.openReports(after ?? 0, PAGE) : await this.#closedReports(after);
    return Promise.all(lines.map((line) => this.#reportView(line)));
  }

  openReports(): Promise<number> {
    return this.#reader.openReportCount();
  }

  /** Refused as `decideReport` refuses. */
  async decide(operator: Operator, reportId: number, decision: Decision): Promise<Result<ReportView, OperatorRefusal>> {
    const line = await this.#reader.reportLine(reportId);
    if (line === null) return refused('UNKNOWN_REPORT');
    const target = await this.#reader.playerByPublicId(line.target);
    const command = { operator, reportId, targetId: target?.id ?? null, ...decision };
    const decided = await runOperator(this.#bus, decideReport(this.#rules), command);
    if (!decided.ok) return decided;
    const after = await this.#reader.reportLine(reportId);
    return after === null ? refused('UNKNOWN_REPORT') : ok(await this.#reportView(after));
  }

  /** Refused: UNKNOWN_PLAYER, and as `liftSanction` refuses. */
  async lift(
    operator: Operator,
    publicId: string,
    kind: 'mute' | 'suspend',
    reason: string,
  ): Promise<Result<FoundPlayer, OperatorRefusal>> {
    const player = await this.#reader.playerByPublicId(publicId);
    if (player === null) return refused('UNKNOWN_PLAYER');
    const lifted = await runOperator(this.#bus, liftSanction, { operator, playerId: player.id, kind, reason });
    return lifted.ok ? this.player(publicId) : lifted;
  }

  /** Refused: UNKNOWN_PLAYER. One who has left is still found: what they did stays in the journal. */
  async player(publicId: string): Promise<Result<FoundPlayer, OperatorRefusal>> {
    const player = await this.#reader.playerByPublicId(publicId);
    return player === null ? refused('UNKNOWN_PLAYER') : ok(await this.#found(player));
  }

  /** Id of the account's player; null when nobody has this public id. */
  async playerIdOf(publicId: string): Promise<string | null> {
    return (await this.#reader.playerByPublicId(publicId))?.id ?? null;
  }

  /** Postings of a wallet, newest first, below journal number `before`; noted in the trail before they are read. Refused: UNKNOWN_PLAYER, FORBIDDEN. */
  async lines(
    operator: Operator,
    publicId: string,
    before: number | null,
  ): Promise<Result<{ readonly lines: readonly WalletPosting[]; readonly before: number | null }, OperatorRefusal>> {
    const player = await this.#reader.playerByPublicId(publicId);
    if (player === null) return refused('UNKNOWN_PLAYER');
    const noted = await runOperator(this.#bus, noteReading, { operator, publicId, before });
    if (!noted.ok) return noted;
    const account = walletOf(player.id);
    const found = await this.#reader.walletLines(account, { before, limit: PAGE + 1 });
    const lines = found.slice(0, PAGE).map((line) => {
      const incoming = line.credit === account;
      return {
        id: line.id,
        at: line.at,
        kind: line.kind,
        amount: incoming ? line.amount : -line.amount,
        balance: incoming ? line.creditAfter : line.debitAfter,
        other: incoming ? line.debit : line.credit,
        // The account behind a public id stays out of sight.
        actor: line.actor === `player:${player.id}` ? 'player' : line.actor,
        reason: line.reason,
        loan: line.loanId,
      };
    });
    return ok({ lines, before: found.length > PAGE ? (lines.at(-1)?.id ?? null) : null });
  }

  async #closedReports(after: number | null): Promise<readonly ReportLine[]> {
    const last = after === null ? null : await this.#reader.reportLine(after);
    const closedAt = last?.closedAt ?? null;
    return this.#reader.closedReports(last === null || closedAt === null ? null : { id: last.id, closedAt }, PAGE);
  }

  async #reportView(line: ReportLine): Promise<ReportView> {
    const decisions = await this.#reader.decisionsAbout(line.target, TRAIL_MAX);
    return {
      id: line.id,
      at: line.at,
      reason: line.reason,
      by: { id: line.byPublicId, name: line.byName },
      target: { id: line.target, name: line.targetName },
      state: line.closedAt === null ? 'open' : 'closed',
      alike: line.alike,
      trail: decisions
        .flatMap(({ closedAt, closedBy, closedByName, action, decision }) =>
          closedAt === null || action === ''
            ? []
            : [{ at: closedAt, who: { id: closedBy, name: closedByName }, action, reason: decision }],
        )
        .reverse(),
    };
  }

  async #found(player: PlayerRow): Promise<FoundPlayer> {
    const { id, publicId } = player;
    const [[village], [account], [lender], [ownLoan], acts, reports, state] = await Promise.all([
      this.#reader.rows('village', [player.villageId]),
      this.#reader.rows('account', [walletOf(id)]),
      this.#reader.rows('lender', [id]),
      this.#reader.ownLoansOfPlayer(id, 1),
      this.#reader.rows('operatorAct', [id]),
      this.#reader.reportCountAbout(publicId),
      this.#states.get(id),
    ]);
    return {
      id: publicId,
      name: player.name,
      village: village?.name ?? '',
      createdAt: player.createdAt,
      seenAt: player.seenAt,
      deleted: player.deletedAt !== null,
      level: state === null ? 0 : levelOf(state.household.xp, this.#rules.content.economy),
      wallet: account === undefined ? 0 : account.credits - account.debits,
      lent: lender?.lent ?? 0,
      outstanding: lender?.outstanding ?? 0,
      owed: ownLoan?.owed ?? 0,
      reports,
      sanctions: acts
        .flatMap(({ kind, at, until, liftedAt, reason }) =>
          kind === 'correction' ? [] : [{ kind, from: at, until: liftedAt ?? until, reason }],
        )
        .sort((a, b) => b.from - a.from),
    };
  }
}
