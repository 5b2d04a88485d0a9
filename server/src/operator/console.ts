import type { Operators } from '../accounts/operators/operators.ts';
import type { Game } from '../application/contract.ts';
import type { Logger } from '../ops/logger.ts';
import { accountsHandlers } from './http/accounts-handlers.ts';
import { auditHandlers } from './http/audit-handlers.ts';
import { catalogueHandlers } from './http/catalogue-handlers.ts';
import { type ConsoleApi, consoleApi } from './http/console-api.ts';
import { exchangeHandlers } from './http/exchange-handlers.ts';
import { proposalHandlers } from './http/release-handlers.ts';

export type ConsoleOptions = {
  readonly operators: Operators;
  readonly game: Game;
  readonly logger: Logger;
  /** What operators type; without it the host of each request. */
  readonly publicUrl: string | undefined;
};

export type Console = {
  readonly api: ConsoleApi;
  /** Ends what runs for operators. What is noted and not yet in the trail is there after the next start. */
  close(): Promise<void>;
};

/** Notes of the command line, and what could not be handed on, wait for this long at most. */
const HAND_ON_MS = 30_000;

/** Puts the operators' console together: every endpoint of its table has its handler here. */
export function openConsole({ operators, game, logger, publicUrl }: ConsoleOptions): Console {
  const handOn = (): void => {
    operators.notes
      .handOn(async (note) => (await game.console.note(note)).ok)
      .catch((fault: unknown) => logger.error({ err: fault }, 'what happened to accounts is not in the trail yet'));
  };
  const timer = setInterval(handOn, HAND_ON_MS).unref();
  const now = () => game.now();
  const api = consoleApi({
    operators,
    logger,
    onAnswered: handOn,
    handlers: {
      ...accountsHandlers({
        operators,
        now,
        liveVersion: () => game.catalogue.live(),
        originOf: (headers) => publicUrl ?? `http://${headers.get('host') ?? 'localhost'}`,
      }),
      ...catalogueHandlers(game.catalogue),
      ...exchangeHandlers(game.catalogue, game.console),
      ...proposalHandlers(game),
      ...auditHandlers(game.console, now),
    },
  });
  return {
    api,
    async close() {
      clearInterval(timer);
    },
  };
}
