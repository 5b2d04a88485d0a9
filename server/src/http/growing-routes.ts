import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import type { Session } from '../accounts/accounts.ts';
import type { Game } from '../application/contract.ts';
import { HttpRefusal } from './http-refusal.ts';

const LoanId = z.string().regex(/^[a-z0-9-]{1,80}$/);
const PublicId = z.string().regex(/^[A-Za-z0-9_-]{6,24}$/);
/** As the former page gave it. */
const Before = z
  .string()
  .regex(/^\d{1,15}_[A-Za-z0-9_.-]{1,140}$/)
  .optional();

type Answer = (
  work: (session: Session, request: Request) => Promise<unknown>,
) => (request: Request, response: Response) => Promise<void>;

const shaped = <T>(schema: z.ZodType<T>, value: unknown): T => {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new HttpRefusal(400, 'BAD_SHAPE');
  return parsed.data;
};
const found = <T>(value: T | null, code: 'UNKNOWN_PLAYER' | 'SHOP_UNKNOWN'): T => {
  if (value === null) throw new HttpRefusal(404, code);
  return value;
};

/** What borrowing and funding grow, as a player reads it: the own loan, shops, letters, pollination, the album. */
export function growingRoutes(router: Router, game: Game, answer: Answer): void {
  router.get(
    '/own-loan',
    answer(async ({ playerId }) => found(await game.ownLoan(playerId), 'UNKNOWN_PLAYER')),
  );
  router.get(
    '/shops/:id',
    answer(async ({ playerId }, { params }) =>
      found(await game.shop(playerId, shaped(LoanId, params.id)), 'SHOP_UNKNOWN'),
    ),
  );
  router.get(
    '/letters',
    answer(async ({ playerId }, { query }) =>
      found(await game.letters(playerId, shaped(Before, query.before) ?? null), 'UNKNOWN_PLAYER'),
    ),
  );
  router.get(
    '/album',
    answer(async ({ playerId }) => found(await game.album(playerId), 'UNKNOWN_PLAYER')),
  );
  router.get(
    '/pollination',
    answer(async ({ playerId }) => found(await game.pollination(playerId), 'UNKNOWN_PLAYER')),
  );
  router.get(
    '/pollination/:publicId',
    answer(async (_session, { params }) => {
      const owner = found(await game.playerByPublicId(shaped(PublicId, params.publicId)), 'UNKNOWN_PLAYER');
      return found(await game.pollination(owner.playerId), 'UNKNOWN_PLAYER');
    }),
  );
}
