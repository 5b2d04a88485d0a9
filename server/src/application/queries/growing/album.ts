import type { Entrepreneur } from '@bloomvale/shared/content/lending';
import type { Album, AlbumPerson } from '@bloomvale/shared/protocol/growing-views';
import type { PlayerState } from '../../contract.ts';
import { toldIn } from '../../lending/chapters.ts';
import type { Rules } from '../../rules.ts';
import type { LetterRow, ShopVisitRow } from '../../store/growing-rows.ts';
import type { ContributionRow, LoanRow } from '../../store/rows.ts';
import type { Reader } from '../../store/store.ts';

/** Letters and goods movements one album looks through: years of play. */
const LETTERS_MAX = 5_000;
const GOODS_MAX = 100_000;
/** Places from which a good comes into the store for the first time; `stall` only gives back. */
const SOURCES: readonly string[] = ['garden', 'kitchen', 'shop', 'gift'];

/** People and goods a player has met: whom they lent to or visited, what became of it, what was kept. */
export async function albumOf(reader: Reader, rules: Rules, state: PlayerState): Promise<Album> {
  const { playerId } = state;
  const [contributions, visits, letters, moves] = await Promise.all([
    reader.contributionsOfPlayer(playerId),
    reader.visitsOfPlayer(playerId),
    reader.lettersOfPlayer(playerId, null, LETTERS_MAX),
    reader.goodsOfPlayer(playerId, GOODS_MAX),
  ]);
  const lent = contributions.filter(({ amount }) => amount > 0);
  const ids = [...new Set([...lent, ...visits].map(({ loanId }) => loanId))];
  const loans = await reader.rows('loan', ids);
  const goods = new Map<string, number>();
  for (const { good, quantity, fromPlace } of moves) {
    if (SOURCES.includes(fromPlace)) goods.set(good, (goods.get(good) ?? 0) + quantity);
  }
  return {
    people: peopleOf(rules, loans, lent, visits, letters),
    peopleInAll: rules.content.entrepreneurs.length,
    goods: [...goods].map(([good, quantity]) => ({ good, quantity })),
    goodsInAll: rules.content.goods.length,
  };
}

function peopleOf(
  rules: Rules,
  loans: readonly LoanRow[],
  lent: readonly ContributionRow[],
  visits: readonly ShopVisitRow[],
  letters: readonly LetterRow[],
): AlbumPerson[] {
  const byPerson = new Map<string, LoanRow[]>();
  for (const loan of loans) byPerson.set(loan.entrepreneur, [...(byPerson.get(loan.entrepreneur) ?? []), loan]);
  const people = [...byPerson].flatMap(([entrepreneur, hers]) => {
    const person = rules.entrepreneurs.get(entrepreneur);
    if (person === undefined) return [];
    const ids = new Set(hers.map(({ id }) => id));
    const parts = lent.filter(({ loanId }) => ids.has(loanId));
    const came = visits.filter(({ loanId }) => ids.has(loanId));
    const chapters = hers
      .filter(({ id }) => parts.some(({ loanId }) => loanId === id))
      .sort((a, b) => a.openedAt - b.openedAt)
      .map((loan) => chapterOf(loan, person, parts, letters));
    const lost = hers.some((loan) => loan.state === 'defaulted' && parts.some(({ loanId }) => loanId === loan.id));
    return [
      {
        entrepreneur,
        name: person.name,
        shortName: person.shortName,
        look: person.look,
        sector: person.sector,
        town: person.town,
        country: person.country,
        activity: person.activity,
        metAt: Math.min(...parts.map(({ at }) => at), ...came.map(({ metAt }) => metAt)),
        visits: came.reduce((sum, one) => sum + one.visits, 0),
        chapters,
        keepsakes: lost ? [rules.content.growing.shops.keepsakes[person.sector]] : [],
      },
    ];
  });
  return people.sort((a, b) => a.metAt - b.metAt);
}

function chapterOf(
  loan: LoanRow,
  person: Entrepreneur,
  parts: readonly ContributionRow[],
  letters: readonly LetterRow[],
): AlbumPerson['chapters'][number] {
  const mine = letters.filter(({ loanId }) => loanId === loan.id);
  const { use, story } = toldIn(person, loan.chapter);
  return {
    loanId: loan.id,
    chapter: loan.chapter + 1,
    use,
    story,
    lent: parts.reduce((sum, row) => sum + (row.loanId === loan.id ? row.amount : 0), 0),
    outcome: outcomeOf(loan),
    letters: mine.length,
    unread: mine.filter(({ readAt }) => readAt === null).length,
  };
}

function outcomeOf({ state }: LoanRow): AlbumPerson['chapters'][number]['outcome'] {
  if (state === 'ended') return 'repaid';
  if (state === 'defaulted' || state === 'ended_with_loss') return 'lost';
  return state === 'expired' || state === 'cancelled' || state === 'refunded' ? 'refunded' : 'running';
}
