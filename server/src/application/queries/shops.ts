import { opensAtSim, type ShopLoan, shopStateOf, tierOf } from '@bloomvale/shared/shops/shop-state';
import { realAt } from '@bloomvale/shared/time/sim-clock';
import type { ShopView } from '../contract.ts';
import type { GameClock } from '../game-clock.ts';
import { chainStateOf } from '../lending/loan-records.ts';
import { shopsOf } from '../lending/village-records.ts';
import type { Rules } from '../rules.ts';
import type { LoanRow } from '../store/rows.ts';
import type { Reader } from '../store/store.ts';

/** A loan as its shop sees it. From the first missed instalment on the shutter is half down, although it is not a whole day past due yet. */
export const shopLoan = (loan: LoanRow): ShopLoan => ({
  state: loan.state,
  disbursedSim: loan.disbursedSim,
  missed: chainStateOf(loan)?.missed ?? 0,
});

/** The shops of funded entrepreneurs on a village's square, by spot. */
export async function shopsOfVillage(
  reader: Reader,
  rules: Rules,
  clock: GameClock,
  villageId: string,
): Promise<ShopView[]> {
  const [village] = await reader.rows('village', [villageId]);
  if (village === undefined) return [];
  const spots = shopsOf(village);
  const ids = spots.flatMap((spot) => (spot === null ? [] : [spot.loanId]));
  const loans = new Map((await reader.rows('loan', ids)).map((loan) => [loan.id, loan]));
  return spots.flatMap((spot, i) => {
    const loan = spot === null ? undefined : loans.get(spot.loanId);
    const shop = loan === undefined ? null : shopOf(loan, i, rules, clock);
    return shop === null ? [] : [shop];
  });
}

function shopOf(loan: LoanRow, spot: number, rules: Rules, clock: GameClock): ShopView | null {
  const { shops } = rules.content.growing;
  const state = shopStateOf(shopLoan(loan), clock.simNow(), shops);
  if (state === null) return null;
  const opens = opensAtSim(shopLoan(loan), shops);
  return {
    spot,
    loanId: loan.id,
    entrepreneur: loan.entrepreneur,
    sector: rules.entrepreneurs.get(loan.entrepreneur)?.sector ?? 'retail',
    state,
    tier: tierOf(loan.principal, shops),
    opensAt: opens === null ? null : realAt(clock.segments(), opens),
  };
}
