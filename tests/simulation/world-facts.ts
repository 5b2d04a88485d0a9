import type { AuditSource } from '@bloomvale/server/application/store/store';

type Sum = { readonly count: number; readonly amount: number };

export type WorldFacts = {
  readonly lends: Sum;
  readonly purchases: Sum;
  readonly served: Sum;
  readonly experience: number;
  /** Every account's balances, for comparing two worlds. */
  readonly balances: readonly string[];
};

const KINDS = { lends: /^lend:/, purchases: /^shop:/, served: /^earn:.*:wish:/ } as const;

/** What a store says that players did, whoever keeps it. */
export function worldFacts(source: AuditSource): WorldFacts {
  const byPlayers = new Set<number>();
  for (const { id, actor } of source.batches()) if (actor.startsWith('player:')) byPlayers.add(id);
  const transfers = [...source.transfers()].filter(({ batchId }) => byPlayers.has(batchId));
  const sum = (kind: RegExp): Sum => {
    const amounts = transfers.filter(({ batchKey }) => kind.test(batchKey)).map(({ amount }) => amount);
    return { count: amounts.length, amount: amounts.reduce((total, amount) => total + amount, 0) };
  };
  const experience = [...source.households()].map(({ doc }) => (JSON.parse(doc) as { xp: number }).xp);
  return {
    lends: sum(KINDS.lends),
    purchases: sum(KINDS.purchases),
    served: sum(KINDS.served),
    experience: experience.reduce((total, xp) => total + xp, 0),
    balances: [...source.accounts()].map(({ id, debits, credits }) => `${id} ${debits} ${credits}`).sort(),
  };
}
