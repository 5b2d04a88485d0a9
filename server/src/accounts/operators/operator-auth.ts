import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins';
import type { Logger } from '../../ops/logger.ts';
import type { AccountsDatabase } from '../accounts-database.ts';
import { reportAuth } from '../auth-log.ts';

/** A working day; whoever is away for longer signs in again. */
const SESSION_HOURS = 12;
const HOUR = 3_600;
/** Operators change what everybody plays on: a longer password than players need. */
export const OPERATOR_PASSWORD = { least: 12, most: 128 } as const;

export type OperatorAuthOptions = {
  readonly database: AccountsDatabase;
  readonly secret: string;
  readonly baseUrl: string;
  readonly secureCookies: boolean;
  readonly logger: Logger;
};

/**
 * better-auth once more, for operators: tables of their own, passwords with TOTP, no sign-up. Its HTTP routes are not mounted: `Operators`
 * calls it, so that only what the console needs is open to the world.
 */
export function createOperatorAuth({ database, logger, ...options }: OperatorAuthOptions) {
  return betterAuth({
    appName: 'Bloomvale console',
    baseURL: options.baseUrl,
    basePath: '/operator/api/auth',
    secret: options.secret,
    database: { db: database, type: 'sqlite', transaction: true },
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: OPERATOR_PASSWORD.least,
      maxPasswordLength: OPERATOR_PASSWORD.most,
    },
    user: {
      modelName: 'operator_user',
      additionalFields: { role: { type: 'string', required: true, input: false } },
    },
    session: { modelName: 'operator_session', expiresIn: SESSION_HOURS * HOUR, updateAge: HOUR },
    account: { modelName: 'operator_account' },
    verification: { modelName: 'operator_verification' },
    advanced: {
      cookiePrefix: 'bloomvale-operator',
      useSecureCookies: options.secureCookies,
      // The console is never opened by a link from elsewhere while signed in: nothing of it is sent across sites.
      defaultCookieAttributes: { sameSite: 'strict', path: '/operator' },
      database: { generateId: 'uuid' },
    },
    databaseHooks: {
      session: { create: { before: async (session) => ({ data: { ...session, ipAddress: null, userAgent: null } }) } },
    },
    plugins: [twoFactor({ issuer: 'Bloomvale', schema: { twoFactor: { modelName: 'operator_two_factor' } } })],
    onAPIError: { throw: true },
    logger: {
      level: 'info',
      disableColors: true,
      log: (level, message, ...rest) => reportAuth(logger, level, message, rest),
    },
  });
}
export type OperatorAuth = ReturnType<typeof createOperatorAuth>;
