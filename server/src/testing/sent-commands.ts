import type { CommandPayload, CommandType } from '@bloomvale/shared/protocol/commands';
import { commandId, type TestGame } from './test-game.ts';

type Sent = { readonly player: string; readonly type: CommandType; readonly payload: object; readonly reply: string };

/** Without the server's clock, which is fresh in every answer. */
const timeless = (reply: object): string => JSON.stringify({ ...reply, now: 0 });

/** Commands sent to a game under ids of their own, to be sent again: whoever repeats one is told the same. */
export class SentCommands {
  readonly #world: TestGame;
  readonly #sent: Sent[] = [];

  constructor(world: TestGame) {
    this.#world = world;
  }

  async send<T extends CommandType>(
    player: string,
    type: T,
    payload: Omit<CommandPayload<T>, 'commandId'>,
  ): Promise<void> {
    const whole = { ...payload, commandId: commandId() };
    const reply = await this.#world.run(player, type, whole as never);
    this.#sent.push({ player, type, payload: whole, reply: timeless(reply) });
  }

  /** Sends one of them again. @returns what was answered first and again, or null when none was sent yet. */
  async resend(index: number): Promise<{ readonly first: string; readonly again: string } | null> {
    const old = this.#sent[index % Math.max(1, this.#sent.length)];
    if (old === undefined) return null;
    const reply = await this.#world.run(old.player, old.type, old.payload as never);
    return { first: old.reply, again: timeless(reply) };
  }
}
