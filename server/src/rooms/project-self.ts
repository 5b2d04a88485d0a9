import type { Household } from '@bloomvale/shared/play/household';
import { invariant } from '@bloomvale/shared/result';
import type { PlayerState } from '../application/contract.ts';
import type { Avatar, Self } from './state/avatar.ts';

/** Schema numbers wrap silently: what does not fit is a fault of ours, not a smaller number. */
export function within(value: number, bits: 8 | 16 | 32): number {
  invariant(Number.isInteger(value) && value >= 0 && value < 2 ** bits, `${value} does not fit ${bits} bits`);
  return value;
}

/** More unread letters than this are told as this many. */
const LETTERS_SHOWN = 9_999;

/** What was shown last: unchanged parts of a player's state are the same objects, and need not be looked at again. */
const shown = new WeakMap<Avatar, PlayerState>();

/** In place: replacing an instance would hide it from its owner's view (codebases.md 3a 11). */
export function projectAvatar(avatar: Avatar, player: PlayerState): void {
  const before = shown.get(avatar);
  if (before === player) return;
  shown.set(avatar, player);
  avatar.name = player.name;
  avatar.look = player.look;
  avatar.level = within(player.level, 8);
  invariant(
    Number.isSafeInteger(player.wallet) && Number.isSafeInteger(player.lent),
    'an amount is not a safe integer',
  );
  avatar.self.wallet = player.wallet;
  avatar.self.lent = player.lent;
  avatar.self.owed = player.owed;
  avatar.self.letters = Math.min(player.unread, LETTERS_SHOWN);
  if (before?.household !== player.household) projectStore(avatar.self, player.household);
}

function projectStore(self: Self, { xp, store }: Household): void {
  self.xp = within(xp, 32);
  for (const good of [...self.store.keys()]) if (!store[good]) self.store.delete(good);
  for (const [good, quantity] of Object.entries(store)) {
    if (quantity > 0 && self.store.get(good) !== quantity) self.store.set(good, within(quantity, 16));
  }
}
