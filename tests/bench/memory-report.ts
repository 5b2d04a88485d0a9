import type { ServerProcess } from '../bots/server-process.ts';

/** Bytes of a server process: what the system gave it, and what it still needs after its garbage was collected. */
export type Memory = { readonly resident: number; readonly live: number };

const WORD = 'memory';
const WAIT_MS = 50;
const ANSWER_WITHIN_MS = 10_000;

/** In the server (run with --expose-gc): SIGUSR2 collects garbage and prints one line with the figures. */
export function answerMemory(): void {
  let asked = 0;
  process.on('SIGUSR2', () => {
    // Twice, for what finalisers of the first round let go. As under memory pressure, so that free heap goes back to the system:
    // how much of it V8 keeps otherwise depends on how busy the machine was.
    for (let round = 0; round < 2; round++)
      globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
    const { rss, heapUsed, external } = process.memoryUsage();
    process.stderr.write(`${WORD} ${++asked} ${rss} ${heapUsed + external}\n`);
  });
}

/** Asks a server that answers. `asked` is how often it was asked before this. */
export async function memoryOf(server: ServerProcess, asked: number): Promise<Memory> {
  process.kill(server.pid, 'SIGUSR2');
  const line = new RegExp(`${WORD} ${asked + 1} (\\d+) (\\d+)`);
  for (const end = Date.now() + ANSWER_WITHIN_MS; Date.now() < end; ) {
    const match = line.exec(server.output);
    if (match !== null) return { resident: Number(match[1]), live: Number(match[2]) };
    await new Promise((done) => setTimeout(done, WAIT_MS));
  }
  throw new Error('the server does not tell its memory');
}
