import type { Application, Request, RequestHandler } from 'express';
import type { Accounts } from '../accounts/accounts.ts';
import { sendRefusal } from './http-refusal.ts';

/**
 * The routes of better-auth and of our plugins that are open. The others (changing names, pictures and addresses, OAuth, e-mail links)
 * have no use here, and what is closed cannot be abused.
 */
const OPEN: Readonly<Record<string, 'GET' | 'POST'>> = {
  '/sign-in/anonymous': 'POST',
  '/sign-in/email': 'POST',
  '/sign-up/email': 'POST',
  '/sign-out': 'POST',
  '/get-session': 'GET',
  '/list-sessions': 'GET',
  '/revoke-session': 'POST',
  '/revoke-other-sessions': 'POST',
  '/change-password': 'POST',
  '/transfer-code/create': 'POST',
  '/transfer-code/redeem': 'POST',
  '/recovery-codes/create': 'POST',
  '/recovery-codes/redeem': 'POST',
};
const PREFIX = '/api/auth';

export function mountAuth(app: Application, accounts: Accounts): void {
  // Before any body parser: better-auth reads the body itself.
  const handle: RequestHandler = async (request: Request, response) => {
    const path = request.path.slice(PREFIX.length);
    if (!Object.hasOwn(OPEN, path)) return sendRefusal(response, 404, 'NOT_FOUND');
    if (OPEN[path] !== request.method) return sendRefusal(response, 405, 'BAD_METHOD');
    // better-auth wants an Origin beside a cookie. The front door has judged it; who sends none is not a browser.
    request.headers.origin ??= `http://${request.headers.host}`;
    await accounts.handler(request, response);
  };
  app.all(`${PREFIX}/*splat`, handle);
}
