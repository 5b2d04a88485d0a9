/** One socket that can be asked: resolves with whether the answer was a success. */
export type Asker = () => Promise<boolean>;

export type LoadResult = {
  readonly perSecond: number;
  readonly answered: number;
  readonly failed: number;
  /** Every request of the run, the warm-up included: what a processor's time is divided by. */
  readonly total: number;
  readonly p50: number;
  readonly p99: number;
};

/** Keeps `inFlight` requests under way on every socket for `ms` milliseconds, after `warmUpMs` that do not count. */
export async function drive(
  askers: readonly Asker[],
  inFlight: number,
  warmUpMs: number,
  ms: number,
): Promise<LoadResult> {
  const startsAt = performance.now() + warmUpMs;
  const endsAt = startsAt + ms;
  const latencies: number[] = [];
  let failed = 0;
  let total = 0;
  const lane = async (ask: Asker): Promise<void> => {
    for (let began = performance.now(); began < endsAt; began = performance.now()) {
      const succeeded = await ask();
      const now = performance.now();
      total++;
      if (now < startsAt || now > endsAt) continue;
      if (succeeded) latencies.push(now - began);
      else failed++;
    }
  };
  await Promise.all(askers.flatMap((ask) => Array.from({ length: inFlight }, () => lane(ask))));
  latencies.sort((a, b) => a - b);
  const at = (share: number): number => Math.round((latencies[Math.floor(latencies.length * share)] ?? 0) * 10) / 10;
  return {
    perSecond: Math.round((latencies.length * 1_000) / ms),
    answered: latencies.length,
    failed,
    total,
    p50: at(0.5),
    p99: at(0.99),
  };
}
