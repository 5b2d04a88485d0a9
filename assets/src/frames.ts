import type { Sector } from '@bloomvale/shared/content/lending';

/** Names of atlas frames and avatar sheets, built from what the game knows. Pure: the client imports this file. */

export const CROP_STAGES = 5;
/** Frame of a crop on a plot: 0 sown, 1 sprout, 2 young, 3 flowering, 4 ripe. */
export const cropFrame = (crop: string, stage: number): string =>
  `c/${crop}_${Math.max(0, Math.min(CROP_STAGES - 1, Math.floor(stage)))}`;

/** Frame of the soil under a plot; wet soil is darker. */
export const soilFrame = (wet: boolean): string => (wet ? 'g/soil_wet' : 'g/soil');

export const TRADES = ['grocer', 'baker', 'tailor', 'workshop'] as const;
export type Trade = (typeof TRADES)[number];
/** Highest level of a stall that is drawn. */
export const STALL_LEVELS = 5;
/** Frame of the player's stall; `stocked` false draws it sold out. */
export const stallFrame = (level: number, trade: Trade = 'grocer', stocked = true): string =>
  `s/${trade}_${Math.max(1, Math.min(STALL_LEVELS, Math.floor(level)))}${stocked ? '' : '_empty'}`;

export const HOUSE_LEVELS = 4;
/** Frame of the player's own house. */
export const houseFrame = (level: number): string =>
  `h/player_${Math.max(1, Math.min(HOUSE_LEVELS, Math.floor(level)))}`;

export const STATION_STATES = ['idle', 'working', 'ready'] as const;
export type StationState = (typeof STATION_STATES)[number];
/** Frame of a kitchen station. */
export const stationFrame = (station: string, state: StationState): string => `w/${station}_${state}`;

/** What an entrepreneur's shop shows: being built, trading, behind with an instalment, repaid. */
export const SHOP_STATES = ['construction', 'open', 'late', 'blooming'] as const;
export type ShopState = (typeof SHOP_STATES)[number];

/** The kit draws ten shops; sectors that look alike from outside share one. */
export const SHOP_OF_SECTOR: Readonly<Record<Sector, string>> = {
  agriculture: 'agriculture',
  food: 'food',
  retail: 'retail',
  services: 'repair',
  personal: 'retail',
  education: 'education',
  clothing: 'textile',
  housing: 'construction',
  transportation: 'transport',
  arts: 'crafts',
  health: 'health',
  construction: 'construction',
  manufacturing: 'crafts',
  entertainment: 'education',
  wholesale: 'retail',
};
/**
 * Layers of an entrepreneur's shop, back to front, all with the same pivot. Being behind and having repaid are drawn over the
 * open shop, and every building site looks alike: forty whole sprites would double the atlas.
 */
export function shopFrames(sector: Sector, state: ShopState): readonly [shop: string, over?: string] {
  if (state === 'construction') return ['shop/site'];
  const open = `shop/${SHOP_OF_SECTOR[sector]}_open`;
  return state === 'open' ? [open] : [open, state === 'late' ? 'shop/late' : 'shop/bloom'];
}
/** Backdrop picture of a loan page. */
export const placeFile = (sector: Sector): string => `places/${sector}.svg`;

/** `good:pumpkin` (our own drawing) or `tomato` (Fluent emoji), as `goods.json` names icons, to a file-safe name. */
const iconName = (icon: string): string => icon.replace(':', '-');
/** Atlas frame of an item, its pivot in the middle, 32 px wide at scale 1. */
export const itemFrame = (icon: string): string => `i/${iconName(icon)}`;
/** Picture of an item for the DOM. */
export const iconFile = (icon: string): string => `icons/${iconName(icon)}.svg`;
/** Portrait of an entrepreneur or of a player's avatar. */
export const portraitFile = (id: string, happy = false): string => `people/${id}${happy ? '-happy' : ''}.svg`;
export const flagFile = (country: string): string => `flags/${country}.svg`;

/** Looks a player can choose from: sheet `avatars/<id>.webp`, portrait `people/<id>.svg`. */
export const AVATAR_PRESETS = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8', 'a9', 'a10', 'a11', 'a12'] as const;
export type AvatarPreset = (typeof AVATAR_PRESETS)[number];
export const avatarFile = (id: string): string => `avatars/${id}.webp`;

/** Directions that are drawn; `flip` mirrors them for the other side. */
export const AVATAR_FACINGS = {
  'front-left': { drawn: 'front', flip: false },
  'front-right': { drawn: 'front', flip: true },
  'back-left': { drawn: 'back', flip: false },
  'back-right': { drawn: 'back', flip: true },
} as const;
export type Facing = keyof typeof AVATAR_FACINGS;

/** Frames of an avatar's pose and how long one lasts, in milliseconds. */
export const AVATAR_POSES = {
  idle: { frames: 2, frameMs: 700 },
  walk: { frames: 4, frameMs: 130 },
  wave: { frames: 2, frameMs: 220 },
} as const;
export type AvatarPose = keyof typeof AVATAR_POSES;

/** Name of one frame in `avatars.json`: `front/walk/2`. */
export const avatarFrame = (facing: Facing, pose: AvatarPose, frame: number): string =>
  `${AVATAR_FACINGS[facing].drawn}/${pose}/${frame % AVATAR_POSES[pose].frames}`;

/** The way someone looks who walks by (dx, dy) tiles. Tile x runs to the lower right, tile y to the lower left. */
export const facingOf = (dx: number, dy: number): Facing =>
  `${dx + dy >= 0 ? 'front' : 'back'}-${dx - dy >= 0 ? 'right' : 'left'}`;

/** Effects drawn above the world. */
export const FX = {
  sparkle: 'fx/sparkle',
  heart: 'fx/heart',
  coin: 'fx/coin',
  bubble: 'fx/bubble',
  star: 'fx/star',
  drop: 'fx/drop',
  crumb: 'fx/crumb',
  leaf: 'fx/leaf',
  petal: 'fx/petal',
  puff: 'fx/puff',
  shadow: 'fx/shadow',
  ring: 'fx/ring',
  target: 'fx/target',
  bee: 'fx/bee',
  beeWingsUp: 'fx/bee_1',
} as const;
