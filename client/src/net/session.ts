import { COMMAND_ID_BYTES, commandId } from '@bloomvale/shared/protocol/command-id';
import type { CommandType } from '@bloomvale/shared/protocol/commands';
import type { CommandReply } from '@bloomvale/shared/protocol/replies';
import type { Me } from '@bloomvale/shared/protocol/views';
import { type Ask, actions, type Place } from '../store/actions.ts';
import { pendingStore } from '../store/pending.ts';
import { NOBODY, playerStore } from '../store/player.ts';
import { reportStore } from '../store/report.ts';
import { NO_ROOM, roomStore } from '../store/room.ts';
import { Connection } from './connection.ts';
import { messageHandler } from './game-messages.ts';
import { LendingData } from './lending-data.ts';
import { Outbox } from './outbox.ts';
import { browserOutbox } from './outbox-storage.ts';
import type { Seat } from './seat.ts';
import { replySettler } from './settle-reply.ts';

/** Away for less, nothing is reported: a reload is not an absence (ui.md 7.7). Counted in the garden's time, which demos scale. */
const REPORT_AFTER_MS = 10 * 60_000;

/** One player playing: from the first room to sign-out. Owns the connection, the outbox and what was loaded. */
export class Session {
  readonly connection: Connection;
  readonly lending = new LendingData();
  readonly #outbox: Outbox;
  #reported = false;

  readonly #timeScale: number;

  constructor(me: Me) {
    this.#timeScale = me.timeScale;
    this.#outbox = new Outbox({
      storage: browserOutbox(me.id),
      mintId: () => commandId(Date.now(), crypto.getRandomValues(new Uint8Array(COMMAND_ID_BYTES))),
      now: Date.now,
      wait: (ms) => new Promise((done) => setTimeout(done, ms)),
      settled: replySettler(this.lending),
      changed: (entries) =>
        pendingStore.setState({
          commands: entries.map(({ commandId, type, at }) => ({ commandId, type, since: at })),
        }),
      suspect: () => this.connection.suspect(),
    });
    this.connection = new Connection(me.id, {
      up: (send, fresh, host) => {
        this.#outbox.connect(send, host);
        if (fresh) void this.lending.refresh();
        if (!this.#reported) void this.#report();
      },
      down: () => this.#outbox.disconnect(),
      message: messageHandler(this.lending),
    });
  }

  enter(place: Place, seat: Seat | null = null): Promise<void> {
    return this.connection.enter(place, seat);
  }

  command<T extends CommandType>(type: T, ask: Ask<T>): Promise<CommandReply<T>> {
    return this.#outbox.submit(type, ask);
  }

  /** Ends playing here. `forget` also drops what was not answered: the account is gone or left. */
  async end(forget: boolean): Promise<void> {
    this.lending.dispose();
    await this.connection.stop();
    if (forget) this.#outbox.clear();
    roomStore.setState({ ...NO_ROOM, visit: roomStore.getState().visit });
    playerStore.setState({ ...NOBODY, phase: 'none' });
    reportStore.setState({ report: null });
  }

  /** Settles what happened while away, and tells it if one was away long enough. */
  async #report(): Promise<void> {
    this.#reported = true;
    const reply = await this.command('home.catch-up', { seen: false });
    if (!reply.ok) return;
    const { report } = reply.value;
    const tell = report.awayMs * this.#timeScale >= REPORT_AFTER_MS || report.gone !== undefined;
    if (tell) reportStore.setState({ report });
    else void actions().command('home.catch-up', { seen: true });
  }
}
