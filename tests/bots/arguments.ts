import { parseArgs } from 'node:util';
import { err, ok, type Result } from '@bloomvale/shared/result';

export type BotArguments = {
  readonly players: number;
  readonly seconds: number;
  /** Origin of the server, without a slash at the end. */
  readonly url: string;
  /** Makes a run repeatable as far as the bots' own choices go. */
  readonly seed: number;
};

/** One process of bots shares a core with the server it plays on; beyond this it measures itself. */
export const MAX_PLAYERS = 500;
/** An hour: bots that somebody forgot end by themselves. */
export const MAX_SECONDS = 3_600;

export const USAGE = 'bots --players N --seconds S [--url http://host:port] [--seed N]';

const whole = (text: string, least: number, most: number): number | null =>
  /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : null;

/** Reads the command line; the error is a sentence for whoever typed it. Without `--url` only this machine is ever asked. */
export function readArguments(argv: readonly string[], port: string | undefined): Result<BotArguments, string> {
  let values: Record<string, string | undefined>;
  try {
    const string = { type: 'string' } as const;
    ({ values } = parseArgs({
      args: [...argv],
      options: { players: string, seconds: string, url: string, seed: string },
    }));
  } catch (cause) {
    return err(`${(cause as Error).message} Usage: ${USAGE}`);
  }
  const players = whole(values.players ?? '8', 1, MAX_PLAYERS);
  if (players === null) return err(`--players must be a whole number from 1 to ${MAX_PLAYERS}.`);
  const seconds = whole(values.seconds ?? '30', 1, MAX_SECONDS);
  if (seconds === null) return err(`--seconds must be a whole number from 1 to ${MAX_SECONDS}.`);
  const seed = whole(values.seed ?? '1', 0, 999_999_999);
  if (seed === null) return err('--seed must be a whole number.');
  const url = URL.parse(values.url ?? `http://127.0.0.1:${port ?? '2567'}`);
  if (url === null || !/^https?:$/.test(url.protocol))
    return err('--url must be an address such as http://127.0.0.1:2567.');
  return ok({ players, seconds, seed, url: url.origin });
}
