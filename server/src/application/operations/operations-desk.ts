import type { Switches } from '@bloomvale/shared/operator/live-api';
import type { OperatorRefusal } from '@bloomvale/shared/operator/operator-refusals';
import type { Proposal } from '@bloomvale/shared/operator/release-api';
import type { Result } from '@bloomvale/shared/result';
import type { ClockSegment, Instant, SimSeconds } from '@bloomvale/shared/time/sim-clock';
import type { CommandBus } from '../bus/command-bus.ts';
import { loanCancel, loanRefund, type OperatorDone } from '../commands/operator-loan.ts';
import type { GameClock } from '../game-clock.ts';
import { type Operator, refused } from '../proposals/operator.ts';
import { runOperator } from '../proposals/operator-handler.ts';
import type { ProposalDesk } from '../proposals/proposal-desk.ts';
import type { Rules } from '../rules.ts';
import type { Reader } from '../store/store.ts';
import { setSwitches } from '../switches/set-switches.ts';
import { clockKind } from './clock-change.ts';
import { correctionKind } from './correction.ts';
import { auditedLoan } from './loan-intervention.ts';

export type ClockView = {
  readonly now: Instant;
  readonly simNow: SimSeconds;
  readonly segments: readonly (ClockSegment & { readonly reason: string })[];
};

/** What operators do to the running game: stop and go, tempo, corrections, and a loan that went wrong. */
export class OperationsDesk {
  readonly #bus: CommandBus;
  readonly #reader: Reader;
  readonly #rules: Rules;
  readonly #clock: GameClock;
  readonly #proposals: ProposalDesk;
  readonly #correction: ReturnType<typeof correctionKind>;
  readonly #clockChange: ReturnType<typeof clockKind>;

  constructor(bus: CommandBus, reader: Reader, rules: Rules, clock: GameClock, proposals: ProposalDesk) {
    this.#bus = bus;
    this.#reader = reader;
    this.#rules = rules;
    this.#clock = clock;
    this.#proposals = proposals;
    this.#correction = correctionKind(reader);
    this.#clockChange = clockKind(clock);
    proposals.register(this.#correction);
    proposals.register(this.#clockChange);
  }

  /** Refused: FORBIDDEN, UNKNOWN_SWITCH. */
  setSwitches(operator: Operator, switches: Switches, reason: string): Promise<Result<Switches, OperatorRefusal>> {
    return runOperator(this.#bus, setSwitches, { operator, switches, reason });
  }

  /** Asks for coins to be given or taken; another publisher approves. Refused: FORBIDDEN, UNKNOWN_PLAYER, FUNDS. */
  async askCorrection(
    operator: Operator,
    publicId: string,
    amount: number,
    reason: string,
  ): Promise<Result<Proposal, OperatorRefusal>> {
    const player = await this.#reader.playerByPublicId(publicId);
    if (player === null) return refused('UNKNOWN_PLAYER');
    const payload = { player: publicId, name: player.name, amount };
    return this.#proposals.ask(operator, this.#correction, payload, { at: null, reason });
  }

  /** Asks for another tempo, at once or from an instant on; another publisher approves. Refused: FORBIDDEN, NOT_IN_FUTURE, ALREADY_LIVE, BAD_SHAPE. */
  askClock(
    operator: Operator,
    monthSeconds: number,
    at: Instant | null,
    reason: string,
  ): Promise<Result<Proposal, OperatorRefusal>> {
    return this.#proposals.ask(operator, this.#clockChange, { monthSeconds, from: at }, { at, reason });
  }

  /** Segments newest first. */
  async clock(): Promise<ClockView> {
    const segments = await this.#reader.clockSegments();
    return {
      now: this.#clock.now(),
      simNow: this.#clock.simNow(),
      segments: segments
        .map(({ realFrom, simFrom, monthSeconds, reason }) => ({ realFrom, simFrom, monthSeconds, reason }))
        .reverse(),
    };
  }

  /** Every share goes back. Refused: FORBIDDEN, LEND_UNKNOWN, LOAN_WRONG_STATE {state}. */
  cancelLoan(operator: Operator, loanId: string, reason: string): Promise<Result<OperatorDone, OperatorRefusal>> {
    return this.#loan('loan.cancel', operator, loanId, reason);
  }

  /** What is still owed goes back to the lenders. Refused: FORBIDDEN, LEND_UNKNOWN, LOAN_WRONG_STATE {state}. */
  refundLoan(operator: Operator, loanId: string, reason: string): Promise<Result<OperatorDone, OperatorRefusal>> {
    return this.#loan('loan.refund', operator, loanId, reason);
  }

  #loan(action: 'loan.cancel' | 'loan.refund', operator: Operator, loanId: string, reason: string) {
    const handler = action === 'loan.cancel' ? loanCancel(this.#rules) : loanRefund(this.#rules);
    return runOperator(this.#bus, auditedLoan(action, handler), { operator, loanId, reason });
  }
}
