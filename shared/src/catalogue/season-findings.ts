import type { Tell } from './finding.ts';
import type { JudgedContent } from './judged-content.ts';

/** The farming years of the regions. */
export function tellSeasons({ lists: { regions } }: JudgedContent, tell: Tell): void {
  for (const { id, farming } of regions) {
    const at = (path: string) => ({ section: 'regions', id, path: ['farming', path] }) as const;
    const { lean, harvest, planting } = farming;
    // A month is lean or rich, not both, or the one would cancel the other without anybody seeing why.
    const both = lean.find((month) => harvest.includes(month));
    if (both !== undefined) tell(at('lean'), 'month_lean_and_harvest', { month: both + 1 });
    for (const [field, months] of [
      ['lean', lean],
      ['harvest', harvest],
    ] as const) {
      const twice = months.find((month, i) => months.indexOf(month) < i);
      if (twice !== undefined) tell(at(field), 'month_twice', { month: twice + 1 });
    }
    // As many of the one as of the other: seasons move a farm's luck and not its mean (catalogue notes).
    if (lean.length !== harvest.length)
      tell(at('harvest'), 'seasons_uneven', { lean: lean.length, harvest: harvest.length });
    if (harvest.includes(planting)) tell(at('planting'), 'planting_in_harvest', { month: planting + 1 });
  }
}
