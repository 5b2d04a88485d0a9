import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** The game's server, relative to `ROOT`. */
export const GAME_SERVER = 'server/src/main.ts';

export type ServerOptions = {
  /** Script, relative to the repository's root. */
  readonly script: string;
  readonly port: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly nodeFlags?: readonly string[];
};

/** Characters of a child's output kept for the message of a failure. */
const KEPT_OUTPUT = 4_000;
const POLL_MS = 40;
const READY_WITHIN_MS = 30_000;
const STOP_WITHIN_MS = 15_000;

/** A server in a process of its own, as users run it. Whoever starts one ends it: `stop` kindly, `kill` as a power cut would. */
export class ServerProcess {
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #script: string;
  #output = '';

  /** Starts it and does not wait: see `ready`. */
  constructor({ script, port, env = {}, nodeFlags = [] }: ServerOptions) {
    this.#script = script;
    this.url = `http://127.0.0.1:${port}`;
    this.#child = spawn(process.execPath, [...nodeFlags, script], {
      cwd: ROOT,
      env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const keep = (chunk: Buffer): void => {
      this.#output = (this.#output + chunk.toString()).slice(-KEPT_OUTPUT);
    };
    this.#child.stdout?.on('data', keep);
    this.#child.stderr?.on('data', keep);
  }

  static async start(options: ServerOptions): Promise<ServerProcess> {
    const server = new ServerProcess(options);
    await server.ready();
    return server;
  }

  /** Resolves when `/health` answers 200. @throws with the end of its output when it dies or stays silent. */
  async ready(): Promise<void> {
    const deadline = Date.now() + READY_WITHIN_MS;
    while (!(await this.#answers())) {
      if (this.ended || Date.now() > deadline) {
        const how = this.ended ? `exit ${this.#child.exitCode ?? this.#child.signalCode}` : 'silent';
        await this.kill();
        throw new Error(`${this.#script} is not ready (${how}):\n${this.#output}`);
      }
      await new Promise((done) => setTimeout(done, POLL_MS));
    }
  }

  get pid(): number {
    return this.#child.pid as number;
  }

  get ended(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** The end of what it printed. */
  get output(): string {
    return this.#output;
  }

  async #answers(): Promise<boolean> {
    try {
      const response = await fetch(`${this.url}/health`, { signal: AbortSignal.timeout(2_000) });
      await response.arrayBuffer();
      return response.ok;
    } catch {
      return false;
    }
  }

  /** SIGKILL, and waits until it is gone. */
  async kill(): Promise<void> {
    if (this.ended) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }

  /** SIGTERM. @returns the exit code; a server that does not end in time is killed and gives null. */
  async stop(): Promise<number | null> {
    if (this.ended) return this.#child.exitCode;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    const late = setTimeout(() => this.#child.kill('SIGKILL'), STOP_WITHIN_MS);
    await gone;
    clearTimeout(late);
    return this.#child.exitCode;
  }
}
