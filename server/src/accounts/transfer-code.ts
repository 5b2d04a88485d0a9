import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint, getSessionFromCtx, sessionMiddleware } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';
import { hashCode, makeCode } from './human-code.ts';

/** Long enough to walk to the other device, short enough to be useless when found. */
export const TRANSFER_MINUTES = 10;
const identifier = (code: string, secret: string) => `transfer:${hashCode(code, secret)}`;

/**
 * Signs another device in to the same account with a code of eight characters: single use, ten minutes. The other device gets a session
 * of its own, which can be ended by itself. Redeeming is rate-limited by address (http/rate-limits).
 */
export const transferCode = (options: {
  readonly secret: string;
  /** Refuses to leave a guest's player behind unasked. @throws APIError */
  readonly mayLeave: (context: LeaveContext) => Promise<void>;
}) =>
  ({
    id: 'transfer-code',
    endpoints: {
      createTransferCode: createAuthEndpoint(
        '/transfer-code/create',
        { method: 'POST', use: [sessionMiddleware] },
        async (ctx) => {
          const code = makeCode(2);
          const expiresAt = new Date(Date.now() + TRANSFER_MINUTES * 60_000);
          await ctx.context.internalAdapter.createVerificationValue({
            identifier: identifier(code, options.secret),
            value: ctx.context.session.user.id,
            expiresAt,
          });
          return ctx.json({ code, expiresAt: expiresAt.getTime() });
        },
      ),
      redeemTransferCode: createAuthEndpoint(
        '/transfer-code/redeem',
        {
          method: 'POST',
          body: z.strictObject({ code: z.string().min(1).max(40), leaveGuest: z.boolean().optional() }),
        },
        async (ctx) => {
          const present = await getSessionFromCtx(ctx);
          await options.mayLeave({ session: present, leaveGuest: ctx.body.leaveGuest === true });
          const found = await ctx.context.internalAdapter.consumeVerificationValue(
            identifier(ctx.body.code, options.secret),
          );
          const user = found === null ? null : await ctx.context.internalAdapter.findUserById(found.value);
          if (user === null)
            throw new APIError('BAD_REQUEST', { code: 'CODE_INVALID', message: 'unknown or expired code' });
          const session = await ctx.context.internalAdapter.createSession(user.id);
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ ok: true });
        },
      ),
    },
  }) satisfies BetterAuthPlugin;

export type LeaveContext = {
  readonly session: { readonly user: Record<string, unknown> & { readonly id: string } } | null;
  readonly leaveGuest: boolean;
};
