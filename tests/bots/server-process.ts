import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export type ServerOptions = {
  /** Script, relative to the repository's root. */
  readonly script: string;
  readonly port: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly nodeFlags?: readonly string[];
  /** Path that answers 200 when the server is ready. */
  readonly readyPath?: string;
  readonly readyWithinMs?: number;
};

/** Lines of a child's output kept for the message of a failure. */
const KEPT_OUTPUT = 4_000;
const POLL_MS = 40;
const STOP_WITHIN_MS = 15_000;

/** A server in a process of its own, as users run it. Whoever starts one ends it: `stop` kindly, `kill` as a power cut would. */
export class ServerProcess {
  readonly url: string;
  readonly #child: ChildProcess;
  #output = '';

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.url = `http://127.0.0.1:${port}`;
    const keep = (chunk: Buffer): void => {
      this.#output = (this.#output + chunk.toString()).slice(-KEPT_OUTPUT);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
  }

  /** Resolves when it answers. @throws with the end of its output when it dies or stays silent. */
  static async start(options: ServerOptions): Promise<ServerProcess> {
    const { script, port, env = {}, nodeFlags = [], readyPath = '/health', readyWithinMs = 30_000 } = options;
    const child = spawn(process.execPath, [...nodeFlags, script], {
      cwd: ROOT,
      env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const server = new ServerProcess(child, port);
    const deadline = Date.now() + readyWithinMs;
    while (!(await server.#answers(readyPath))) {
      if (server.ended || Date.now() > deadline) {
        await server.kill();
        throw new Error(`${script} is not ready (${server.#how()}):\n${server.#output}`);
      }
      await new Promise((done) => setTimeout(done, POLL_MS));
    }
    return server;
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

  #how(): string {
    return this.ended ? `exit ${this.#child.exitCode ?? this.#child.signalCode}` : 'silent';
  }

  async #answers(path: string): Promise<boolean> {
    try {
      const response = await fetch(`${this.url}${path}`, { signal: AbortSignal.timeout(2_000) });
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
