import type { Minor } from '@bloomvale/shared/money/coins';
import { z } from 'zod';

/** What a preview may ask for: bounds keep one preview below a minute of two cores. */
export const PreviewSettingsSchema = z.strictObject({
  /** Same seed, same catalogue: same figures, whatever the number of workers. */
  seed: z.string().min(1).max(40),
  runs: z.int().min(1).max(1_000),
  /** Simulated months. */
  months: z.int().min(1).max(60),
  lenders: z.int().min(1).max(2_000),
  /** Real seconds a simulated month (lending.md 1). */
  monthSeconds: z.int().min(60).max(2_592_000),
  /** Seasons, droughts, illness, groups, currency: off for a comparison with the closed form. */
  shocks: z.boolean(),
});
export type PreviewSettings = z.infer<typeof PreviewSettingsSchema>;

export const PREVIEW_DEFAULTS: PreviewSettings = {
  seed: 'preview',
  runs: 200,
  months: 24,
  lenders: 200,
  monthSeconds: 14_400,
  shocks: true,
};

/** How one kind of player earns, spends and comes by, hour by hour of a real day; 24 entries each. */
export type LenderStyle = {
  readonly id: string;
  /** Share of the lenders; the styles of a preview add up to 100. */
  readonly percent: number;
  /** Coins from play, minor units an hour. */
  readonly earnPerHour: readonly Minor[];
  /** Coins for seeds, tiers and the stall, minor units an hour; never more than is there. */
  readonly spendPerHour: readonly Minor[];
  /** Chance of a visit to the Lending Hall in that hour, percent. */
  readonly visitPercent: readonly number[];
};
