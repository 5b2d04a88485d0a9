/** How somebody plays: when they come, and for how long. */
export type Style = {
  readonly name: string;
  /** Visits of a day: minutes after midnight, from and to. */
  readonly visits: readonly (readonly [from: number, to: number])[];
};

const MINUTES_A_DAY = 1_440;
const at = (hour: number, minute = 0): number => hour * 60 + minute;

/** Comes back every twenty minutes from nine in the morning to ten at night, five minutes each time. */
const everyTwentyMinutes = Array.from({ length: 40 }, (_, i) => [at(9, 20 * i), at(9, 20 * i + 5)] as const);

export const STYLES: readonly Style[] = [
  {
    name: '5 min twice a day',
    visits: [
      [at(9), at(9, 5)],
      [at(20), at(20, 5)],
    ],
  },
  { name: '30 min a day', visits: [[at(9), at(9, 30)]] },
  { name: 'all day', visits: everyTwentyMinutes },
];

/** The first session is as long for everybody: one looks around (product.md 3). */
const FIRST_SESSION_MS = 10 * 60_000;

export type Visit = { readonly day: number; readonly from: number; readonly to: number; readonly next: number };

/** All visits of so many days from a midnight on, instants in epoch ms; `next` is when the following one begins. */
export function visitsOf(style: Style, midnight: number, days: number): readonly Visit[] {
  const starts = Array.from({ length: days + 1 }, (_, day) =>
    style.visits.map(([from, to]) => ({
      day,
      from: midnight + (day * MINUTES_A_DAY + from) * 60_000,
      to: midnight + (day * MINUTES_A_DAY + to) * 60_000,
    })),
  ).flat();
  return starts.flatMap((visit, i) => {
    const next = starts[i + 1];
    if (visit.day >= days || next === undefined) return [];
    const to = i === 0 ? Math.max(visit.to, visit.from + FIRST_SESSION_MS) : visit.to;
    return [{ ...visit, to, next: next.from }];
  });
}
