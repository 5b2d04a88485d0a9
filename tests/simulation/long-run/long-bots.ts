import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { Game } from '@bloomvale/server/application/contract';
import type { RejectCode } from '@bloomvale/shared/protocol/reject-codes';
import type { Reply } from '@bloomvale/shared/protocol/replies';
import type { LoanCard } from '@bloomvale/shared/protocol/views';
import type { Dice } from '../../bots/dice.ts';

/** A command as a client keeps it until it has an answer. */
type Lend = { readonly playerId: string; readonly commandId: string; readonly loanId: string; readonly amount: number };
/** A line of the journal: what was sent, or what was answered. */
type Line = { readonly sent: Lend } | { readonly answered: string; readonly ok: boolean; readonly code: string };

/** Answers that leave the outcome open: the same command is sent again. */
const OPEN_ANSWERS: readonly RejectCode[] = ['BUSY', 'STORE_UNAVAILABLE', 'STOPPING'];
/** Chances in a hundred: an answer that gets lost on the way, a command that comes twice. */
const LOST = 10;
const DOUBLED = 8;

/**
 * Players who lend, over a line that loses and doubles. What they send and what they were answered stands in a file that survives the
 * server's process, as browsers do; a reply is noted only once it has been received.
 */
export class LongBots {
  readonly #game: Game;
  readonly #file: string;
  readonly #dice: Dice;
  readonly #players: readonly string[];
  readonly #waiting = new Map<string, Lend>();
  #sent = 0;

  constructor(game: Game, file: string, dice: Dice, players: readonly string[]) {
    this.#game = game;
    this.#file = file;
    this.#dice = dice;
    this.#players = players;
    for (const line of readJournal(file)) {
      if ('sent' in line) {
        this.#sent++;
        this.#waiting.set(line.sent.commandId, line.sent);
      } else this.#waiting.delete(line.answered);
    }
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Sends again what has no answer, then lends a few times. `most` bounds the new ones. */
  async act(now: number, most: number): Promise<void> {
    await Promise.all([...this.#waiting.values()].map((lend) => this.#send(lend)));
    const [asker] = this.#players;
    const hall = await this.#game.hall(asker as string);
    const open = (hall?.loans ?? []).filter(({ state, raised, amount }) => state === 'fundraising' && raised < amount);
    const lends = Array.from({ length: open.length === 0 ? 0 : most }, () => this.#choose(now, open));
    for (const lend of lends) this.#waiting.set(lend.commandId, lend);
    this.#note(lends.map((lend) => ({ sent: lend })));
    await Promise.all(lends.map((lend) => this.#send(lend)));
  }

  #choose(now: number, open: readonly LoanCard[]): Lend {
    const loan = this.#dice.pick(open) as LoanCard;
    const playerId = this.#dice.pick(this.#players) as string;
    return { playerId, commandId: this.#mint(now), loanId: loan.id, amount: this.#amount(loan) };
  }

  async #send({ playerId, ...payload }: Lend): Promise<void> {
    const copies = this.#dice.upTo(100) < DOUBLED ? 2 : 1;
    const replies = await Promise.all(
      Array.from({ length: copies }, () => this.#game.run({ playerId }, 'loan.lend', payload)),
    );
    const [first, second] = replies.map((reply) => JSON.stringify({ ...reply, now: null }));
    if (second !== undefined && settled(replies[0]) && settled(replies[1]) && first !== second)
      throw new Error(`two answers to ${payload.commandId}: ${first} and ${second}`);
    const reply = replies[0] as Reply<unknown>;
    if (!settled(reply) || this.#dice.upTo(100) < LOST) return;
    this.#waiting.delete(payload.commandId);
    this.#note([{ answered: payload.commandId, ok: reply.ok, code: reply.ok ? '' : reply.code }]);
  }

  /** A share, several, or now and then far too much: that must be refused and change nothing. */
  #amount({ amount, raised }: LoanCard): number {
    const left = amount - raised;
    if (this.#dice.upTo(30) === 0) return amount * 2;
    return Math.min(left, 2_500 * (1 + this.#dice.upTo(8)));
  }

  #note(lines: readonly Line[]): void {
    if (lines.length > 0) appendFileSync(this.#file, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
  }

  /** Rising with every command of the run, also over restarts, as UUIDs v7 do. */
  #mint(now: number): string {
    const time = now.toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${(++this.#sent).toString(16).padStart(12, '0')}`;
  }
}

const settled = (reply: Reply<unknown> | undefined): boolean =>
  reply !== undefined && (reply.ok || !OPEN_ANSWERS.includes(reply.code));

/** What was sent and answered so far. A kill can cut the last line in two: then it was never written. */
export function readJournal(file: string): Line[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  lines.pop();
  return lines.map((line) => JSON.parse(line) as Line);
}
