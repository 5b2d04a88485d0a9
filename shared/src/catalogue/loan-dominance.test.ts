import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entrepreneur, GRADES, type Grade, type Product } from '../content/lending.ts';
import { dominatedLoans } from './loan-dominance.ts';

const product = (id: string, instalments: number, more: Partial<Product> = {}): Product => ({
  id,
  name: { en: id, fr: id },
  instalments,
  intervalSimHours: 720,
  method: 'equal_instalments',
  graceOnPrincipal: 0,
  funding: 'fixed',
  currencyLoss: 'none',
  starter: false,
  ...more,
});
const PRODUCTS = [
  product('short', 6),
  product('long', 12),
  product('flexible', 6, { funding: 'flexible' }),
  product('shared', 6, { currencyLoss: 'shared' }),
  product('market-day', 4, { starter: true }),
];
const productOf = (id: string): Product | undefined => PRODUCTS.find((one) => one.id === id);

type Loan = {
  readonly sector?: string;
  readonly product?: string;
  readonly amount?: number;
  readonly grade?: Grade;
  readonly cost?: number;
};
const person = (
  id: string,
  { sector = 'food', product = 'short', amount = 200, grade = 'B', cost = 0.2 }: Loan,
): Entrepreneur => ({ id, sector, loan: { product, amount, grade, annualCost: cost } }) as unknown as Entrepreneur;
const losers = (...loans: Loan[]): string[] =>
  dominatedLoans(
    loans.map((loan, i) => person(String(i), loan)),
    productOf,
  ).map(({ loser, better }) => `${loser.id} by ${better.id}`);

describe('a loan is dominated', () => {
  it.each<[string, Loan, Loan]>([
    ['by one that costs the borrower less', { cost: 0.25 }, {}],
    ['by one that loses lenders less', { grade: 'C' }, {}],
    ['by one that is back sooner', { product: 'long' }, { product: 'short' }],
    ['by a larger one', { amount: 175 }, {}],
    ['by one that is better in everything', { amount: 175, grade: 'E', cost: 0.4, product: 'long' }, {}],
  ])('%s', (_name, worse, better) => {
    expect(losers(worse, better)).toEqual(['0 by 1']);
  });
});

describe('a loan is not dominated', () => {
  it.each<[string, Loan, Loan]>([
    ['by its equal', {}, {}],
    ['by one that is better in one respect and worse in another', { amount: 300 }, { cost: 0.15 }],
    ['by one of another sector, whose shop brings other things', { cost: 0.3 }, { sector: 'arts' }],
    ['by one of another funding model', { cost: 0.3 }, { product: 'flexible' }],
    ['by one of another currency policy', { cost: 0.3 }, { product: 'shared' }],
    ['by a starter project', { cost: 0.3, product: 'long' }, { product: 'market-day' }],
    ['by one whose product nobody knows', { cost: 0.3 }, { product: 'lost' }],
  ])('%s', (_name, one, other) => {
    expect(losers(one, other)).toEqual([]);
  });
});

const anyLoan = fc.record({
  product: fc.constantFrom('short', 'long', 'flexible'),
  amount: fc.constantFrom(100, 200, 300),
  grade: fc.constantFrom(...GRADES),
  cost: fc.constantFrom(0.2, 0.25, 0.3),
});

it('finds the same as comparing all pairs', () => {
  const isBetter = (a: Entrepreneur, b: Entrepreneur): boolean => {
    const [pa, pb] = [productOf(a.loan.product), productOf(b.loan.product)];
    if (pa === undefined || pb === undefined || pa.funding !== pb.funding) return false;
    const of = ({ loan }: Entrepreneur, p: Product) => [
      loan.annualCost,
      GRADES.indexOf(loan.grade),
      p.instalments,
      -loan.amount,
    ];
    const [as, bs] = [of(a, pa), of(b, pb)];
    return as.every((value, i) => value <= (bs[i] as number)) && as.some((value, i) => value < (bs[i] as number));
  };
  fc.assert(
    fc.property(fc.array(anyLoan, { maxLength: 12 }), (loans) => {
      const people = loans.map((loan, i) => person(String(i), loan));
      const found = dominatedLoans(people, productOf);
      expect(found.map(({ loser }) => loser.id).sort()).toEqual(
        people
          .filter((one) => people.some((other) => isBetter(other, one)))
          .map(({ id }) => id)
          .sort(),
      );
      for (const { loser, better } of found) expect(isBetter(better, loser)).toBe(true);
    }),
  );
});
