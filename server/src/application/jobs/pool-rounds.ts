import { poolLends } from '@bloomvale/shared/lending/pool-rules';
import { SIM_DAY, SIM_HOUR } from '@bloomvale/shared/time/sim-clock';
import type { CommandBus } from '../bus/command-bus.ts';
import { poolCandidate, poolLend } from '../commands/pool-lend.ts';
import type { GameClock } from '../game-clock.ts';
import type { Rules } from '../rules.ts';
import type { Reader } from '../store/store.ts';

/** The community pool lends once a simulated day, in the public order, to loans in the last quarter of their window. */
export class PoolRounds {
  readonly #bus: CommandBus;
  readonly #reader: Reader;
  readonly #rules: Rules;
  readonly #clock: GameClock;
  #last = -1;

  constructor(bus: CommandBus, reader: Reader, rules: Rules, clock: GameClock) {
    this.#bus = bus;
    this.#reader = reader;
    this.#rules = rules;
    this.#clock = clock;
  }

  /** Holds the round of the current simulated day, unless it was held. Returns how many loans got something. */
  async hold(): Promise<number> {
    const sim = this.#clock.simNow();
    const round = Math.floor(sim / SIM_DAY);
    if (round === this.#last) return 0;
    this.#last = round;
    const { economy } = this.#rules.content;
    const quarter = Math.ceil((economy.lending.windowSimHours * SIM_HOUR) / 4);
    const loans = await this.#reader.closingLoans(sim + quarter);
    const [pool] = await this.#reader.rows('account', ['pool:community']);
    const balance = pool === undefined ? 0 : pool.credits - pool.debits;
    const lends = poolLends(loans.map(poolCandidate), balance, sim, economy);
    // One after another in the public order: each is judged again by what is true when it is decided.
    const replies = await Promise.all(
      lends.map(({ loanId }) => this.#bus.system(poolLend(this.#rules), { loanId, round })),
    );
    return replies.filter((reply) => reply.ok && reply.value.lent > 0).length;
  }
}
