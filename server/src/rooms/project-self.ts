import { invariant } from '@bloomvale/shared/result';
import type { PlayerState } from '../application/contract.ts';
import type { Avatar, Self } from './state/avatar.ts';

/** Schema numbers wrap silently: what does not fit is a fault of ours, not a smaller number. */
export function within(value: number, bits: 8 | 16 | 32): number {
  invariant(Number.isInteger(value) && value >= 0 && value < 2 ** bits, `${value} does not fit ${bits} bits`);
  return value;
}

/** In place: replacing an instance would hide it from its owner's view (codebases.md 3a 11). */
export function projectAvatar(avatar: Avatar, player: PlayerState): void {
  avatar.name = player.name;
  avatar.look = player.look;
  avatar.level = within(player.level, 8);
  projectSelf(avatar.self, player);
}

function projectSelf(self: Self, { wallet, lent, household }: PlayerState): void {
  invariant(Number.isSafeInteger(wallet) && Number.isSafeInteger(lent), 'an amount is not a safe integer');
  self.wallet = wallet;
  self.lent = lent;
  self.xp = within(household.xp, 32);
  for (const good of [...self.store.keys()]) if (!household.store[good]) self.store.delete(good);
  for (const [good, quantity] of Object.entries(household.store)) {
    if (quantity > 0 && self.store.get(good) !== quantity) self.store.set(good, within(quantity, 16));
  }
}
