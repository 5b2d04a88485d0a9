import { FOLLOWERS_NEWS_KINDS, type LoanNewsLine } from '@bloomvale/shared/protocol/lending-views';
import type { GameEvent } from '../contract.ts';
import type { EventHub } from '../event-hub.ts';
import type { Log } from '../log.ts';
import type { Reader } from '../store/store.ts';
import { lenderOf } from './lender-totals.ts';
import { publicData } from './loan-changes.ts';

type Story = Extract<GameEvent, { readonly kind: 'loan.story' }>;

/** Stories gathered before anybody is looked up: a tick of many loans costs a few queries, not one a loan. */
const GATHER_MS = 200;
/** Stories told in one go at most; a world that caught up a long silence has the rest in everybody's list of news. */
const TELL_MAX = 2_000;

/** Tells lenders and followers at once what happened to a loan. What is lost here is found again under "news". */
export class NewsDesk {
  readonly #hub: EventHub;
  readonly #reader: Reader;
  readonly #log: Log;
  #stories: Story[] = [];
  #timer: NodeJS.Timeout | null = null;

  constructor(hub: EventHub, reader: Reader, log: Log) {
    this.#hub = hub;
    this.#reader = reader;
    this.#log = log;
    hub.on((event) => {
      if (event.kind === 'loan.story') this.#gather(event);
    });
  }

  /** Tells now what has been gathered. */
  async tell(): Promise<void> {
    const stories = this.#stories.slice(-TELL_MAX);
    this.#stories = [];
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (stories.length > 0) await this.#tellAll(stories);
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#stories = [];
  }

  #gather(story: Story): void {
    this.#stories.push(story);
    if (this.#stories.length > TELL_MAX) this.#stories.shift();
    if (this.#timer !== null) return;
    this.#timer = setTimeout(() => {
      this.tell().catch((fault: unknown) => this.#log.error({ err: fault }, 'news of loans were not told'));
    }, GATHER_MS);
    this.#timer.unref();
  }

  async #tellAll(stories: readonly Story[]): Promise<void> {
    const followed = await this.#reader.followers([...new Set(stories.map(({ loanId }) => loanId))]);
    const followers = Map.groupBy(followed, ({ loanId }) => loanId);
    const forLenders = stories.filter(({ story }) => !isForFollowers(story));
    const lendersOf = await this.#lenders([...new Set(forLenders.map(({ loanId }) => loanId))]);
    const told = stories.filter(({ loanId, story }) => followers.has(loanId) || !isForFollowers(story));
    const loans = await this.#reader.rows('loan', [...new Set(told.map(({ loanId }) => loanId))]);
    const byId = new Map(loans.map((loan) => [loan.id, loan]));
    const events: GameEvent[] = [];
    for (const { eventId, loanId, at, story, data } of told) {
      const loan = byId.get(loanId);
      if (loan === undefined) continue;
      const follow = new Set((followers.get(loanId) ?? []).map(({ playerId }) => playerId));
      const lent = isForFollowers(story) ? new Set<string>() : (lendersOf.get(loanId) ?? new Set<string>());
      const line = { id: eventId, at, loanId, entrepreneur: loan.entrepreneur, name: loan.shortName, kind: story };
      for (const playerId of new Set([...lent, ...follow])) {
        const whole: LoanNewsLine = {
          ...line,
          data: publicData(data),
          lent: lent.has(playerId),
          followed: follow.has(playerId),
        };
        events.push({ kind: 'loan.news', playerId, line: whole });
      }
    }
    this.#hub.publish(events);
  }

  async #lenders(loanIds: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const rows = await this.#reader.rows('contribution', loanIds);
    const found = new Map<string, Set<string>>();
    for (const row of rows) {
      const player = row.amount === 0 ? null : lenderOf(row);
      if (player !== null) found.set(row.loanId, (found.get(row.loanId) ?? new Set()).add(player));
    }
    return found;
  }
}

const isForFollowers = (story: string): boolean => (FOLLOWERS_NEWS_KINDS as readonly string[]).includes(story);
