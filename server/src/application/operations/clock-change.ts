import { ok } from '@bloomvale/shared/result';
import type { Instant } from '@bloomvale/shared/time/sim-clock';
import { z } from 'zod';
import type { GameClock } from '../game-clock.ts';
import { recordAudit } from '../proposals/audit-trail.ts';
import { refused } from '../proposals/operator.ts';
import type { ProposalKind } from '../proposals/proposal-kind.ts';

/** Another tempo of simulated time: real seconds a month, 0 to stand still. `from` is when it was asked for; null for at once. */
export type ClockChange = { readonly monthSeconds: number; readonly from: Instant | null };

/** A month: slower than real time has no use. */
export const MONTH_SECONDS_MOST = 2_592_000;
/** Below this (but for standing still) a loan would be over before anybody could look at it. */
const MONTH_SECONDS_LEAST = 10;
const BECAUSE = ['clock'];

/**
 * Appends a clock segment from the moment it is carried out (lending.md 1): what has passed stays as it was, so nothing becomes due in the
 * past, and nothing twice. Refused: BAD_SHAPE, ALREADY_LIVE when the clock runs so already.
 */
export const clockKind = (clock: GameClock): ProposalKind<ClockChange, null> => ({
  kind: 'clock',
  payload: z.strictObject({
    monthSeconds: z.union([z.literal(0), z.int().min(MONTH_SECONDS_LEAST).max(MONTH_SECONDS_MOST)]),
    from: z.int().min(0).nullable(),
  }),
  askers: 'publisher',
  subject: () => 'clock',
  prepare: async () => ok(null),
  needs: () => ({}),
  check: ({ monthSeconds }) =>
    clock.segments().at(-1)?.monthSeconds === monthSeconds ? refused('ALREADY_LIVE') : ok(BECAUSE),
  carryOut({ monthSeconds }, _ready, mandate, work) {
    const last = clock.segments().at(-1)?.realFrom ?? 0;
    // Segments are told apart by their millisecond.
    if (work.now <= last) return refused('BUSY');
    const segment = { realFrom: work.now, simFrom: work.sim, monthSeconds };
    work.holdNext();
    work.add('clockSegment', { ...segment, reason: `operator:${mandate.askedBy}: ${mandate.reason}` });
    recordAudit(work, mandate.actor, {
      action: 'clock.set',
      subject: 'clock',
      detail: { ...segment, proposal: mandate.proposalId },
      reason: mandate.reason,
    });
    return ok(segment);
  },
});
