import type { CommandType } from '@bloomvale/shared/protocol/commands';
import type { Reply } from '@bloomvale/shared/protocol/replies';

/** A durable command as it was sent, and the answer if one came. */
export type JournalEntry = {
  readonly playerId: string;
  readonly type: CommandType;
  readonly payload: Readonly<Record<string, unknown>> & { readonly commandId: string };
  readonly reply: Reply<unknown> | null;
};

/** What the bots were told is on disk. The crash test holds the server to it. */
export class Journal {
  readonly #entries: JournalEntry[] = [];

  note(entry: JournalEntry): void {
    this.#entries.push(entry);
  }

  /** Commands with a final answer, in the order in which the answers came. */
  answered(): readonly (JournalEntry & { readonly reply: Reply<unknown> })[] {
    return this.#entries.filter((entry) => entry.reply !== null) as never;
  }

  clear(): void {
    this.#entries.length = 0;
  }
}
