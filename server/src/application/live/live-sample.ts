import { ok } from '@bloomvale/shared/result';
import { z } from 'zod';
import type { Handler } from '../bus/handler.ts';

const Share = z.number().nullable();
/** Figures of one moment that cannot be found out later. */
export const SampleSchema = z.object({ par30: Share, par90: Share, gini: Share, players: z.int() });
export type Sample = z.infer<typeof SampleSchema>;

/** Keeps a sample; a second one at the same instant is dropped. */
export const liveSample: Handler<{ readonly figures: Sample }, { readonly kept: boolean }> = {
  type: 'live.sample',
  needs: () => ({}),
  decide({ figures }, work) {
    const twice = work.added('liveSample').some(({ at }) => at === work.now);
    if (!twice) work.add('liveSample', { at: work.now, figures: JSON.stringify(figures) });
    return ok({ kept: !twice });
  },
};
