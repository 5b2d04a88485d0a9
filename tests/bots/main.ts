import { readArguments } from './arguments.ts';
import { live } from './bot-life.ts';
import { gatherCrowd } from './crowd.ts';
import { Journal } from './journal.ts';
import { measureVillage } from './measure-traffic.ts';
import { Tally } from './tally.ts';

/**
 * `npm run bots`: guests who play the whole loop by the real SDK. Progress goes to stderr; stdout gets exactly one line of JSON, with
 * times in milliseconds and traffic in bytes a second and player (payload and frame headers).
 */
async function main(): Promise<number> {
  const read = readArguments(process.argv.slice(2), process.env.PORT);
  if (!read.ok) {
    process.stderr.write(`${read.error}\n`);
    return 2;
  }
  const { players, seconds, url, seed } = read.value;
  let stopped = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (stopped = true));
  const until = { at: Date.now() + seconds * 1_000, stopped: () => stopped };
  const tally = new Tally();
  const journal = new Journal();

  process.stderr.write(`${players} bots for ${seconds} s on ${url}\n`);
  const bots = await gatherCrowd({ url, players, seed, tally, journal });
  // A fifth of the time for measuring, five seconds at most each.
  const traffic = bots.length === 0 ? null : await measureVillage(bots, Math.min(5_000, seconds * 100), until);
  await Promise.all(bots.map((bot) => live(bot, until)));
  await Promise.all(bots.map((bot) => bot.leave()));

  const { actions, acknowledged, unanswered, gestures, joins, byType, refusals } = tally;
  const line = {
    players: bots.length,
    seconds,
    actions,
    acknowledged,
    unanswered,
    refusals,
    byType,
    gestures,
    joins,
    p50: tally.quantile(0.5),
    p99: tally.quantile(0.99),
    bytesPerPlayerIdle: traffic?.idle ?? null,
    bytesPerPlayerWalking: traffic?.walking ?? null,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
  return acknowledged > 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (cause) {
  process.stderr.write(`The bots cannot play: ${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exitCode = 1;
}
