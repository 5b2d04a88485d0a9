import { instalmentStatus } from '@bloomvale/shared/lending/arrears';
import { outstanding } from '@bloomvale/shared/lending/loan-state';
import { instalmentDueAt, type LoanPlan } from '@bloomvale/shared/lending/loan-terms';
import type { ChainState } from '@bloomvale/shared/lending/repayment-model';
import type { LoanEventView, LoanPage, ScheduleRowView } from '@bloomvale/shared/protocol/views';
import { invariant } from '@bloomvale/shared/result';
import { toldIn } from '../lending/chapters.ts';
import { publicData } from '../lending/loan-changes.ts';
import { chainStateOf, inOrder, planOf, termsOf } from '../lending/loan-records.ts';
import type { Rules } from '../rules.ts';
import type { ContributionRow, LoanEventRow, LoanRow } from '../store/rows.ts';
import type { Reader } from '../store/store.ts';
import type { LoanCards } from './loan-cards.ts';

/** Everything about one loan, as one player sees it; null when there is no such loan. */
export async function loanPage(
  reader: Reader,
  rules: Rules,
  cards: LoanCards,
  playerId: string,
  loanId: string,
): Promise<LoanPage | null> {
  const [loan] = await reader.rows('loan', [loanId]);
  if (loan === undefined) return null;
  const [contributions, events] = await Promise.all([
    reader.rows('contribution', [loanId]),
    reader.loanEvents([loanId], 0),
  ]);
  const rows = inOrder(contributions);
  const mine = rows.find((row) => row.playerId === playerId);
  const person = rules.entrepreneurs.get(loan.entrepreneur);
  const partner = rules.partners.get(loan.partner);
  invariant(person !== undefined && partner !== undefined, `loan ${loanId} names nobody in the catalogue`);
  const told = toldIn(person, loan.chapter);
  return {
    ...cards.card(loan, mine?.amount ?? 0),
    story: told.story,
    letter: loan.disbursedAt === null ? null : told.letter,
    partnerAbout: partner.about,
    costUse: partner.costUse,
    currencyLoss: termsOf(loan).product.currencyLoss,
    schedule: scheduleView(cards, loan),
    events: events.map(eventView),
    lendersList: await lendersOf(reader, rows),
    daysPastDue: cards.daysPastDue(loan),
    outstanding: outstanding(loan),
    repaid: loan.repaid + loan.recovered,
    commitment: loan.commitment,
    myReceived: mine?.received ?? 0,
  };
}

const eventView = (row: LoanEventRow): LoanEventView => ({
  at: row.at,
  kind: row.kind,
  data: publicData(JSON.parse(row.data) as LoanEventView['data']),
});

/** Before disbursal what the schedule will be; afterwards the one in force, row by row with what became of it. */
export function scheduleView(cards: LoanCards, loan: LoanRow): ScheduleRowView[] {
  const plan = planOf(loan);
  const chain = chainStateOf(loan);
  if (plan === null || chain === null) {
    return cards.outlook(loan).schedule.rows.map((row) => ({
      n: row.n,
      dueAt: null,
      principal: row.principal,
      interest: row.interest,
      balance: row.balance,
      status: 'to_come',
      paid: 0,
    }));
  }
  let balance = plan.principalRows.reduce((sum, principal) => sum + principal, 0);
  return plan.principalRows.map((principal, i) => {
    balance -= principal;
    const status = statusOf(loan, plan, chain, i + 1);
    return {
      n: i + 1,
      dueAt: cards.realAt(instalmentDueAt(plan, i + 1)),
      principal,
      interest: plan.interestRows[i] ?? 0,
      balance,
      status,
      paid: status === 'repaid' ? principal : 0,
    };
  });
}

function statusOf(loan: LoanRow, plan: LoanPlan, chain: ChainState, n: number): ScheduleRowView['status'] {
  const status = instalmentStatus(plan, chain, n);
  if (status === 'repaid') return 'repaid';
  if (loan.state === 'defaulted') return 'lost';
  return status === 'late' ? 'late' : 'to_come';
}

/** Names of the lenders in the order in which they came; a player who left has an empty name. */
async function lendersOf(reader: Reader, rows: readonly ContributionRow[]): Promise<LoanPage['lendersList']> {
  // What was taken back leaves an empty line behind.
  const lent = rows.filter(({ amount }) => amount > 0);
  const ids = lent.flatMap(({ playerId }) => (playerId === null ? [] : [playerId]));
  const names = new Map((await reader.publicIds(ids)).map(({ id, name }) => [id, name]));
  return lent.map((row) => ({
    name: row.playerId === null ? '' : (names.get(row.playerId) ?? ''),
    amount: row.amount,
    kind: row.playerId !== null ? 'player' : row.source.startsWith('matcher:') ? 'matching' : 'pool',
  }));
}
