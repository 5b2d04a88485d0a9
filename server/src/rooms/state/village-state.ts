import { type SchemaType, schema, t } from '@colyseus/schema';
import { Avatar } from './avatar.ts';

/** A funded entrepreneur's shop on the square. */
export const Shop = schema(
  {
    loanId: t.string().default(''),
    entrepreneur: t.string().default(''),
    sector: t.string().default(''),
    /** construction, open, late, blooming. */
    state: t.string().default('construction'),
  },
  'Shop',
);
export type Shop = SchemaType<typeof Shop>;

export const VillageState = schema(
  {
    /** Epoch milliseconds from which this room counts; int64 holds them exactly. */
    epoch: t.int64().default(0),
    villageId: t.string().default(''),
    name: t.string().default(''),
    /** By public id. */
    avatars: t.map(Avatar),
    /** By shop spot number. */
    shops: t.map(Shop),
  },
  'VillageState',
);
export type VillageState = SchemaType<typeof VillageState>;
