import type { z } from 'zod';
import type { Content } from '../content/content.ts';
import { assertMinor, type Minor } from '../money/coins.ts';
import { err, ok, type Result } from '../result.ts';
import { cropOf, goodOf } from './catalogue-lookup.ts';
import type { CoinEffect, GoodsMovement } from './effects.ts';
import type { Gone, Household } from './household.ts';
import { fromV1 } from './household-from-v1.ts';
import { HOUSEHOLD_VERSION } from './household-new.ts';
import { HouseholdV1Schema, HouseholdV2Schema } from './household-schema.ts';
import { stallSlots } from './stall-size.ts';
import { homesteadIn, type Lost } from './upgrade-homestead.ts';

/** Told to the player with what was paid for it. */
export type Removed = Gone;

export type Upgraded = {
  readonly household: Household;
  readonly removed: readonly Removed[];
  readonly coins: readonly CoinEffect[];
  readonly goods: readonly GoodsMovement[];
};

/** `newer`: written by a later release, not to be touched by this one. `corrupt`: not a household; `path` says where. */
export type UpgradeFault =
  | { readonly fault: 'newer'; readonly version: number }
  | { readonly fault: 'corrupt'; readonly path: string };

/** Things told of at once: more than any catalogue has ever dropped. */
const GONE_MAX = 100;

/** What the old catalogue and the new say about a thing that is gone. */
type Pricing = { readonly content: Content; readonly former: Content | null };

/** At least the cheapest good's price a piece, also when the catalogue that knew the good is lost. */
function pricePerPiece(good: string, { content, former }: Pricing): Minor {
  const known = former === null ? undefined : goodOf(former, good)?.price;
  return known ?? Math.min(...content.goods.map(({ price }) => price));
}

/** A growing plant is worth its harvest: what was sown is never lost by a change of ours. */
function plantWorth(crop: string, pricing: Pricing): Minor {
  const known = pricing.former === null ? undefined : cropOf(pricing.former, crop);
  return known === undefined ? pricePerPiece('', pricing) : known.yield * pricePerPiece(known.good, pricing);
}

const corrupt = (error: z.ZodError): Result<never, UpgradeFault> =>
  err({ fault: 'corrupt', path: error.issues[0]?.path.map(String).join('.') ?? '' });

function parse(stored: unknown): Result<Household, UpgradeFault> {
  const version = (stored as { v?: unknown } | null)?.v;
  if (typeof version === 'number' && version > HOUSEHOLD_VERSION) return err({ fault: 'newer', version });
  if (version === 1) {
    const first = HouseholdV1Schema.safeParse(stored);
    return first.success ? ok(fromV1(first.data)) : corrupt(first.error);
  }
  const parsed = HouseholdV2Schema.safeParse(stored);
  return parsed.success ? ok(parsed.data) : corrupt(parsed.error);
}

/**
 * Reads a stored household into today's shape and catalogue. Plants and goods that `content` no longer knows are taken out and paid for
 * at the prices of the `former` catalogue (null when it is lost); wishes for them are dropped, new stall slots are added. `effectId`
 * keeps the refunds idempotent (`refund:<kind>:<id>:<effectId>`). The store must write the result before anything else happens to it.
 */
export function upgradeHousehold(
  stored: unknown,
  content: Content,
  former: Content | null,
  effectId: string,
): Result<Upgraded, UpgradeFault> {
  const parsed = parse(stored);
  if (!parsed.ok) return parsed;
  const roomy = withSlots(parsed.value, stallSlots(parsed.value.stall.level, content));
  const { household, lost } = homesteadIn(roomy, content, former);
  const gone = { crop: (id: string) => cropOf(content, id) === undefined, good: unknownGood(content) };
  const goods = goodsGone(household, gone.good);
  const removed = [...countRemoved(household, gone.crop, goods, { content, former }), ...together(lost)];
  if (removed.length === 0 && household.stall.wishes.every(({ good }) => !gone.good(good))) {
    return ok({ household, removed: [], coins: [], goods: [] });
  }
  return ok({
    household: {
      ...household,
      plots: Object.fromEntries(Object.entries(household.plots).filter(([, plot]) => !gone.crop(plot.crop))),
      store: Object.fromEntries(Object.entries(household.store).filter(([good]) => !gone.good(good))),
      stall: {
        ...household.stall,
        slots: household.stall.slots.map((slot) => (slot !== null && gone.good(slot.good) ? null : slot)),
        wishes: household.stall.wishes.filter(({ good }) => !gone.good(good)),
      },
      ...(removed.length > 0 ? { gone: [...(household.gone ?? []), ...removed].slice(-GONE_MAX) } : {}),
    },
    removed,
    coins: removed.map(({ kind, id, refund }) => ({
      kind: 'earn',
      source: 'mission',
      amount: refund,
      key: `refund:${kind}:${id}:${effectId}`,
    })),
    goods,
  });
}

/** Things of one kind and name as one: each refund has a key of its own. */
function together(lost: readonly Lost[]): readonly Removed[] {
  const found = new Map<string, Removed>();
  for (const one of lost) {
    const before = found.get(`${one.kind}:${one.id}`);
    const quantity = (before?.quantity ?? 0) + one.quantity;
    found.set(`${one.kind}:${one.id}`, { ...one, quantity, refund: assertMinor((before?.refund ?? 0) + one.refund) });
  }
  return [...found.values()];
}

const unknownGood = (content: Content) => (id: string) => goodOf(content, id) === undefined;

function withSlots(household: Household, slots: number): Household {
  const missing = slots - household.stall.slots.length;
  if (missing <= 0) return household;
  const added = Array.from({ length: missing }, () => null);
  return { ...household, stall: { ...household.stall, slots: [...household.stall.slots, ...added] } };
}

/** Unknown goods leave through the same door as sold ones (I21). */
function goodsGone({ store, stall }: Household, gone: (good: string) => boolean): readonly GoodsMovement[] {
  const stored = Object.entries(store).map(([good, quantity]) => ({ good, quantity, from: 'store' as const }));
  const standing = stall.slots.flatMap((slot) => (slot === null ? [] : [{ ...slot, from: 'stall' as const }]));
  return [...stored, ...standing].filter(({ good }) => gone(good)).map((there) => ({ ...there, to: 'customers' }));
}

function countRemoved(
  household: Household,
  goneCrop: (id: string) => boolean,
  goods: readonly GoodsMovement[],
  pricing: Pricing,
): readonly Removed[] {
  const found = new Map<string, Removed>();
  const add = (kind: Removed['kind'], id: string, quantity: number, each: Minor) => {
    const before = found.get(`${kind}:${id}`);
    found.set(`${kind}:${id}`, {
      kind,
      id,
      quantity: (before?.quantity ?? 0) + quantity,
      refund: assertMinor((before?.refund ?? 0) + quantity * each),
    });
  };
  for (const { crop } of Object.values(household.plots)) {
    if (goneCrop(crop)) add('crop', crop, 1, plantWorth(crop, pricing));
  }
  for (const { good, quantity } of goods) add('good', good, quantity, pricePerPiece(good, pricing));
  return [...found.values()];
}
