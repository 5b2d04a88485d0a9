import { Worker } from 'node:worker_threads';
import { catalogueKit } from '@bloomvale/assets/catalogue-kit';
import { type CatalogueKit, catalogueFindings } from '@bloomvale/shared/catalogue/catalogue-findings';
import type { Finding } from '@bloomvale/shared/catalogue/finding';
import type { Content } from '@bloomvale/shared/content/content';

/**
 * Characters of a catalogue that is looked through on the thread of the game: the shipped one has 0.46 million and takes under a tenth of a
 * second, one of ten thousand people 36 million and three and a half seconds (two cores of 2026). Nobody's harvest waits for the latter.
 */
const SMALL = 1_000_000;

export type CheckAnswer = { readonly findings: readonly Finding[] } | { readonly fault: string };

/** Everything that an operator has to know of a catalogue, by what this release can draw; a large one on a thread of its own. */
export class CatalogueChecker {
  readonly #shipped: Content;
  readonly #kit: CatalogueKit;
  readonly #threads = new Set<Worker>();

  constructor(shipped: Content) {
    this.#shipped = shipped;
    this.#kit = catalogueKit(shipped);
  }

  /** @param text JSON of the catalogue. @throws Error when the thread ends before it has answered. */
  readonly check = async (text: string): Promise<readonly Finding[]> =>
    text.length <= SMALL ? catalogueFindings(JSON.parse(text), this.#kit) : this.#onThread(text);

  /** Gives up what is under way. */
  async end(): Promise<void> {
    await Promise.all([...this.#threads].map((thread) => thread.terminate()));
  }

  #onThread(text: string): Promise<readonly Finding[]> {
    return new Promise((resolve, reject) => {
      const workerData = { text, shipped: this.#shipped };
      const thread = new Worker(new URL('./catalogue-check-thread.ts', import.meta.url), { workerData });
      this.#threads.add(thread);
      thread.once('message', (answer: CheckAnswer) => {
        if ('fault' in answer) reject(new Error(answer.fault));
        else resolve(answer.findings);
      });
      thread.once('error', reject);
      thread.once('exit', () => {
        this.#threads.delete(thread);
        reject(new Error('The look through the catalogue was given up.'));
      });
    });
  }
}
