import { Counter, collectDefaultMetrics, Gauge, type Metric, Registry } from 'prom-client';
import type { Game } from '../../application/contract.ts';
import type { FaultLog } from '../../ops/fault-log.ts';
import { REPLY_BOUNDS_MS } from '../../ops/reply-times.ts';
import type { RoomMetrics } from '../../ops/room-metrics.ts';

export type PrometheusParts = {
  readonly game: Pick<Game, 'live' | 'moderation' | 'proposals'>;
  readonly metrics: RoomMetrics;
  readonly faults: Pick<FaultLog, 'count'>;
};

/** What Prometheus reads: a text of metrics, and its media type. Named by its conventions: base units, `_total`, `_ratio`. */
export type Exposition = { readonly type: string; readonly text: () => Promise<string> };

/** Node's own metrics and ours. Ours are read when asked for, so that nothing is counted twice and no message pays for it. */
export function prometheus(parts: PrometheusParts): Exposition {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  rooms(registry, parts);
  economy(registry, parts);
  return { type: registry.contentType, text: () => registry.metrics() };
}

function rooms(registry: Registry, { metrics, faults, game }: PrometheusParts): void {
  const registers = [registry];
  gauge(registers, 'bloomvale_players', 'Players who are connected.', () => game.live.playersNow());
  new Gauge({
    name: 'bloomvale_rooms',
    help: 'Open rooms.',
    labelNames: ['kind'],
    registers,
    collect() {
      for (const kind of ['village', 'homestead'] as const)
        this.set({ kind }, metrics.rooms().filter((room) => room.kind === kind).length);
    },
  });
  counter(registers, 'bloomvale_room_refusals_total', 'Messages that were refused.', () => metrics.all.refused);
  counter(
    registers,
    'bloomvale_room_errors_total',
    'Messages that failed by a fault of ours.',
    () => metrics.all.errors,
  );
  counter(registers, 'bloomvale_faults_total', 'Lines of level error or worse in the log.', () => faults.count);
  // Counted by classes already (`ReplyTimes`): handed over as it is instead of being observed a second time.
  const replies = { name: 'bloomvale_room_reply_seconds', get: async () => replyHistogram(metrics) };
  registry.registerMetric(replies as unknown as Metric);
}

function replyHistogram({ all }: RoomMetrics) {
  const name = 'bloomvale_room_reply_seconds';
  let below = 0;
  const buckets = [...all.counts].map((count, i) => {
    below += count;
    const bound = REPLY_BOUNDS_MS[i];
    return { metricName: `${name}_bucket`, labels: { le: bound === undefined ? '+Inf' : bound / 1_000 }, value: below };
  });
  return {
    name,
    help: 'Time from a message to its reply.',
    type: 'histogram',
    aggregator: 'sum',
    values: [
      ...buckets,
      { metricName: `${name}_sum`, labels: {}, value: all.sumMs / 1_000 },
      { metricName: `${name}_count`, labels: {}, value: below },
    ],
  };
}

function economy(registry: Registry, { game }: PrometheusParts): void {
  const registers = [registry];
  const { live, moderation, proposals } = game;
  gauge(
    registers,
    'bloomvale_supply_coins',
    'Coins there are: minted less sunk and lost.',
    async () => (await live.supply()) / 100,
  );
  gauge(registers, 'bloomvale_ledger_balances', '1 while the latest check found every invariant kept.', () =>
    live.ledger().balances ? 1 : 0,
  );
  gauge(
    registers,
    'bloomvale_ledger_checked_timestamp_seconds',
    'When the ledger was last checked; 0 before the first time.',
    () => (live.ledger().checkedAt ?? 0) / 1_000,
  );
  gauge(registers, 'bloomvale_reports_open', 'Reports of players that wait.', () => moderation.openReports());
  gauge(registers, 'bloomvale_proposals_open', 'Proposals that wait for a person or their time.', () =>
    proposals.openCount(),
  );
  // A figure that could not be measured has no value, not the value 0.
  for (const [name, figure, help] of [
    ['bloomvale_funded_ratio', 'fundedShare', 'Loans funded before their window ended, of the last day.'],
    ['bloomvale_par30_ratio', 'par30', 'Outstanding principal of loans more than 30 simulated days past due.'],
    ['bloomvale_par90_ratio', 'par90', 'Outstanding principal of loans more than 90 simulated days past due.'],
    ['bloomvale_repayment_ratio', 'repaymentRate', 'Principal that came back, of loans that ended in the last day.'],
    ['bloomvale_gini_ratio', 'gini', 'Gini coefficient of wallets and loans.'],
  ] as const) {
    gauge(registers, name, help, async () => (await live.figures(1)).figures[figure].value);
  }
}

function gauge(
  registers: Registry[],
  name: string,
  help: string,
  read: () => number | null | Promise<number | null>,
): void {
  new Gauge({
    name,
    help,
    registers,
    async collect() {
      const value = await read();
      this.reset();
      if (value === null) this.remove();
      else this.set(value);
    },
  });
}

function counter(registers: Registry[], name: string, help: string, read: () => number): void {
  new Counter({
    name,
    help,
    registers,
    collect() {
      this.reset();
      this.inc(read());
    },
  });
}
