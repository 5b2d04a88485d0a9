import { fitsRules } from '@bloomvale/shared/lending/auto-lend';
import type { Minor } from '@bloomvale/shared/money/coins';
import type { CommandBus } from '../bus/command-bus.ts';
import { type AutoLendRun, autoLendRun, candidateOf } from '../commands/auto-lend-run.ts';
import type { GameClock } from '../game-clock.ts';
import { budgetOf, mustStop, rulesOf } from '../lending/auto-lending.ts';
import type { Rules } from '../rules.ts';
import type { LoanRow } from '../store/rows.ts';
import type { Reader } from '../store/store.ts';

/** Loans one player's round looks at: with the fewest coins a share each, more than a day's repayments can fill. */
const LOANS_MAX = 12;
/** Players asked for together. */
const PLAYERS_AT_ONCE = 100;

/**
 * Lends for players who turned auto-lend on: what came back goes to open loans of their village that fit their rules, the one that ends
 * soonest first. Chooses from committed state; the command decides by what is true then.
 */
export class AutoLender {
  readonly #bus: CommandBus;
  readonly #reader: Reader;
  readonly #rules: Rules;
  readonly #clock: GameClock;

  constructor(bus: CommandBus, reader: Reader, rules: Rules, clock: GameClock) {
    this.#bus = bus;
    this.#reader = reader;
    this.#rules = rules;
    this.#clock = clock;
  }

  /** One round for everybody. Returns how many minor units were lent. */
  async round(): Promise<number> {
    const players = await this.#reader.activeAutoLenders();
    const halls = new Map<string, readonly LoanRow[]>();
    let lent = 0;
    for (let at = 0; at < players.length; at += PLAYERS_AT_ONCE) {
      lent += await this.#some(players.slice(at, at + PLAYERS_AT_ONCE), halls);
    }
    return lent;
  }

  async #some(players: readonly string[], halls: Map<string, readonly LoanRow[]>): Promise<number> {
    const { share } = this.#rules.content.economy.lending;
    const [rows, lenders, people] = await Promise.all([
      this.#reader.rows('autoLend', players),
      this.#reader.rows('lender', players),
      this.#reader.rows('player', players),
    ]);
    const runs: AutoLendRun[] = [];
    for (const row of rows) {
      const own = rulesOf(row);
      const lender = lenders.find(({ playerId }) => playerId === row.playerId);
      const player = people.find(({ id }) => id === row.playerId);
      if (own === null || lender === undefined || player === undefined) continue;
      const stops = mustStop(row, own, lender, player.seenAt, this.#clock.now()) !== null;
      const able = budgetOf(row, lender) >= share;
      if (!stops && !able) continue;
      const loans = stops ? [] : await this.#hall(player.villageId, halls);
      const fitting = loans.filter((loan) => {
        const candidate = candidateOf(this.#rules, loan);
        return candidate !== null && fitsRules(own, candidate);
      });
      if (!stops && fitting.length === 0) continue;
      runs.push({ playerId: row.playerId, loanIds: await this.#nextFor(row.playerId, own.perLoan, fitting) });
    }
    // Together, so that they share a commit; where they want the same coins of a loan, the first one decided gets them.
    const replies = await Promise.all(runs.map((run) => this.#bus.system(autoLendRun(this.#rules), run)));
    return replies.reduce((sum, reply) => sum + (reply.ok ? reply.value.lent : 0), 0);
  }

  /** The loans one round looks at. Those that hold all the player's rules allow are passed over: they would hide the others until they close. */
  async #nextFor(playerId: string, perLoan: Minor, fitting: readonly LoanRow[]): Promise<string[]> {
    const ids = fitting.map(({ id }) => id);
    if (ids.length <= LOANS_MAX) return ids;
    const held = await this.#reader.contributionsOfPlayer(playerId);
    const full = new Set(held.filter(({ amount }) => amount >= perLoan).map(({ loanId }) => loanId));
    return ids.filter((id) => !full.has(id)).slice(0, LOANS_MAX);
  }

  /** Open loans of a village, the one that ends soonest first. */
  async #hall(villageId: string, halls: Map<string, readonly LoanRow[]>): Promise<readonly LoanRow[]> {
    const known = halls.get(villageId);
    if (known !== undefined) return known;
    const open = await this.#reader.loansOfVillage(villageId, ['fundraising']);
    const order = [...open].sort((a, b) => a.windowEndsAt - b.windowEndsAt || (a.id < b.id ? -1 : 1));
    halls.set(villageId, order);
    return order;
  }
}
