import type { CommandBus } from '../bus/command-bus.ts';
import { LETTER_EVENTS, LETTERS_UP_TO, lettersDeliver } from '../commands/growing/letters-deliver.ts';
import type { Reader } from '../store/store.ts';

/** Letters reach their readers within about this time after what they tell of. */
export const POST_MS = 1_000;
/** Events written about together: small enough that players' commands get their turn in between. */
const BATCH = 100;
/** With so much waiting, letters wait too: nobody's coins hang on them. */
const BUSY = 500;

/** Goes through the journal of loans after the last round and has their letters written. The mark lies in the store: nothing is forgotten. */
export class Postman {
  readonly #bus: CommandBus;
  readonly #reader: Reader;
  #upTo: number | null = null;

  constructor(bus: CommandBus, reader: Reader) {
    this.#bus = bus;
    this.#reader = reader;
  }

  /** Writes what is to be written now. Returns how many letters. */
  async round(): Promise<number> {
    let written = 0;
    for (;;) {
      if (this.#bus.waiting > BUSY) return written;
      const batch = await this.#batch();
      written += batch.written;
      if (!batch.more) return written;
    }
  }

  async #batch(): Promise<{ readonly written: number; readonly more: boolean }> {
    const after = this.#upTo ?? (await this.#mark());
    // First of all: what commits while we read belongs to the next round.
    const { journal } = await this.#reader.lastIds();
    if (journal <= after) return { written: 0, more: false };
    const events = (await this.#reader.loanEventsAfter(after, LETTER_EVENTS, BATCH)).filter(({ id }) => id <= journal);
    const more = events.length === BATCH;
    const upTo = more ? (events.at(-1)?.id ?? journal) : journal;
    // Nothing to tell: the mark moves in memory only, a restart looks through the same stretch again.
    if (events.length === 0) {
      this.#upTo = upTo;
      return { written: 0, more: false };
    }
    const reply = await this.#bus.system(lettersDeliver, { events, upTo });
    if (!reply.ok) return { written: 0, more: false };
    this.#upTo = upTo;
    return { written: reply.value.written, more };
  }

  async #mark(): Promise<number> {
    const [row] = await this.#reader.rows('meta', [LETTERS_UP_TO]);
    return row === undefined ? 0 : Number(row.value);
  }
}
