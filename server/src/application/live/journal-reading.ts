import type { Instant } from '@bloomvale/shared/time/sim-clock';
import type { Reader } from '../store/store.ts';
import { FlowBook, HOUR_MS, KEPT_HOURS } from './flow-book.ts';
import { giveWay } from './pieces.ts';

/** Postings read in one piece: a few milliseconds. */
const PIECE = 1_000;

/** Reads the journal of the last 28 days into a book and keeps it up to date; what was read is never read again. */
export class JournalReading {
  readonly #reader: Reader;
  #book: FlowBook | null = null;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  /** The book with everything that is committed by now. One call at a time. */
  async upToDate(now: Instant, lifeMs: number): Promise<FlowBook> {
    this.#book ??= new FlowBook(await this.#before(now - KEPT_HOURS * HOUR_MS));
    const book = this.#book;
    for (;;) {
      const movements = await this.#reader.movementsAfter(book.last, PIECE);
      book.take(movements, lifeMs);
      if (movements.length < PIECE) break;
      await giveWay();
    }
    book.prune(now);
    return book;
  }

  /** A journal number below which everything lies before `at`: batches are numbered in the order of their instants, so halving finds it. */
  async #before(at: Instant): Promise<number> {
    let [low, high] = [0, (await this.#reader.lastIds()).journal];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const batch = await this.#reader.batchFrom(middle);
      if (batch === null || batch.at >= at) high = middle;
      else low = batch.id + 1;
    }
    return Math.max(0, low - 1);
  }
}
