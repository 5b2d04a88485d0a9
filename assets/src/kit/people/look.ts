import { z } from 'zod';

/**
 * How a person looks: data only, the same for the portrait and for the figure in the world. Garments are named for what they
 * are, never for a people, and every colour can be set. `EntrepreneurSchema` keeps looks open; this schema is the exact one.
 */
export const HAIR_STYLES = [
  'crop',
  'fade',
  'afroS',
  'afroL',
  'puffs',
  'long',
  'wavy',
  'bob',
  'bun',
  'lowbun',
  'braid',
  'braids2',
  'boxbraids',
  'cornrows',
  'locs',
  'side',
  'quiff',
  'curly',
  'balding',
  'none',
] as const;
export type HairStyleName = (typeof HAIR_STYLES)[number];

export const WEAR = [
  'headwrap',
  'hijab',
  'shawl',
  'kerchief',
  'kufi',
  'tubeteika',
  'knit',
  'bowler',
  'straw',
  'conical',
  'turban',
  'cap',
  'band',
  'flower',
] as const;
export type WearName = (typeof WEAR)[number];

/** Head coverings that tell of a tradition. At most a third of the people may wear one (a test holds this). */
export const TRADITIONAL_WEAR: readonly WearName[] = [
  'headwrap',
  'hijab',
  'shawl',
  'kerchief',
  'kufi',
  'tubeteika',
  'knit',
  'bowler',
  'conical',
  'turban',
  'band',
];

/** '' is a plain round neck. */
export const CUTS = ['', 'collar', 'buttons', 'vneck', 'sari', 'poncho', 'apron', 'overall', 'shawl'] as const;
export type Cut = (typeof CUTS)[number];

export const TEXTILES = ['dots', 'rings', 'leaf', 'stripes', 'vstripes', 'zig', 'check', 'flower', 'weave'] as const;
export type TextileName = (typeof TEXTILES)[number];

export const HAIR_COLOURS = ['black', 'dark', 'brown', 'chestnut', 'grey', 'white'] as const;

const ColourSchema = z.string().regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i);
/** 1 and 0 stand for yes and no in the catalogue's JSON. */
const FlagSchema = z.union([z.boolean(), z.literal(0), z.literal(1)]);

export const PersonLookSchema = z.strictObject({
  /** 0 the lightest of eight skin tones, 7 the darkest. */
  skin: z.int().min(0).max(7),
  /** 1 twenties and thirties, 2 forties and fifties, 3 sixty and over. */
  age: z.int().min(1).max(3).optional(),
  /** Draws lashes, finer brows and fuller lips. */
  fem: FlagSchema.optional(),
  /** Drawn smaller, as a child of the family. */
  child: FlagSchema.optional(),
  hair: z.enum(HAIR_STYLES).optional(),
  hairColor: z.union([z.enum(HAIR_COLOURS), ColourSchema]).optional(),
  wear: z.enum(WEAR).optional(),
  wearColor: ColourSchema.optional(),
  wearColor2: ColourSchema.optional(),
  /** A skirt instead of trousers, in the world. */
  dress: FlagSchema.optional(),
  cut: z.enum(CUTS).optional(),
  cloth: z.enum(TEXTILES).optional(),
  /** The garment's colour, its pattern's two others. */
  top: ColourSchema.optional(),
  top2: ColourSchema.optional(),
  top3: ColourSchema.optional(),
  apron: ColourSchema.optional(),
  drape: ColourSchema.optional(),
  drape2: ColourSchema.optional(),
  pants: ColourSchema.optional(),
  shoe: ColourSchema.optional(),
  beard: z.enum(['stubble', 'short', 'long', 'moustache', 'goatee']).optional(),
  glasses: FlagSchema.optional(),
  glassColor: ColourSchema.optional(),
  earrings: z.enum(['hoop', 'stud']).optional(),
  earColor: ColourSchema.optional(),
  beads: FlagSchema.optional(),
  mouth: z.enum(['smile', 'open', 'soft']).optional(),
  eyes: z.enum(['open', 'happy']).optional(),
});
export type Look = z.infer<typeof PersonLookSchema>;
