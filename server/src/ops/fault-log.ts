/** One kind of fault of ours, as operators see it. */
export type Fault = {
  /** When it happened last, epoch ms. */
  readonly at: number;
  readonly room: string;
  /** The command, job or part it happened in. */
  readonly type: string;
  readonly message: string;
  readonly count: number;
};

/** Kinds of faults kept: a page of them; the one that is longest ago is dropped first. */
const KINDS_MAX = 20;
const MESSAGE_MAX = 160;
/** Text of others, addresses and ids: none of them helps to find a fault, and each may be somebody. */
const PERSONAL = [/"[^"]*"/g, /'[^']*'/g, /[^\s@]+@[^\s@]+/g, /\b(?=[\w-]*\d)[\w-]{8,}\b/g, /\b[\w-]{20,}\b/g];

/** The message without anything that could be somebody's, and of bounded length; the log beside it has the whole. */
export const withoutPersons = (message: string): string =>
  PERSONAL.reduce((text, pattern) => text.replace(pattern, '…'), message.slice(0, 2_000)).slice(0, MESSAGE_MAX);

/** The latest faults of ours, alike ones counted together. Fed by the logger, so that no part can forget to tell. */
export class FaultLog {
  readonly #kinds = new Map<string, Fault>();
  #count = 0;

  /** @param fields of a log line of level error or worse; only a room, what was done and the error's message are looked at. */
  note(fields: unknown, text: string, at: number): void {
    const { err, room, command, type, job } = (typeof fields === 'object' && fields !== null ? fields : {}) as Partial<
      Record<'err' | 'room' | 'command' | 'type' | 'job', unknown>
    >;
    const what = [command, type, job].find((one) => typeof one === 'string');
    const message = err instanceof Error ? `${text}: ${err.message}` : text;
    this.#count += 1;
    const fault = {
      at,
      room: typeof room === 'string' ? room.slice(0, 20) : '',
      type: typeof what === 'string' ? what.slice(0, 40) : '',
      message: withoutPersons(message),
    };
    const key = `${fault.room} ${fault.type} ${fault.message}`;
    const count = (this.#kinds.get(key)?.count ?? 0) + 1;
    this.#kinds.delete(key);
    this.#kinds.set(key, { ...fault, count });
    if (this.#kinds.size > KINDS_MAX) this.#kinds.delete(this.#kinds.keys().next().value as string);
  }

  /** Newest first. */
  latest(): readonly Fault[] {
    return [...this.#kinds.values()].reverse();
  }

  /** Since the start. */
  get count(): number {
    return this.#count;
  }
}
