import type { CommandBus } from '../bus/command-bus.ts';
import { LETTER_EVENTS, LETTERS_UP_TO, lettersDeliver } from '../commands/growing/letters-deliver.ts';
import type { GameClock } from '../game-clock.ts';
import type { Log } from '../log.ts';
import type { LoanEventRow } from '../store/rows.ts';
import type { Reader } from '../store/store.ts';
import { firstRepayments } from './first-repayments.ts';

/** Letters reach their readers within about this time after what they tell of. */
export const POST_MS = 1_000;
/** Events written about together: small enough that players' commands get their turn in between. */
const BATCH = 100;
/** With so much waiting, letters wait too: nobody's coins hang on them. */
const BUSY = 500;
/** While the store fails, the next round waits this long, doubling up to the most: the disk has better to do than hear of letters. */
const RETRY_MS = 1_000;
const RETRY_MOST_MS = 60_000;

type Batch = { readonly written: number; readonly more: boolean };
const NOTHING: Batch = { written: 0, more: false };

/** Goes through the journal of loans after the last round and has their letters written. The mark lies in the store: nothing is forgotten. */
export class Postman {
  readonly #bus: CommandBus;
  readonly #reader: Reader;
  readonly #clock: GameClock;
  readonly #log: Log;
  #upTo: number | null = null;
  #waitMs = 0;
  #retryAt = Number.NEGATIVE_INFINITY;

  constructor(bus: CommandBus, reader: Reader, clock: GameClock, log: Log) {
    this.#bus = bus;
    this.#reader = reader;
    this.#clock = clock;
    this.#log = log;
  }

  /** Writes what is to be written now. Returns how many letters. @throws when the store cannot be read. */
  async round(): Promise<number> {
    if (this.#clock.now() < this.#retryAt) return 0;
    let written = 0;
    try {
      for (;;) {
        if (this.#bus.waiting > BUSY) return written;
        const batch = await this.#batch();
        written += batch.written;
        if (!batch.more) return written;
      }
    } catch (fault) {
      this.#backOff();
      throw fault;
    }
  }

  async #batch(): Promise<Batch> {
    const after = this.#upTo ?? (await this.#mark());
    // First of all: what commits while we read belongs to the next round.
    const { journal } = await this.#reader.lastIds();
    if (journal <= after) return NOTHING;
    const events = (await this.#reader.loanEventsAfter(after, LETTER_EVENTS, BATCH)).filter(({ id }) => id <= journal);
    const more = events.length === BATCH;
    const upTo = more ? (events.at(-1)?.id ?? journal) : journal;
    // Nothing to tell: the mark moves in memory only, a restart looks through the same stretch again.
    if (events.length === 0) {
      this.#upTo = upTo;
      return NOTHING;
    }
    const together = await this.#deliver(events, upTo);
    if (typeof together === 'number') return { written: together, more };
    return together === 'INTERNAL' ? this.#oneByOne(events, upTo, more) : NOTHING;
  }

  /**
   * Something in these events cannot be decided. Each is tried alone; one that fails by itself is left out, and the mark passes it with the
   * next letter that is written, or with the end of the batch: it must not keep everybody else's letters back.
   */
  async #oneByOne(events: readonly LoanEventRow[], upTo: number, more: boolean): Promise<Batch> {
    let written = 0;
    for (const event of events) {
      const reply = await this.#deliver([event], event.id);
      if (typeof reply === 'number') written += reply;
      else if (reply !== 'INTERNAL') return { written, more: false };
      else
        this.#log.error(
          { eventId: event.id, loanId: event.loanId, event: event.kind },
          'no letter could tell of an event',
        );
    }
    const end = await this.#deliver([], upTo);
    return { written, more: more && typeof end === 'number' };
  }

  /** How many letters were written, or why none was and the mark stays. */
  async #deliver(events: readonly LoanEventRow[], upTo: number): Promise<number | string> {
    const credited = await firstRepayments(this.#reader, events);
    const reply = await this.#bus.system(lettersDeliver, { events, upTo, credited });
    if (reply.ok) {
      this.#upTo = upTo;
      this.#waitMs = 0;
      return reply.value.written;
    }
    if (reply.code !== 'INTERNAL' && reply.code !== 'STOPPING') this.#backOff(reply.code);
    return reply.code;
  }

  #backOff(code = 'unread'): void {
    this.#waitMs = Math.min(RETRY_MOST_MS, Math.max(RETRY_MS, this.#waitMs * 2));
    this.#retryAt = this.#clock.now() + this.#waitMs;
    this.#log.warn({ code, retryMs: this.#waitMs }, 'letters wait for the store');
  }

  async #mark(): Promise<number> {
    const [row] = await this.#reader.rows('meta', [LETTERS_UP_TO]);
    return row === undefined ? 0 : Number(row.value);
  }
}
