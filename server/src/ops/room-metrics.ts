import { type RecentReplies, type ReplyOutcome, ReplyTimes } from './reply-times.ts';

export type RoomKind = 'village' | 'homestead';
/** What is said of an open room besides its replies. Never who is in it. */
export type RoomFacts = {
  readonly id: string;
  readonly kind: RoomKind;
  readonly name: string;
  readonly players: number;
  readonly seats: number;
};

export type RoomLine = RoomFacts & Pick<RecentReplies, 'p95Ms' | 'errors'>;

/** Where a room counts its replies. */
export type RoomCounter = { record(ms: number, outcome: ReplyOutcome): void; close(): void };

/** Replies of every room of this process, each on its own and all together. */
export class RoomMetrics {
  readonly all = new ReplyTimes();
  readonly #rooms = new Map<RoomCounter, { readonly facts: () => RoomFacts; readonly replies: ReplyTimes }>();
  readonly #now: () => number;

  /** @param now milliseconds of a clock that never steps back. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  open(facts: () => RoomFacts): RoomCounter {
    const replies = new ReplyTimes();
    const counter: RoomCounter = {
      record: (ms, outcome) => {
        const now = this.#now();
        replies.record(ms, outcome, now);
        this.all.record(ms, outcome, now);
      },
      close: () => this.#rooms.delete(counter),
    };
    this.#rooms.set(counter, { facts, replies });
    return counter;
  }

  /** Open rooms, the fullest first. */
  rooms(): readonly RoomLine[] {
    const now = this.#now();
    return [...this.#rooms.values()]
      .map(({ facts, replies }) => {
        const { p95Ms, errors } = replies.recent(now);
        return { ...facts(), p95Ms, errors };
      })
      .sort((a, b) => b.players - a.players || (a.id < b.id ? -1 : 1));
  }

  recent(): RecentReplies {
    return this.all.recent(this.#now());
  }
}
