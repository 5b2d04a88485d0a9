import type { ShopView } from '../contract.ts';
import { chainStateOf } from '../lending/loan-records.ts';
import { shopsOf } from '../lending/village-records.ts';
import type { Rules } from '../rules.ts';
import type { LoanRow } from '../store/rows.ts';
import type { Reader } from '../store/store.ts';

/** The shops of funded entrepreneurs on a village's square, by spot. */
export async function shopsOfVillage(reader: Reader, rules: Rules, villageId: string): Promise<ShopView[]> {
  const [village] = await reader.rows('village', [villageId]);
  if (village === undefined) return [];
  const spots = shopsOf(village);
  const ids = spots.flatMap((spot) => (spot === null ? [] : [spot.loanId]));
  const loans = new Map((await reader.rows('loan', ids)).map((loan) => [loan.id, loan]));
  return spots.flatMap((spot, i) => {
    const loan = spot === null ? undefined : loans.get(spot.loanId);
    if (loan === undefined) return [];
    const sector = rules.entrepreneurs.get(loan.entrepreneur)?.sector ?? 'retail';
    return [{ spot: i, loanId: loan.id, entrepreneur: loan.entrepreneur, sector, state: stateOf(loan) }];
  });
}

function stateOf(loan: LoanRow): ShopView['state'] {
  if (loan.state === 'funded') return 'construction';
  if (loan.state === 'ended') return 'blooming';
  // From the first missed instalment on, although it is not a whole day past due yet: that is when the shutter comes half down.
  return (chainStateOf(loan)?.missed ?? 0) > 0 ? 'late' : 'open';
}
