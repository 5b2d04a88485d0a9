import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../bots/free-port.ts';
import { GAME_SERVER, ServerProcess } from '../bots/server-process.ts';

/** Crops of twenty seconds ripen in one. */
export const QUICK_TIME = '20';
/**
 * A market-day instalment, six simulated hours, falls due every two and a half seconds. Quicker would close the funding windows, which
 * last a month, before a journey on a busy machine has reached the Lending Hall.
 */
export const QUICK_MONTH = '300';

/** One address makes all the players of a test. */
const UNLIMITED = { GUESTS_PER_HOUR: '1000000', AUTH_PER_MINUTE: '1000000', API_PER_MINUTE: '10000000' };
const ERROR_LINE = /"level":(?:50|60|"error"|"fatal")/;

/** The real server with the built client, on a port and a data folder of its own, quick enough to see a loan through in a test. */
export class BrowserServer {
  readonly dataDir: string;
  readonly #port: number;
  readonly #env: Readonly<Record<string, string>>;
  #process: ServerProcess;

  private constructor(dataDir: string, port: number, env: Readonly<Record<string, string>>, process: ServerProcess) {
    this.dataDir = dataDir;
    this.#port = port;
    this.#env = env;
    this.#process = process;
  }

  static async start(env: Readonly<Record<string, string>> = {}): Promise<BrowserServer> {
    const dataDir = mkdtempSync(join(tmpdir(), 'bloomvale-browser-'));
    const port = await freePort();
    const whole = {
      ...UNLIMITED,
      DATA_DIR: dataDir,
      TIME_SCALE: QUICK_TIME,
      MONTH_SECONDS: QUICK_MONTH,
      LOG_LEVEL: 'error',
      ...env,
    };
    const process = await ServerProcess.start({ script: GAME_SERVER, port, env: whole });
    return new BrowserServer(dataDir, port, whole, process);
  }

  get url(): string {
    return this.#process.url;
  }

  /** As a power cut would. */
  kill(): Promise<void> {
    return this.#process.kill();
  }

  /** On the same port and data folder; resolves when it is ready. */
  async restart(): Promise<void> {
    this.#process = await ServerProcess.start({ script: GAME_SERVER, port: this.#port, env: this.#env });
  }

  /** Ends it kindly and keeps its data folder, to be looked into. @throws when it did not end well, or had logged an error. */
  async stop(): Promise<void> {
    const code = await this.#process.stop();
    const { output } = this.#process;
    if (code !== 0) throw new Error(`the server ended with ${code}:\n${output}`);
    if (ERROR_LINE.test(output)) throw new Error(`the server logged an error:\n${output}`);
  }

  /** Ends it if it still runs, and removes its data. */
  async dispose(): Promise<void> {
    await this.#process.kill();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
