import type { RoomMessages } from '@bloomvale/shared/protocol/rooms';
import type { Hall, LoanCard, Portfolio, Statement } from '@bloomvale/shared/protocol/views';
import { lendingStore, type WholeLoan } from '../store/lending.ts';
import { playerStore } from '../store/player.ts';
import { requestJson } from './http.ts';

/** A loan that was just funded stays in the list for so long, so that one sees what became of it. */
const FAREWELL_MS = 4_000;
/** Several listings at once are one reload; sooner right after another catalogue went live, when many are listed anew. */
const LISTED_MS = 1_500;
const LISTED_ANEW_MS = 300;
const ANEW_FOR_MS = 10_000;

/** Loads what the Lending Hall shows and keeps it true by the room's messages. Disposed with the session. */
export class LendingData {
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  #reload: ReturnType<typeof setTimeout> | undefined;
  /** The page that was asked for last: a slower answer to an earlier one is dropped. */
  #wanted = '';
  /** When another catalogue went live last. */
  #anewAt = Number.NEGATIVE_INFINITY;

  dispose(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    clearTimeout(this.#reload);
  }

  async hall(): Promise<void> {
    const { hall } = lendingStore.getState();
    // A list that is on screen stays there while a newer one is fetched.
    if (hall.status !== 'ready') lendingStore.setState({ hall: { ...hall, status: 'loading' } });
    const answer = await requestJson<Hall>('/api/hall');
    if (!answer.ok) {
      if (hall.status !== 'ready') lendingStore.setState({ hall: { ...hall, status: 'error' } });
      return;
    }
    const { loans, village, wallet } = answer.value;
    lendingStore.setState({
      hall: {
        status: 'ready',
        village,
        loans: Object.fromEntries(loans.map((loan) => [loan.id, loan])),
        order: loans.map((loan) => loan.id),
      },
    });
    playerStore.setState({ wallet });
  }

  async loan(loanId: string): Promise<void> {
    this.#wanted = loanId;
    const { page } = lendingStore.getState();
    const shown = page.loan?.id === loanId;
    if (!shown) lendingStore.setState({ page: { status: 'loading', loan: null } });
    const answer = await requestJson<WholeLoan>(`/api/loans/${encodeURIComponent(loanId)}`);
    if (this.#wanted !== loanId) return;
    if (answer.ok) lendingStore.setState({ page: { status: 'ready', loan: answer.value } });
    else if (!shown) lendingStore.setState({ page: { status: 'error', loan: null } });
  }

  async portfolio(): Promise<void> {
    const { portfolio } = lendingStore.getState();
    if (portfolio.value === null) lendingStore.setState({ portfolio: { status: 'loading', value: null } });
    const answer = await requestJson<Portfolio>('/api/portfolio');
    if (answer.ok) lendingStore.setState({ portfolio: { status: 'ready', value: answer.value } });
    else if (portfolio.value === null) lendingStore.setState({ portfolio: { status: 'error', value: null } });
  }

  async statement(which: 'first' | 'more'): Promise<void> {
    const { statement } = lendingStore.getState();
    if (which === 'more' && (statement.before === null || statement.status === 'loading')) return;
    lendingStore.setState({ statement: { ...statement, status: 'loading' } });
    const query = which === 'more' ? `?before=${statement.before}` : '';
    const answer = await requestJson<Statement>(`/api/statement${query}`);
    if (!answer.ok) {
      lendingStore.setState({ statement: { ...lendingStore.getState().statement, status: 'error' } });
      return;
    }
    const { lines, before, wallet } = answer.value;
    const kept = which === 'more' ? statement.lines : [];
    lendingStore.setState({ statement: { status: 'ready', lines: [...kept, ...lines], before } });
    playerStore.setState({ wallet });
  }

  /** Reads again whatever was loaded before: after a return, messages may have been missed. */
  async refresh(): Promise<void> {
    const { hall, portfolio, page, statement } = lendingStore.getState();
    await Promise.all([
      hall.status === 'ready' ? this.hall() : undefined,
      portfolio.value === null ? undefined : this.portfolio(),
      page.loan === null ? undefined : this.loan(page.loan.id),
      statement.lines.length === 0 ? undefined : this.statement('first'),
    ]);
  }

  /** A loan of the village changed: its bar moves wherever it is shown. */
  changed(message: RoomMessages['loan.changed']): void {
    const { listed, id, ...figures } = message;
    this.#patch(id, { ...figures, listed });
    const { hall } = lendingStore.getState();
    if (listed || hall.loans[id] === undefined) return;
    this.#after(FAREWELL_MS, () => {
      const now = lendingStore.getState().hall;
      lendingStore.setState({ hall: { ...now, order: now.order.filter((other) => other !== id) } });
    });
  }

  /** Another catalogue is in force: names, words and terms in what was loaded may be others. */
  contentChanged(): void {
    this.#anewAt = performance.now();
    lendingStore.setState({ moved: lendingStore.getState().moved + 1 });
    void this.refresh();
  }

  listed(): void {
    if (lendingStore.getState().hall.status !== 'ready') return;
    clearTimeout(this.#reload);
    const wait = performance.now() - this.#anewAt < ANEW_FOR_MS ? LISTED_ANEW_MS : LISTED_MS;
    this.#reload = setTimeout(() => void this.hall(), wait);
  }

  /** Money came back or went: figures of the player are read again where they are on screen. */
  moneyMoved(loanId: string): void {
    const { portfolio, page, statement, moved } = lendingStore.getState();
    lendingStore.setState({ moved: moved + 1 });
    if (portfolio.value !== null) void this.portfolio();
    if (page.loan?.id === loanId) void this.loan(loanId);
    if (statement.lines.length > 0) void this.statement('first');
  }

  /** Whose loan it is; empty when it was never shown here. */
  entrepreneurOf(loanId: string): string {
    const { hall, page } = lendingStore.getState();
    return hall.loans[loanId]?.entrepreneur ?? (page.loan?.id === loanId ? page.loan.entrepreneur : '');
  }

  /** A lend was taken back: what is left of it, minor units. */
  takenBack(loanId: string, raised: number, left: number): void {
    this.#patch(loanId, { raised, mine: left });
    lendingStore.setState({ takeBack: null });
    this.moneyMoved(loanId);
  }

  /** Whether a loan is followed, before its page is read again. */
  followed(loanId: string, following: boolean): void {
    const { page } = lendingStore.getState();
    if (page.loan?.id !== loanId) return;
    const followers = Math.max(0, (page.loan.followers ?? 0) + (following ? 1 : -1));
    lendingStore.setState({ page: { ...page, loan: { ...page.loan, following, followers } } });
  }

  /** What the player's own lend changed, before the room says so. */
  lent(loanId: string, raised: number, added: number): void {
    const { hall, page } = lendingStore.getState();
    const mine = (hall.loans[loanId]?.mine ?? page.loan?.mine ?? 0) + added;
    this.#patch(loanId, { raised, mine });
    this.moneyMoved(loanId);
  }

  #patch(id: string, change: Partial<LoanCard>): void {
    const { hall, page } = lendingStore.getState();
    const card = hall.loans[id];
    if (card !== undefined) {
      lendingStore.setState({ hall: { ...hall, loans: { ...hall.loans, [id]: { ...card, ...change } } } });
    }
    if (page.loan?.id === id) lendingStore.setState({ page: { ...page, loan: { ...page.loan, ...change } } });
  }

  #after(ms: number, run: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      run();
    }, ms);
    this.#timers.add(timer);
  }
}
