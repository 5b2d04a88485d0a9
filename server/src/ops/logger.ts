import pino, { type DestinationStream, type Logger } from 'pino';
import type { Config } from '../config/env.ts';
import type { FaultLog } from './fault-log.ts';

export type { Logger } from 'pino';

/** Fields that must never reach a log, wherever a caller may put them (product.md 8). */
const REDACTED = [
  'email',
  'password',
  'cookie',
  'token',
  'address',
  'ip',
  '*.email',
  '*.password',
  '*.cookie',
  '*.token',
  '*.address',
  '*.ip',
];

/** Of pino's levels. */
const ERROR = 50;

/**
 * The one logger: a JSON line each on stderr, so that stdout stays for answers. Ids, never names or addresses; the address of a
 * client may stand in a line of level debug, under the key `from`, and in none above.
 */
export const createLogger = (
  level: Config['logLevel'],
  faults?: FaultLog,
  stream: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger =>
  pino(
    {
      level,
      base: null,
      redact: { paths: REDACTED, censor: '[personal]' },
      hooks: {
        logMethod(args, method, lineLevel) {
          if (lineLevel >= ERROR) noteFault(faults, args);
          method.apply(this, args);
        },
      },
    },
    stream,
  );

function noteFault(faults: FaultLog | undefined, [fields, text]: readonly unknown[]): void {
  if (typeof fields === 'string') faults?.note({}, fields, Date.now());
  else faults?.note(fields, typeof text === 'string' ? text : '', Date.now());
}

/**
 * The same for Colyseus (`defineServer({logger})`): it passes sentences, not fields, and what it calls `info` is of no use to an
 * operator.
 */
export function colyseusLog(logger: Logger) {
  const at =
    (level: 'debug' | 'warn' | 'error') =>
    (...parts: unknown[]) =>
      logger[level]({ by: 'colyseus' }, parts.map(String).join(' '));
  return { debug: at('debug'), info: at('debug'), trace: at('debug'), warn: at('warn'), error: at('error') };
}
