import type { Content } from '@bloomvale/shared/content/content';
import type { Product } from '@bloomvale/shared/content/lending';
import { borrowerPlace } from '@bloomvale/shared/lending/borrower-place';
import {
  type LoanPlan,
  type LoanTerms,
  makePlan,
  makeTerms,
  riskKey,
  solvedRisk,
} from '@bloomvale/shared/lending/loan-terms';
import type { FarmingYear } from '@bloomvale/shared/lending/region';
import { coins, type Minor } from '@bloomvale/shared/money/coins';
import { invariant } from '@bloomvale/shared/result';
import type { SimSeconds } from '@bloomvale/shared/time/sim-clock';

/** A catalogue entry with all that its loans have in common. */
export type LoanKind = {
  readonly person: string;
  readonly product: Product;
  readonly amount: Minor;
  readonly terms: LoanTerms;
  readonly farming: FarmingYear;
  /** Longest life after disbursal, up to the last tick of the tail. */
  readonly planFor: (principal: Minor, startsAt: SimSeconds) => LoanPlan;
};

export type PreviewCatalogue = {
  readonly content: Content;
  readonly kinds: ReadonlyMap<string, LoanKind>;
  /** Countries by number: a region's luck is drawn by it. */
  readonly regions: readonly string[];
};

/** A farming year for loans without a place; never asked. */
const NO_YEAR: FarmingYear = { lean: [], harvest: [], planting: 0 };

/** Terms, schedules and risk of every entry, once for all runs. As `listLoan` makes them, market-day loans run the plain chain. */
export function prepareCatalogue(content: Content, shocks: boolean): PreviewCatalogue {
  const products = new Map(content.products.map((product) => [product.id, product]));
  const regions = new Map(content.regions.map((region) => [region.id, region]));
  const { model } = content;
  const risks = new Map<string, ReturnType<typeof solvedRisk>>();
  const kinds = content.entrepreneurs.map((person): readonly [string, LoanKind] => {
    const product = products.get(person.loan.product);
    invariant(product !== undefined, `no such product: ${person.loan.product}`);
    const key = riskKey(product, person.loan.grade, model);
    const risk = risks.get(key) ?? solvedRisk(product, person.loan.grade, model);
    risks.set(key, risk);
    const region = regions.get(person.country);
    const placed = shocks && !product.starter && region !== undefined;
    const terms = makeTerms(
      {
        product,
        annualCost: person.loan.annualCost,
        grade: person.loan.grade,
        model,
        ...(placed ? { place: borrowerPlace(person, region, content.sectors) } : {}),
      },
      risk,
    );
    const amount = coins(person.loan.amount);
    return [
      person.id,
      { person: person.id, product, amount, terms, farming: region?.farming ?? NO_YEAR, planFor: plans(terms) },
    ];
  });
  return { content, kinds: new Map(kinds), regions: content.regions.map(({ id }) => id) };
}

/** A flexible loan may start with any sum of shares: few different ones, so each schedule is built once. */
function plans(terms: LoanTerms): LoanKind['planFor'] {
  const known = new Map<Minor, LoanPlan>();
  return (principal, startsAt) => {
    const plan = known.get(principal) ?? makePlan(terms, principal, 0);
    known.set(principal, plan);
    return { ...plan, startsAt };
  };
}
