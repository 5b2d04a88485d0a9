import { letterText } from '@bloomvale/shared/letters/letter-text';
import type { Inbox, LetterView } from '@bloomvale/shared/protocol/growing-views';
import { INBOX_PAGE } from '@bloomvale/shared/protocol/limits';
import type { PlayerState } from '../../contract.ts';
import { toldIn } from '../../lending/chapters.ts';
import type { Rules } from '../../rules.ts';
import type { LetterCursor } from '../../store/growing-reader.ts';
import type { LetterData, LetterRow } from '../../store/growing-rows.ts';
import type { LoanRow } from '../../store/rows.ts';
import type { Reader } from '../../store/store.ts';

const cursorText = ({ number, id }: LetterCursor): string => `${number}_${id}`;

/** A cursor from a query string; null when it is none. */
export function cursorOf(text: string): LetterCursor | null {
  const match = /^(\d{1,15})_([A-Za-z0-9_.-]{1,140})$/.exec(text);
  return match === null ? null : { number: Number(match[1]), id: match[2] as string };
}

/** A page of a player's letters, newest first, each with its words in every language. */
export async function inboxOf(
  reader: Reader,
  rules: Rules,
  state: PlayerState,
  before: LetterCursor | null,
): Promise<Inbox> {
  const rows = await reader.lettersOfPlayer(state.playerId, before, INBOX_PAGE + 1);
  const page = rows.slice(0, INBOX_PAGE);
  const loans = new Map(
    (await reader.rows('loan', [...new Set(page.map(({ loanId }) => loanId))])).map((l) => [l.id, l]),
  );
  const last = page.at(-1);
  return {
    letters: page.flatMap((row) => letterView(row, loans.get(row.loanId), rules, state.name) ?? []),
    unread: state.unread,
    before: rows.length > INBOX_PAGE && last !== undefined ? cursorText(last) : null,
  };
}

/** Null when the person has left the catalogue: there is nobody to sign it. */
export function letterView(row: LetterRow, loan: LoanRow | undefined, rules: Rules, player: string): LetterView | null {
  const person = loan === undefined ? undefined : rules.entrepreneurs.get(loan.entrepreneur);
  if (loan === undefined || person === undefined) return null;
  const { growing } = rules.content;
  const data = JSON.parse(row.data) as LetterData;
  const keepsake = row.kind === 'farewell' ? growing.shops.keepsakes[person.sector] : null;
  return {
    id: row.id,
    kind: row.kind,
    at: row.at,
    read: row.readAt !== null,
    loanId: loan.id,
    entrepreneur: person.id,
    name: person.name,
    shortName: person.shortName,
    look: person.look,
    town: person.town,
    country: person.country,
    text: letterText(growing, row.kind, {
      player,
      letter: toldIn(person, loan.chapter).letter,
      ...(data.amount === undefined ? {} : { amount: data.amount }),
      ...(data.cause === undefined ? {} : { cause: data.cause }),
      ...(keepsake === null ? {} : { keepsake: keepsake.name }),
    }),
    keepsake,
  };
}
