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
 * Only what a host refuses waits longer than what was asked for after it. Each is kept before it is sent and sent again with the same id until it has an answer; the server gives a repeated id its first answer.
 */
export class Outbox {
  readonly #deps: OutboxDeps;
  #entries: OutboxEntry[];
  #waiting = new Map<string, (reply: Reply<unknown>) => void>();
  #send: SendCommand | null = null;
  /** Whose homestead one is visiting; null in one's own and in the village, where everything may be done. */
  #host: string | null = null;
  /** Where each command of this visit was asked for. */
  readonly #askedAt = new Map<string, string | null>();
  /** Asked for elsewhere and not allowed here: they wait for a room in which they are. */
  readonly #held = new Set<string>();
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
    this.#askedAt.set(commandId, this.#host);
    this.#persist();
    const answer = new Promise<Reply<unknown>>((resolve) => this.#waiting.set(commandId, resolve));
    void this.#run();
    return answer as Promise<CommandReply<T>>;
  }

  /** A room is there: what is kept goes out now. `host` is whose homestead it is, null in one's own and in the village. */
  connect(send: SendCommand, host: string | null = null): void {
    this.#send = send;
    this.#host = host;
    this.#held.clear();
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
    this.#askedAt.clear();
    this.#held.clear();
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      let entry = this.#next();
      while (entry !== undefined && this.#send !== null) {
        const reply = await this.#attempt(entry);
        if (reply !== null) this.#finish(entry, reply);
        entry = this.#next();
      }
    } finally {
      this.#running = false;
    }
  }

  #next(): OutboxEntry | undefined {
    return this.#entries.find(({ commandId }) => !this.#held.has(commandId));
  }

  /**
   * Work in one's own garden that was not answered before one went visiting is refused by that homestead, and yet not lost: it waits until
   * one is home or in the village. What was asked for right here is refused for good.
   */
  #mayWait({ commandId }: OutboxEntry, code: RejectCode, host: string | null): boolean {
    return code === 'NOT_YOURS' && host !== null && this.#askedAt.get(commandId) !== host;
  }

  /** Tries one command on the socket of this moment. @returns null when there is no final answer: the socket went away, or it has to wait. */
  async #attempt(entry: OutboxEntry): Promise<Reply<unknown> | null> {
    let silent = 0;
    let patience = 0;
    while (this.#send !== null) {
      const send = this.#send;
      const host = this.#host;
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
      if (this.#mayWait(entry, reply.code, host)) {
        if (send !== this.#send) continue;
        this.#held.add(entry.commandId);
        return null;
      }
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
    try {
      this.#deps.settled(entry, reply, waiting !== undefined);
    } finally {
      // A fault in telling it must not leave whoever asked waiting for ever.
      waiting?.(reply);
      this.#waiting.delete(entry.commandId);
      this.#askedAt.delete(entry.commandId);
    }
  }

  #persist(): void {
    const entries = [...this.#entries];
    this.#deps.storage.save(entries);
    this.#deps.changed(entries);
  }
}
