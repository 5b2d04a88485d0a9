import { SECTORS } from '@bloomvale/shared/content/lending';
import type { RejectCode } from '@bloomvale/shared/protocol/reject-codes';
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { Accounts, Session } from '../accounts/accounts.ts';
import type { Game } from '../application/contract.ts';
import { PORTFOLIO_STATES } from '../application/queries/lending/portfolio-csv.ts';
import { HttpRefusal } from './http-refusal.ts';
import { requestHeaders } from './request-headers.ts';

export type LendingRouteOptions = { readonly accounts: Accounts; readonly game: Game };

const LoanId = z.string().regex(/^[a-z0-9-]{1,80}$/);
const Country = z.string().regex(/^[a-z]{2}$/);
const Number15 = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
const Amount = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const CsvQuery = z.object({
  lang: z.enum(['en', 'fr']).default('en'),
  state: z.enum(PORTFOLIO_STATES).default('all'),
  sector: z.enum(SECTORS).optional(),
  country: Country.optional(),
  partner: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/)
    .optional(),
});

const shaped = <T>(schema: z.ZodType<T>, value: unknown): T => {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new HttpRefusal(400, 'BAD_SHAPE');
  return parsed.data;
};

const known = <T>(value: T | null, code: RejectCode = 'UNKNOWN_PLAYER'): T => {
  if (value === null) throw new HttpRefusal(404, code);
  return value;
};

/** What the Lending Hall's pages read: everything but the card list, which `player-routes.ts` answers. Session by cookie. */
export function lendingRoutes({ accounts, game }: LendingRouteOptions): Router {
  const router = Router();
  const { lending } = game;
  const signedIn =
    (work: (session: Session, request: Request, response: Response) => Promise<void>) =>
    async (request: Request, response: Response) => {
      const session = await accounts.session(requestHeaders(request));
      if (session === null) throw new HttpRefusal(401, 'SIGN_IN');
      response.set('cache-control', 'no-store');
      await work(session, request, response);
    };
  const json = (path: string, answer: (session: Session, request: Request) => Promise<unknown>): void => {
    router.get(
      path,
      signedIn(async (session, request, response) => {
        response.json(await answer(session, request));
      }),
    );
  };

  json('/loans/:id/forgiveness', async ({ playerId }, request) => {
    const loanId = shaped(LoanId, request.params.id);
    const preview = known(
      await lending.forgiveness(playerId, loanId, shaped(Amount, request.query.amount)),
      'LEND_UNKNOWN',
    );
    if (!preview.ok) throw new HttpRefusal(409, preview.error);
    return preview.value;
  });
  router.get(
    '/loans/:id/replay',
    signedIn(async (_session, request, response) => {
      const loanId = shaped(LoanId, request.params.id);
      const file = known(await lending.replay(loanId), 'LEND_UNKNOWN');
      if (!file.ok) throw new HttpRefusal(409, file.error);
      response.attachment(`bloomvale-${loanId}.json`).json(file.value);
    }),
  );
  json('/portfolio/report', async ({ playerId }) => known(await lending.report(playerId)));
  router.get(
    '/portfolio/loans.csv',
    signedIn(async ({ playerId }, request, response) => {
      const { lang, state, sector, country, partner } = shaped(CsvQuery, request.query);
      const filter = { state, sector: sector ?? null, country: country ?? null, partner: partner ?? null };
      const text = known(await lending.csv(playerId, filter, lang));
      const day = new Date(game.now()).toISOString().slice(0, 10);
      response.attachment(`bloomvale-${lang === 'fr' ? 'prets' : 'loans'}-${day}.csv`);
      response.type('text/csv; charset=utf-8').send(text);
    }),
  );
  json('/hall/index', async ({ playerId }) => known(await lending.hallIndex(playerId)));
  json('/lending/news', async ({ playerId }, request) => {
    const before = shaped(Number15.optional(), request.query.before);
    return known(await lending.news(playerId, before ?? null));
  });
  json('/lending/world', async ({ playerId }) => known(await lending.world(playerId)));
  json('/lending/model', async () => lending.model());
  json('/lending/published', async ({ playerId }) => known(await lending.published(playerId)));
  json('/lending/region-keys/:country', async (_session, request) => {
    const country = shaped(Country, request.params.country);
    const from = shaped(Number15.optional(), request.query.from);
    const view = await lending.regionKeys(country, from ?? 0);
    if (view === null) throw new HttpRefusal(404, 'NOT_FOUND');
    return view;
  });
  return router;
}
