import type { Logger } from '../ops/logger.ts';

/** Warnings and errors of better-auth only, and of what stands beside them only exceptions: the rest may be personal. */
export function reportAuth(logger: Logger, level: string, message: string, rest: readonly unknown[]): void {
  if (level !== 'warn' && level !== 'error') return;
  const err = rest.find((one) => one instanceof Error);
  logger[level]({ by: 'accounts', ...(err === undefined ? {} : { err }) }, message);
}
