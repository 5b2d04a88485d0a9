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
  },
  'HomesteadState',
);
export type HomesteadState = SchemaType<typeof HomesteadState>;
