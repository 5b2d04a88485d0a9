import type { HallGender, HallIndex, HallLoan } from '@bloomvale/shared/lending/hall-index';
import { EVERY_LOAN, type HallFilter, rowsOf } from '@bloomvale/shared/lending/hall-index-query';
import { decodeHallIndex, encodeHallIndex } from '@bloomvale/shared/lending/hall-index-wire';
import type { LoanCard } from '@bloomvale/shared/protocol/views';
import { invariant } from '@bloomvale/shared/result';
import { type HallQuery, termHours } from './hall-query.ts';

const HOURS_A_MONTH = 720;
/** The index asks whether it is a group, not how large: the card does not say. */
const SOME_MEMBERS = 3;

const GENDER_OF: Readonly<Record<string, HallGender>> = {
  woman: 'women',
  women_group: 'women',
  man: 'men',
  men_group: 'men',
};
export const genderOf = ({ gender }: Pick<LoanCard, 'gender'>): HallGender => GENDER_OF[gender] ?? 'mixed';
export const isGroup = ({ gender }: Pick<LoanCard, 'gender'>): boolean => gender !== 'woman' && gender !== 'man';

const rowOfCard = (loan: LoanCard): HallLoan => ({
  id: loan.id,
  entrepreneur: loan.entrepreneur,
  name: loan.name,
  town: loan.town,
  country: loan.country,
  sector: loan.sector,
  activity: loan.activity,
  gender: genderOf(loan),
  members: isGroup(loan) ? SOME_MEMBERS : 1,
  partner: loan.partner.id,
  rating: loan.partner.rating,
  grade: loan.grade,
  starter: loan.starter,
  funding: loan.funding,
  termHours: termHours(loan),
  halfBackHours: loan.forecast.halfBackFrom * loan.intervalSimHours,
  annualCost: loan.annualCost,
  amount: loan.amount,
  // A loan that was just completed keeps its place for the moment in which one sees that it was.
  raised: Math.min(loan.raised, loan.amount - 1),
  openedAt: loan.openedAt,
  expiresAt: loan.expiresAt,
});

/** The cards that are here as columns: filter and sort work on numbers, so ten thousand of them take no longer than a frame. */
export function indexOf(loans: readonly LoanCard[]): HallIndex {
  const index = decodeHallIndex(encodeHallIndex(loans.map(rowOfCard), 0));
  invariant(index.ok, 'an index of our own cards fits');
  return index.value;
}

/** What the column of filters asks, in the index's units. `mine` are the loans the player is in. */
export function filterOf(query: HallQuery, index: HallIndex, mine: readonly string[]): HallFilter {
  return {
    ...EVERY_LOAN,
    text: query.text,
    sectors: query.sectors,
    countries: query.countries,
    genders: query.genders,
    group: query.size === null ? null : query.size === 'group',
    costTo: query.cost === null ? EVERY_LOAN.costTo : query.cost / 100,
    termTo: query.months === null ? EVERY_LOAN.termTo : query.months * HOURS_A_MONTH,
    ratingFrom: query.rating ?? EVERY_LOAN.ratingFrom,
    leftTo: query.left === null ? EVERY_LOAN.leftTo : query.left * 100,
    without: query.hideMine ? rowsOf(index, mine) : null,
  };
}
