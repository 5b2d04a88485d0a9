import type { Content } from '@bloomvale/shared/content/content';
import type { Entrepreneur } from '@bloomvale/shared/content/lending';
import { coins } from '@bloomvale/shared/money/coins';
import { describe, expect, it } from 'vitest';
import { MONTH_SECONDS, testContent, testGame } from '../../testing/test-game.ts';
import type { LoanRow } from '../store/rows.ts';
import { amountIn, nextChapter, toldIn } from './chapters.ts';

const said = (text: string) => ({ en: text, fr: text });
const chapter = (name: string, amount?: number) => ({
  use: said(`${name} use`),
  story: said(`${name} story`),
  quote: said(`${name} quote`),
  letter: said(`${name} letter`),
  ...(amount === undefined ? {} : { amount }),
});
const person = (): Entrepreneur => {
  const found = testContent().entrepreneurs.find(({ loan }) => loan.amount <= 300 && loan.product !== 'market-day');
  if (found === undefined) throw new Error('nobody');
  return { ...found, chapters: [chapter('second', 350), chapter('third')] };
};

describe('chapters', () => {
  it('begin with the story everybody has', () => {
    const one = person();
    expect(nextChapter(one, 0)).toBe(0);
    expect(toldIn(one, 0)).toEqual({ use: one.use, story: one.story, quote: one.quote, letter: one.letter });
    expect(amountIn(one, 0)).toBe(one.loan.amount);
  });

  it('go on one by one with every loan that ended well, and the last one lasts', () => {
    const one = person();
    expect([1, 2, 3, 9].map((ended) => nextChapter(one, ended))).toEqual([1, 2, 2, 2]);
    expect([1, 2].map((number) => toldIn(one, number).quote.en)).toEqual(['second quote', 'third quote']);
    expect([1, 2].map((number) => amountIn(one, number))).toEqual([350, one.loan.amount]);
  });

  it('are none for somebody without any, also for loans that were listed with one', () => {
    const { chapters: _gone, ...plain } = person();
    expect(nextChapter(plain, 5)).toBe(0);
    expect(toldIn(plain, 2).story).toEqual(plain.story);
    expect(toldIn(person(), 7).quote.en).toBe('third quote');
  });
});

describe('a village', () => {
  it('hears the next chapter of whoever repaid in full, with its amount and its words', async () => {
    const full = testContent();
    const starters = new Set(full.products.filter(({ starter }) => starter).map(({ id }) => id));
    const ordinary = full.entrepreneurs.filter(({ loan }) => !starters.has(loan.product)).slice(0, 14);
    const content: Content = {
      ...full,
      entrepreneurs: [
        ...full.entrepreneurs.filter(({ loan }) => starters.has(loan.product)),
        ...ordinary.map((one) => ({
          ...one,
          chapters: [chapter(`${one.id} again`, Math.min(1_000, one.loan.amount + 25))],
        })),
      ],
    };
    const world = await testGame({ content });
    for (const player of ['ann', 'ben', 'cleo']) {
      await world.newcomer(player);
      await world.enrich(player, coins(100_000));
    }
    for (let month = 0; month < 30; month++) {
      for (const player of ['ann', 'ben', 'cleo']) {
        for (const loan of (await world.game.hall(player))?.loans ?? []) {
          if (loan.starter) continue;
          await world.settleFate(loan.id, 'always pays');
          const most = Math.min(Math.floor((loan.amount * 0.4) / 2_500) * 2_500, loan.amount - loan.raised);
          if (most > 0) await world.run(player, 'loan.lend', { loanId: loan.id, amount: most });
        }
      }
      world.setNow(world.now() + MONTH_SECONDS * 1_000);
      await world.parts.jobs.runDue();
    }
    const source = world.parts.store.audit();
    const loans = [...source.loans()].filter(({ starter }) => starter === 0);
    source.close();
    const second = loans.filter((loan) => loan.chapter === 1);
    expect(second.length).toBeGreaterThan(3);
    for (const loan of second) {
      const before = (one: LoanRow): boolean =>
        one.entrepreneur === loan.entrepreneur && one.state === 'ended' && (one.closedAt ?? 0) <= loan.openedAt;
      expect(loans.some(before), loan.id).toBe(true);
      const her = content.entrepreneurs.find(({ id }) => id === loan.entrepreneur);
      expect(loan.amount).toBe(coins(Math.min(1_000, (her?.loan.amount ?? 0) + 25)));
    }
    const [one] = second;
    const page = await world.game.loan('ann', one?.id ?? '');
    expect(page).toMatchObject({ story: said(`${one?.entrepreneur} again story`), chapter: { number: 2, of: 2 } });
    expect(world.violations()).toEqual([]);
  });
});
