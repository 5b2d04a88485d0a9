import { Worker } from 'node:worker_threads';
import type { Instant } from '@bloomvale/shared/time/sim-clock';
import { StoreError } from '../application/store/store-error.ts';
import type { Writer } from './sqlite-writer.ts';
import type { WriteStatement } from './write-statements.ts';
import type { WriterAnswer, WriterCall } from './writer-messages.ts';

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: StoreError) => void };

/**
 * The writing connection on a thread of its own: while a group is written and the disk confirms it, the game's thread reads sockets and
 * answers the group before. A third of the time of a lend was spent waiting here. A thread that ended is started again by the next call.
 */
export class ThreadedWriter implements Writer {
  readonly #file: string;
  readonly #waiting = new Map<number, Waiting>();
  #thread: Worker | null = null;
  #calls = 0;

  constructor(file: string) {
    this.#file = file;
  }

  async commit(statements: readonly WriteStatement[]): Promise<void> {
    await this.#call('commit', [statements]);
  }

  async prune(table: Parameters<Writer['prune']>[0], before: Instant, limit: number): Promise<number> {
    return (await this.#call('prune', [table, before, limit])) as number;
  }

  async seal(at: Instant): Promise<void> {
    await this.#call('seal', [at]);
  }

  async close(): Promise<void> {
    const thread = this.#thread;
    if (thread === null) return;
    const ended = new Promise((done) => thread.once('exit', done));
    await this.#call('close', []);
    // Until it is gone it may still be folding its log back.
    thread.ref();
    await ended;
  }

  #call(method: keyof Writer, args: readonly unknown[]): Promise<unknown> {
    const thread = this.#started();
    const id = ++this.#calls;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      // What is under way keeps the process alive; an idle thread does not.
      thread.ref();
      thread.postMessage({ id, method, args } as WriterCall);
    });
  }

  #started(): Worker {
    if (this.#thread !== null) return this.#thread;
    const thread = new Worker(new URL('./writer-thread.ts', import.meta.url), { workerData: { file: this.#file } });
    let fault: unknown = null;
    thread.on('message', (answer: WriterAnswer) => this.#answered(thread, answer));
    thread.on('error', (error) => {
      fault = error;
    });
    thread.on('exit', () => this.#ended(thread, fault));
    this.#thread = thread;
    return thread;
  }

  #answered(thread: Worker, answer: WriterAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (this.#waiting.size === 0) thread.unref();
    if ('error' in answer) waiting?.reject(new StoreError(answer.error.code, answer.error.message));
    else waiting?.resolve(answer.value);
  }

  #ended(thread: Worker, cause: unknown): void {
    if (this.#thread === thread) this.#thread = null;
    const error = new StoreError('IO', `The thread that writes ${this.#file} ended.`, { cause });
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
