import type { Look } from '../look.ts';

/** A person of the kit's own cast: for contact sheets, tests and village life. The people one lends to are in the catalogue. */
export type RosterEntry = {
  readonly name: string;
  /** ISO 3166 alpha-2, lower case. */
  readonly country: string;
  readonly job: string;
  readonly look: Look;
};
