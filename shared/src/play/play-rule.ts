import type { Minor } from '../money/coins.ts';
import { addMinor } from '../money/coins.ts';
import type { RejectCode } from '../protocol/reject-codes.ts';
import { err, ok, type Result } from '../result.ts';
import type { PlayContext, Played, PlayRefusal } from './effects.ts';
import type { Household } from './household.ts';
import { type Settled, settleStall } from './stall-settle.ts';

/** A refusal with the figures its text needs. */
export const refuse = (code: RejectCode, detail?: PlayRefusal['detail']): Result<never, PlayRefusal> =>
  err(detail === undefined ? { code } : { code, detail });

/** What was sold up to now belongs to the player before the action is judged: it can pay for this very action. */
export type Ready = Settled & { readonly wallet: Minor };

export function settleFirst(household: Household, context: PlayContext): Ready {
  const settled = settleStall(household, context);
  return { ...settled, wallet: addMinor(context.wallet, settled.sales.earned) };
}

/** An action's outcome, with the coins and goods of the settlement before its own. */
export const played = <V>(
  before: Settled,
  after: { readonly household: Household; readonly value: V } & Partial<Pick<Played<V>, 'coins' | 'goods'>>,
): Result<Played<V>, never> =>
  ok({
    household: after.household,
    value: after.value,
    coins: [...before.coins, ...(after.coins ?? [])],
    goods: [...before.goods, ...(after.goods ?? [])],
  });
