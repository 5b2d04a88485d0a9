import type { Sector } from '@bloomvale/shared/content/lending';
import type { Colour } from '../base/colour.ts';
import { group } from '../base/svg.ts';
import type { DrawEmoji } from '../goods/goods.ts';
import { farm } from './farm.ts';
import { food, shop } from './kitchen-and-shop.ts';
import { buildingSite, homeFront, road } from './outdoors.ts';
import { classroom, clinic, stage } from './public-rooms.ts';
import { repair } from './repair.ts';
import type { PutEmoji } from './scene.ts';
import { sea } from './sea.ts';
import { room } from './settings.ts';
import { storehouse, works } from './storehouse-and-works.ts';
import { craft, textile } from './workshops.ts';

/** A room with wall and worktop in two colours, and what stands in it; or a scene under the sky. */
type Workplace =
  | { readonly wall: Colour; readonly worktop: Colour; readonly scene: (put: PutEmoji) => string }
  | { readonly ground: Colour; readonly outdoors: (ground: Colour) => string };

const WORKPLACE = {
  food: { wall: '#f7cf92', worktop: '#dd9c58', scene: food },
  textile: { wall: '#f3cfd6', worktop: '#c98a8f', scene: textile },
  repair: { wall: '#c8e0e8', worktop: '#8a9fae', scene: repair },
  farm: { ground: '#8dc457', outdoors: farm },
  craft: { wall: '#e6d8ef', worktop: '#b08d7a', scene: craft },
  sea: { ground: '#5bb9d2', outdoors: sea },
  shop: { wall: '#f9dca6', worktop: '#d99a56', scene: shop },
  classroom: { wall: '#cfe6e0', worktop: '#c49a6c', scene: classroom },
  clinic: { wall: '#dcecdf', worktop: '#9fb9a8', scene: clinic },
  stage: { wall: '#cdbfe0', worktop: '#8a6f94', scene: stage },
  storehouse: { wall: '#efdcb8', worktop: '#b58f66', scene: storehouse },
  works: { wall: '#d6dfe4', worktop: '#97a3aa', scene: works },
  site: { ground: '#8dc457', outdoors: buildingSite },
  road: { ground: '#8dc457', outdoors: road },
  home: { ground: '#8dc457', outdoors: homeFront },
} satisfies Record<string, Workplace>;
export type WorkplaceKind = keyof typeof WORKPLACE;
export const WORKPLACES = Object.keys(WORKPLACE) as readonly WorkplaceKind[];

const OF_SECTOR: Readonly<Record<Sector, WorkplaceKind>> = {
  agriculture: 'farm',
  food: 'food',
  retail: 'shop',
  services: 'repair',
  personal: 'home',
  education: 'classroom',
  clothing: 'textile',
  housing: 'home',
  transportation: 'road',
  arts: 'craft',
  health: 'clinic',
  construction: 'site',
  manufacturing: 'works',
  entertainment: 'stage',
  wholesale: 'storehouse',
};

/** Backdrop of a loan page, 360 x 150 px. Its left third is calm: the round portrait sits there. */
export function workplace(kind: WorkplaceKind, emoji: DrawEmoji): string {
  const place: Workplace = WORKPLACE[kind];
  if ('outdoors' in place) return place.outdoors(place.ground);
  const put: PutEmoji = (name, x, y, size) => group(`translate(${x} ${y})`, emoji(name, size));
  return room(place.wall, place.worktop) + place.scene(put);
}

/** The backdrop of a sector's loans. */
export const workplaceOfSector = (sector: Sector, emoji: DrawEmoji): string => workplace(OF_SECTOR[sector], emoji);
