import type { Content } from '@bloomvale/shared/content/content';
import { Bot } from './bot.ts';
import { createDice } from './dice.ts';
import type { Temper } from './garden-mind.ts';
import { Guest, GuestFault } from './guest.ts';
import type { Journal } from './journal.ts';
import type { Tally } from './tally.ts';

const TEMPERS: readonly Temper[] = ['thrifty', 'spender', 'frugal'];
/** Sign-ins at a time: a crowd arrives through a door, not as a wave. */
const AT_A_TIME = 8;

export type CrowdOptions = {
  readonly url: string;
  readonly players: number;
  readonly seed: number;
  readonly tally: Tally;
  readonly journal: Journal;
};

/** Signs guests in. Those refused are counted in the tally (`sign-in:<code>`); an unreachable server throws. */
export async function gatherCrowd({ url, players, seed, tally, journal }: CrowdOptions): Promise<Bot[]> {
  const bots: Bot[] = [];
  let content: Promise<Content> | null = null;
  const arrive = async (number: number): Promise<void> => {
    try {
      const guest = await Guest.signIn(url);
      const me = await guest.me();
      content ??= guest.content(me.contentHash);
      const temper = TEMPERS[number % TEMPERS.length] as Temper;
      bots.push(new Bot({ guest, me, content: await content, dice: createDice(seed, number), tally, journal, temper }));
    } catch (cause) {
      if (!(cause instanceof GuestFault)) throw cause;
      tally.refused(`sign-in:${cause.code}`);
    }
  };
  for (let first = 0; first < players; first += AT_A_TIME) {
    const group = Array.from({ length: Math.min(AT_A_TIME, players - first) }, (_, i) => arrive(first + i));
    await Promise.all(group);
  }
  return bots;
}
