import type { HallLoan } from '@bloomvale/shared/lending/hall-index';
import { encodeHallIndex, type HallIndexWire } from '@bloomvale/shared/lending/hall-index-wire';
import { SIM_HOUR } from '@bloomvale/shared/time/sim-clock';
import type { GameClock } from '../../game-clock.ts';
import { termsOf } from '../../lending/loan-records.ts';
import type { Rules } from '../../rules.ts';
import type { LoanRow } from '../../store/rows.ts';
import type { Reader } from '../../store/store.ts';
import type { LoanCards } from '../loan-cards.ts';

/** The open loans of a village as columns, for filters and sorts in the browser. */
export async function hallIndexOf(
  reader: Reader,
  rules: Rules,
  clock: GameClock,
  cards: LoanCards,
  villageId: string,
): Promise<HallIndexWire> {
  const loans = await reader.loansOfVillage(villageId, ['fundraising']);
  return encodeHallIndex(
    loans.map((loan) => hallLoanOf(loan, rules, cards)),
    clock.now(),
  );
}

const GENDERS: Readonly<Record<string, HallLoan['gender']>> = {
  woman: 'women',
  women_group: 'women',
  man: 'men',
  men_group: 'men',
};

function hallLoanOf(loan: LoanRow, rules: Rules, cards: LoanCards): HallLoan {
  const card = cards.card(loan, 0);
  const { product } = termsOf(loan);
  const { forecast } = cards.outlook(loan);
  return {
    id: card.id,
    entrepreneur: card.entrepreneur,
    name: card.name,
    town: card.town,
    country: card.country,
    sector: card.sector,
    activity: card.activity,
    gender: GENDERS[card.gender] ?? 'mixed',
    members: rules.entrepreneurs.get(loan.entrepreneur)?.group?.members ?? 1,
    partner: card.partner.id,
    rating: card.partner.rating,
    grade: card.grade,
    starter: card.starter,
    funding: card.funding,
    termHours: product.instalments * product.intervalSimHours,
    halfBackHours: Math.round(forecast.halfBack.earliest / SIM_HOUR),
    annualCost: card.annualCost,
    amount: card.amount,
    raised: card.raised,
    openedAt: card.openedAt,
    expiresAt: card.expiresAt,
  };
}
