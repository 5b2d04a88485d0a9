import { quote } from '@bloomvale/shared/own-loan/quote';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SentCommands } from '../testing/sent-commands.ts';
import { type TestGame, testContent, testGame } from '../testing/test-game.ts';

const PLAYERS = ['ann', 'ben', 'cleo'] as const;
const { growing } = testContent();

/** What borrowers, lenders, visitors and time may do, in any order. Numbers pick among what is there when it happens. */
const player = fc.nat({ max: PLAYERS.length - 1 });
const pick = fc.nat({ max: 30 });
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('sign' as const), player, pick, share: fc.constantFrom(0, 10, 50, 7) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('pay' as const), player, amount: fc.integer({ min: 1, max: 9_000 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('payOff' as const), player }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('lend' as const), player, pick }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('visit' as const), player, pick }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('trade' as const),
      player,
      pick,
      quantity: fc.integer({ min: 1, max: 9 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('read' as const), player, pick }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('garden' as const), player }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('resend' as const), pick }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 20_000 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('back' as const), ms: fc.integer({ min: 1, max: 90_000 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const), player }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
type Type =
  | 'own-loan.sign'
  | 'own-loan.pay'
  | 'own-loan.pay-off'
  | 'loan.lend'
  | 'shop.visit'
  | 'shop.trade'
  | 'letter.read';

const at = <T>(items: readonly T[], index: number): T | undefined => items[index % Math.max(1, items.length)];

async function take(world: TestGame, sent: SentCommands, one: Step): Promise<void> {
  const who = 'player' in one ? (PLAYERS[one.player] as string) : '';
  const run = (type: Type, payload: object): Promise<void> => sent.send(who, type, payload as never);
  const { game } = world;
  switch (one.kind) {
    case 'sign': {
      const offer = at(growing.ownLoan.offers, one.pick);
      if (offer === undefined) return;
      const { instalment } = quote(offer, offer.amount);
      return run('own-loan.sign', { offer: offer.id, amount: offer.amount, instalment, share: one.share });
    }
    case 'pay':
      return run('own-loan.pay', {
        loanId: (await game.ownLoan(who))?.loan?.id ?? 'own-nobody1-1',
        amount: one.amount,
      });
    case 'payOff':
      return run('own-loan.pay-off', { loanId: (await game.ownLoan(who))?.loan?.id ?? 'own-nobody1-1' });
    case 'lend': {
      const loan = at((await game.hall(who))?.loans ?? [], one.pick);
      return run('loan.lend', { loanId: loan?.id ?? 'none', amount: 2_500 });
    }
    case 'visit':
      return run('shop.visit', { loanId: at(await game.shops('v1'), one.pick)?.loanId ?? 'none' });
    case 'trade': {
      const loanId = at(await game.shops('v1'), one.pick)?.loanId ?? 'none';
      const line = at((await game.shop(who, loanId))?.deals ?? [], one.pick);
      const { deal, good } = line ?? { deal: 'buy', good: 'cabbage' };
      return run('shop.trade', { loanId, deal, good, quantity: one.quantity });
    }
    case 'read':
      return run('letter.read', { letters: [at((await game.letters(who, null))?.letters ?? [], one.pick)?.id ?? 'x'] });
    case 'garden': {
      await world.run(who, 'garden.harvest', { plots: [0, 1, 2] });
      await world.run(who, 'garden.plant', { plots: [0, 1, 2], crop: 'cabbage' });
      const [good, quantity] = Object.entries((await game.player(who))?.household.store ?? {})[0] ?? ['cabbage', 1];
      await world.run(who, 'stall.stock', { slot: 0, good, quantity });
      return;
    }
    case 'resend': {
      const answers = await sent.resend(one.pick);
      expect(answers?.again).toBe(answers?.first);
      return;
    }
    case 'pass':
      return world.pass(one.ms);
    case 'back':
      world.setNow(world.now() - one.ms);
      return;
    case 'leave':
      return game.deletePlayer(who);
  }
}

it('borrowing, shops and letters keep every invariant in any order, answer a repeat as before, and never fault', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 4, maxLength: 14 }),
      async (rounds) => {
        const world = await testGame();
        for (const name of PLAYERS) {
          await world.newcomer(name);
          await world.enrich(name, 60_000);
        }
        const sent = new SentCommands(world);
        for (const round of rounds) await Promise.all(round.map((one) => take(world, sent, one)));
        await world.pass(10_000);
        expect(world.violations()).toEqual([]);
        expect(world.log.filter(({ level }) => level === 'error')).toEqual([]);
        for (const name of PLAYERS) {
          const state = await world.game.player(name);
          const page = await world.game.ownLoan(name);
          // "I owe" is one figure wherever it is shown.
          if (state !== null) expect(page?.loan?.owed ?? 0).toBe(state.owed);
        }
      },
    ),
    { numRuns: 12 },
  );
}, 120_000);
