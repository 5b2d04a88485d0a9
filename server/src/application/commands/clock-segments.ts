import { ok } from '@bloomvale/shared/result';
import type { ClockSegment } from '@bloomvale/shared/time/sim-clock';
import type { Handler } from '../bus/handler.ts';

export type AddSegments = { readonly segments: readonly ClockSegment[]; readonly reason: string };

/** Appends to the list by which real time maps to simulated time (lending.md 1). Never changes one that stands. */
export const clockSegments: Handler<AddSegments, { readonly added: number }> = {
  type: 'clock.segments',
  needs: () => ({}),
  decide({ segments, reason }, work) {
    for (const segment of segments) work.add('clockSegment', { ...segment, reason });
    return ok({ added: segments.length });
  },
};
