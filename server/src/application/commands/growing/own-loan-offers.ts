import type { Content } from '@bloomvale/shared/content/content';
import type { OwnLoanOffer } from '@bloomvale/shared/content/growing';
import type { Household } from '@bloomvale/shared/play/household';
import { plotsOwned } from '@bloomvale/shared/play/plots-owned';

/** Whether an offer in kind would give nothing: the station stands already, or the homestead has no room for another plot. */
export function ownedAlready({ grant }: OwnLoanOffer, household: Household, content: Content): boolean {
  if (grant.kind === 'station') return Object.hasOwn(household.stations, grant.station);
  if (grant.kind !== 'plots') return false;
  const more = plotsOwned({ ...household, extraPlots: household.extraPlots + grant.plots }, content);
  return more === plotsOwned(household, content);
}
