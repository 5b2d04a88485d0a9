import type { IconName } from '@bloomvale/assets/manifest';
import type { Sector } from '@bloomvale/shared/content/lending';

export const SECTOR_ICONS: Record<Sector, IconName> = {
  agriculture: 'sheaf-of-rice',
  food: 'steaming-bowl',
  retail: 'shopping-bags',
  services: 'wrench',
  personal: 'soap',
  education: 'books',
  clothing: 't-shirt',
  housing: 'house-with-garden',
  transportation: 'bicycle',
  arts: 'artist-palette',
  health: 'pill',
  construction: 'brick',
  manufacturing: 'factory',
  entertainment: 'musical-note',
  wholesale: 'package',
};
