import type { Json } from '@bloomvale/shared/catalogue/catalogue-diff';
import { isObject, sameJson } from '@bloomvale/shared/catalogue/catalogue-diff';
import type { Reader } from '../store/store.ts';

/** What going from one catalogue to another would do to loans of the people whose terms differ. */
export type ListingsAhead = {
  /** Open, and somebody has lent: as they are. */
  readonly kept: number;
  /** Open, and nobody has lent: withdrawn, and listed anew for who is still there. */
  readonly relisted: number;
  /** Funded or being repaid, on the terms they were made with. */
  readonly running: number;
};

type Fields = { readonly [key: string]: Json };

/** Counts loans by the entries alone: what exactly is relisted is decided loan by loan once it is live. */
export async function listingsAhead(reader: Reader, before: Json, after: Json): Promise<ListingsAhead> {
  const [was, is] = [termsByPerson(before), termsByPerson(after)];
  const differs = new Set([...was].filter(([id, terms]) => !sameJson(terms, is.get(id) ?? null)).map(([id]) => id));
  const counts = { kept: 0, relisted: 0, running: 0 };
  if (differs.size === 0) return counts;
  for (const { entrepreneur, open, lent, loans } of await reader.loansUnderWay()) {
    if (!differs.has(entrepreneur)) continue;
    counts[open ? (lent ? 'kept' : 'relisted') : 'running'] += loans;
  }
  return counts;
}

/** Everything a person's next loan would be made of. */
function termsByPerson(content: Json): Map<string, Json> {
  const {
    entrepreneurs = [],
    products = [],
    regions = [],
    model = null,
    sectors = null,
  } = isObject(content) ? content : {};
  const product = byId(products);
  const region = byId(regions);
  return new Map(
    [...byId(entrepreneurs)].map(([id, person]) => {
      const { loan = null, partner = null, country = '', sector = null, group = null } = person;
      const terms = product.get(String(isObject(loan) ? loan.product : '')) ?? null;
      return [
        id,
        { loan, partner, country, sector, group, terms, model, sectors, region: region.get(String(country)) ?? null },
      ];
    }),
  );
}

const byId = (list: Json): Map<string, Fields> =>
  new Map(
    (Array.isArray(list) ? (list as readonly Json[]) : []).flatMap((entry) =>
      isObject(entry) && typeof entry.id === 'string' ? [[entry.id, entry] as const] : [],
    ),
  );
