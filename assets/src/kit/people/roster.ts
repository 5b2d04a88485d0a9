import { AFRICA } from './roster/africa.ts';
import { AMERICAS_AND_EUROPE } from './roster/americas-and-europe.ts';
import type { RosterEntry } from './roster/entry.ts';
import { NORTH_AFRICA_AND_ASIA } from './roster/north-africa-and-asia.ts';
import { PACIFIC_ASIA } from './roster/pacific-asia.ts';

/**
 * 40 fictional people from 37 countries. Everyday working clothes first; at most a third wear a traditional head covering and
 * none has it as the only marker of a country; every age works and smiles. A test holds these rules.
 */
export const ROSTER: readonly RosterEntry[] = [
  ...AFRICA,
  ...NORTH_AFRICA_AND_ASIA,
  ...PACIFIC_ASIA,
  ...AMERICAS_AND_EUROPE,
];

/**
 * The person whose name starts with `prefix`.
 * @throws RangeError when there is none
 */
export function personNamed(prefix: string): RosterEntry {
  const person = ROSTER.find(({ name }) => name.startsWith(prefix));
  if (person === undefined) throw new RangeError(`no one in the roster is called ${prefix}`);
  return person;
}
