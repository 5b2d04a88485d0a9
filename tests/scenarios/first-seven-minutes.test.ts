import { loadCatalogue } from '@bloomvale/assets/load-catalogue';
import { openTalks } from '@bloomvale/shared/home/talks';
import { lendLimits } from '@bloomvale/shared/lending/caps';
import { FIRST_MODEL } from '@bloomvale/shared/lending/first-model';
import { instalmentDueAt, makePlan, makeTerms } from '@bloomvale/shared/lending/loan-terms';
import { grantStation } from '@bloomvale/shared/play/grants';
import { nextHint } from '@bloomvale/shared/play/hints';
import { atHand } from '@bloomvale/shared/play/stall-serve';
import { realAt, simAt } from '@bloomvale/shared/time/sim-clock';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Temper } from '../bots/garden-mind.ts';
import { LocalPlayer } from './local-player.ts';

const content = loadCatalogue();
const { economy } = content;
const START = Date.UTC(2026, 4, 5, 10);
const MINUTE = 60_000;
const { share } = economy.lending;
const starter = (wallet: number) =>
  lendLimits({
    amount: economy.lending.starterMatched + share,
    raised: economy.lending.starterMatched,
    open: true,
    windowOver: false,
    playerHolds: 0,
    wallet,
    starter: true,
    economy: economy.lending,
  });

const anyKey = fc.tuple(fc.nat(2 ** 32 - 1), fc.nat(2 ** 32 - 1));
const tempers = ['frugal', 'thrifty', 'spender'] as const satisfies readonly Temper[];
/** Milliseconds between two taps: somebody quick, somebody who reads everything. */
const anyPace = fc.constantFrom(1_500, 4_000, 9_000);

describe('a newcomer is never stuck', () => {
  test('without a coin, without goods, with nothing sown: the free seed grows into coins', () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        const player = new LocalPlayer(content, START, key);
        player.wallet = 0;
        player.play(START + 10 * MINUTE, { temper: 'spender', patienceSeconds: 600 }, 4_000);
        expect(player.wallet + Object.keys(player.household.plots).length).toBeGreaterThan(0);
        expect(starter(player.wallet).ok).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
  test('the first customer asks for what the free seed bears', () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        const { household } = new LocalPlayer(content, START, key);
        const free = content.crops.find(({ seedPrice }) => seedPrice === 0);
        expect(household.stall.wishes[0]?.good).toBe(free?.good);
      }),
    );
  });
});

describe('the first seven minutes', () => {
  test('whoever plays, in whatever way, can lend a share by 4:30 and still has coins', () => {
    fc.assert(
      fc.property(anyKey, fc.constantFrom(...tempers), anyPace, (key, temper, pace) => {
        const player = new LocalPlayer(content, START, key);
        player.play(START + 4.5 * MINUTE, { temper, patienceSeconds: 150 }, pace);
        expect(player.refusals).toEqual([]);
        const limits = starter(player.wallet);
        expect(limits).toMatchObject({ ok: true, value: { min: share } });
        expect(player.wallet - share).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
  test('even who never touches the garden can lend, and can plant afterwards', () => {
    const player = new LocalPlayer(content, START, [1, 2]);
    player.now = START + 4.5 * MINUTE;
    expect(starter(player.wallet).ok).toBe(true);
    player.wallet -= share;
    player.play(START + 7 * MINUTE, { temper: 'thrifty', patienceSeconds: 60 }, 4_000);
    expect(player.wallet).toBeGreaterThan(economy.welcomeGift - share);
  });
  test('the first harvest comes within a minute, and every minute after it holds a choice', () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        const player = new LocalPlayer(content, START, key);
        player.play(START + MINUTE, { temper: 'frugal', patienceSeconds: 60 }, 4_000);
        expect(player.household.xp).toBeGreaterThan(0);
        for (let minute = 2; minute <= 7; minute++) {
          player.play(START + minute * MINUTE, { temper: 'thrifty', patienceSeconds: 150 }, 4_000);
          expect(player.household.stall.wishes.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 20 },
    );
  });
  test('lent at 4:30, the first market-day repayment falls due by 7:00 at the default clock', () => {
    const product = content.products.find((candidate) => candidate.starter);
    if (product === undefined) throw new Error('no starter product');
    const segments = [{ realFrom: START, simFrom: 0, monthSeconds: 14_400 }];
    const lentAt = START + 4.5 * MINUTE;
    const terms = makeTerms({ model: FIRST_MODEL, product, annualCost: 0.3, grade: 'A' });
    const plan = makePlan(terms, economy.lending.starterMatched + share, simAt(segments, lentAt));
    const dueAt = realAt(segments, instalmentDueAt(plan, 1));
    expect(dueAt).not.toBeNull();
    expect((dueAt as number) - START).toBeLessThanOrEqual(7 * MINUTE);
  });
  test('following the hints alone leads to the Lending Hall with a share in hand', () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        const player = new LocalPlayer(content, START, key);
        const told = new Set<string>();
        const hint = () => {
          const { household, now, wallet, timeScale } = player;
          return nextHint({ household, now, content, timeScale, wallet, loans: { lent: 0, repaid: 0 } });
        };
        while (player.now < START + 4.5 * MINUTE && !told.has('lend')) {
          player.catchUp();
          const next = hint();
          if (next !== null) told.add(next);
          follow(player, next);
          player.now += 5_000;
        }
        expect([...told].filter((name) => name !== 'wish')).toEqual([
          'plant',
          'harvest',
          'stock',
          'borrow',
          'family',
          'village',
          'hall',
          'lend',
        ]);
        expect(player.refusals).toEqual([]);
        expect(starter(player.wallet).ok).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

/** Somebody who does what the hint says and nothing else. */
function follow(player: LocalPlayer, hint: ReturnType<typeof nextHint>): void {
  const { household } = player;
  const view = player.view();
  const plots = Array.from({ length: view.plotCount }, (_, plot) => plot);
  if (hint === 'plant') player.act({ type: 'garden.plant', payload: { plots, crop: 'cabbage' } });
  if (hint === 'harvest') player.act({ type: 'garden.harvest', payload: { plots } });
  if (hint === 'stock') {
    const [good, quantity] = Object.entries(household.store)[0] as [string, number];
    player.act({ type: 'stall.stock', payload: { slot: household.stall.slots.indexOf(null), good, quantity } });
  }
  if (hint === 'wish') {
    const wish = household.stall.wishes.find(({ good, quantity }) => atHand(household, good) >= quantity);
    if (wish !== undefined) player.act({ type: 'stall.serve', payload: { wish: wish.id } });
  }
  // The starter loan is in kind: what it pays for is there at once.
  if (hint === 'borrow') player.household = grantStation(household, 'oven');
  if (hint === 'family') {
    const [talk] = openTalks(household.home, player.content);
    if (talk !== undefined) player.act({ type: 'home.talk', payload: { talk: talk.id } });
  }
  if (hint === 'wish' || hint === 'village' || hint === 'hall') player.act({ type: 'hint.done', payload: { hint } });
}
