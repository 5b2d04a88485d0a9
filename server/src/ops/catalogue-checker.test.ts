import { afterAll, describe, expect, it } from 'vitest';
import { testContent } from '../testing/test-game.ts';
import { CatalogueChecker } from './catalogue-checker.ts';

const content = testContent();
const checker = new CatalogueChecker(content);
afterAll(() => checker.end());

/** So many people of whom each but one is called otherwise, and that one belongs to nobody. */
const crowded = (people: number) =>
  JSON.stringify({
    ...content,
    entrepreneurs: Array.from({ length: people }, (_, i) => {
      const like = content.entrepreneurs[i % content.entrepreneurs.length];
      return { ...like, id: `person-${i}`, ...(i === 7 ? { partner: 'nobody' } : {}) };
    }),
  });

describe('CatalogueChecker', () => {
  it('finds the same in a large catalogue, on a thread of its own, as in a small one', async () => {
    for (const people of [10, 1_000]) {
      const errors = (await checker.check(crowded(people))).filter(({ code }) => code === 'partner_unknown');
      expect(errors).toMatchObject([{ severity: 'error', section: 'entrepreneurs', id: 'person-7' }]);
    }
  });

  it('finds no error in what ships', async () => {
    expect((await checker.check(JSON.stringify(content))).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('says so when it is given up', async () => {
    const asked = checker.check(crowded(3_000));
    const given = expect(asked).rejects.toThrow('given up');
    await checker.end();
    await given;
  });
});
