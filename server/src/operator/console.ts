import type { ClockSegment } from '@bloomvale/shared/time/sim-clock';
import type { Operators } from '../accounts/operators/operators.ts';
import type { Game } from '../application/contract.ts';
import { LENDER_STYLES } from '../domain/preview/lender-styles.ts';
import { PREVIEW_DEFAULTS } from '../domain/preview/preview-settings.ts';
import type { Logger } from '../ops/logger.ts';
import { accountsHandlers } from './http/accounts-handlers.ts';
import { auditHandlers } from './http/audit-handlers.ts';
import { catalogueHandlers } from './http/catalogue-handlers.ts';
import { type ConsoleApi, consoleApi } from './http/console-api.ts';
import { exchangeHandlers } from './http/exchange-handlers.ts';
import { previewHandlers } from './http/preview-handlers.ts';
import { proposalHandlers } from './http/release-handlers.ts';
import { type LiveParts, liveHandlers } from './live/live-handlers.ts';
import { PreviewDesk } from './preview/preview-desk.ts';
import { previewSides } from './preview/preview-sides.ts';

export type ConsoleOptions = {
  readonly operators: Operators;
  readonly game: Game;
  readonly logger: Logger;
  /** What operators type; without it the host of each request. */
  readonly publicUrl: string | undefined;
  /** What the rooms and the log count, and what only the players' accounts know. */
  readonly live: Omit<LiveParts, 'game'>;
};

export type Console = {
  readonly api: ConsoleApi;
  /** Ends what runs for operators, their previews too. What is noted and not yet in the trail is there after the next start. */
  close(): Promise<void>;
};

/** Notes of the command line, and what could not be handed on, wait for this long at most. */
const HAND_ON_MS = 30_000;

/** Puts the operators' console together: every endpoint of its table has its handler here. */
export function openConsole({ operators, game, logger, publicUrl, live }: ConsoleOptions): Console {
  const handOn = (): void => {
    operators.notes
      .handOn(async (note) => (await game.console.note(note)).ok)
      .catch((fault: unknown) => logger.error({ err: fault }, 'what happened to accounts is not in the trail yet'));
  };
  const timer = setInterval(handOn, HAND_ON_MS).unref();
  const now = () => game.now();
  const previews = new PreviewDesk({
    sides: previewSides(game.catalogue),
    styles: async (flows) => (flows === 'live' ? game.console.flows() : LENDER_STYLES),
    rails: () => game.console.rails(),
    monthSeconds: () => monthSecondsAt(game.segments(), game.now()),
    now,
    logger,
  });
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
      ...previewHandlers(previews, game.console),
      ...liveHandlers({ game, ...live }),
      ...auditHandlers(game.console, now),
    },
  });
  return {
    api,
    async close() {
      clearInterval(timer);
      await previews.close();
    },
  };
}

/** The tempo in force, or the last one before the clock was stopped. */
function monthSecondsAt(segments: readonly ClockSegment[], now: number): number {
  const past = segments.filter(({ realFrom, monthSeconds }) => realFrom <= now && monthSeconds > 0);
  return past.at(-1)?.monthSeconds ?? PREVIEW_DEFAULTS.monthSeconds;
}
