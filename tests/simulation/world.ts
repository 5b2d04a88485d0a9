import { loadCatalogue } from '@bloomvale/assets/load-catalogue';
import type { Game } from '@bloomvale/server/application/contract';
import { createGame } from '@bloomvale/server/application/game';
import type { Store } from '@bloomvale/server/application/store/store';
import type { Content } from '@bloomvale/shared/content/content';
import type { RejectCode } from '@bloomvale/shared/protocol/reject-codes';
import type { Reply } from '@bloomvale/shared/protocol/replies';
import { expect, vi } from 'vitest';
import { createDice, type Dice } from '../bots/dice.ts';
import type { Temper } from '../bots/garden-mind.ts';
import { Journal } from '../bots/journal.ts';
import { FaultyLine, type LineFaults, PERFECT } from './faulty-line.ts';
import { flakyStore } from './flaky-store.ts';
import { type SentCommand, SimulatedPlayer } from './simulated-player.ts';

/** Shortly before midnight: the day's faucet cap begins anew on the way. */
const START = Date.UTC(2026, 4, 5, 23, 45);
/** A simulated month in two minutes: loans are funded, repaid, late and lost within an hour of play. */
const MONTH_SECONDS = 120;
const STEP_MS = 1_000;
const QUIET_TURNS = 4;
const TEMPERS: readonly Temper[] = ['thrifty', 'spender', 'frugal'];
const OPEN: readonly RejectCode[] = ['BUSY', 'STORE_UNAVAILABLE', 'STOPPING'];

export type WorldOptions = {
  readonly store: Store;
  readonly seed: number;
  readonly players: number;
  readonly faults: LineFaults;
  /** Chance in a thousand that a commit fails. */
  readonly commitFails: number;
};

/**
 * The whole game without sockets, in simulated time: players, a bad network and a bad disk around the real command bus. Timers are
 * vitest's, so that an hour passes in seconds and every run of a seed is the same.
 */
export class World {
  readonly content: Content = loadCatalogue();
  readonly journal = new Journal();
  readonly players: SimulatedPlayer[] = [];
  /** Final answers of the bus by command id: a second one must be the same. */
  readonly decided = new Map<string, unknown>();
  repeats = 0;
  readonly #options: WorldOptions;
  readonly #dice: Dice;
  readonly #line: FaultyLine;
  readonly #store: ReturnType<typeof flakyStore>;
  #game: Game | null = null;
  #now = START;
  #running = 0;
  #commitFails: number;

  constructor(options: WorldOptions) {
    this.#options = options;
    this.#dice = createDice(options.seed, 0);
    this.#line = new FaultyLine(options.faults, createDice(options.seed, 1));
    this.#commitFails = 0;
    this.#store = flakyStore(options.store, () => this.#dice.upTo(1_000) < this.#commitFails);
  }

  get game(): Game {
    if (this.#game === null) throw new Error('the world is not open');
    return this.#game;
  }

  get now(): number {
    return this.#now;
  }

  async open(): Promise<void> {
    await this.#begin();
    for (let number = 0; number < this.#options.players; number++) {
      const playerId = `p${number}`;
      await this.game.enter({ playerId, guest: true, locale: 'en' });
      this.players.push(
        new SimulatedPlayer({
          playerId,
          dice: createDice(this.#options.seed, number + 2),
          journal: this.journal,
          mind: {
            content: this.content,
            timeScale: 1,
            temper: TEMPERS[number % TEMPERS.length] as Temper,
            patienceSeconds: 600,
          },
          send: (command, answered) => this.#send(command, answered),
        }),
      );
    }
    this.#commitFails = this.#options.commitFails;
  }

  /** Play goes on for so many simulated milliseconds. */
  async play(ms: number): Promise<void> {
    for (const end = this.#now + ms; this.#now < end; ) {
      for (const player of this.players) {
        const state = await this.game.player(player.playerId);
        const hall = await this.game.hall(player.playerId);
        if (state === null || hall === null) throw new Error(`${player.playerId} is gone`);
        player.act(this.#now, state, hall);
      }
      await this.#step();
    }
  }

  /** The server ends and another one opens the same store, `awayMs` later. */
  async restart(awayMs: number): Promise<void> {
    await this.game.stop();
    this.#now += awayMs;
    await this.#begin();
  }

  /** A good network and a good disk at last: everything that was ever sent gets its answer. */
  async settle(): Promise<void> {
    this.#line.faults = PERFECT;
    this.#commitFails = 0;
    for (let step = 0; step < 60 && this.players.some(({ waiting }) => waiting > 0); step++) {
      for (const player of this.players) player.resend(this.#now);
      await this.#step();
    }
    expect(this.players.map(({ waiting }) => waiting)).toEqual(this.players.map(() => 0));
  }

  async close(): Promise<void> {
    await this.game.stop();
  }

  async #begin(): Promise<void> {
    const failing = this.#commitFails;
    // A server that cannot write while it starts does not start; that is tested elsewhere.
    this.#commitFails = 0;
    this.#game = await createGame({
      store: this.#store,
      content: this.content,
      masterSecret: 'ab'.repeat(32),
      monthSeconds: MONTH_SECONDS,
      timeScale: 1,
      hostClock: () => this.#now,
    });
    await this.#game.start();
    this.#commitFails = failing;
  }

  async #step(): Promise<void> {
    this.#now += STEP_MS;
    this.#line.deliverUpTo(this.#now);
    await vi.advanceTimersByTimeAsync(STEP_MS);
    // The game's own work chains group after group: quiet is when several turns in a row found nothing going on.
    for (let quiet = 0; quiet < QUIET_TURNS; ) {
      await turn();
      quiet = this.#running > 0 || this.#store.busy() ? 0 : quiet + 1;
    }
  }

  #send(command: SentCommand, answered: (reply: Reply<unknown>) => void): void {
    this.#line.send(this.#now, () => {
      this.#running++;
      void this.#run(command).then((reply) => {
        this.#running--;
        this.#line.send(this.#now, () => answered(reply));
      });
    });
  }

  async #run({ playerId, type, payload }: SentCommand): Promise<Reply<unknown>> {
    const reply = await this.game.run({ playerId }, type, payload as never);
    if (reply.ok || !OPEN.includes(reply.code)) this.#compare(payload.commandId, reply);
    return reply;
  }

  #compare(commandId: string, reply: Reply<unknown>): void {
    const answer = { ...reply, now: null };
    if (this.decided.has(commandId)) {
      this.repeats++;
      expect(answer).toEqual(this.decided.get(commandId));
    } else this.decided.set(commandId, answer);
  }
}

/** Lets the bus take and answer what it has: it works between two turns of the event loop, which are not faked. */
const turn = (): Promise<void> => new Promise((done) => setImmediate(done));
