import { walletOf } from '@bloomvale/shared/ledger/accounts';
import { lendLimits } from '@bloomvale/shared/lending/caps';
import { forecastRecord } from '@bloomvale/shared/lending/forecast-record';
import { KEEPSAKES } from '@bloomvale/shared/lending/keepsake';
import { portfolioFigures } from '@bloomvale/shared/lending/portfolio';
import { monthOf } from '@bloomvale/shared/lending/region';
import {
  type AutoLendView,
  CALIBRATION_MIN_LOANS,
  type Calibration,
  type PortfolioReport,
  type PortfolioShare,
} from '@bloomvale/shared/protocol/lending-views';
import type { LoanCard } from '@bloomvale/shared/protocol/views';
import type { GameClock } from '../../game-clock.ts';
import { autoLendView, noAutoLend } from '../../lending/auto-lending.ts';
import type { Rules } from '../../rules.ts';
import { OVER_STATES } from '../../store/lending-reader.ts';
import type { LenderRow, LoanRow, PlayerRow } from '../../store/rows.ts';
import type { Reader } from '../../store/store.ts';
import type { LoanCards } from '../loan-cards.ts';
import type { Average, AverageLender } from './average-lender.ts';
import type { LenderHistories } from './lender-histories.ts';
import { type Division, divisionOf, figuresOf, lineOf, type Pair, pairsOf, sumsOf } from './portfolio-pairs.ts';
import { repaymentMonths } from './repayment-months.ts';

/** Closed loans a village's forecasts are judged by, the latest: the exact range costs the square of it. */
const VILLAGE_LOANS_MAX = 500;
/** Lines of auto-lend's own story. */
const AUTO_LINES = 30;
const PPM = 1_000_000;

export type ReportParts = {
  readonly reader: Reader;
  readonly rules: Rules;
  readonly clock: GameClock;
  readonly cards: LoanCards;
  readonly histories: LenderHistories;
  readonly average: AverageLender;
};

/** The portfolio whole: sums that add up, beside the average player, by sector, country and partner, by month, forecast against outcome. */
export async function portfolioReport(
  parts: ReportParts,
  player: PlayerRow,
  lender: LenderRow,
): Promise<PortfolioReport> {
  const { reader, rules, clock, cards, histories } = parts;
  const [pairs, history, average, closed, autoLend] = await Promise.all([
    pairsOf(reader, player.id),
    histories.of(player.id),
    parts.average.get(),
    reader.closedLoans(player.villageId, VILLAGE_LOANS_MAX),
    autoLendOf(parts, player.id, lender),
  ]);
  const figures = figuresOf(pairs, cards);
  const by = (division: Division): PortfolioShare[] => sharesOf(pairs, division, parts, figures.lent, average);
  return {
    now: clock.now(),
    month: monthOf(clock.simNow()),
    sums: sumsOf(figures, history.reLent),
    loans: figures.loans,
    average: average?.view ?? null,
    bySector: by('sector'),
    byCountry: by('country'),
    byPartner: by('partner').map((share) => ({ ...share, name: rules.partners.get(share.id)?.name ?? share.id })),
    months: repaymentMonths(pairs, history, clock.simNow(), (sim) => cards.realAt(sim)),
    calibration: {
      mine: calibrationOf(
        pairs.map(({ loan }) => loan),
        cards,
      ),
      village: calibrationOf(closed, cards),
    },
    autoLend,
    again: await againOf(parts, player, history.sinceLend, pairs),
    keepsakes: keepsakesOf(pairs, rules),
  };
}

function sharesOf(
  pairs: readonly Pair[],
  division: Division,
  { rules, cards }: ReportParts,
  lent: number,
  average: Average | null,
): PortfolioShare[] {
  const groups = Map.groupBy(pairs, ({ loan }) => divisionOf(rules, division, loan));
  const shares = [...groups].map(([id, members]) => {
    const figures = portfolioFigures(members.map((pair) => lineOf(pair, cards.daysPastDue(pair.loan))));
    return {
      id,
      loans: members.length,
      lent: figures.lent,
      outstanding: figures.outstanding + figures.raising,
      late: figures.late,
      lost: figures.lost,
      lentPpm: lent === 0 ? 0 : Math.round((figures.lent * PPM) / lent),
      averagePpm: average === null ? null : (average.shares[division].get(id) ?? 0),
    };
  });
  return shares.sort((a, b) => b.lent - a.lent || (a.id < b.id ? -1 : 1));
}

