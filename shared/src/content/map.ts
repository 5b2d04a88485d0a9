import { z } from 'zod';

const Point = z.tuple([z.number().min(-64).max(64), z.number().min(-64).max(64)]);
export type TilePoint = z.infer<typeof Point>;

/**
 * A place as data: the ground is baked from it, the world is drawn from it, and both sides derive the same walking grid.
 * Positions are tile coordinates (2:1 isometric, one tile = 96 by 48 px at scale 1), free to be fractions.
 */
export const MapSchema = z.strictObject({
  id: z.enum(['village', 'homestead']),
  /** Tile coordinate of the corner of cell (0, 0), and the number of cells each way; a cell is half a tile, so at most 127 tiles. */
  origin: Point,
  cells: z.strictObject({ w: z.int().min(8).max(160), h: z.int().min(8).max(160) }),
  ground: z.strictObject({
    seed: z.string().min(1).max(20),
    plaza: z.tuple([z.number(), z.number(), z.number()]).nullable(),
    pond: z.tuple([z.number(), z.number(), z.number()]).nullable(),
    paths: z
      .array(z.strictObject({ points: z.array(Point).min(2).max(12), width: z.number().min(0.3).max(3) }))
      .max(40),
    flowers: z
      .array(
        z.strictObject({ at: Point, radius: z.number().min(0.2).max(3), colours: z.array(z.string()).min(1).max(5) }),
      )
      .max(60),
  }),
  /** What stands there, drawn with an atlas frame whose pivot is its foot. */
  objects: z
    .array(
      z.strictObject({
        frame: z.string().min(1).max(60),
        at: Point,
        scale: z.number().min(0.2).max(3).default(1),
        flip: z.boolean().default(false),
        /** Added to x + y when sorting by depth. */
        depth: z.number().min(-4).max(4).default(0),
        /** Blocked rectangle around `at`, in tiles: half width along x, half width along y; null when one can walk over it. */
        blocks: z
          .tuple([z.number().min(0).max(8), z.number().min(0).max(8)])
          .nullable()
          .default(null),
        /** What a tap on it does, if anything. */
        action: z.enum(['hall', 'home', 'stall', 'kitchen', 'village', 'well', 'school']).nullable().default(null),
      }),
    )
    .max(600),
  /** Blocked circles that are ground, not objects: pond, fountain basin. */
  blockedCircles: z.array(z.strictObject({ at: Point, radius: z.number().min(0.1).max(6) })).max(20),
  spots: z.strictObject({
    /** Where people appear. */
    spawn: z.array(Point).min(1).max(40),
    /** Garden plots in the order in which they unlock (homestead). */
    plots: z.array(Point).max(36),
    /** Where customers stand at the stall (homestead). */
    customers: z.array(Point).max(6),
    /** Where shops of funded entrepreneurs rise (village). */
    shops: z.array(Point).max(24),
    /** Points between which villagers stroll (village). */
    strolls: z.array(Point).max(40),
  }),
});
export type WorldMap = z.infer<typeof MapSchema>;
