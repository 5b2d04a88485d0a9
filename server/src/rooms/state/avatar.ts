import { type SchemaType, schema, t } from '@colyseus/schema';

/** What only its owner sees; a `StateView` hides it from everyone else. */
export const Self = schema(
  {
    /** Spendable coins, minor units. */
    wallet: t.int64().default(0),
    /** Principal lent and not back yet, minor units. */
    lent: t.int64().default(0),
    /** Principal and cost still to pay on one's own loan, minor units. */
    owed: t.int64().default(0),
    /** Letters that wait to be read. */
    letters: t.uint16().default(0),
    xp: t.uint32().default(0),
    /** Goods in the store, by good id. */
    store: t.map('uint16'),
  },
  'Self',
);
export type Self = SchemaType<typeof Self>;

/**
 * A person in a room. A walk is a target and a departure time; the path between follows from the map on both sides
 * (`shared/play/walk`), so a walker costs a few bytes a walk, not a stream of positions.
 */
export const Avatar = schema(
  {
    name: t.string().default(''),
    look: t.string().default(''),
    level: t.uint8().default(1),
    fromX: t.uint8().default(0),
    fromY: t.uint8().default(0),
    toX: t.uint8().default(0),
    toY: t.uint8().default(0),
    /** Milliseconds since the room's epoch. */
    departAt: t.uint32().default(0),
    /** False while the socket is away but may come back. */
    here: t.boolean().default(true),
    self: t.ref(Self).view(),
  },
  'Avatar',
);
export type Avatar = SchemaType<typeof Avatar>;
