import type { Content } from '@bloomvale/shared/content/content';
import { coins } from '@bloomvale/shared/money/coins';

/**
 * The same catalogue with room for a load test: `loans` open ordinary loans of 1 000 coins in every village, no cap a player, and a
 * purse that does not run out. Rules, terms and prices are untouched, so what is measured is the real path.
 */
export function roomyContent(content: Content, loans: number): Content {
  const ordinary = content.entrepreneurs.filter(
    (person) => content.products.find(({ id }) => id === person.loan.product)?.starter === false,
  );
  const copies = Array.from({ length: loans }, (_, i) => {
    const person = ordinary[i % ordinary.length] as (typeof ordinary)[number];
    return { ...person, id: `load-${i}`, loan: { ...person.loan, amount: 1_000 } };
  });
  const starters = content.entrepreneurs.filter((person) => !ordinary.includes(person));
  const { economy } = content;
  return {
    ...content,
    entrepreneurs: [...starters, ...copies],
    economy: {
      ...economy,
      welcomeGift: coins(10_000_000),
      lending: { ...economy.lending, playerCapPercent: 100, openMin: loans, openMax: loans },
    },
  };
}
