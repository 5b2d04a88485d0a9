import type { Entrepreneur } from '../content/lending.ts';
import type { Region } from '../content/region.ts';
import { factorsOf, type SectorEntry } from '../content/sector.ts';
import { invariant } from '../result.ts';
import type { BorrowerPlace } from './loan-terms.ts';

/** What of the catalogue in force a borrower's luck is made of: her region, her sector and her group, as they go into the terms. */
export function borrowerPlace(
  person: Pick<Entrepreneur, 'sector' | 'group'>,
  region: Region,
  sectors: readonly SectorEntry[],
): BorrowerPlace {
  const sector = sectors.find(({ id }) => id === person.sector);
  invariant(sector !== undefined, `the catalogue has no sector ${person.sector}`);
  return {
    region: region.id,
    sector: person.sector,
    members: person.group?.members ?? 1,
    factors: factorsOf(sector),
    ...(region.droughtPpm === undefined ? {} : { droughtPpm: region.droughtPpm }),
  };
}
