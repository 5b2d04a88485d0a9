import { ok } from '@bloomvale/shared/result';
import type { Handler } from '../bus/handler.ts';

/** The player has heard what operators did: once is enough. */
export const actsTold: Handler<{ readonly playerId: string }, { readonly told: number }> = {
  type: 'operator.told',
  needs: ({ playerId }) => ({ operatorAct: [playerId] }),
  decide({ playerId }, work) {
    const untold = work.all('operatorAct', playerId).filter(({ toldAt }) => toldAt === null);
    for (const act of untold) work.put('operatorAct', { ...act, toldAt: work.now });
    return ok({ told: untold.length });
  },
};
