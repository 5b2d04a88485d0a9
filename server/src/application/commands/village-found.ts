import { ok } from '@bloomvale/shared/result';
import { villageName } from '../../domain/generated-identity.ts';
import type { Handler } from '../bus/handler.ts';
import { LOTS } from '../lending/village-records.ts';

export type FoundVillage = { readonly number: number };

export const villageIdOf = (number: number): string => `v${number}`;

/** Founds the n-th village; its hall is filled right after. */
export const villageFound: Handler<FoundVillage, { readonly villageId: string }> = {
  type: 'village.found',
  needs: ({ number }) => ({ village: [villageIdOf(number)] }),
  decide({ number }, work) {
    const id = villageIdOf(number);
    if (work.get('village', id) !== null) return ok({ villageId: id });
    work.put('village', {
      id,
      name: villageName(number),
      createdAt: work.now,
      lots: JSON.stringify(Array<null>(LOTS).fill(null)),
      shops: '[]',
      listedCount: 0,
      starterCount: 0,
      version: 0,
    });
    return ok({ villageId: id });
  },
};
