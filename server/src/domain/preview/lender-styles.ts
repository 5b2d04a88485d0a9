import { coins } from '@bloomvale/shared/money/coins';
import type { LenderStyle } from './preview-settings.ts';

const DAY_HOURS = 24;

type DayPlan = {
  readonly id: string;
  readonly percent: number;
  /** Hours of the day in which they play. */
  readonly hours: readonly number[];
  /** Whole coins a day. */
  readonly earned: number;
  readonly spent: number;
};

/** A day's coins over the hours in which one plays; the last hour takes what does not divide. */
function hourly(hours: readonly number[], perDay: number): number[] {
  const all = coins(perDay);
  const each = Math.floor(all / hours.length);
  return Array.from({ length: DAY_HOURS }, (_, hour) => {
    if (!hours.includes(hour)) return 0;
    return hour === hours.at(-1) ? all - each * (hours.length - 1) : each;
  });
}

const styleOf = ({ id, percent, hours, earned, spent }: DayPlan): LenderStyle => ({
  id,
  percent,
  earnPerHour: hourly(hours, earned),
  spendPerHour: hourly(hours, spent),
  visitPercent: Array.from({ length: DAY_HOURS }, (_, hour) => (hours.includes(hour) ? 100 : 0)),
});

/**
 * The three styles of `npm run balance`, with their mean coins a day over its first week; a test holds them to its golden table. How many play
 * in which style is our own assumption: most come by twice a day.
 */
export const LENDER_STYLES: readonly LenderStyle[] = [
  styleOf({ id: '5 min twice a day', percent: 60, hours: [8, 20], earned: 991, spent: 781 }),
  styleOf({ id: '30 min a day', percent: 30, hours: [19], earned: 855, spent: 653 }),
  styleOf({
    id: 'all day',
    percent: 10,
    hours: Array.from({ length: 14 }, (_, i) => i + 8),
    earned: 1_391,
    spent: 1_163,
  }),
];
