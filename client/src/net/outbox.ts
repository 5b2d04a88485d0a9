import type { CommandPayload, CommandType } from '@bloomvale/shared/protocol/commands';
import type { RejectCode } from '@bloomvale/shared/protocol/reject-codes';
import type { CommandReply, Reply } from '@bloomvale/shared/protocol/replies';
import type { Ask } from '../store/actions.ts';

/** A command that was asked for and is not answered yet. */
export type OutboxEntry = {
  readonly commandId: string;
  readonly type: CommandType;
  readonly payload: Record<string, unknown>;
  /** Epoch milliseconds by this device's clock. */
  readonly at: number;
};

export type OutboxStorage = {
  load(): readonly OutboxEntry[];
  save(entries: readonly OutboxEntry[]): void;
};

/** One attempt; rejects when the socket closed or nothing came back in time, so the outcome is unknown. */
export type SendCommand = (type: CommandType, payload: Record<string, unknown>) => Promise<Reply<unknown>>;

export type OutboxDeps = {
  readonly storage: OutboxStorage;
  readonly mintId: () => string;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** Told once for every command that got its final answer; not `awaited` when it was kept from an earlier visit. */
  readonly settled: (entry: OutboxEntry, reply: Reply<unknown>, awaited: boolean) => void;
  /** Told when commands are added or answered. */
  readonly changed: (entries: readonly OutboxEntry[]) => void;
  /** The socket looks open but has not answered twice: somebody should close it. */
  readonly suspect: () => void;
};

/** Kept commands older than a day are dropped: what a player asked for yesterday must not surprise them today. */
export const KEEP_MS = 24 * 3_600_000;
/** Enough for a garden worked offline; beyond it the client refuses, because the player should see that nothing gets through. */
export const MOST_KEPT = 64;
/** Answers that ask for patience, not for another decision: the same command is tried again. */
const PATIENCE: readonly RejectCode[] = ['SLOW_DOWN', 'BUSY', 'STORE_UNAVAILABLE'];
const MOST_PATIENCE = 6;
const FIRST_WAIT_MS = 400;
/** Unanswered attempts on an open socket before it is suspected to be dead. */
const SILENT_ATTEMPTS = 2;

/**
 * Sends durable commands one after another, in the order in which they were asked for: a harvest must not overtake the planting before it.
 * Each is kept before it is sent and sent again with the same id until it has an answer; the server gives a repeated id its first answer.
 */
export class Outbox {
  readonly #deps: OutboxDeps;
  #entries: OutboxEntry[];
  #waiting = new Map<string, (reply: Reply<unknown>) => void>();
  #send: SendCommand | null = null;
  #running = false;

  constructor(deps: OutboxDeps) {
    this.#deps = deps;
    const oldest = deps.now() - KEEP_MS;
    this.#entries = deps.storage.load().filter((entry) => entry.at >= oldest);
  }

  get size(): number {
    return this.#entries.length;
  }

  /** Resolves with the final answer; never rejects. With a full outbox the answer is BUSY and nothing was kept. */
  submit<T extends CommandType>(type: T, ask: Ask<T>): Promise<CommandReply<T>> {
    if (this.#entries.length >= MOST_KEPT) return Promise.resolve({ ok: false, code: 'BUSY' });
    const commandId = this.#deps.mintId();
    const payload: CommandPayload<CommandType> | Record<string, unknown> = { ...ask, commandId };
    this.#entries.push({ commandId, type, payload, at: this.#deps.now() });
    this.#persist();
    const answer = new Promise<Reply<unknown>>((resolve) => this.#waiting.set(commandId, resolve));
    void this.#run();
    return answer as Promise<CommandReply<T>>;
  }

  /** A room is there: what is kept goes out now. */
  connect(send: SendCommand): void {
    this.#send = send;
    void this.#run();
  }

  /** The room is gone or away: what comes is kept until `connect`. */
  disconnect(): void {
    this.#send = null;
  }

  /** Forgets everything: another player signs in, or the account is gone. Whoever still waits is told `SIGN_IN`. */
  clear(): void {
    this.#entries = [];
    this.#persist();
    for (const resolve of this.#waiting.values()) resolve({ ok: false, code: 'SIGN_IN' });
    this.#waiting.clear();
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      let entry = this.#entries[0];
      while (entry !== undefined && this.#send !== null) {
        const reply = await this.#attempt(entry);
        if (reply !== null) this.#finish(entry, reply);
        entry = this.#entries[0];
      }
    } finally {
      this.#running = false;
    }
  }

  /** Tries one command on the socket of this moment. @returns null when the socket went away before there was an answer. */
  async #attempt(entry: OutboxEntry): Promise<Reply<unknown> | null> {
    let silent = 0;
    let patience = 0;
    while (this.#send !== null) {
      const send = this.#send;
      const reply = await send(entry.type, entry.payload).catch(() => null);
      if (reply === null) {
        if (send !== this.#send) continue;
        silent++;
        if (silent < SILENT_ATTEMPTS) continue;
        this.disconnect();
        this.#deps.suspect();
        return null;
      }
      if (reply.ok) return reply;
      if (reply.code === 'STOPPING') {
        // The server is going down: the socket closes next, and the same command meets the new process.
        if (send === this.#send) this.disconnect();
        return null;
      }
      if (!PATIENCE.includes(reply.code) || ++patience > MOST_PATIENCE) return reply;
      await this.#deps.wait(FIRST_WAIT_MS * 2 ** (patience - 1));
    }
    return null;
  }

  #finish(entry: OutboxEntry, reply: Reply<unknown>): void {
    const index = this.#entries.findIndex((other) => other.commandId === entry.commandId);
    if (index < 0) return; // cleared meanwhile
    this.#entries.splice(index, 1);
    this.#persist();
    const waiting = this.#waiting.get(entry.commandId);
    this.#deps.settled(entry, reply, waiting !== undefined);
    waiting?.(reply);
    this.#waiting.delete(entry.commandId);
  }

  #persist(): void {
    const entries = [...this.#entries];
    this.#deps.storage.save(entries);
    this.#deps.changed(entries);
  }
}
