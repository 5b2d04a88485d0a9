import { greetingText } from '@bloomvale/shared/letters/letter-text';
import { borders } from '@bloomvale/shared/pollination/neighbours';
import { strengthOf } from '@bloomvale/shared/pollination/pollination-of';
import type { ShopPage } from '@bloomvale/shared/protocol/growing-views';
import { type LateCause, mainCause } from '@bloomvale/shared/shops/late-cause';
import { boardOf } from '@bloomvale/shared/shops/shop-board';
import { opensAtSim, shopStateOf, tierOf } from '@bloomvale/shared/shops/shop-state';
import { realAt } from '@bloomvale/shared/time/sim-clock';
import { loansBeside, standingOf } from '../../commands/growing/shop-standing.ts';
import { lineKey, tradedToday } from '../../commands/growing/shop-trade.ts';
import { visitId } from '../../commands/growing/shop-visit.ts';
import type { PlayerState } from '../../contract.ts';
import type { GameClock } from '../../game-clock.ts';
import { lotsOf } from '../../lending/village-records.ts';
import type { Rules } from '../../rules.ts';
import type { LoanRow } from '../../store/rows.ts';
import type { Reader } from '../../store/store.ts';
import type { LoanCards } from '../loan-cards.ts';
import { shopLoan } from '../shops.ts';

/** The reason for the latest missed instalment; null when the loan never missed one. */
export async function latestCause(reader: Reader, loanId: string): Promise<LateCause | null> {
  const missed = (await reader.loanEvents([loanId], 0)).findLast(({ kind }) => kind === 'missed');
  return missed === undefined ? null : mainCause(JSON.parse(missed.data) as Record<string, string | number>);
}

/** Somebody's shop as one player finds it; null when there is no such loan, or none that ever had a shop. */
export async function shopPage(
  reader: Reader,
  rules: Rules,
  clock: GameClock,
  cards: LoanCards,
  state: PlayerState,
  loanId: string,
): Promise<ShopPage | null> {
  const [loan] = await reader.rows('loan', [loanId]);
  const person = loan === undefined ? undefined : rules.entrepreneurs.get(loan.entrepreneur);
  if (loan === undefined || person === undefined || loan.disbursedSim === null) return null;
  const [[village], contributions, [visit], cause] = await Promise.all([
    reader.rows('village', [loan.villageId]),
    reader.rows('contribution', [loanId]),
    reader.rows('shopVisit', [visitId(loanId, state.publicId)]),
    latestCause(reader, loanId),
  ]);
  if (village === undefined) return null;
  const beside = await reader.rows('loan', loansBeside(village, loanId, rules));
  const { growing } = rules.content;
  const sim = clock.simNow();
  const standing = standingOf(loan, village, new Map(beside.map((one) => [one.id, one])), sim, rules);
  const looks = shopStateOf(shopLoan(loan), sim, growing.shops);
  const tier = tierOf(loan.principal, growing.shops);
  const lent = contributions.reduce((sum, row) => sum + (row.playerId === state.playerId ? row.amount : 0), 0);
  const relation = relationOf(lent, standing?.spot ?? null, lotsOf(village), state.playerId, rules);
  const opens = opensAtSim(shopLoan(loan), growing.shops);
  const traded = tradedToday(visit ?? null, clock.now());
  const facts = { player: state.name, cause: looks === 'late' ? cause : null };
  const source = {
    loanId,
    sector: person.sector,
    state: looks ?? 'late',
    tier,
    relation: lent > 0 ? 'lender' : 'neighbour',
  } as const;
  return {
    loanId,
    spot: standing?.spot ?? null,
    entrepreneur: person.id,
    name: person.name,
    shortName: person.shortName,
    look: person.look,
    sector: person.sector,
    activity: person.activity,
    town: person.town,
    country: person.country,
    state: looks ?? 'gone',
    opensAt: opens === null ? null : realAt(clock.segments(), opens),
    tier,
    chapter: loan.chapter + 1,
    relation,
    lent,
    greeting: greetingText(growing, looks ?? 'open', lent > 0, facts),
    daysPastDue: cards.daysPastDue(loan),
    lateCause: looks === 'late' ? cause : null,
    deals:
      standing === null
        ? []
        : boardOf(person.sector, standing, rules.content).map((line) => ({
            ...line,
            left: Math.max(0, line.perDay - (traded[lineKey(line.deal, line.good)] ?? 0)),
          })),
    besides: (standing?.beside ?? []).map(({ loan: other, state: otherState }) => besideView(other, otherState, rules)),
    pollinates: {
      figure: growing.pollination.sectors[person.sector].figure,
      milli: looks === null ? 0 : strengthOf(source, growing.pollination, growing.shops.tierPercent),
    },
    visits: visit?.visits ?? 0,
  };
}

function besideView(loan: LoanRow, state: Parameters<typeof strengthOf>[0]['state'], rules: Rules) {
  const { square, statePercent } = rules.content.growing.pollination;
  return { loanId: loan.id, shortName: loan.shortName, milli: Math.floor((square.milli * statePercent[state]) / 100) };
}

function relationOf(
  lent: number,
  spot: number | null,
  lots: readonly (string | null)[],
  playerId: string,
  rules: Rules,
): ShopPage['relation'] {
  if (lent > 0) return 'lender';
  const lot = lots.indexOf(playerId);
  const { lotsPerSpot } = rules.content.growing.pollination;
  return spot !== null && lot >= 0 && borders(spot, lot, lots.length, lotsPerSpot) ? 'neighbour' : 'visitor';
}
