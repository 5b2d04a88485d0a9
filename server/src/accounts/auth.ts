import { betterAuth } from 'better-auth';
import { createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import { anonymous } from 'better-auth/plugins';
import type { Logger } from '../ops/logger.ts';
import type { AccountsDatabase } from './accounts-database.ts';
import { reportAuth } from './auth-log.ts';
import { mayGiveEmail, mayLeave } from './guest-rules.ts';
import { takeOverPlayer } from './player-link.ts';
import { recoveryCodes } from './recovery-codes.ts';
import { transferCode } from './transfer-code.ts';

/** As long as an idle guest is kept (product.md 8): whoever comes back before finds everything. */
const SESSION_DAYS = 180;
const DAY = 86_400;
/** Where http/front-door puts the address it found: the one header a client cannot set. */
export const ADDRESS_HEADER = 'x-real-ip';

export type AuthOptions = {
  readonly database: AccountsDatabase;
  readonly secret: string;
  readonly baseUrl: string;
  readonly secureCookies: boolean;
  readonly originAllowed: (origin: string | null, host: string | null) => boolean;
  readonly perMinute: number;
  readonly logger: Logger;
  readonly sessionEnded: (sessionId: string) => void;
  readonly sessionMoved: (from: string, to: string) => void;
};

/** Reads one flag of a body that better-auth has not checked yet. */
const flag = (body: unknown, name: string): boolean =>
  typeof body === 'object' && body !== null && (body as Record<string, unknown>)[name] === true;

/**
 * better-auth, set up so that it keeps no address and no device name, sends nothing anywhere, and lets a guest become an account
 * without losing anything. Which of its routes are open to the world is decided in http/auth-routes.
 */
export function createAuth(options: AuthOptions) {
  const { database, logger } = options;
  return betterAuth({
    appName: 'Bloomvale',
    baseURL: options.baseUrl,
    basePath: '/api/auth',
    secret: options.secret,
    database: { db: database, type: 'sqlite', transaction: true },
    telemetry: { enabled: false },
    trustedOrigins: (request) => {
      const origin = request?.headers.get('origin') ?? null;
      return origin !== null && options.originAllowed(origin, request?.headers.get('host') ?? null) ? [origin] : [];
    },
    emailAndPassword: { enabled: true, minPasswordLength: 10, maxPasswordLength: 128 },
    session: { expiresIn: SESSION_DAYS * DAY, updateAge: DAY },
    rateLimit: {
      enabled: true,
      storage: 'memory',
      window: 60,
      max: options.perMinute,
      customRules: {
        // Guests have a limit of their own (http/rate-limits): a class behind one address starts within a minute.
        '/sign-in/anonymous': { window: 60, max: options.perMinute },
        // Guessing passwords or codes.
        '/sign-in/email': { window: 60, max: 10 },
        '/sign-up/email': { window: 60, max: 10 },
        '/change-password': { window: 60, max: 10 },
        '/transfer-code/redeem': { window: 60, max: 10 },
        '/recovery-codes/*': { window: 60, max: 10 },
      },
    },
    advanced: {
      cookiePrefix: 'bloomvale',
      useSecureCookies: options.secureCookies,
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { generateId: 'uuid' },
    },
    databaseHooks: {
      // No address and no device in the database (product.md 8); names live with the player, where they are filtered.
      session: {
        create: { before: async (session) => ({ data: { ...session, ipAddress: null, userAgent: null } }) },
        delete: { after: async (session) => options.sessionEnded(session.id) },
      },
      user: { create: { before: async (user) => ({ data: { ...user, name: 'player', image: null } }) } },
    },
    hooks: {
      before: createAuthMiddleware(async (ctx) => {
        if (ctx.path === '/sign-up/email') await mayGiveEmail(database, await getSessionFromCtx(ctx));
        if (ctx.path === '/sign-in/email') {
          await mayLeave(database, await getSessionFromCtx(ctx), flag(ctx.body, 'leaveGuest'));
        }
      }),
    },
    plugins: [
      anonymous({
        // We remove the guest's user ourselves, in the transaction that moves its player (`takeOverPlayer`).
        disableDeleteAnonymousUser: true,
        onLinkAccount: async ({ anonymousUser, newUser }) => {
          const guest = { userId: anonymousUser.user.id, sessionId: anonymousUser.session.id };
          if (await takeOverPlayer(database, guest, { userId: newUser.user.id })) {
            options.sessionMoved(guest.sessionId, newUser.session.id);
          }
        },
      }),
      transferCode({
        secret: options.secret,
        mayLeave: ({ session, leaveGuest }) => mayLeave(database, session, leaveGuest),
      }),
      recoveryCodes({ secret: options.secret, database }),
    ],
    // What is no refusal comes out of `handler`, so that the HTTP side answers and logs it like every other fault.
    onAPIError: { throw: true },
    // At any other level better-auth also prints every refusal by itself, and its `info` names e-mail addresses.
    logger: {
      level: 'info',
      disableColors: true,
      log: (level, message, ...rest) => reportAuth(logger, level, message, rest),
    },
  });
}
export type Auth = ReturnType<typeof createAuth>;