/**
 * Forecasts of loans that are over, beside what became of them: repaid in full means that the borrower owed nothing at the end. Loans of
 * which lenders forgave a part are left out: their outcome was made by others.
 */
function calibrationOf(loans: readonly LoanRow[], cards: LoanCards): Calibration {
  const over = loans.filter(
    ({ state, forgiven, forgivenAfterDefault }) =>
      OVER_STATES.includes(state) && forgiven === 0 && forgivenAfterDefault === 0,
  );
  const closed = over.length;
  if (closed < CALIBRATION_MIN_LOANS) return { closed, needed: CALIBRATION_MIN_LOANS, bins: null };
  const outcomes = over.map((loan) => ({
    forecast: 1 - cards.outlook(loan).forecast.chances.partlyLost,
    repaid: loan.writtenOff === 0,
  }));
  return { closed, needed: CALIBRATION_MIN_LOANS, bins: forecastRecord(outcomes) };
}

/** A player's auto-lend with its latest lines. */
export async function autoLendOf(
  { reader, clock }: Pick<ReportParts, 'reader' | 'clock'>,
  playerId: string,
  lender: LenderRow,
): Promise<AutoLendView> {
  const [[row], lines] = await Promise.all([
    reader.rows('autoLend', [playerId]),
    reader.autoLendLines(playerId, AUTO_LINES),
  ]);
  const loans = await reader.rows(
    'loan',
    lines.flatMap(({ loanId }) => (loanId === null ? [] : [loanId])),
  );
  const names = new Map(loans.map(({ id, shortName }) => [id, shortName]));
  return {
    ...autoLendView(row ?? noAutoLend(playerId), lender, clock.now()),
    lines: lines.map(({ id, at, kind, loanId, amount, data }) => ({
      id,
      at,
      kind: kind as AutoLendView['lines'][number]['kind'],
      loanId,
      name: loanId === null ? null : (names.get(loanId) ?? null),
      amount,
      data: JSON.parse(data) as Record<string, string | number>,
    })),
  };
}

/** What came back since the last lend, and one open loan that a share fits: graded A or B, the one that ends soonest. */
async function againOf(
  { reader, rules, clock, cards }: ReportParts,
  player: PlayerRow,
  sinceLend: ReadonlyMap<string, number>,
  pairs: readonly Pair[],
): Promise<PortfolioReport['again']> {
  const [open, [wallet]] = await Promise.all([
    reader.loansOfVillage(player.villageId, ['fundraising']),
    reader.rows('account', [walletOf(player.id)]),
  ]);
  const held = new Map(pairs.map(({ row }) => [row.loanId, row.amount]));
  const fits = (loan: LoanRow): boolean =>
    lendLimits({
      amount: loan.amount,
      raised: loan.raised,
      open: true,
      windowOver: clock.simNow() >= loan.windowEndsAt,
      playerHolds: held.get(loan.id) ?? 0,
      wallet: wallet === undefined ? 0 : wallet.credits - wallet.debits,
      starter: false,
      economy: rules.content.economy.lending,
    }).ok;
  const candidates = open
    .filter((loan) => loan.starter === 0 && (loan.grade === 'A' || loan.grade === 'B') && fits(loan))
    .sort((a, b) => a.windowEndsAt - b.windowEndsAt || (a.id < b.id ? -1 : 1));
  const [best] = candidates;
  const suggestion: LoanCard | null = best === undefined ? null : cards.card(best, held.get(best.id) ?? 0);
  const names = new Map(pairs.map(({ loan }) => [loan.id, loan.shortName]));
  const from = [...sinceLend].map(([loanId, amount]) => ({ loanId, name: names.get(loanId) ?? '', amount }));
  return {
    back: from.reduce((sum, { amount }) => sum + amount, 0),
    from: from.sort((a, b) => b.amount - a.amount || (a.loanId < b.loanId ? -1 : 1)),
    suggestion,
  };
}

const keepsakesOf = (pairs: readonly Pair[], rules: Rules): PortfolioReport['keepsakes'] =>
  pairs.flatMap(({ loan }) => {
    if (loan.state !== 'defaulted' && loan.state !== 'ended_with_loss') return [];
    const sector = rules.entrepreneurs.get(loan.entrepreneur)?.sector ?? 'services';
    return [{ id: KEEPSAKES[sector], sector, loanId: loan.id, name: loan.shortName, at: loan.closedAt ?? 0 }];
  });
