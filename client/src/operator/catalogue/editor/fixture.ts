import type { CatalogueChange, Json } from '@bloomvale/shared/catalogue/catalogue-diff';

/** A catalogue small enough to read in a test. */
export const SMALL: Json = {
  entrepreneurs: [
    { id: 'awa', name: 'Awa Ndiaye', loan: { amount: 600 } },
    { id: 'dan', name: 'Daniel Otieno', loan: { amount: 400 } },
  ],
  economy: { welcomeGift: 4_000 },
};

export const amountOf = (id: string, before: number, after: number): CatalogueChange => ({
  section: 'entrepreneurs',
  id,
  kind: 'changed',
  path: ['loan', 'amount'],
  before,
  after,
});
