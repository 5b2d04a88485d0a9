import type { LetterKind } from '@bloomvale/shared/content/growing';
import type { Minor } from '@bloomvale/shared/money/coins';
import { ok } from '@bloomvale/shared/result';
import { mainCause } from '@bloomvale/shared/shops/late-cause';
import type { Handler } from '../../bus/handler.ts';
import type { View } from '../../bus/view.ts';
import type { Work } from '../../bus/work.ts';
import { inOrder } from '../../lending/loan-records.ts';
import type { LetterData } from '../../store/growing-rows.ts';
import type { ContributionRow, LoanEventRow, LoanRow, PlayerRow } from '../../store/rows.ts';

/** `meta` key of the journal number up to which letters have been written. */
export const LETTERS_UP_TO = 'lettersUpTo';

/** Events that somebody writes about. */
export const LETTER_EVENTS = [
  'disbursed',
  'paid',
  'paid_some',
  'caught_up',
  'missed',
  'ended',
  'ended_with_loss',
  'defaulted',
] as const;

export type Deliver = {
  readonly events: readonly LoanEventRow[];
  /** Everything up to here has been looked at. */
  readonly upTo: number;
  /** Of events that may be a loan's first repayment: what the ledger credited to each player, minor units. */
  readonly credited: Credited;
};

/** By number of the event and id of the player. */
export type Credited = ReadonlyMap<number, ReadonlyMap<string, Minor>>;

type Written = { readonly kind: LetterKind; readonly data: LetterData; readonly once: boolean };
type EventData = Readonly<Record<string, string | number>>;

/**
 * Writes the letters that committed events of loans ask for, one a lender, and moves the mark in the same commit: whatever a crash
 * interrupts is written once, and nothing twice. Lenders who have left get none.
 */
export const lettersDeliver: Handler<Deliver, { readonly written: number }> = {
  type: 'letters.deliver',
  staged: true,
  needs: ({ events }, view) => {
    const loans = [...new Set(events.map(({ loanId }) => loanId))];
    const lenders = loans.flatMap((loanId) => lendersIn(view.peekAll('contribution', loanId) ?? []));
    return {
      meta: [LETTERS_UP_TO],
      loan: loans,
      contribution: loans,
      player: lenders,
      inbox: lenders,
      letter: events.flatMap((event) => idsFor(event, view)),
    };
  },
  decide({ events, upTo, credited }, work) {
    const done = Number(work.get('meta', LETTERS_UP_TO)?.value ?? 0);
    if (upTo <= done) return ok({ written: 0 });
    let written = 0;
    for (const event of events)
      if (event.id > done) written += writeAll(work, event, credited.get(event.id) ?? NOTHING);
    work.put('meta', { key: LETTERS_UP_TO, value: String(upTo) });
    return ok({ written });
  },
};

const NOTHING: ReadonlyMap<string, Minor> = new Map();

export const lendersIn = (rows: readonly ContributionRow[]): string[] => [
  ...new Set(rows.flatMap((row) => (row.playerId !== null && row.amount > 0 ? [row.playerId] : []))),
];

const letterId = (event: LoanEventRow, { kind, once }: Omit<Written, 'data'>, publicId: string): string =>
  `${event.loanId}.${kind}${once ? '' : `-${event.id}`}.${publicId}`;

/** Letters that may exist already: the first repayment is told once, whichever payment brings it. */
function idsFor(event: LoanEventRow, view: View): string[] {
  const written = letterOf(event);
  if (written === null) return [];
  return lendersIn(view.peekAll('contribution', event.loanId) ?? []).flatMap((playerId) => {
    const player = view.peek('player', playerId);
    return player == null ? [] : [letterId(event, written, player.publicId)];
  });
}

/** Id of a player's letter if this event is their loan's first repayment; null when it is no repayment at all. */
export function firstRepaymentId(event: LoanEventRow, publicId: string): string | null {
  const written = letterOf(event);
  return written?.kind === 'first_repayment' ? letterId(event, written, publicId) : null;
}

function letterOf(event: LoanEventRow): Written | null {
  const data = JSON.parse(event.data) as EventData;
  switch (event.kind) {
    case 'disbursed':
      return { kind: 'disbursed', data: {}, once: true };
    case 'paid':
    case 'paid_some':
      return Number(data.repaid ?? 0) > 0 ? { kind: 'first_repayment', data: {}, once: true } : null;
    case 'missed':
      return { kind: 'late', data: { cause: mainCause(data) }, once: false };
    case 'caught_up':
      return { kind: 'caught_up', data: {}, once: false };
    case 'ended':
      return { kind: 'repaid', data: {}, once: true };
    case 'ended_with_loss':
      return { kind: 'currency_loss', data: {}, once: true };
    case 'defaulted':
      return { kind: 'farewell', data: {}, once: true };
    default:
      return null;
  }
}

function writeAll(work: Work, event: LoanEventRow, shares: ReadonlyMap<string, Minor>): number {
  const written = letterOf(event);
  const loan = work.get('loan', event.loanId);
  if (written === null || loan === null) return 0;
  const rows = inOrder(work.all('contribution', event.loanId)).filter(({ amount }) => amount > 0);
  let count = 0;
  for (const playerId of lendersIn(rows)) {
    const player = work.get('player', playerId);
    if (player === null || player.deletedAt !== null) continue;
    const amount = amountFor(written.kind, playerId, rows, shares);
    const data = amount === null ? written.data : { ...written.data, amount };
    if (write(work, event, { ...written, data }, player, loan)) count++;
  }
  return count;
}

function amountFor(
  kind: LetterKind,
  playerId: string,
  rows: readonly ContributionRow[],
  shares: ReadonlyMap<string, Minor>,
): Minor | null {
  if (kind === 'first_repayment') return shares.get(playerId) ?? 0;
  if (kind !== 'repaid' && kind !== 'currency_loss' && kind !== 'farewell') return null;
  return rows.reduce((sum, row) => sum + (row.playerId === playerId ? row.received : 0), 0);
}

function write(work: Work, event: LoanEventRow, written: Written, player: PlayerRow, loan: LoanRow): boolean {
  const id = letterId(event, written, player.publicId);
  if (work.get('letter', id) !== null) return false;
  const box = work.get('inbox', player.id) ?? { playerId: player.id, letters: 0, unread: 0 };
  work.put('letter', {
    id,
    playerId: player.id,
    loanId: loan.id,
    kind: written.kind,
    number: event.id,
    at: event.at,
    data: JSON.stringify(written.data),
    readAt: null,
  });
  work.put('inbox', { ...box, letters: box.letters + 1, unread: box.unread + 1 });
  work.emit({ kind: 'letter.arrived', playerId: player.id, id, letter: written.kind, name: loan.shortName });
  return true;
}
