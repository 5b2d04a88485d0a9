import { type Entrepreneur, GRADES, type Product } from '../content/lending.ts';

/**
 * A loan is dominated when another one of the same kind is at least as good in every respect that a lender or a borrower feels, and better in
 * one (lending.md 2: "so that no loan is dominated"; Pareto dominance). For the lender: the expected loss by grade (lending.md 5), and the
 * time until everything is back. For the borrower: the annual cost and the amount, which for the lender also decides the tier of the shop.
 * Of the same kind are loans of one sector, because a sector's shop sells, buys, pollinates and leaves what no other does, under one funding
 * model and one currency policy. Starter projects have one size and are not compared.
 */
export type Dominated = { readonly loser: Entrepreneur; readonly better: Entrepreneur };

type Loan = { readonly person: Entrepreneur; readonly risk: number; readonly hours: number; readonly amount: number };

export function dominatedLoans(
  people: readonly Entrepreneur[],
  productOf: (id: string) => Product | undefined,
): Dominated[] {
  const kinds = new Map<string, Loan[]>();
  for (const person of people) {
    const product = productOf(person.loan.product);
    if (product === undefined || product.starter) continue;
    const kind = [person.sector, product.funding, product.currencyLoss].join(' ');
    const loan = {
      person,
      risk: GRADES.indexOf(person.loan.grade),
      hours: product.instalments * product.intervalSimHours,
      amount: person.loan.amount,
    };
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, [loan]);
    else known.push(loan);
  }
  return [...kinds.values()].flatMap(dominatedAmong);
}

/**
 * The cheapest loan of each corner "at most this risk, at most this long, at least this amount", built up from its neighbours: as many corners
 * as there are different grades, lengths and amounts, which the schema keeps few. So ten thousand loans are compared with all others in one
 * pass each, where comparing them in pairs would take fifty million.
 */
function dominatedAmong(loans: readonly Loan[]): Dominated[] {
  const risks = distinct(loans, ({ risk }) => risk, false);
  const lengths = distinct(loans, ({ hours }) => hours, false);
  const amounts = distinct(loans, ({ amount }) => amount, true);
  const [across, deep] = [amounts.size, amounts.size * lengths.size];
  const cell = ({ risk, hours, amount }: Loan): readonly [number, number, number] => [
    risks.get(risk) as number,
    lengths.get(hours) as number,
    amounts.get(amount) as number,
  ];
  const best: (Loan | undefined)[] = new Array(risks.size * deep);
  const at = (r: number, l: number, a: number): Loan | undefined =>
    r < 0 || l < 0 || a < 0 ? undefined : best[r * deep + l * across + a];
  for (const loan of loans) {
    const [r, l, a] = cell(loan);
    best[r * deep + l * across + a] = cheaper(at(r, l, a), loan);
  }
  for (let r = 0; r < risks.size; r++) {
    for (let l = 0; l < lengths.size; l++) {
      for (let a = 0; a < across; a++) {
        const sides = [at(r, l, a), at(r - 1, l, a), at(r, l - 1, a), at(r, l, a - 1)];
        best[r * deep + l * across + a] = sides.reduce(cheaper, undefined);
      }
    }
  }
  return loans.flatMap((loan) => {
    const [r, l, a] = cell(loan);
    // Better in another respect and no dearer, or as good everywhere and cheaper.
    const others = [at(r - 1, l, a), at(r, l - 1, a), at(r, l, a - 1)].filter((one) => one !== undefined);
    const better =
      others.find((one) => costOf(one) <= costOf(loan)) ??
      [at(r, l, a)].find((one) => one !== undefined && costOf(one) < costOf(loan));
    return better === undefined ? [] : [{ loser: loan.person, better: better.person }];
  });
}

const costOf = ({ person }: Loan): number => person.loan.annualCost;

function cheaper(a: Loan | undefined, b: Loan | undefined): Loan | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return costOf(b) < costOf(a) ? b : a;
}

/** Rank of each value, the best one 0. */
function distinct(
  loans: readonly Loan[],
  of: (loan: Loan) => number,
  largestFirst: boolean,
): ReadonlyMap<number, number> {
  const values = [...new Set(loans.map(of))].sort((a, b) => (largestFirst ? b - a : a - b));
  return new Map(values.map((value, rank) => [value, rank]));
}
