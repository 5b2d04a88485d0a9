import { EXIT, type ExitCode } from '../config/exit-codes.ts';
import type { Logger } from './logger.ts';

/** Time for commands under way to be answered, rooms to close and the store to be folded up. Service managers wait for ten seconds. */
export const STOP_MS = 8_000;
/** Ctrl-C reaches us from the terminal and again from the bootstrap that passes signals on: that is one wish, not two. */
const SAME_WISH_MS = 1_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Ends the process in order on the first signal, at once on the second. What was acknowledged is on disk in either case.
 * @param stop puts everything away; has `STOP_MS`.
 * @returns a way to stop for another reason, with an exit code of one's own.
 */
export function stopOnSignals(logger: Logger, stop: () => Promise<void>): (exitCode: ExitCode) => void {
  let stopping = false;
  let since = 0;
  const end = (exitCode: ExitCode) => {
    if (stopping) return;
    stopping = true;
    since = performance.now();
    setTimeout(() => {
      logger.error({}, 'the stop took too long and was cut short');
      process.exit(EXIT.FAULT);
    }, STOP_MS).unref();
    stop().then(
      () => process.exit(exitCode),
      (cause: unknown) => {
        logger.error({ err: cause }, 'the stop failed');
        process.exit(EXIT.FAULT);
      },
    );
  };
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (stopping && performance.now() - since > SAME_WISH_MS) process.exit(EXIT.FAULT);
      logger.info({ signal }, 'stopping');
      end(EXIT.OK);
    });
  }
  return end;
}

/**
 * A rejected promise that nobody waits for costs one answer, not the process. An exception that reached the event loop leaves unknown
 * state behind: stop in order, and let whoever started us start us again.
 */
export function catchStrayFaults(logger: Logger, end: (exitCode: ExitCode) => void): void {
  process.on('unhandledRejection', (cause) => logger.error({ err: cause }, 'unhandled rejection'));
  process.on('uncaughtException', (cause) => {
    logger.fatal({ err: cause }, 'uncaught exception');
    end(EXIT.FAULT);
  });
}
