import type { RequestHandler } from 'express';
import { sendJson } from './http-refusal.ts';

/** `starting` until the game has caught up, `stopping` from the first signal on: a balancer sends players only to `ready`. */
export type Lifecycle = { phase: 'starting' | 'ready' | 'stopping' };

export const health =
  (lifecycle: Lifecycle, startedAt: number, players: () => number): RequestHandler =>
  (_request, response) => {
    const uptimeSeconds = Math.floor((performance.now() - startedAt) / 1000);
    sendJson(response, lifecycle.phase === 'ready' ? 200 : 503, {
      status: lifecycle.phase,
      uptimeSeconds,
      players: players(),
    });
  };
