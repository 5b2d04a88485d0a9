/** The six needs of the family; each has tiers 0 to 3 and changes its own corner of the home. */
export const NEEDS = ['food', 'water', 'roof', 'light', 'school', 'health'] as const;
export type Need = (typeof NEEDS)[number];
export type Tier = 0 | 1 | 2 | 3;
export type Tiers = Readonly<Record<Need, Tier>>;

/** A thing in the room: tile x and y, drawing, scale. On (0, 0) the drawing is in room coordinates already; y only sorts it. */
export type RoomThing = readonly [x: number, y: number, svg: string, scale?: number];

/** What a need shows: flat on the walls, and standing in the room. */
export type Corner = { readonly wall: string; readonly things: readonly RoomThing[] };
