import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MAIN = join(ROOT, 'server/src/main.ts');
const READY_MS = 20_000;

export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** `server/src/main.ts` in a process of its own, as an operator starts it. */
export class Server {
  readonly child: ChildProcess;
  #stdout = '';
  #stderr = '';
  readonly #ended: Promise<unknown>;

  constructor(env: Readonly<Record<string, string>>) {
    this.child = spawn(process.execPath, [MAIN], {
      env: {
        PATH: process.env.PATH,
        PORT: '0',
        HOST: '127.0.0.1',
        LOG_LEVEL: 'warn',
        GUESTS_PER_HOUR: '100000',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#ended = once(this.child, 'close');
    this.child.stdout?.on('data', (chunk) => {
      this.#stdout += chunk;
    });
    this.child.stderr?.on('data', (chunk) => {
      this.#stderr += chunk;
    });
  }

  /** The address it listens on, from its one line on stdout. @throws with what it said when it ends instead. */
  async ready(): Promise<string> {
    const deadline = Date.now() + READY_MS;
    while (Date.now() < deadline) {
      const port = /^Bloomvale is ready: http:\/\/localhost:(\d+)\n$/.exec(this.#stdout)?.[1];
      if (port !== undefined) return `http://127.0.0.1:${port}`;
      if (this.child.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    this.child.kill('SIGKILL');
    throw new Error(`the server did not start (exit ${this.child.exitCode}):\n${this.#stdout}${this.#stderr}`);
  }

  async ended(): Promise<Ended> {
    await this.#ended;
    return { code: this.child.exitCode, stdout: this.#stdout, stderr: this.#stderr };
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> {
    this.child.kill(signal);
    return this.ended();
  }
}

/** A folder that does not exist yet in one that does, and the way to remove both. */
export function scratch() {
  const parent = mkdtempSync(join(tmpdir(), 'bloomvale-start-'));
  return { parent, data: join(parent, 'data'), remove: () => rmSync(parent, { recursive: true, force: true }) };
}
