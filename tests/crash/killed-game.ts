import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import type { Bot } from '../bots/bot.ts';
import { pause } from '../bots/bot-life.ts';
import { gatherCrowd } from '../bots/crowd.ts';
import { createDice } from '../bots/dice.ts';
import { freePort } from '../bots/free-port.ts';
import { Journal } from '../bots/journal.ts';
import { GAME_SERVER, ROOT, ServerProcess } from '../bots/server-process.ts';
import { Tally } from '../bots/tally.ts';
import { StoreFacts } from './store-facts.ts';

/** A fast world that lets bots act as fast as they can. */
const ENV = {
  TIME_SCALE: '20',
  LOG_LEVEL: 'error',
  GUESTS_PER_HOUR: '1000',
  AUTH_PER_MINUTE: '1000',
  API_PER_MINUTE: '100000',
  FLOOD_PER_SECOND: '1000',
};
const RESENDS = 20;

/** A reply without the server's clock, which is fresh in every answer. */
export const timeless = (reply: unknown): unknown => ({ ...(reply as object), now: null });

type Options = {
  /** Begins the name of its data folder. */
  readonly name: string;
  readonly players: number;
  readonly env: Readonly<Record<string, string>>;
};

/** The real server over one folder, killed and started again as often as a test likes, and the bots that play on it meanwhile. */
export class KilledGame {
  readonly seed = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000);
  readonly dice = createDice(this.seed, 0);
  readonly journal = new Journal();
  readonly tally = new Tally();
  readonly #options: Options;
  #dataDir = '';
  #port = 0;
  #bots: readonly Bot[] = [];
  #server: ServerProcess | null = null;

  constructor(options: Options) {
    this.#options = options;
  }

  get bots(): readonly Bot[] {
    return this.#bots;
  }

  /** Starts the server and gathers the bots. */
  async open(): Promise<void> {
    mkdirSync(join(ROOT, '.cache'), { recursive: true });
    // Not under /tmp, which may be memory: what is tested is a disk.
    this.#dataDir = mkdtempSync(join(ROOT, '.cache', `${this.#options.name}-`));
    this.#port = await freePort();
    const { url } = await this.running();
    const { players } = this.#options;
    this.#bots = await gatherCrowd({ url, players, seed: this.seed, tally: this.tally, journal: this.journal });
  }

  async close(): Promise<void> {
    await Promise.all(this.#bots.map((bot) => bot.leave()));
    await this.kill();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }

  /** A server process over the folder that nobody waits for and nobody else knows. */
  start(): ServerProcess {
    const env = { ...ENV, ...this.#options.env, DATA_DIR: this.#dataDir };
    return new ServerProcess({ script: GAME_SERVER, port: this.#port, env });
  }

  /** The server that runs, or a new one; ready in any case. */
  async running(): Promise<ServerProcess> {
    this.#server ??= this.start();
    await this.#server.ready();
    return this.#server;
  }

  async kill(): Promise<void> {
    await this.#server?.kill();
    this.#server = null;
  }

  /** Plays for a while, then kills the server while everybody still plays. */
  async playAndKill(forMs: number, play: (bot: Bot, stopped: () => boolean) => Promise<unknown>): Promise<void> {
    await this.running();
    let over = false;
    const playing = this.#bots.map((bot) => play(bot, () => over));
    await pause(forMs);
    await this.#server?.kill();
    over = true;
    await Promise.all(playing);
    this.#server = null;
  }

  /** Every answer a bot ever got stands in the file, word for word. */
  checkFile(round: number): void {
    this.withFacts((facts) => {
      const stored = facts.replies();
      for (const { payload, reply, type } of this.journal.answered()) {
        if (!reply.ok && !stored.has(payload.commandId)) continue; // refused at the door, nothing to keep
        expect(timeless(stored.get(payload.commandId)), `round ${round}, ${type} ${payload.commandId}`).toEqual(
          timeless(reply),
        );
      }
    });
  }

  withFacts(look: (facts: StoreFacts) => void): void {
    const facts = new StoreFacts(this.#dataDir);
    try {
      look(facts);
    } finally {
      facts.close();
    }
  }

  /** Lets every bot get the answer it still waits for, then stops the server kindly. @returns its exit code. */
  async settle(): Promise<number | null> {
    const server = await this.running();
    await Promise.all(
      this.#bots.map(async (bot) => {
        await bot.enter('homestead');
        for (let attempt = 0; bot.hasPending && attempt < RESENDS; attempt++)
          if ((await bot.resend()) === null) await pause(100);
        expect(bot.hasPending).toBe(false);
        await bot.leave();
      }),
    );
    const code = await server.stop();
    this.#server = null;
    return code;
  }

  /** The audit as operators run it, over the stopped server's folder. */
  async audit(): Promise<void> {
    const audit = promisify(execFile)(process.execPath, ['server/src/ops/audit-cli.ts'], {
      cwd: ROOT,
      env: { ...process.env, DATA_DIR: this.#dataDir },
    });
    await expect(audit).resolves.toBeDefined();
  }
}
