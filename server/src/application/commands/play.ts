import { walletOf } from '@bloomvale/shared/ledger/accounts';
import type { Batch } from '@bloomvale/shared/ledger/batch';
import { buy, earn } from '@bloomvale/shared/ledger/postings';
import type {
  CoinEffect,
  GoodsMovement,
  PlayContext,
  Played,
  PlayRefusal,
  Pollination,
} from '@bloomvale/shared/play/effects';
import type { Household } from '@bloomvale/shared/play/household';
import { upgradeHousehold } from '@bloomvale/shared/play/upgrade-household';
import { err, invariant, ok, type Result } from '@bloomvale/shared/result';
import type { Decision, Handler } from '../bus/handler.ts';
import { balanceOf, mustPost } from '../bus/posting.ts';
import type { View } from '../bus/view.ts';
import type { Work } from '../bus/work.ts';
import type { Rules } from '../rules.ts';
import type { Needs } from '../store/store.ts';
import { activePlayer, type ByPlayer } from './by-player.ts';
import { borrowingNeeds, keepBooks } from './growing/borrowing.ts';

type Rule<C, V> = (household: Household, command: C, context: PlayContext) => Result<Played<V>, PlayRefusal>;

/** Accounts a play action may touch: earnings and purchases. */
const PLAY_ACCOUNTS = ['mint:minigame', 'mint:mission', 'mint:welcome', 'sink:shop', 'sink:upgrade'] as const;

/**
 * A command of the homestead: the pure rule decides, its effects become postings and goods movements, the household is stored whole.
 * Refused as the rule says, or FORBIDDEN without a household.
 */
export const playHandler = <C extends { readonly commandId: string }, V>(
  rules: Rules,
  type: string,
  rule: Rule<C, V>,
): Handler<C & ByPlayer, V> => ({
  type,
  staged: true,
  needs: ({ playerId }, view) => playNeeds(playerId, view),
  decide: (command, work) => play(work, rules, command.playerId, command, rule),
});

/** Rows of every play command: the household, the purse, and the books of the player's own loan. For a staged `needs`. */
export function playNeeds(playerId: string, view: View): Needs {
  const books = borrowingNeeds(playerId, view);
  return {
    ...books,
    player: [playerId],
    household: [playerId],
    account: [walletOf(playerId), ...PLAY_ACCOUNTS, ...books.account],
  };
}

/** Runs a play rule on the stored household and keeps what it gives. */
export function play<C extends { readonly commandId: string }, V>(
  work: Work,
  rules: Rules,
  playerId: string,
  command: C,
  rule: Rule<C, V>,
): Decision<V> {
  if (activePlayer(work, playerId) === null) return err({ code: 'FORBIDDEN' });
  const household = openHousehold(work, rules, playerId);
  const played = rule(household, command, {
    now: work.now,
    content: rules.content,
    timeScale: rules.timeScale,
    wallet: balanceOf(work, walletOf(playerId)),
    key: rules.secrets.player(playerId),
    commandId: command.commandId,
    stallPaused: rules.switches.isPaused('mint:minigame'),
    ...bonusesOf(command),
  });
  if (!played.ok) return err(played.error);
  keepHousehold(work, playerId, played.value);
  keepBooks(work, rules, playerId, {
    takings: takingsOf(played.value.coins),
    wallet: balanceOf(work, walletOf(playerId)),
    // A stall that a room settles while somebody looks on is not a deed of its owner's.
    present: !('seen' in command && command.seen === false),
  });
  work.emit({ kind: 'player.changed', playerId });
  return ok(played.value.value);
}

/** Bonuses of shops, looked up before the bus for the commands that use them. */
const bonusesOf = (command: object): Pick<PlayContext, 'pollination'> =>
  'pollination' in command && command.pollination !== undefined
    ? { pollination: command.pollination as Pollination }
    : {};

/** What customers paid at the stall. */
const takingsOf = (coins: readonly CoinEffect[]): number =>
  coins.reduce((sum, effect) => sum + (effect.kind === 'earn' && effect.source === 'minigame' ? effect.amount : 0), 0);

/** The household in today's shape and catalogue; what an upgrade pays for is posted before anything else happens to it. */
export function openHousehold(work: Work, rules: Rules, playerId: string): Household {
  const { doc } = work.must('household', playerId);
  const upgraded = readHousehold(doc, rules, playerId);
  const { household, coins, goods } = upgraded;
  if (coins.length > 0 || goods.length > 0) keepHousehold(work, playerId, { household, coins, goods });
  return household;
}

/** @throws InvariantError when the document is damaged or newer than this release. */
export function readHousehold(doc: string, rules: Rules, playerId: string) {
  const upgraded = upgradeHousehold(JSON.parse(doc), rules.content, rules.former, rules.contentHash.slice(0, 16));
  invariant(upgraded.ok, `household of ${playerId}: ${upgraded.ok ? '' : JSON.stringify(upgraded.error)}`);
  return upgraded.value;
}

type Kept = {
  readonly household: Household;
  readonly coins: readonly CoinEffect[];
  readonly goods: readonly GoodsMovement[];
};

export function keepHousehold(work: Work, playerId: string, { household, coins, goods }: Kept): void {
  for (const effect of coins) if (effect.amount > 0) mustPost(work, batchOf(playerId, effect), null);
  for (const { good, quantity, from, to } of goods) {
    work.add('goods', {
      id: work.nextId('goods'),
      playerId,
      good,
      quantity,
      fromPlace: from,
      toPlace: to,
      at: work.now,
    });
  }
  const row = work.must('household', playerId);
  work.put('household', { playerId, doc: JSON.stringify(household), version: row.version + 1 });
}

const batchOf = (playerId: string, effect: CoinEffect): Batch =>
  effect.kind === 'earn'
    ? earn(`mint:${effect.source}`, playerId, effect.key, effect.amount, `${effect.source} income`)
    : buy(`sink:${effect.sink}`, playerId, effect.key, effect.amount, effect.key);
