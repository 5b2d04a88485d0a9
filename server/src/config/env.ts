import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COMMANDS_PER_SECOND, FLOOD_PER_SECOND } from '@bloomvale/shared/protocol/limits';
import { z } from 'zod';
import { EXIT, StartupFault } from './exit-codes.ts';

/** The root of the repository: relative paths of the configuration start here, wherever the process was started. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const METRICS_ACCESS = ['token', 'loopback', 'off'] as const;

const whole = (least: number, most: number, fallback: number) =>
  z
    .string()
    .regex(/^\d{1,12}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most))
    .catch((context) => refuse(context.value, `a whole number from ${least} to ${most}`))
    .default(fallback);

const origin = z.string().transform((text, context) => {
  const url = URL.parse(text);
  const plain =
    url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === '';
  if (plain) return url.origin;
  context.addIssue('not an origin');
  return z.NEVER;
});

/** Thrown inside the schema and turned into a sentence that names the variable. */
class Expected extends Error {}
function refuse(value: unknown, expected: string): never {
  throw new Expected(`must be ${expected}, but is ${JSON.stringify(value)}`);
}

const Variables = {
  /** One port for pages, API and rooms; 0 picks a free one. */
  PORT: whole(0, 65_535, 2567),
  /** Address to listen on; all interfaces when left out. */
  HOST: z.string().max(255).optional(),
  DATA_DIR: z.string().default('data'),
  /** Real seconds of one simulated month, for the first clock segment of a new data folder. */
  MONTH_SECONDS: whole(10, 31_536_000, 14_400),
  /** Divides growth and customer times; for tests and demonstrations. */
  TIME_SCALE: z
    .string()
    .regex(/^\d{1,6}(\.\d{1,6})?$/)
    .transform(Number)
    .pipe(z.number().min(0.01).max(10_000))
    .catch((context) => refuse(context.value, 'a number from 0.01 to 10000'))
    .default(1),
  LOG_LEVEL: z
    .enum(LOG_LEVELS)
    .catch((context) => refuse(context.value, `one of ${LOG_LEVELS.join(', ')}`))
    .default('info'),
  /** What players type. Its origin alone may then use the API and the rooms; https also makes cookies Secure. */
  PUBLIC_URL: origin
    .catch((context) => refuse(context.value, 'an origin such as https://bloomvale.example'))
    .optional(),
  /** Proxies in front that append to X-Forwarded-For; 0 takes the address of the socket. */
  TRUST_PROXY: whole(0, 5, 0),
  /** New guests an address may make in an hour: a school class behind one address fits. */
  GUESTS_PER_HOUR: whole(1, 1_000_000, 60),
  /** Requests an address may make to /api/auth in a minute. */
  AUTH_PER_MINUTE: whole(1, 1_000_000, 60),
  /** Requests an address may make to the rest of the API and to matchmaking in a minute. */
  API_PER_MINUTE: whole(1, 10_000_000, 1_200),
  /** Requests an address may make in a minute by which somebody could guess an operator's password, code or link. */
  OPERATOR_SIGN_INS_PER_MINUTE: whole(1, 1_000_000, 20),
  /** Commands of one player a second, sustained; the burst grows with it. Raised by load tests only. */
  COMMANDS_PER_SECOND: whole(1, 1_000_000, COMMANDS_PER_SECOND),
  /** Messages a second beyond which a socket is closed. Raised by load tests only. */
  FLOOD_PER_SECOND: whole(1, 1_000_000, FLOOD_PER_SECOND),
  /** Who may read /metrics: whoever has a token of scope `live`, besides them this machine, or nobody. */
  METRICS: z
    .enum(METRICS_ACCESS)
    .catch((context) => refuse(context.value, `one of ${METRICS_ACCESS.join(', ')}`))
    .default('token'),
  /** Below this age e-mail stays off. */
  MIN_AGE: whole(0, 99, 15),
} as const;

export type Config = {
  readonly port: number;
  readonly host: string | undefined;
  /** Absolute. */
  readonly dataDir: string;
  readonly monthSeconds: number;
  readonly timeScale: number;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly publicUrl: string | undefined;
  readonly trustProxy: number;
  readonly guestsPerHour: number;
  readonly authPerMinute: number;
  readonly apiPerMinute: number;
  readonly operatorSignInsPerMinute: number;
  readonly commandsPerSecond: number;
  readonly floodPerSecond: number;
  readonly metrics: (typeof METRICS_ACCESS)[number];
  readonly minAge: number;
  /** The built client; absolute. */
  readonly clientDir: string;
};

function value<T extends z.ZodType>(
  name: string,
  schema: T,
  source: Readonly<Record<string, string | undefined>>,
): z.output<T> {
  // An empty variable is one that somebody meant to leave out.
  const text = source[name]?.trim() || undefined;
  try {
    return schema.parse(text);
  } catch (cause) {
    const why = cause instanceof Expected ? cause.message : `is not usable: ${JSON.stringify(text)}`;
    throw new StartupFault(EXIT.CONFIGURATION, `${name} ${why}.`, { cause });
  }
}

/**
 * The configuration, from the environment alone. The only place that reads it.
 * @throws StartupFault naming the variable, what it must be and what it is.
 */
export function readConfig(source: Readonly<Record<string, string | undefined>> = process.env): Config {
  const read = <N extends keyof typeof Variables>(name: N) =>
    value(name, Variables[name], source) as z.output<(typeof Variables)[N]>;
  return {
    port: read('PORT'),
    host: read('HOST'),
    dataDir: resolve(ROOT, read('DATA_DIR')),
    monthSeconds: read('MONTH_SECONDS'),
    timeScale: read('TIME_SCALE'),
    logLevel: read('LOG_LEVEL'),
    publicUrl: read('PUBLIC_URL'),
    trustProxy: read('TRUST_PROXY'),
    guestsPerHour: read('GUESTS_PER_HOUR'),
    authPerMinute: read('AUTH_PER_MINUTE'),
    apiPerMinute: read('API_PER_MINUTE'),
    operatorSignInsPerMinute: read('OPERATOR_SIGN_INS_PER_MINUTE'),
    commandsPerSecond: read('COMMANDS_PER_SECOND'),
    floodPerSecond: read('FLOOD_PER_SECOND'),
    metrics: read('METRICS'),
    minAge: read('MIN_AGE'),
    clientDir: resolve(ROOT, 'client/dist'),
  };
}
