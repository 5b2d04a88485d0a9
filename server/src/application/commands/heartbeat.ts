import { ok } from '@bloomvale/shared/result';
import { LAST_INSTANT } from '../bus/command-bus.ts';
import type { Handler } from '../bus/handler.ts';

/** Writes the time, so that a later start knows how long nobody was there, also after a quiet night. */
export const heartbeat: Handler<Record<string, never>, Record<string, never>> = {
  type: 'clock.heartbeat',
  needs: () => ({}),
  decide(_command, work) {
    work.put('meta', { key: LAST_INSTANT, value: String(work.now) });
    return ok({});
  },
};
