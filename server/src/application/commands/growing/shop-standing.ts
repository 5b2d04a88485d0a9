import type { ShopState } from '@bloomvale/shared/content/growing';
import type { Sector } from '@bloomvale/shared/content/lending';
import { spotsBeside } from '@bloomvale/shared/pollination/neighbours';
import { besidesMilli } from '@bloomvale/shared/shops/shop-board';
import { shopStateOf, tierOf } from '@bloomvale/shared/shops/shop-state';
import type { SimSeconds } from '@bloomvale/shared/time/sim-clock';
import { shopsOf } from '../../lending/village-records.ts';
import { shopLoan } from '../../queries/shops.ts';
import type { Rules } from '../../rules.ts';
import type { LoanRow, VillageRow } from '../../store/rows.ts';

/** A shop as it stands on the square, with what stands beside it. */
export type Standing = {
  readonly spot: number;
  readonly state: ShopState;
  readonly tier: 1 | 2 | 3;
  readonly sector: Sector;
  readonly beside: readonly { readonly loan: LoanRow; readonly state: ShopState }[];
  /** What those add to its daily pieces, thousandths. */
  readonly besides: number;
};

/** Loans whose shops border this one: what else must be loaded to know how it stands. */
export function loansBeside(village: VillageRow, loanId: string, rules: Rules): string[] {
  const spots = shopsOf(village);
  const spot = spots.findIndex((one) => one?.loanId === loanId);
  const map = rules.content.maps.find(({ id }) => id === 'village');
  if (spot < 0 || map === undefined) return [];
  return spotsBeside(map, spot, rules.content.growing.pollination.square.tiles).flatMap(
    (one) => spots[one]?.loanId ?? [],
  );
}

/** Null when the shop does not stand on the square: made room for another, or gone. */
export function standingOf(
  loan: LoanRow,
  village: VillageRow,
  loans: ReadonlyMap<string, LoanRow>,
  sim: SimSeconds,
  rules: Rules,
): Standing | null {
  const { shops } = rules.content.growing;
  const spot = shopsOf(village).findIndex((one) => one?.loanId === loan.id);
  const state = shopStateOf(shopLoan(loan), sim, shops);
  const sector = rules.entrepreneurs.get(loan.entrepreneur)?.sector;
  if (spot < 0 || state === null || sector === undefined) return null;
  const beside = loansBeside(village, loan.id, rules).flatMap((id) => {
    const other = loans.get(id);
    const otherState = other === undefined ? null : shopStateOf(shopLoan(other), sim, shops);
    return other === undefined || otherState === null ? [] : [{ loan: other, state: otherState }];
  });
  const besides = besidesMilli(
    beside.map((one) => one.state),
    rules.content,
  );
  return { spot, state, tier: tierOf(loan.principal, shops), sector, beside, besides };
}
