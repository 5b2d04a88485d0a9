import type { GameEvent } from './contract.ts';
import type { Log } from './log.ts';

type Listener = (event: GameEvent) => void;

/** Facts of which only the latest of a group matters. */
function topicOf(event: GameEvent): string | null {
  if (event.kind === 'loan.changed') return `loan ${event.loanId}`;
  if (event.kind === 'player.changed') return `player ${event.playerId}`;
  if (event.kind === 'shop.changed') return `shops ${event.villageId}`;
  return null;
}

/** Drops what a later event of the same group replaces; the order of the rest stays. */
export function coalesced(events: readonly GameEvent[]): GameEvent[] {
  const last = new Map<string, number>();
  events.forEach((event, i) => {
    const topic = topicOf(event);
    if (topic !== null) last.set(topic, i);
  });
  return events.filter((event, i) => {
    const topic = topicOf(event);
    return topic === null || last.get(topic) === i;
  });
}

/** Tells listeners what a commit changed; a listener that throws is logged and harms nobody else. */
export class EventHub {
  readonly #log: Log;
  readonly #listeners = new Set<Listener>();

  constructor(log: Log) {
    this.#log = log;
  }

  on(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  publish(events: readonly GameEvent[]): void {
    for (const event of coalesced(events)) {
      for (const listener of this.#listeners) {
        try {
          listener(event);
        } catch (fault) {
          this.#log.error({ err: fault, event: event.kind }, 'a listener failed');
        }
      }
    }
  }
}
