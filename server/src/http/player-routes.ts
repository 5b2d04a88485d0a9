import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { Accounts, Session } from '../accounts/accounts.ts';
import type { Game } from '../application/contract.ts';
import { growingRoutes } from './growing-routes.ts';
import { HttpRefusal } from './http-refusal.ts';
import { requestHeaders } from './request-headers.ts';

export type PlayerRouteOptions = {
  readonly accounts: Accounts;
  readonly game: Game;
};

/** Typed by the player who wants everything gone: a click alone must not be enough. */
export const DELETE_WORD = 'delete';

const Before = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)
  .optional();
const LoanId = z.string().regex(/^[a-z0-9-]{1,80}$/);
const AgeBody = z.strictObject({ age: z.int().min(0).max(130) });
const DeleteBody = z.strictObject({ confirm: z.string().max(40) });

const shaped = <T>(schema: z.ZodType<T>, value: unknown): T => {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new HttpRefusal(400, 'BAD_SHAPE');
  return parsed.data;
};

const known = <T>(value: T | null): T => {
  if (value === null) throw new HttpRefusal(404, 'UNKNOWN_PLAYER');
  return value;
};

/** What a player reads and does by HTTP: everything larger or rarer than what belongs into a room. Session by cookie. */
export function playerRoutes({ accounts, game }: PlayerRouteOptions): Router {
  const router = Router();
  /** A route for signed-in players: its answer is sent as JSON, its refusal is thrown. */
  const answer =
    (work: (session: Session, request: Request, response: Response) => Promise<unknown>) =>
    async (request: Request, response: Response) => {
      const session = await accounts.session(requestHeaders(request));
      if (session === null) throw new HttpRefusal(401, 'SIGN_IN');
      const body = await work(session, request, response);
      response.set('cache-control', 'no-store').json(body);
    };

  router.get(
    '/me',
    answer(async (session, request) => {
      const locale = request.acceptsLanguages('en', 'fr') === 'fr' ? 'fr' : 'en';
      await game.enter({ playerId: session.playerId, guest: session.guest, locale });
      const me = known(await game.me(session.playerId));
      const age = await accounts.ageAnswer(session.playerId);
      return { ...me, guest: session.guest, email: session.email, age };
    }),
  );
  router.get(
    '/hall',
    answer(async ({ playerId }) => known(await game.hall(playerId))),
  );
  router.get(
    '/loans/:id',
    answer(async ({ playerId }, request) => {
      const page = await game.loan(playerId, shaped(LoanId, request.params.id));
      if (page === null) throw new HttpRefusal(404, 'LEND_UNKNOWN');
      return page;
    }),
  );
  router.get(
    '/portfolio',
    answer(async ({ playerId }) => known(await game.portfolio(playerId))),
  );
  router.get(
    '/statement',
    answer(async ({ playerId }, request) => {
      const before = shaped(Before, request.query.before);
      return known(await game.statement(playerId, before ?? null));
    }),
  );
  growingRoutes(router, game, answer);
  router.get(
    '/welcome-back',
    answer(async ({ playerId }) => known(await game.welcomeBack(playerId))),
  );
  router.get(
    '/export',
    answer(async (session, _request, response) => {
      const day = new Date(game.now()).toISOString().slice(0, 10);
      response.attachment(`bloomvale-${day}.json`);
      return { account: await accounts.export(session), game: known(await game.export(session.playerId)) };
    }),
  );
  router.post(
    '/account/age',
    answer(async ({ playerId }, request) => {
      return accounts.answerAge(playerId, shaped(AgeBody, request.body).age);
    }),
  );
  router.post(
    '/account/delete',
    answer(async (session, request) => {
      if (shaped(DeleteBody, request.body).confirm !== DELETE_WORD) throw new HttpRefusal(400, 'CONFIRM_NEEDED');
      await closeAccount(accounts, game, session);
      return { ok: true };
    }),
  );
  return router;
}

/**
 * Erases the person: first noted, then the game's half, then the identity. A process that ends in between finishes it at its next start
 * (`finishClosings`); both halves do nothing when done already.
 */
async function closeAccount(accounts: Accounts, game: Game, who: { userId: string; playerId: string }): Promise<void> {
  await accounts.beginClosing(who);
  await game.deletePlayer(who.playerId);
  await accounts.erase(who);
}

export async function finishClosings(accounts: Accounts, game: Game): Promise<number> {
  const unfinished = await accounts.unfinishedClosings();
  for (const who of unfinished) await closeAccount(accounts, game, who);
  return unfinished.length;
}
