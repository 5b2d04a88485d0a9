import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint, sessionMiddleware } from 'better-auth/api';
import { z } from 'zod';
import type { AccountsDatabase } from './accounts-database.ts';
import { hashCode, makeCode } from './human-code.ts';

/** One use each; making new ones cancels the old. */
export const RECOVERY_CODES = 8;

/**
 * A way back for who forgot the password, without sending e-mail: codes of sixteen characters (80 bits), shown once, each setting a new
 * password once and ending all sessions.
 */
export const recoveryCodes = (options: { readonly secret: string; readonly database: AccountsDatabase }) =>
  ({
    id: 'recovery-codes',
    endpoints: {
      createRecoveryCodes: createAuthEndpoint(
        '/recovery-codes/create',
        {
          method: 'POST',
          use: [sessionMiddleware],
          body: z.strictObject({ password: z.string().min(1).max(128) }),
        },
        async (ctx) => {
          const { user } = ctx.context.session;
          const account = await ctx.context.internalAdapter.findCredentialAccount(user.id);
          const hash = account?.password;
          if (!hash || !(await ctx.context.password.verify({ hash, password: ctx.body.password }))) {
            throw new APIError('BAD_REQUEST', { code: 'INVALID_PASSWORD', message: 'wrong password' });
          }
          const codes = Array.from({ length: RECOVERY_CODES }, () => makeCode(4));
          await options.database.transaction().execute(async (tx) => {
            await tx.deleteFrom('recovery_code').where('user_id', '=', user.id).execute();
            const rows = codes.map((code) => ({ code_hash: hashCode(code, options.secret), user_id: user.id }));
            await tx.insertInto('recovery_code').values(rows).execute();
          });
          return ctx.json({ codes });
        },
      ),
      redeemRecoveryCode: createAuthEndpoint(
        '/recovery-codes/redeem',
        {
          method: 'POST',
          body: z.strictObject({ code: z.string().min(1).max(60), newPassword: z.string().min(10).max(128) }),
        },
        async (ctx) => {
          const password = await ctx.context.password.hash(ctx.body.newPassword);
          const used = await options.database
            .deleteFrom('recovery_code')
            .where('code_hash', '=', hashCode(ctx.body.code, options.secret))
            .returning('user_id')
            .executeTakeFirst();
          if (used === undefined) {
            throw new APIError('BAD_REQUEST', { code: 'CODE_INVALID', message: 'unknown or used code' });
          }
          await ctx.context.internalAdapter.updatePassword(used.user_id, password);
          await ctx.context.internalAdapter.deleteUserSessions(used.user_id);
          return ctx.json({ ok: true });
        },
      ),
    },
  }) satisfies BetterAuthPlugin;
