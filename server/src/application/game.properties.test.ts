import type { LoanCard } from '@bloomvale/shared/protocol/views';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SentCommands } from '../testing/sent-commands.ts';
import { type TestGame, testContent, testGame } from '../testing/test-game.ts';

const PLAYERS = ['ann', 'ben', 'cleo', 'dan'] as const;

/** What players and time may do, in any order. Numbers pick among what is there when it happens. */
type Step =
  | { readonly kind: 'lend'; readonly player: number; readonly loan: number; readonly shares: number }
  | { readonly kind: 'resend'; readonly index: number }
  | { readonly kind: 'plant'; readonly player: number; readonly crop: number }
  | { readonly kind: 'harvest'; readonly player: number }
  | { readonly kind: 'stock'; readonly player: number; readonly slot: number }
  | { readonly kind: 'serve'; readonly player: number; readonly wish: number }
  | { readonly kind: 'look'; readonly player: number; readonly seen: boolean }
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'back'; readonly ms: number }
  | { readonly kind: 'leave'; readonly player: number };

const index = fc.nat({ max: 30 });
const player = fc.nat({ max: PLAYERS.length - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('lend'), player, loan: index, shares: fc.integer({ min: 1, max: 12 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('resend'), index }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('plant'), player, crop: fc.nat({ max: 2 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('harvest'), player }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('stock'), player, slot: fc.nat({ max: 2 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('serve'), player, wish: fc.nat({ max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('look'), player, seen: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('pass'), ms: fc.integer({ min: 1, max: 9_000 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('back'), ms: fc.integer({ min: 1, max: 90_000 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave'), player }) },
) as fc.Arbitrary<Step>;

async function take(world: TestGame, sent: SentCommands, one: Step, loans: readonly LoanCard[]): Promise<void> {
  const who = 'player' in one ? (PLAYERS[one.player] as string) : '';
  const home = who === '' ? null : ((await world.game.player(who))?.household ?? null);
  switch (one.kind) {
    case 'lend': {
      const loan = loans[one.loan % Math.max(1, loans.length)];
      return sent.send(who, 'loan.lend', { loanId: loan?.id ?? 'none', amount: one.shares * 2_500 });
    }
    case 'resend': {
      const answers = await sent.resend(one.index);
      expect(answers?.again).toBe(answers?.first);
      return;
    }
    case 'plant':
      await world.run(who, 'garden.plant', { plots: [0, 1, 2], crop: testContent().crops[one.crop]?.id ?? '' });
      return;
    case 'harvest':
      await world.run(who, 'garden.harvest', { plots: [0, 1, 2] });
      return;
    case 'stock': {
      const [good, quantity] = Object.entries(home?.store ?? {})[0] ?? ['cabbage', 1];
      await world.run(who, 'stall.stock', { slot: one.slot, good, quantity });
      return;
    }
    case 'serve':
      await world.run(who, 'stall.serve', { wish: home?.stall.wishes[one.wish]?.id ?? 0 });
      return;
    case 'look':
      await world.run(who, 'home.catch-up', { seen: one.seen });
      return;
    case 'pass':
      return world.pass(one.ms);
    case 'back':
      world.setNow(world.now() - one.ms);
      return;
    case 'leave':
      return world.game.deletePlayer(who);
  }
}

describe('any sequence of commands and time', () => {
  it('keeps every invariant, answers a repeat as before, and never faults', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 4, maxLength: 14 }),
        async (rounds) => {
          const world = await testGame();
          for (const name of PLAYERS) {
            await world.newcomer(name);
            await world.enrich(name, 100_000);
          }
          const sent = new SentCommands(world);
          for (const round of rounds) {
            const loans = (await world.game.hall('ann'))?.loans ?? (await world.game.hall('dan'))?.loans ?? [];
            // The steps of a round arrive together: they share groups and race.
            await Promise.all(round.map((one) => take(world, sent, one, loans)));
          }
          await world.pass(40_000);
          expect(world.violations()).toEqual([]);
          expect(world.log.filter(({ level }) => level === 'error')).toEqual([]);
        },
      ),
      { numRuns: 12 },
    );
  }, 120_000);

  it('gives out exactly what came in: nothing is minted or lost on the way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ player, loan: index, shares: fc.integer({ min: 1, max: 8 }) }), { maxLength: 30 }),
        async (lends) => {
          const world = await testGame();
          for (const name of PLAYERS) {
            await world.newcomer(name);
            await world.enrich(name, 50_000);
          }
          const loans = (await world.game.hall('ann'))?.loans ?? [];
          const replies = await Promise.all(
            lends.map(({ player: who, loan, shares }) =>
              world.run(PLAYERS[who] as string, 'loan.lend', {
                loanId: loans[loan % loans.length]?.id ?? '',
                amount: shares * 2_500,
              }),
            ),
          );
          const lent = new Map<string, number>();
          replies.forEach((reply, i) => {
            const who = PLAYERS[lends[i]?.player ?? 0] as string;
            if (reply.ok) lent.set(who, (lent.get(who) ?? 0) + (lends[i]?.shares ?? 0) * 2_500);
          });
          for (const name of PLAYERS) {
            expect(await world.game.player(name)).toMatchObject({
              wallet: 54_000 - (lent.get(name) ?? 0),
              lent: lent.get(name) ?? 0,
            });
          }
          expect(world.violations()).toEqual([]);
        },
      ),
      { numRuns: 15 },
    );
  }, 60_000);
});
