import type { Locale } from '@bloomvale/shared/content/text';
import type { Minor } from '@bloomvale/shared/money/coins';
import type { Rules } from '../../rules.ts';
import type { LoanRow } from '../../store/rows.ts';
import type { LoanCards } from '../loan-cards.ts';
import { csvOf } from './csv.ts';
import { divisionOf, lineOf, type Pair } from './portfolio-pairs.ts';

export const PORTFOLIO_STATES = ['all', 'raising', 'running', 'late', 'closed', 'lost'] as const;
export type PortfolioState = (typeof PORTFOLIO_STATES)[number];

/** The list's filters; null: every one. */
export type PortfolioFilter = {
  readonly state: PortfolioState;
  readonly sector: string | null;
  readonly country: string | null;
  readonly partner: string | null;
};

const HEADERS: Readonly<Record<Locale, readonly string[]>> = {
  en: [
    'Loan',
    'Name',
    'Country',
    'Town',
    'Sector',
    'Field partner',
    'Partner rating',
    'Grade',
    'State',
    'Days past due',
    'Lent on (UTC)',
    'Lent (coins)',
    'Repaid (coins)',
    'Recovered (coins)',
    'Refunded (coins)',
    'Forgiven (coins)',
    'Open (coins)',
    'Lost (coins)',
    'Covered by the guarantee fund (coins)',
    'Cost to the borrower (% a year)',
  ],
  fr: [
    'Prêt',
    'Nom',
    'Pays',
    'Ville',
    'Secteur',
    'Partenaire de terrain',
    'Note du partenaire',
    'Classe',
    'État',
    'Jours de retard',
    'Prêté le (UTC)',
    'Prêté (pièces)',
    'Remboursé (pièces)',
    'Récupéré (pièces)',
    'Rendu (pièces)',
    'Abandonné (pièces)',
    'En cours (pièces)',
    'Perdu (pièces)',
    'Couvert par le fonds de garantie (pièces)',
    'Coût pour l’emprunteur (% par an)',
  ],
};

const STATES: Readonly<Record<Locale, Readonly<Partial<Record<LoanRow['state'], string>>>>> = {
  en: {
    fundraising: 'raising',
    funded: 'funded',
    in_repayment: 'in repayment',
    ended: 'repaid',
    ended_with_loss: 'repaid with currency loss',
    defaulted: 'ended in default',
    expired: 'expired, refunded',
    refunded: 'refunded',
    cancelled: 'cancelled, refunded',
  },
  fr: {
    fundraising: 'en collecte',
    funded: 'financé',
    in_repayment: 'en remboursement',
    ended: 'remboursé',
    ended_with_loss: 'remboursé avec perte de change',
    defaulted: 'terminé en défaut',
    expired: 'expiré, rendu',
    refunded: 'rendu',
    cancelled: 'annulé, rendu',
  },
};

export function matches(pair: Pair, filter: PortfolioFilter, rules: Rules, cards: LoanCards): boolean {
  for (const division of ['sector', 'country', 'partner'] as const) {
    const wanted = filter[division];
    if (wanted !== null && divisionOf(rules, division, pair.loan) !== wanted) return false;
  }
  return hasState(pair, filter.state, cards);
}

function hasState({ row, loan }: Pair, state: PortfolioState, cards: LoanCards): boolean {
  switch (state) {
    case 'all':
      return true;
    case 'raising':
      return loan.state === 'fundraising' || loan.state === 'funded';
    case 'running':
      return loan.state === 'in_repayment';
    case 'late':
      return cards.daysPastDue(loan) > 0;
    case 'closed':
      return loan.closedAt !== null;
    case 'lost':
      return row.lost > 0;
  }
}

/**
 * A player's loans as a table for spreadsheets, oldest first. English: comma, point; French: semicolon, decimal comma, as each language's
 * spreadsheets open it by a double click.
 */
export function portfolioCsv(pairs: readonly Pair[], rules: Rules, cards: LoanCards, locale: Locale): string {
  const number = (value: number, digits: number): string => {
    const text = value.toFixed(digits);
    return locale === 'fr' ? text.replace('.', ',') : text;
  };
  const amount = (minor: Minor): string => number(minor / 100, 2);
  const rows = pairs.toReversed().map((pair) => {
    const { row, loan } = pair;
    const person = rules.entrepreneurs.get(loan.entrepreneur);
    const partner = rules.partners.get(loan.partner);
    const line = lineOf(pair, cards.daysPastDue(loan));
    const back = line.repaid + line.recovered + line.refunded + line.forgiven;
    return [
      loan.id,
      loan.name,
      (person?.country ?? '').toUpperCase(),
      person?.town ?? '',
      person?.sector ?? '',
      partner?.name ?? loan.partner,
      partner === undefined ? '' : number(partner.rating, 1),
      loan.grade,
      STATES[locale][loan.state] ?? loan.state,
      String(line.daysPastDue),
      new Date(row.at).toISOString().slice(0, 10),
      amount(row.amount),
      amount(line.repaid),
      amount(line.recovered),
      amount(line.refunded),
      amount(line.forgiven),
      amount(row.amount - back - row.lost),
      amount(row.lost),
      amount(row.covered),
      number(cards.card(loan, row.amount).annualCost * 100, 1),
    ];
  });
  return csvOf([HEADERS[locale], ...rows], locale === 'fr' ? ';' : ',');
}
