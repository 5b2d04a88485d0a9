import type { Reply } from '@bloomvale/shared/protocol/replies';

/** What happened in a run, summed over all bots. */
export class Tally {
  actions = 0;
  acknowledged = 0;
  unanswered = 0;
  gestures = 0;
  joins = 0;
  readonly byType: Record<string, number> = {};
  readonly refusals: Record<string, number> = {};
  readonly #latencies: number[] = [];

  /** A durable command was answered after `ms` milliseconds. */
  answered(type: string, reply: Reply<unknown>, ms: number): void {
    this.#latencies.push(ms);
    if (reply.ok) {
      this.acknowledged++;
      this.byType[type] = (this.byType[type] ?? 0) + 1;
    } else this.refused(reply.code);
  }

  refused(code: string): void {
    this.refusals[code] = (this.refusals[code] ?? 0) + 1;
  }

  /** Milliseconds within which the given share of durable commands was answered; null without any. */
  quantile(share: number): number | null {
    const sorted = [...this.#latencies].sort((a, b) => a - b);
    const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    return value === undefined ? null : Math.round(value * 10) / 10;
  }
}
