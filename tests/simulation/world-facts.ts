import type { Reader } from '@bloomvale/server/application/store/store';

const CHUNK = 500;

export type WorldFacts = {
  readonly lends: { readonly count: number; readonly amount: number };
  readonly purchases: { readonly count: number; readonly amount: number };
  readonly served: { readonly count: number; readonly amount: number };
  readonly experience: number;
  /** Every account's balances, for comparing two worlds. */
  readonly balances: readonly string[];
};

/** What a store says happened, whoever keeps it. */
export async function worldFacts(reader: Reader): Promise<WorldFacts> {
  const keys = new Map<number, string>();
  for await (const rows of reader.scan('batch', CHUNK)) {
    for (const { id, key, actor } of rows) if (actor.startsWith('player:')) keys.set(id, key);
  }
  const facts = { lends: nothing(), purchases: nothing(), served: nothing() };
  for await (const rows of reader.scan('transfer', CHUNK)) {
    for (const { batchId, amount } of rows) {
      const key = keys.get(batchId) ?? '';
      const sum = key.startsWith('lend:')
        ? facts.lends
        : key.startsWith('shop:')
          ? facts.purchases
          : /^earn:.*:wish:/.test(key)
            ? facts.served
            : nothing();
      sum.count++;
      sum.amount += amount;
    }
  }
  let experience = 0;
  for await (const rows of reader.scan('household', CHUNK)) {
    for (const { doc } of rows) experience += (JSON.parse(doc) as { xp: number }).xp;
  }
  const balances: string[] = [];
  for await (const rows of reader.scan('account', CHUNK)) {
    for (const { id, debits, credits } of rows) balances.push(`${id} ${debits} ${credits}`);
  }
  return { ...facts, experience, balances: balances.sort() };
}

const nothing = () => ({ count: 0, amount: 0 });
