import { type SchemaType, schema, t } from '@colyseus/schema';
import { Avatar } from './avatar.ts';

export const PlotState = schema(
  {
    crop: t.string().default(''),
    /** Deciseconds since `HomesteadState.base`. */
    plantedAt: t.uint32().default(0),
    /** Bonuses recorded when it was sown, thousandths (`Plot`). */
    speedMilli: t.uint16().default(0),
    yieldMilli: t.uint16().default(0),
  },
  'PlotState',
);
export type PlotState = SchemaType<typeof PlotState>;

export const SlotState = schema({ good: t.string().default(''), quantity: t.uint16().default(0) }, 'SlotState');
export type SlotState = SchemaType<typeof SlotState>;

export const WishState = schema({ good: t.string().default(''), quantity: t.uint16().default(0) }, 'WishState');
export type WishState = SchemaType<typeof WishState>;

/** A batch in a station; deciseconds since `HomesteadState.base`. */
export const BatchState = schema(
  { recipe: t.string().default(''), startsAt: t.uint32().default(0), readyAt: t.uint32().default(0) },
  'BatchState',
);
export type BatchState = SchemaType<typeof BatchState>;

export const StationState = schema(
  {
    level: t.uint8().default(1),
    /** By place, 0 is the one that is made first. */
    queue: t.map(BatchState),
  },
  'StationState',
);
export type StationState = SchemaType<typeof StationState>;

export const OrderState = schema(
  {
    /** Pieces by good id. */
    items: t.map('uint16'),
    /** When it may be delivered: deciseconds since `HomesteadState.base`. */
    since: t.uint32().default(0),
  },
  'OrderState',
);
export type OrderState = SchemaType<typeof OrderState>;

export const HomesteadState = schema(
  {
    epoch: t.int64().default(0),
    /** Epoch milliseconds that `plantedAt` counts deciseconds from: 100 ms steps in 32 bits reach thirteen years. */
    base: t.int64().default(0),
    ownerId: t.string().default(''),
    ownerName: t.string().default(''),
    level: t.uint8().default(1),
    plotCount: t.uint8().default(0),
    avatars: t.map(Avatar),
    /** By plot number; bare plots are absent. */
    plots: t.map(PlotState),
    /** By slot number; empty slots are absent. */
    slots: t.map(SlotState),
    /** By wish id. */
    wishes: t.map(WishState),
    /** Stall level, and what its customers pay more, thousandths. */
    stallLevel: t.uint8().default(1),
    priceMilli: t.uint16().default(0),
    /** By station id; a station that is not there is not owned. */
    stations: t.map(StationState),
    /** By order id. */
    orders: t.map(OrderState),
    /** The house outside, 1 to 4, and the tier of each need, by its name. */
    house: t.uint8().default(1),
    needs: t.map('uint8'),
  },
  'HomesteadState',
);
export type HomesteadState = SchemaType<typeof HomesteadState>;
