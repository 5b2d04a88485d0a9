import { Worker } from 'node:worker_threads';
import type { Content } from '@bloomvale/shared/content/content';
import type { Violation } from '@bloomvale/shared/ledger/snapshot';
import type { Inspector } from '../application/live/ledger-checks.ts';
import { StoreError } from '../application/store/store-error.ts';

export type InspectionAnswer = { readonly violations: readonly Violation[] } | { readonly fault: string };

/** Audits a database file on a thread and a connection of their own; `end` gives an audit up that is under way. */
export class Inspection implements Inspector {
  readonly #file: string;
  #thread: Worker | null = null;

  constructor(file: string) {
    this.#file = file;
  }

  /** One at a time. @throws StoreError when the file cannot be read, or the audit was given up. */
  run(content: Content): Promise<readonly Violation[]> {
    return new Promise((resolve, reject) => {
      const thread = new Worker(new URL('./inspection-thread.ts', import.meta.url), {
        workerData: { file: this.#file, content },
      });
      this.#thread = thread;
      thread.once('message', (answer: InspectionAnswer) => {
        if ('fault' in answer) reject(new StoreError('IO', answer.fault));
        else resolve(answer.violations);
      });
      thread.once('error', (cause) => reject(new StoreError('IO', String(cause), { cause })));
      thread.once('exit', () => {
        this.#thread = null;
        reject(new StoreError('IO', 'The audit was given up.'));
      });
    });
  }

  async end(): Promise<void> {
    await this.#thread?.terminate();
  }
}
