import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Config } from '../config/env.ts';
import { limitKey } from './address.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

export type RateLimits = {
  /** Counts a request; null when it may go on, else the seconds to wait. */
  readonly take: (address: string, method: string, path: string) => Promise<number | null>;
};

type Limits = Pick<Config, 'guestsPerHour' | 'authPerMinute' | 'apiPerMinute' | 'operatorSignInsPerMinute'>;

/** Where somebody could try passwords, codes or one-time links of operators. */
const OPERATOR_GUESSES = /^\/operator\/api\/(sign-in|redeem|totp\/(begin|confirm))$/;

/** By address and kind of request, in memory only: no address is kept on disk (product.md 8). */
export function rateLimits(config: Limits): RateLimits {
  const guests = new RateLimiterMemory({ keyPrefix: 'guest', points: config.guestsPerHour, duration: HOUR });
  const auth = new RateLimiterMemory({ keyPrefix: 'auth', points: config.authPerMinute, duration: MINUTE });
  const api = new RateLimiterMemory({ keyPrefix: 'api', points: config.apiPerMinute, duration: MINUTE });
  const guesses = new RateLimiterMemory({
    keyPrefix: 'guess',
    points: config.operatorSignInsPerMinute,
    duration: MINUTE,
  });
  const console = new RateLimiterMemory({ keyPrefix: 'console', points: config.apiPerMinute, duration: MINUTE });
  const limitersOf = (method: string, path: string) => {
    if (path === '/api/auth/sign-in/anonymous') return [guests];
    if (OPERATOR_GUESSES.test(path)) return [guesses];
    if (path.startsWith('/operator/api/')) return [console];
    // Reading one's session is what every page load does; it belongs to the wider limit.
    if (path.startsWith('/api/auth/')) return method === 'POST' ? [auth] : [api];
    return path.startsWith('/api/') || path.startsWith('/matchmake/') ? [api] : [];
  };
  return {
    async take(address, method, path) {
      const key = limitKey(address);
      try {
        for (const limiter of limitersOf(method, path)) await limiter.consume(key);
        return null;
      } catch (refused) {
        return Math.ceil((refused as RateLimiterRes).msBeforeNext / 1000) || 1;
      }
    },
  };
}
