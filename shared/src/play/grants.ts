import type { Household } from './household.ts';

/** What the starter loan pays for in kind. The coins of it are its own business (lending.md 4, T14). */

/** Plots beyond those of the level; never taken away. */
export const grantPlots = (household: Household, count: number): Household => ({
  ...household,
  extraPlots: household.extraPlots + count,
});

/** A station at its first level; one that is there already stays as it is. */
export const grantStation = (household: Household, station: string): Household =>
  Object.hasOwn(household.stations, station)
    ? household
    : { ...household, stations: { ...household.stations, [station]: { level: 1, queue: [] } } };
